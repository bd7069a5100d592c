import { describe, expect, it } from 'vitest';
import type { WireRequest, WireResponse } from '../http.ts';
import { getHeader } from '../http.ts';
import { type Browser, emptyState, type FetchCall, type PreflightCacheEntry } from '../outcome.ts';
import { callOf, reply } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';

const page = 'http://localhost:4000';
const put = { method: 'PUT', headers: [['X-A', '1']] } as const;
const include = { ...put, credentials: 'include' } as const;
const second = 1000;

/** A server that allows this page, with credentials, what it is told. */
function allowing(...lines: readonly string[]): (request: WireRequest) => WireResponse {
  const policy = [`Access-Control-Allow-Origin: ${page}`, 'Access-Control-Allow-Credentials: true'];
  return ({ method }) => (method === 'OPTIONS' ? reply(204, ...policy, ...lines) : reply(200, ...policy));
}
const allowingPut = (...lines: readonly string[]) =>
  allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a', ...lines);
const maxAge = (value: string) => `Access-Control-Max-Age: ${value}`;

type Timed = Partial<FetchCall> & { readonly at?: number };

/** Fetches one after the other, and tells for each whether a preflight was sent. `at` in ms. */
function preflights(
  browser: Browser,
  server: (request: WireRequest) => WireResponse,
  calls: readonly Timed[],
): readonly boolean[] {
  let state = emptyState;
  return calls.map(({ at = 0, ...given }) => {
    const outcome = fetchAsBrowser({ call: callOf(given), page, server, state, browser, now: at });
    state = outcome.state;
    return outcome.messages.some(({ kind }) => kind === 'preflight');
  });
}

describe('how long a preflight is remembered', () => {
  it.each([
    ['standard', null, 5],
    ['standard', '60', 60],
    ['standard', '0', 0],
    ['standard', '-1', 5],
    ['standard', 'soon', 5],
    ['standard', '1.5', 5],
    ['standard', '+60', 5],
    ['standard', '99999999999999999999', 2_147_483_648],
    ['chromium', null, 5],
    ['chromium', '7200', 7200],
    ['chromium', '86400', 7200],
    ['chromium', '-1', 0],
    ['chromium', 'soon', 5],
    ['firefox', null, 5],
    ['firefox', '', 5],
    ['firefox', '86400', 86_400],
    ['firefox', '99999', 86_400],
    ['firefox', '-1', 0],
    ['firefox', 'soon', 0],
    ['webkit', null, 5],
    ['webkit', '3600', 600],
    ['webkit', '+60', 60],
    ['webkit', '-1', 0],
    ['webkit', 'soon', 5],
  ] as const)('%s, max-age %s: %i seconds', (browser, value, seconds) => {
    const server = allowingPut(...(value === null ? [] : [maxAge(value)]));
    const state = fetchAsBrowser({ call: callOf(put), page, server, state: emptyState, browser, now: 500 }).state;
    const expires = seconds === 0 ? [] : [500 + seconds * second, 500 + seconds * second];
    expect(state.preflights.map((entry) => entry.expires)).toEqual(expires);
  });

  it('a repeated header counts as none that can be read', () => {
    expect(preflights('standard', allowingPut(maxAge('60'), maxAge('60')), [put, { ...put, at: 6 * second }])).toEqual([
      true,
      true,
    ]);
  });

  it('is to the millisecond', () => {
    const calls = [put, { ...put, at: 4999 }, { ...put, at: 5000 }];
    expect(preflights('standard', allowingPut(), calls)).toEqual([true, false, true]);
  });
});

describe('what is remembered', () => {
  it('is one entry for each method and header, of this origin, URL and credentials', () => {
    const server = allowing('Access-Control-Allow-Methods: PUT, PUT', 'Access-Control-Allow-Headers: X-A, x-a, X-B');
    const outcome = fetchAsBrowser({
      call: callOf({ ...put, url: 'http://localhost:4001/orders?x' }),
      page,
      server,
      state: emptyState,
      browser: 'standard',
      now: 1000,
    });
    const entry = { origin: page, url: 'http://localhost:4001/orders?x', credentials: false, expires: 6000 };
    const expected: PreflightCacheEntry[] = [
      { ...entry, kind: 'method', name: 'PUT' },
      { ...entry, kind: 'header', name: 'x-a' },
      { ...entry, kind: 'header', name: 'x-b' },
    ];
    expect(outcome.state.preflights).toEqual(expected);
  });

  it.each([
    ['the same again', [put, put], [true, false]],
    ['other case of the header', [put, { ...put, headers: [['x-a', '2']] }], [true, false]],
    ['without the header', [put, { method: 'PUT' }], [true, false]],
    ['a POST with the header', [put, { ...put, method: 'POST' }], [true, false]],
    ['another header', [put, { ...put, headers: [['X-B', '2']] }], [true, true]],
    ['another method', [put, { ...put, method: 'DELETE' }], [true, true]],
    ['another path', [put, { ...put, url: 'http://localhost:4001/other' }], [true, true]],
    ['another query', [put, { ...put, url: 'http://localhost:4001/orders?x' }], [true, true]],
    ['another fragment', [put, { ...put, url: 'http://localhost:4001/orders#x' }], [true, true]],
    ['another port', [put, { ...put, url: 'http://localhost:4002/orders' }], [true, true]],
    ['with credentials after without', [put, include], [true, true]],
    ['without credentials after with', [include, put], [true, false]],
    ['both with credentials', [include, include], [true, false]],
  ] as const)('%s', (_, calls, expected) => {
    expect(preflights('standard', allowingPut(), calls)).toEqual(expected);
  });

  it('is nothing when the preflight failed', () => {
    const call = callOf({ ...put, method: 'DELETE' });
    const outcome = fetchAsBrowser({
      call,
      page,
      server: allowingPut(),
      state: emptyState,
      browser: 'standard',
      now: 0,
    });
    expect(outcome.state.preflights).toEqual([]);
  });

  it('is shown as the step that made the preflight needless', () => {
    const server = allowingPut();
    const { state } = fetchAsBrowser({
      call: callOf(put),
      page,
      server,
      state: emptyState,
      browser: 'standard',
      now: 0,
    });
    const again = fetchAsBrowser({ call: callOf(put), page, server, state, browser: 'standard', now: 100 });
    expect(again.steps[3]).toEqual({
      code: 'preflight-cache',
      facts: { hit: true, expires: 5000 },
      result: 'passed',
    });
  });
});

describe('browsers remember differently', () => {
  const star = allowing('Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *');
  const authorized = { headers: [['Authorization', 'x']] } as const;
  it.each([
    ['standard', 'the wildcard', star, [put, put], [true, false]],
    ['chromium', 'the wildcard', star, [put, put], [true, false]],
    ['firefox', 'the wildcard', star, [put, put], [true, true]],
    ['webkit', 'the wildcard', star, [put, put], [true, false]],
    ['chromium', 'Authorization under the wildcard', star, [authorized, authorized], [true, true]],
    ['firefox', 'Authorization under the wildcard', star, [authorized, authorized], [true, true]],
    ['webkit', 'Authorization under the wildcard', star, [authorized, authorized], [true, false]],
    ['chromium', 'without credentials after with', allowingPut(), [include, put], [true, false]],
    ['firefox', 'without credentials after with', allowingPut(), [include, put], [true, true]],
    ['standard', 'both kinds', allowingPut(), [put, include, put], [true, true, false]],
    ['firefox', 'both kinds', allowingPut(), [put, include, put, include], [true, true, false, false]],
    ['standard', 'HEAD', allowingPut(), [put, { ...put, method: 'HEAD' }], [true, false]],
    ['firefox', 'HEAD', allowingPut(), [put, { ...put, method: 'HEAD' }], [true, true]],
    ['firefox', 'POST', allowingPut(), [put, { ...put, method: 'POST' }], [true, false]],
  ] as const)('%s: %s', (browser, _, server, calls, expected) => {
    expect(preflights(browser, server, calls)).toEqual(expected);
  });

  const echoing = (request: WireRequest) =>
    allowing(`Access-Control-Allow-Methods: ${getHeader(request.headers, 'Access-Control-Request-Method')}`)(request);
  it.each([
    ['standard', [true, true, false]],
    ['chromium', [true, true, true]],
    ['firefox', [true, true, false]],
    ['webkit', [true, true, true]],
  ] as const)('%s: PUT, DELETE, and PUT again', (browser, expected) => {
    const calls = [{ method: 'PUT' }, { method: 'DELETE' }, { method: 'PUT' }];
    expect(preflights(browser, echoing, calls)).toEqual(expected);
  });

  it('Chromium forgets one that does not serve', () => {
    const calls = [put, { ...put, method: 'DELETE' }, put];
    expect(preflights('chromium', allowingPut(), calls)).toEqual([true, true, true]);
    expect(preflights('firefox', allowingPut(), calls)).toEqual([true, true, true]);
  });

  it.each([
    ['standard', [true, false]],
    ['chromium', [true, true]],
    ['firefox', [true, true]],
  ] as const)('%s: a wildcard that came along with credentials', (browser, expected) => {
    const both = allowing('Access-Control-Allow-Methods: PUT, *', 'Access-Control-Allow-Headers: x-a, *');
    const other = { ...include, method: 'DELETE' } as const;
    expect(preflights(browser, both, [include, other])).toEqual(expected);
  });

  it.each([
    [1023, 'chromium', [true, false]],
    [1024, 'chromium', [true, true]],
    [1024, 'standard', [true, false]],
    [2000, 'firefox', [true, false]],
  ] as const)('a URL of %i characters in %s', (length, browser, expected) => {
    const url = 'http://localhost:4001/'.padEnd(length, 'x');
    expect(
      preflights(browser, allowingPut(), [
        { ...put, url },
        { ...put, url },
      ]),
    ).toEqual(expected);
  });
});

describe('cache modes', () => {
  it.each([
    ['standard', 'no-store', [true, false, false]],
    ['chromium', 'no-store', [true, true, false]],
    ['chromium', 'reload', [true, true, false]],
    ['chromium', 'no-cache', [true, true, false]],
    ['chromium', 'force-cache', [true, false, false]],
    ['firefox', 'no-store', [true, true, false]],
    ['firefox', 'reload', [true, true, false]],
    ['firefox', 'no-cache', [true, false, false]],
    ['webkit', 'reload', [true, false, false]],
  ] as const)('%s, %s in between', (browser, cache, expected) => {
    expect(preflights(browser, allowingPut(), [put, { ...put, cache }, put])).toEqual(expected);
  });

  it('no-store is not remembered by Chromium', () => {
    const first = { ...put, cache: 'no-store' } as const;
    expect(preflights('chromium', allowingPut(), [first, put])).toEqual([true, true]);
    expect(preflights('firefox', allowingPut(), [first, put])).toEqual([true, false]);
  });

  it.each([
    ['standard', [true, false]],
    ['chromium', [true, true]],
    ['firefox', [true, true]],
  ] as const)('%s takes a condition of the author for one', (browser, expected) => {
    const call = { headers: [['If-None-Match', 'x']] } as const;
    const server = allowing('Access-Control-Allow-Headers: if-none-match');
    expect(preflights(browser, server, [call, call])).toEqual(expected);
  });
});

describe('a fetch that fails after its preflight', () => {
  it.each([
    ['standard', [true, true]],
    ['firefox', [true, true]],
    ['chromium', [true, false]],
  ] as const)('%s', (browser, expected) => {
    const half = (request: WireRequest) => (request.method === 'OPTIONS' ? allowingPut()(request) : reply(200));
    expect(preflights(browser, half, [put, put])).toEqual(expected);
  });
});

describe('after a redirect to another origin', () => {
  const server = ({ method, url }: WireRequest) => {
    const any = 'Access-Control-Allow-Origin: *';
    if (method === 'OPTIONS') {
      return reply(204, any, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a');
    }
    return url.includes(':4001') ? reply(307, any, 'Location: http://localhost:4002/orders') : reply(200, any);
  };
  const direct = { ...put, url: 'http://localhost:4002/orders' } as const;
  it.each([
    ['standard', 'null', true],
    ['firefox', 'http://localhost:4000', false],
  ] as const)('%s remembers the preflight for %s', (browser, origin, again) => {
    const first = fetchAsBrowser({ call: callOf(put), page, server, state: emptyState, browser, now: 0 });
    expect(first.state.preflights.filter(({ url }) => url.includes(':4002')).map((entry) => entry.origin)).toEqual([
      origin,
      origin,
    ]);
    const repeated = fetchAsBrowser({ call: callOf(put), page, server, state: first.state, browser, now: 0 });
    expect(repeated.messages).toHaveLength(2);
    expect(preflights(browser, server, [put, direct])).toEqual([true, again]);
  });

  it('Chromium does not remember it at all', () => {
    const { state } = fetchAsBrowser({
      call: callOf(put),
      page,
      server,
      state: emptyState,
      browser: 'chromium',
      now: 0,
    });
    expect(state.preflights.map(({ url }) => url)).toEqual([
      'http://localhost:4001/orders',
      'http://localhost:4001/orders',
    ]);
  });
});
