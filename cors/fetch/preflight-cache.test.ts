import { describe, expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import type { WireRequest } from '../http.ts';
import { emptyState, type FetchCall, type PreflightCacheEntry } from '../outcome.ts';
import { callOf, reply } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';
import { readMaxAge } from './preflight-cache.ts';
import { allowing, preflights } from './testing.ts';

const page = 'http://localhost:4000';
const any = 'Access-Control-Allow-Origin: *';
const put = { method: 'PUT', headers: [['X-A', '1']] } as const;
const include = { ...put, credentials: 'include' } as const;
const allowingPut = (...lines: readonly string[]) =>
  allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a', ...lines);
const second = 1000;
const maxAge = (value: string) => `Access-Control-Max-Age: ${value}`;

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

  it.each([
    ['standard', '600', { seconds: 600, by: 'value' }],
    ['standard', '0', { seconds: 0, by: 'value' }],
    ['webkit', '601', { seconds: 600, by: 'cap' }],
    ['webkit', '+600', { seconds: 600, by: 'value' }],
    ['webkit', '+-600', { seconds: 5, by: 'unparsable' }],
    ['standard', '+600', { seconds: 5, by: 'unparsable' }],
    ['chromium', '+600', { seconds: 600, by: 'value' }],
    ['chromium', '-600', { seconds: 0, by: 'negative' }],
    ['chromium', '9223372036854775807', { seconds: 7200, by: 'cap' }],
    ['chromium', '9223372036854775808', { seconds: 5, by: 'unparsable' }],
    ['webkit', '9223372036854775808', { seconds: 5, by: 'unparsable' }],
    ['chromium', '-9223372036854775808', { seconds: 0, by: 'negative' }],
    ['chromium', '-9223372036854775809', { seconds: 5, by: 'unparsable' }],
    ['firefox', '9223372036854775808', { seconds: 86_400, by: 'cap' }],
    ['firefox', '600, 600', { seconds: 0, by: 'unparsable' }],
    ['firefox', '', { seconds: 5, by: 'absent' }],
    ['firefox', null, { seconds: 5, by: 'absent' }],
  ] as const)('%s reads %s', (browser, value, reading) => {
    expect(readMaxAge(value, deviations[browser])).toEqual(reading);
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
    const entry = {
      origin: page,
      url: 'http://localhost:4001/orders?x',
      credentials: false,
      at: 1000,
      maxAge: null,
      expires: 6000,
    };
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

  it('after a redirect to another server is the permission of the origin null, and of nobody else', () => {
    const away = 'http://localhost:4002/orders';
    const server = ({ method, url }: WireRequest) => {
      if (method === 'OPTIONS') return reply(204, any, 'Access-Control-Allow-Headers: x-a', maxAge('600'));
      return url === away ? reply(200, any) : reply(302, any, `Location: ${away}`);
    };
    const redirected = { headers: [['X-A', '1']] } as const;
    const direct = { ...redirected, url: away };
    const asked = (calls: readonly Partial<FetchCall>[]) => {
      let state = emptyState;
      return calls.map((given) => {
        const outcome = fetchAsBrowser({ call: callOf(given), page, server, state, browser: 'standard', now: 0 });
        state = outcome.state;
        return outcome.messages.filter(({ request }) => request.url === away).map(({ request }) => request.method);
      });
    };
    expect(asked([redirected, direct, direct, redirected])).toEqual([
      ['OPTIONS', 'GET'],
      ['OPTIONS', 'GET'],
      ['GET'],
      ['GET'],
    ]);
    expect(asked([direct, redirected])).toEqual([
      ['OPTIONS', 'GET'],
      ['OPTIONS', 'GET'],
    ]);
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
      facts: { hit: true, expires: 5000, now: 100 },
      result: 'passed',
    });
  });
});

describe('what WebKit remembers of a preflight that failed', () => {
  const policy = ['Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: *'];
  const remembered = (call: Partial<FetchCall>, status: number, ...lines: string[]) => {
    const input = { call: callOf(call), page, state: emptyState, browser: 'webkit', now: 0 } as const;
    return fetchAsBrowser({ ...input, server: () => reply(status, ...lines) }).state.preflights.map(({ name }) => name);
  };

  it('is what it allowed, when that was only not enough', () => {
    expect(remembered({ method: 'DELETE' }, 204, any, ...policy)).toEqual(['PUT', '*']);
    expect(remembered({ method: 'PUT', headers: [['X-A', '1']] }, 204, any, policy[0] ?? '')).toEqual(['PUT']);
  });

  it('is nothing, when it failed otherwise', () => {
    expect(remembered({ method: 'PUT' }, 404, any, ...policy)).toEqual([]);
    expect(remembered({ method: 'PUT' }, 204, ...policy)).toEqual([]);
  });
});

it('Firefox remembers a GET without its method', () => {
  const get = { headers: [['X-A', '1']] } as const;
  const head = { ...get, method: 'HEAD' } as const;
  const server = allowing('Access-Control-Allow-Headers: x-a');
  expect(preflights('firefox', server, [get, get])).toEqual([true, false]);
  expect(preflights('firefox', server, [head, head])).toEqual([true, true]);
});

describe('when a preflight is asked again', () => {
  const entries = (browser: 'standard' | 'webkit', at: number, ...lines: string[]) => {
    const first = { call: callOf(put), page, state: emptyState, browser, now: 0, server: allowingPut() } as const;
    const { state } = fetchAsBrowser(first);
    const other = callOf({ ...put, headers: [['X-B', '1']] });
    const server = allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-b', ...lines);
    const again = fetchAsBrowser({ call: other, page, state, browser, now: at, server });
    return again.state.preflights.map(({ kind, name, expires }) => `${kind} ${name} ${expires}`);
  };

  it('what it says replaces what was remembered of the same names', () => {
    expect(entries('standard', 1000)).toEqual(['header x-a 5000', 'method PUT 6000', 'header x-b 6000']);
  });
  it('what has run out is dropped', () => {
    expect(entries('standard', 5000)).toEqual(['method PUT 10000', 'header x-b 10000']);
  });
  it('with a max-age of 0, nothing of those names stays', () => {
    expect(entries('standard', 1000, maxAge('0'))).toEqual(['header x-a 5000']);
  });
  it('WebKit keeps the last alone', () => {
    expect(entries('webkit', 1000)).toEqual(['method PUT 6000', 'header x-b 6000']);
  });
});

it.each([
  ['x-5', 'unparsable'],
  ['-5x', 'unparsable'],
  ['-5', 'negative'],
] as const)('Chromium takes a max-age of %s for %s', (value, by) => {
  expect(readMaxAge(value, deviations.chromium).by).toBe(by);
});
