import { describe, expect, it } from 'vitest';
import { getHeader, type WireRequest, type WireResponse } from '../http.ts';
import { type Browser, emptyState } from '../outcome.ts';
import { callOf, casePage, reply } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';
import { run, sent, sentHeader, trail } from './testing.ts';

const A = 'http://localhost:4000';
const B = 'http://localhost:4001';
const C = 'http://localhost:4002';
const any = 'Access-Control-Allow-Origin: *';
const allow = (origin: string) => `Access-Control-Allow-Origin: ${origin}`;

describe('along a chain of redirects', () => {
  /** `Origin` as each hop was told, for a GET that starts at the first and is sent on to each of the others. */
  function origins(...path: readonly string[]): readonly (string | null)[] {
    const answers = path.map((_, i) => {
      const next = path[i + 1];
      return next === undefined ? reply(200, any) : reply(302, any, `Location: ${next}/`);
    });
    const { messages } = run({ url: `${path[0]}/` }, answers);
    return messages.map(({ request }) => getHeader(request.headers, 'Origin'));
  }

  it.each([
    ['A to A', [A, A], [null, null]],
    ['A to B', [A, B], [null, A]],
    ['B to A', [B, A], [A, 'null']],
    ['B to B', [B, B], [A, A]],
    ['B to C', [B, C], [A, 'null']],
    ['A to B to A', [A, B, A], [null, A, 'null']],
    ['A to B to B', [A, B, B], [null, A, A]],
    ['A to B to C', [A, B, C], [null, A, 'null']],
    ['B to C to B', [B, C, B], [A, 'null', 'null']],
    ['B to A to A', [B, A, A], [A, 'null', 'null']],
  ])('%s', (_, path, expected) => {
    expect(origins(...path)).toEqual(expected);
  });

  it('the last has to allow null once the origin is gone', () => {
    const hop = reply(302, any, `Location: ${C}/`);
    expect(run({}, [hop, reply(200, allow('null'))]).verdict).toBe('readable');
    expect(run({}, [hop, reply(200, allow(A))]).finding).toEqual({
      code: 'acao-mismatch',
      facts: { at: 'response', origin: 'null', value: A, hint: 'origin-for-null', method: 'GET' },
    });
  });

  it('the own server has to allow it too, once the request has left', () => {
    const back = reply(302, any, `Location: ${A}/`);
    expect(run({}, [back, reply(200)]).finding?.code).toBe('acao-missing');
    expect(run({}, [back, reply(200, any)]).response?.type).toBe('cors');
  });

  it('each redirect of another origin has to be allowed', () => {
    expect(run({}, [reply(302, `Location: ${C}/`)]).finding).toEqual({
      code: 'acao-missing',
      facts: { at: 'redirect', origin: A, status: 302, method: 'GET', thenNull: true },
    });
    expect(run({ url: `${A}/` }, [reply(302, `Location: ${B}/`), reply(200, any)]).verdict).toBe('readable');
  });
});

describe('a redirect and what it leads to, each with its own Access-Control-Allow-Origin', () => {
  const last = (first: string, second: string, [from, to]: readonly [string, string]) => {
    const line = (value: string) => (value === 'none' ? [] : [allow(value)]);
    const outcome = run({ url: `${from}/` }, [
      reply(302, ...line(first), `Location: ${to}/next`),
      reply(200, ...line(second)),
    ]);
    return outcome.verdict === 'readable' ? sentHeader(outcome, 'Origin') : outcome.verdict;
  };

  it.each([
    ['*', '*', A],
    ['*', A, A],
    ['*', 'null', 'blocked'],
    ['*', 'none', 'blocked'],
    [A, '*', A],
    [A, A, A],
    [A, 'null', 'blocked'],
    [A, 'none', 'blocked'],
    ['null', '*', A],
    ['none', '*', A],
  ])('from the own server (%s) to another (%s): %s', (first, second, expected) => {
    expect(last(first, second, [A, B])).toBe(expected);
  });

  it.each([
    ['*', '*', 'null'],
    ['*', A, 'blocked'],
    ['*', 'null', 'null'],
    ['*', 'none', 'blocked'],
    [A, '*', 'null'],
    [A, A, 'blocked'],
    [A, 'null', 'null'],
    [A, 'none', 'blocked'],
    ['null', '*', 'blocked'],
    ['none', '*', 'blocked'],
    ['*', B, 'blocked'],
  ])('from another server (%s) to the own one or a third (%s): %s', (first, second, expected) => {
    expect(last(first, second, [B, A])).toBe(expected);
    expect(last(first, second, [B, C])).toBe(expected);
  });

  it.each([
    ['*', '*', A],
    ['*', A, A],
    ['*', 'null', 'blocked'],
    ['*', 'none', 'blocked'],
    [A, '*', A],
    [A, A, A],
    [A, 'null', 'blocked'],
    [A, 'none', 'blocked'],
    ['null', '*', 'blocked'],
    ['none', '*', 'blocked'],
    ['*', B, 'blocked'],
    [B, '*', 'blocked'],
  ])('from another server (%s) to itself (%s): %s', (first, second, expected) => {
    expect(last(first, second, [B, B])).toBe(expected);
  });
});

describe('the method and the body', () => {
  const call = {
    url: `${A}/`,
    headers: [
      ['Content-Type', 'text/x'],
      ['Content-Language', 'de'],
      ['X-A', '1'],
    ],
    body: { type: 'text', text: 'hello', mime: '' },
  } as const;
  it.each([
    [301, 'POST', 'GET'],
    [302, 'POST', 'GET'],
    [303, 'POST', 'GET'],
    [307, 'POST', 'POST'],
    [308, 'POST', 'POST'],
    [301, 'PUT', 'PUT'],
    [302, 'DELETE', 'DELETE'],
    [303, 'PUT', 'GET'],
    [303, 'PATCH', 'GET'],
    [307, 'PUT', 'PUT'],
  ])('%i makes of %s a %s', (status, method, after) => {
    const outcome = run({ ...call, method }, [reply(status, 'Location: /next'), reply(200)]);
    const last = outcome.messages[1]?.request;
    expect(last?.method).toBe(after);
    expect(last?.body).toBe(after === 'GET' ? null : 'hello');
    const names = last?.headers.map(([name]) => name).filter((name) => name !== 'Origin');
    expect(names).toEqual(after === 'GET' ? ['X-A'] : ['Content-Type', 'Content-Language', 'X-A']);
  });

  it.each([301, 302, 303, 307, 308])('%i leaves HEAD and GET alone', (status) => {
    const { body: _, ...bare } = call;
    for (const method of ['GET', 'HEAD']) {
      const outcome = run({ ...bare, method }, [reply(status, 'Location: /next'), reply(200)]);
      expect(sent(outcome)).toEqual([`${method} ${A}/`, `${method} ${A}/next`]);
      expect(sentHeader(outcome, 'Content-Type')).toBe('text/x');
    }
  });

  it.each([300, 304, 305, 306])('%i is no redirect', (status) => {
    expect(run({}, [reply(status, any, 'Location: /next')]).response?.status).toBe(status);
  });
});

describe('a header of the author', () => {
  it('Authorization does not go to another origin', () => {
    const headers = [
      ['Authorization', 'x'],
      ['X-Api-Key', 'y'],
    ] as const;
    const allowed = reply(204, any, 'Access-Control-Allow-Headers: authorization, x-api-key');
    const same = run({ url: `${A}/`, headers }, [reply(302, 'Location: /next'), reply(200)]);
    expect(sentHeader(same, 'Authorization')).toBe('x');
    const other = run({ url: `${A}/`, headers }, [reply(302, `Location: ${B}/`), allowed, reply(200, any)]);
    expect(other.verdict).toBe('readable');
    expect(sentHeader(other, 'Authorization')).toBeNull();
    expect(sentHeader(other, 'X-Api-Key')).toBe('y');
  });
});

describe('the preflight of a later hop', () => {
  const put = { method: 'PUT' } as const;
  const server =
    (last: WireResponse) =>
    ({ method, url }: WireRequest) => {
      if (method !== 'OPTIONS') return url.startsWith(B) ? reply(307, any, `Location: ${C}/`) : reply(200, any);
      return url.startsWith(B) ? reply(204, any, 'Access-Control-Allow-Methods: PUT') : last;
    };
  const follow = (last: WireResponse, browser: Browser) =>
    fetchAsBrowser({ call: callOf(put), page: casePage, server: server(last), state: emptyState, browser, now: 0 });

  it('is sent again, without the origin', () => {
    const outcome = follow(reply(204, allow('null'), 'Access-Control-Allow-Methods: PUT'), 'standard');
    expect(outcome.verdict).toBe('readable');
    expect(outcome.messages.map(({ kind, hop, request }) => [kind, hop, getHeader(request.headers, 'Origin')])).toEqual(
      [
        ['preflight', 0, A],
        ['request', 0, A],
        ['preflight', 1, 'null'],
        ['request', 1, 'null'],
      ],
    );
  });

  it('tells the origin in Firefox, and has to allow it', () => {
    const allowed = follow(reply(204, allow(A), 'Access-Control-Allow-Methods: PUT'), 'firefox');
    expect(allowed.messages.map(({ request }) => getHeader(request.headers, 'Origin'))).toEqual([A, A, A, 'null']);
    const refused = follow(reply(204, allow('null'), 'Access-Control-Allow-Methods: PUT'), 'firefox');
    expect(refused.finding).toMatchObject({ code: 'acao-mismatch', facts: { at: 'preflight', origin: A } });
  });

  it.each([
    ['standard', ['OPTIONS', 'PUT', 'GET']],
    ['chromium', ['OPTIONS', 'PUT', 'GET']],
    ['firefox', ['OPTIONS', 'PUT', 'OPTIONS', 'GET']],
  ] as const)('is sent by %s after 303 made it a GET: %j', (browser, methods) => {
    const moved = ({ method, url }: WireRequest) => {
      if (method === 'OPTIONS') return reply(204, any, 'Access-Control-Allow-Methods: PUT');
      return url.endsWith('/moved') ? reply(200, any) : reply(303, any, 'Location: /moved');
    };
    const call = callOf(put);
    const outcome = fetchAsBrowser({ call, page: casePage, server: moved, state: emptyState, browser, now: 0 });
    expect(outcome.messages.map(({ request }) => request.method)).toEqual(methods);
    expect(outcome.verdict).toBe('readable');
  });

  it.each([
    ['standard', ['POST', 'GET']],
    ['chromium', ['POST', 'GET']],
    ['firefox', ['POST', 'OPTIONS', 'GET']],
  ] as const)('is sent by %s for a header that a redirect took away with the body: %j', (browser, methods) => {
    const moved = ({ url }: WireRequest) =>
      url.startsWith(A) ? reply(302, `Location: ${B}/`) : reply(200, any, 'Access-Control-Allow-Headers: content-type');
    const body = { type: 'text', text: '{}', mime: '' } as const;
    const call = callOf({ url: `${A}/`, method: 'POST', headers: [['Content-Type', 'application/json']], body });
    const outcome = fetchAsBrowser({ call, page: casePage, server: moved, state: emptyState, browser, now: 0 });
    expect(outcome.messages.map(({ request }) => request.method)).toEqual(methods);
    expect(getHeader(outcome.messages[1]?.request.headers ?? [], 'Access-Control-Request-Headers')).toBeNull();
  });

  it('may fail', () => {
    const outcome = follow(reply(404), 'standard');
    expect(outcome.finding?.facts).toMatchObject({ at: 'preflight', origin: 'null' });
    expect(outcome.unsent?.url).toBe(`${C}/`);
  });
});

it('every hop is told among the steps', () => {
  const answers = [reply(302, `Location: ${B}/`), reply(302, any, `Location: ${C}/`), reply(200)];
  const outcome = run({ url: `${A}/` }, answers);
  expect(trail(outcome)).toBe(
    'origin send redirect origin mode preflight-needed send cors-check redirect ' +
      'origin mode preflight-needed send !cors-check ?filter',
  );
  const visits = outcome.steps.filter(({ code }) => code === 'origin').map(({ facts }) => facts);
  expect(visits).toEqual([
    { page: A, target: A, same: true, hop: 0, tainted: false },
    { page: A, target: B, same: false, hop: 1, tainted: false },
    { page: A, target: C, same: false, hop: 2, tainted: true },
  ]);
});

describe('Origin of a POST in mode no-cors', () => {
  const origins = (browser: Browser, first: string, ...rest: readonly string[]) => {
    const answers = [...rest.map((next) => reply(307, `Location: ${next}/`)), reply(200)];
    const { messages } = run({ url: `${first}/`, method: 'POST', mode: 'no-cors' }, answers, { browser });
    return messages.map(({ request }) => getHeader(request.headers, 'Origin'));
  };

  it.each([
    ['standard', [A, A, B], [A, A, A]],
    ['chromium', [A, A, B], [A, A, 'null']],
    ['chromium', [A, B, B], [A, 'null', 'null']],
    ['chromium', [B, B], [A, A]],
    ['chromium', [B, C], [A, 'null']],
    ['standard', [B, C], [A, 'null']],
  ] as const)('%s: %s', (browser, [first, ...rest], expected) => {
    expect(origins(browser, first, ...rest)).toEqual(expected);
  });
});

describe('Authorization after it was left behind', () => {
  const authorized = { url: `${B}/`, headers: [['Authorization', 'x']] } as const;
  const permitted = (method: string, next: string | null) =>
    method === 'OPTIONS'
      ? reply(204, any, 'Access-Control-Allow-Headers: Authorization')
      : next === null
        ? reply(200, any)
        : reply(302, any, `Location: ${next}`);
  const told = (browser: Browser, ...path: readonly string[]) => {
    let hop = 0;
    const server = ({ method }: WireRequest) => permitted(method, (method === 'OPTIONS' ? null : path[hop++]) ?? null);
    const input = { call: callOf(authorized), page: A, server, state: emptyState, browser, now: 0 };
    const { messages } = fetchAsBrowser(input);
    return messages.flatMap(({ kind, request }) => {
      if (kind === 'preflight') return [];
      return [getHeader(request.headers, 'Authorization')];
    });
  };

  it.each([
    ['standard', [`${C}/1`, `${C}/2`, `${C}/3`], ['x', null, null, null]],
    ['firefox', [`${C}/1`, `${C}/2`, `${C}/3`], ['x', null, 'x', 'x']],
    ['firefox', [`${C}/1`, `${B}/2`, `${B}/3`], ['x', null, null, 'x']],
    ['firefox', [`${B}/1`, `${B}/2`, `${C}/3`], ['x', 'x', 'x', null]],
  ] as const)('%s: %s', (browser, path, expected) => {
    expect(told(browser, ...path)).toEqual(expected);
  });

  it('and headers about a body are asked about again in Firefox, though not sent', () => {
    const headers = [['Content-Language', 'a~b']] as const;
    const allowing = [any, 'Access-Control-Allow-Headers: *', 'Access-Control-Allow-Methods: *'];
    const answers = ['/1', '/2', null].flatMap((next) => [
      reply(204, ...allowing),
      next === null ? reply(200, any) : reply(303, any, `Location: ${next}`),
    ]);
    const { messages } = run({ url: `${B}/`, method: 'PUT', headers }, answers, { browser: 'firefox' });
    const values = (name: string) => messages.map(({ request }) => getHeader(request.headers, name));
    expect(values('Access-Control-Request-Headers')).toEqual([
      'content-language',
      null,
      null,
      null,
      'content-language',
      null,
    ]);
    expect(values('Content-Language')).toEqual([null, 'a~b', null, null, null, null]);
  });
});

describe('client hints', () => {
  const hints = [
    ['Device-Memory', '8'],
    ['DPR', '2'],
    ['Downlink', '1'],
    ['ECT', '4g'],
    ['rtt', '1'],
    ['Viewport-Width', '1'],
    ['Width', '1'],
    ['Save-Data', 'on'],
  ] as const;
  const names = (from: string, to: string, browser: Browser) => {
    const answers = [reply(302, any, `Location: ${to}/`), reply(200, any)];
    const { messages } = run({ url: `${from}/`, headers: hints }, answers, { browser });
    return messages.map(({ request }) => request.headers.map(([name]) => name).filter((name) => name !== 'Origin'));
  };
  const all = ['Device-Memory', 'DPR', 'Downlink', 'ECT', 'rtt', 'Viewport-Width', 'Width', 'Save-Data'];
  const few = ['Save-Data'];

  it.each([
    [A, A, [all, all]],
    [A, B, [all, few]],
    [B, B, [all, few]],
    [B, A, [all, all]],
  ])('in Chromium, from %s to %s', (from, to, expected) => {
    expect(names(from, to, 'chromium')).toEqual(expected);
  });

  it.each([
    ['a worker loses them wherever a redirect leads', { context: 'worker' }, A, few],
    ['a request with keepalive keeps them', { keepalive: true }, B, all],
  ] as const)('in Chromium, %s', (_, given, to, expected) => {
    const answers = [reply(302, any, `Location: ${to}/`), reply(200, any)];
    const { messages } = run({ url: `${A}/`, headers: hints, ...given }, answers, { browser: 'chromium' });
    const sentNames = messages
      .at(-1)
      ?.request.headers.map(([name]) => name)
      .filter((name) => name !== 'Origin');
    expect(sentNames).toEqual(expected);
  });
});
