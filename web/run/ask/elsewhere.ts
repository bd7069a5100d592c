import type { FetchCall, PageResult } from '#cors';
import { ask } from './ask.ts';

// Runs in a worker and in the sandboxed frame: takes calls, and answers each on the port that came with it.

addEventListener('message', async ({ data, ports: [port] }: MessageEvent<FetchCall>) => {
  const result: PageResult = await ask(data);
  port?.postMessage(result);
});
