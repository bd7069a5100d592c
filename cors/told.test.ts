import { expect, test } from 'vitest';
import { reply } from './fetch/cases.ts';
import { run } from './fetch/testing.ts';
import type { WireResponse } from './http.ts';
import type { FetchCall, PageResult } from './outcome.ts';
import { sampleImage } from './samples.ts';
import { toldBy } from './told.ts';

const anyone = 'Access-Control-Allow-Origin: *';
const image: WireResponse = { ...reply(200, anyone, 'Content-Type: image/svg+xml'), body: sampleImage };
const script = reply(200, anyone, 'Content-Type: text/javascript');
const error = (name: string): PageResult => ({ kind: 'error', name, message: '' });

test.each<readonly [Partial<FetchCall>, WireResponse, Partial<PageResult>]>([
  [{}, reply(200), error('TypeError')],
  [{}, reply(200, anyone), { kind: 'response', type: 'cors', status: 200 }],
  [{ api: 'xhr' }, reply(200), error('error')],
  [{ api: 'xhr' }, reply(200, anyone), { kind: 'response', type: null, status: 200 }],
  [{ api: 'xhr', method: 'TRACE' }, reply(200), error('SecurityError')],
  [{ api: 'xhr', headers: [['a b', '']] }, reply(200), error('SyntaxError')],
  [{ api: 'xhr', headers: [['a', '€']] }, reply(200), error('SyntaxError')],
  [{ api: 'xhr', method: 'A B' }, reply(200), error('SyntaxError')],
  [{ method: 'A B' }, reply(200), error('TypeError')],
  [
    { api: 'event-source' },
    reply(200, anyone, 'Content-Type: text/event-stream'),
    { kind: 'event', event: 'open', readable: true },
  ],
  [{ api: 'event-source' }, reply(200, anyone), error('error')],
  [{ api: 'beacon' }, reply(200), { kind: 'queued' }],
  [{ api: 'beacon', context: 'worker' }, reply(200), error('TypeError')],
  [{ api: 'image' }, image, { kind: 'event', event: 'load', readable: true }],
  [{ api: 'image', mode: 'no-cors' }, image, { kind: 'event', event: 'load', readable: false }],
  [{ api: 'image', context: 'worker' }, image, error('ReferenceError')],
  [{ api: 'script', mode: 'no-cors' }, script, { kind: 'event', event: 'load', readable: false }],
  [{ api: 'module' }, script, { kind: 'event', event: 'load', readable: true }],
  [{ api: 'font' }, reply(200), error('NetworkError')],
])('%o', (call, answer, told) => {
  expect(toldBy(run(call, [answer]))).toMatchObject(told);
});
