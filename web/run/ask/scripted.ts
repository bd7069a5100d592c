import type { FetchCall, HeaderLine, PageResult } from '#cors';
import { bodyInit } from './body.ts';

/** What those tell that fire an event and give no reason. */
export const errorEvent: PageResult = { kind: 'error', name: 'error', message: '' };

const readHeaders = (text: string): readonly HeaderLine[] =>
  text
    .split('\r\n')
    .filter((line) => line !== '')
    .map((line): HeaderLine => {
      const colon = line.indexOf(':');
      return [line.slice(0, colon), line.slice(colon + 1).trim()];
    });

export function askByXhr(call: FetchCall): Promise<PageResult> {
  const xhr = new XMLHttpRequest();
  xhr.open(call.method, call.url);
  xhr.withCredentials = call.credentials === 'include';
  for (const [name, value] of call.headers) xhr.setRequestHeader(name, value);
  if (call.uploadListener) xhr.upload.addEventListener('progress', () => undefined);
  return new Promise((resolve) => {
    xhr.onerror = () => resolve(errorEvent);
    xhr.onload = () =>
      resolve({
        kind: 'response',
        type: null,
        status: xhr.status,
        statusText: xhr.statusText,
        url: xhr.responseURL,
        redirected: xhr.responseURL !== call.url,
        headers: readHeaders(xhr.getAllResponseHeaders()),
        body: xhr.responseText,
      });
    const body = call.body && bodyInit(call.body);
    xhr.send(body instanceof ReadableStream ? null : body);
  });
}

export function askByEventSource({ url, credentials }: FetchCall): Promise<PageResult> {
  const source = new EventSource(url, { withCredentials: credentials === 'include' });
  return new Promise<PageResult>((resolve) => {
    source.onopen = () => resolve({ kind: 'event', event: 'open', readable: true });
    source.onerror = () => resolve(errorEvent);
  }).finally(() => source.close());
}

export async function askByBeacon({ url, body }: FetchCall): Promise<PageResult> {
  const isTaken = navigator.sendBeacon(url, body ? bodyInit(body) : null);
  return isTaken ? { kind: 'queued' } : { kind: 'error', name: 'sendBeacon', message: 'returned false' };
}
