import { describe, expect, it } from 'vitest';
import { getHeader, type WireRequest } from '../http.ts';
import { emptyState } from '../outcome.ts';
import { callOf, reply } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';
import { allowing, preflights } from './testing.ts';

const page = 'http://localhost:4000';
const put = { method: 'PUT', headers: [['X-A', '1']] } as const;
const include = { ...put, credentials: 'include' } as const;
const allowingPut = () => allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a');

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
    ['standard', [true, false], [true, false]],
    ['chromium', [true, true], [true, true]],
    ['firefox', [true, true], [true, true]],
    ['webkit', [true, true], [true, false]],
  ] as const)('%s: a wildcard that came along with credentials', (browser, again, without) => {
    const both = allowing('Access-Control-Allow-Methods: PUT, *', 'Access-Control-Allow-Headers: x-a, *');
    const other = { ...include, method: 'DELETE' } as const;
    expect(preflights(browser, both, [include, other])).toEqual(again);
    expect(preflights(browser, both, [include, { ...other, credentials: 'omit' }])).toEqual(without);
  });

  it.each([
    ['standard', [true, true]],
    ['chromium', [true, true]],
    ['firefox', [true, true]],
    ['webkit', [true, false]],
  ] as const)('%s: a permission that was not the one asked for', (browser, expected) => {
    expect(preflights(browser, allowingPut(), [{ method: 'DELETE' }, put])).toEqual(expected);
    expect(preflights(browser, allowingPut(), [{ headers: [['X-B', '1']] }, put])).toEqual(expected);
  });

  it('WebKit remembers nothing of an answer that is not in order', () => {
    const refusing = (request: WireRequest) =>
      request.method === 'OPTIONS' ? { ...allowingPut()(request), status: 403 } : reply(200);
    expect(preflights('webkit', refusing, [put, put])).toEqual([true, true]);
    const unreadable = allowing('Access-Control-Allow-Methods: "PUT"');
    expect(preflights('webkit', unreadable, [{ method: 'PUT' }, { method: 'PUT' }])).toEqual([true, true]);
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

describe('a hop that has become simple', () => {
  it.each([
    ['standard', true, false, false, false],
    ['firefox', true, true, false, false],
    ['webkit', true, true, false, false],
  ] as const)('%s asks at first %s and %s, then %s and %s', (browser, ...expected) => {
    const any = 'Access-Control-Allow-Origin: *';
    const server = ({ method, url }: WireRequest) => {
      if (method === 'PUT') return reply(303, any, 'Location: /get');
      if (method === 'GET') return reply(200, any);
      return url.endsWith('/get') ? reply(204, any) : reply(204, any, 'Access-Control-Allow-Methods: PUT');
    };
    let state = emptyState;
    const asked = [0, 1].flatMap(() => {
      const outcome = fetchAsBrowser({ call: callOf({ method: 'PUT' }), page, server, state, browser, now: 0 });
      state = outcome.state;
      const isAsked = (at: number) => outcome.messages.some(({ kind, hop }) => kind === 'preflight' && hop === at);
      return [isAsked(0), isAsked(1)];
    });
    expect(asked).toEqual(expected);
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

  it.each(['standard', 'firefox'] as const)(
    '%s forgets, when the last answer fails, what was allowed there alone',
    (browser) => {
      const failing = (request: WireRequest) =>
        request.method === 'PUT' && request.url.includes(':4002') ? reply(200) : server(request);
      const { state } = fetchAsBrowser({
        call: callOf(put),
        page,
        server: failing,
        state: emptyState,
        browser,
        now: 0,
      });
      expect(state.preflights.map(({ url }) => url)).toEqual([
        'http://localhost:4001/orders',
        'http://localhost:4001/orders',
      ]);
    },
  );

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

  it('and says so once, however long the chain', () => {
    const chain = ({ method, url }: WireRequest) => {
      const any = 'Access-Control-Allow-Origin: *';
      if (method === 'OPTIONS') {
        return reply(204, any, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a');
      }
      const next = url.includes(':4001') ? ':4002/orders' : url.endsWith('/orders') ? ':4002/last' : null;
      return next === null ? reply(200, any) : reply(307, any, `Location: http://localhost${next}`);
    };
    const { messages, advice } = fetchAsBrowser({
      call: callOf(put),
      page,
      server: chain,
      state: emptyState,
      browser: 'chromium',
      now: 0,
    });
    expect(messages.map(({ request }) => request.method)).toEqual([
      'OPTIONS',
      'PUT',
      'OPTIONS',
      'PUT',
      'OPTIONS',
      'PUT',
    ]);
    expect(advice).toEqual([{ code: 'preflight-not-kept', facts: { because: 'null-origin' } }]);
  });
});

describe('a preflight of a sandboxed frame', () => {
  const framed = { ...put, context: 'sandboxed-iframe' } as const;
  const far = { ...framed, url: 'http://127.0.0.1:4001/orders' } as const;
  const any = 'Access-Control-Allow-Origin: *';
  const anybody = ({ method }: WireRequest) =>
    method === 'OPTIONS'
      ? reply(204, any, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Allow-Headers: x-a')
      : reply(200, any);
  it.each([
    ['standard', [true, false]],
    ['chromium', [true, true]],
    ['firefox', [true, false]],
    ['webkit', [true, true]],
  ] as const)('%s', (browser, expected) => {
    expect(preflights(browser, anybody, [framed, framed])).toEqual(expected);
    expect(preflights(browser, anybody, [far, far])).toEqual(expected);
    expect(preflights(browser, anybody, [framed, put])).toEqual([true, true]);
  });
});
