import type { FetchCall, PageResult } from '#cors';
import { errorEvent } from './scripted.ts';

/** The value of the attribute `crossorigin`; null leaves it out. */
const crossOrigin = ({ mode, credentials }: FetchCall): string | null =>
  mode === 'no-cors' ? null : credentials === 'include' ? 'use-credentials' : 'anonymous';

const loaded = (readable: boolean): PageResult => ({ kind: 'event', event: 'load', readable });

/**
 * In a frame of its own, because a document fetches an image or a module once and then knows it:
 * https://html.spec.whatwg.org/multipage/images.html#list-of-available-images,
 * https://html.spec.whatwg.org/multipage/webappapis.html#module-map. The frame has the origin of the page.
 */
async function inFreshDocument(load: (document: Document) => Promise<PageResult>): Promise<PageResult> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  document.body.append(frame);
  try {
    // A sandboxed frame may not look into another, and is itself opened anew for each call.
    return await load(frame.contentDocument ?? document);
  } finally {
    frame.remove();
  }
}

/** Whether the page may read the image's pixels: https://html.spec.whatwg.org/multipage/canvas.html#security-with-canvas-elements */
function canBeRead(image: HTMLImageElement): boolean {
  const canvas = document.createElement('canvas');
  canvas.width = canvas.height = 1;
  const context = canvas.getContext('2d');
  context?.drawImage(image, 0, 0);
  try {
    context?.getImageData(0, 0, 1, 1);
    return true;
  } catch {
    return false;
  }
}

const loadImage = (call: FetchCall, inside: Document): Promise<PageResult> => {
  const image = inside.createElement('img');
  image.crossOrigin = crossOrigin(call);
  return new Promise((resolve) => {
    image.onload = () => resolve(loaded(canBeRead(image)));
    image.onerror = () => resolve(errorEvent);
    image.src = call.url;
  });
};

export const askByImage = (call: FetchCall) => inFreshDocument((inside) => loadImage(call, inside));

const mutedMessage = 'Script error.';

export function askByScript(call: FetchCall): Promise<PageResult> {
  const script = document.createElement('script');
  script.crossOrigin = crossOrigin(call);
  let told = mutedMessage;
  // The script throws; between that and the load event nothing else runs.
  const listen = ({ message }: ErrorEvent) => {
    told = message;
  };
  addEventListener('error', listen);
  return new Promise<PageResult>((resolve) => {
    script.onload = () => resolve(loaded(told !== mutedMessage));
    script.onerror = () => resolve(errorEvent);
    script.src = call.url;
    document.body.append(script);
  }).finally(() => {
    removeEventListener('error', listen);
    script.remove();
  });
}

const loadModule = (call: FetchCall, inside: Document): Promise<PageResult> => {
  const script = inside.createElement('script');
  script.type = 'module';
  script.crossOrigin = crossOrigin(call);
  return new Promise((resolve) => {
    script.onload = () => resolve(loaded(true));
    script.onerror = () => resolve(errorEvent);
    script.src = call.url;
    inside.body.append(script);
  });
};

export const askByModule = (call: FetchCall) => inFreshDocument((inside) => loadModule(call, inside));

export async function askByFont({ url }: FetchCall): Promise<PageResult> {
  await new FontFace('Sample', `url(${JSON.stringify(url)})`).load();
  return loaded(true);
}
