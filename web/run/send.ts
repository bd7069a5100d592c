import { type FetchCall, type Origins, otherPagePath, type PageResult } from '#cors';
import { ask } from './ask/ask.ts';
import elsewhereUrl from './ask/elsewhere.ts?worker&url';

type Post = (call: FetchCall, port: MessagePort) => void;

function startWorker(): Promise<Post> {
  const worker = new Worker(elsewhereUrl, { type: import.meta.env.DEV ? 'module' : 'classic' });
  return new Promise((resolve, reject) => {
    worker.onerror = () => reject(new Error('The worker did not start'));
    resolve((call, port) => worker.postMessage(call, [port]));
  });
}

/** Without `allow-same-origin`: whatever it asks has the origin `null`, and each frame is another one. */
function sandboxed(): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.setAttribute('sandbox', 'allow-scripts');
  const url = new URL(elsewhereUrl, location.href).href;
  const script = `<script ${import.meta.env.DEV ? 'type="module" ' : ''}crossorigin src="${url}"></script>`;
  frame.srcdoc = `<body data-heeds="${location.origin}">${script}`;
  return frame;
}

function otherPage(origin: string): HTMLIFrameElement {
  const frame = document.createElement('iframe');
  frame.src = origin + otherPagePath;
  return frame;
}

/** Opens the frame for this call alone. `origin`: whose frame the call is meant for, or `*`. */
async function sendFromFrame(call: FetchCall, frame: HTMLIFrameElement, origin: string): Promise<PageResult> {
  frame.hidden = true;
  const opened = new Promise<Post>((resolve) => {
    frame.onload = () => resolve((asked, port) => frame.contentWindow?.postMessage(asked, origin, [port]));
  });
  document.body.append(frame);
  try {
    return await sendFrom(opened, call);
  } finally {
    frame.remove();
  }
}

let worker: Promise<Post> | null = null;

async function sendFrom(opened: Promise<Post>, call: FetchCall): Promise<PageResult> {
  const post = await opened;
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.onmessage = ({ data }: MessageEvent<PageResult>) => resolve(data);
    post(call, port2);
  });
}

/** Makes the call with the browser's own means, where it says, and tells what the JavaScript there was told. */
export function send(call: FetchCall, { second }: Origins): Promise<PageResult> {
  switch (call.context) {
    case 'document':
      return ask(call);
    case 'worker':
      worker ??= startWorker();
      return sendFrom(worker, call);
    case 'sandboxed-iframe':
      return sendFromFrame(call, sandboxed(), '*');
    case 'other-page':
      return sendFromFrame(call, otherPage(second), second);
  }
}
