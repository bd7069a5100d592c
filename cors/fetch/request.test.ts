import { describe, expect, it } from 'vitest';
import { parseUrl } from '../origin.ts';
import { reply } from './cases.ts';
import { type Request, taintAfter } from './request.ts';
import { run, sentHeader } from './testing.ts';

const A = 'http://a.test';
const siblingOfA = 'http://www.a.test';
const B = 'http://b.test';

/** https://fetch.spec.whatwg.org/#concept-request-redirect-taint */
describe('the redirect-taint', () => {
  it.each([
    ['same-origin', A, A, 'same-origin'],
    ['same-origin', A, B, 'same-origin'],
    ['same-origin', B, B, 'same-origin'],
    ['same-origin', B, A, 'cross-site'],
    ['same-origin', siblingOfA, A, 'same-site'],
    ['same-origin', siblingOfA, B, 'same-site'],
    ['same-site', A, A, 'same-site'],
    ['same-site', A, B, 'same-site'],
    ['same-site', B, A, 'cross-site'],
    ['cross-site', A, A, 'cross-site'],
    ['cross-site', siblingOfA, A, 'cross-site'],
    ['cross-site', B, B, 'cross-site'],
  ] as const)('%s, of a page at http://a.test, from %s to %s is %s', (redirectTaint, from, to, after) => {
    const [url, next] = [parseUrl(from), parseUrl(to)];
    if (url === null || next === null) throw new Error('no URL');
    expect(taintAfter({ origin: A, url, redirectTaint } as Request, next)).toBe(after);
  });
});

describe('an author’s own condition', () => {
  it.each([
    ['If-Modified-Since', 'no-cache'],
    ['If-None-Match', 'no-cache'],
    ['If-Unmodified-Since', 'no-cache'],
    ['If-Match', 'no-cache'],
    ['if-range', 'no-cache'],
    ['If-Any', null],
  ])('%s keeps the cache out of it: Cache-Control %s', (name, cacheControl) => {
    const outcome = run({ url: 'http://localhost:4000/orders', headers: [[name, 'x']] }, [reply(200)]);
    expect(sentHeader(outcome, 'Cache-Control')).toBe(cacheControl);
  });
});
