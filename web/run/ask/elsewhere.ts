import type { FetchCall, PageResult } from '#cors';
import { ask } from './ask.ts';

// Runs in a worker, in the sandboxed frame and in the other page: takes calls, and answers each on the port that came
// with it. A frame heeds only the origin that its document names. A worker hears nobody but its page, and of no origin.
const heeded = typeof document === 'undefined' ? '' : document.body.dataset.heeds;

addEventListener('message', async ({ origin, data, ports: [port] }: MessageEvent<FetchCall>) => {
  if (origin !== heeded) return;
  const result: PageResult = await ask(data);
  port?.postMessage(result);
});
