import type { FetchCall, PageResult } from '#cors';
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

/** In a frame without `allow-same-origin`: whatever it asks has the origin `null`, and each frame is another one. */
async function sendFromFrame(call: FetchCall): Promise<PageResult> {
  const frame = document.createElement('iframe');
  frame.hidden = true;
  frame.setAttribute('sandbox', 'allow-scripts');
  const url = new URL(elsewhereUrl, location.href).href;
  frame.srcdoc = `<body><script ${import.meta.env.DEV ? 'type="module" ' : ''}crossorigin src="${url}"></script>`;
  const opened = new Promise<Post>((resolve) => {
    frame.onload = () => resolve((asked, port) => frame.contentWindow?.postMessage(asked, '*', [port]));
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
export function send(call: FetchCall): Promise<PageResult> {
  switch (call.context) {
    case 'document':
      return ask(call);
    case 'worker':
      worker ??= startWorker();
      return sendFrom(worker, call);
    case 'sandboxed-iframe':
      return sendFromFrame(call);
  }
}
