import { describe, expect, it } from 'vitest';
import { getHeader } from '../http.ts';
import { reply } from './cases.ts';
import { run, sent, trail } from './testing.ts';

const A = 'http://localhost:4000';
const B = 'http://localhost:4001';
const C = 'http://localhost:4002';
const any = 'Access-Control-Allow-Origin: *';
const page = `Access-Control-Allow-Origin: ${A}`;
const to = (url: string) => `Location: ${url}`;
const permission = reply(
  204,
  any,
  'Access-Control-Allow-Methods: PUT, DELETE',
  'Access-Control-Allow-Headers: authorization, content-type, x-a',
);

describe('DELETE, redirected to another origin', () => {
  it.each([
    ['standard', [`DELETE ${A}/`, `OPTIONS ${B}/`, `DELETE ${B}/`]],
    ['chromium', [`DELETE ${A}/`, `OPTIONS ${B}/`, `DELETE ${B}/`]],
    ['webkit', [`DELETE ${A}/`, `GET ${B}/`]],
  ] as const)('%s', (browser, expected) => {
    const answers = [reply(307, to(`${B}/`)), ...expected.slice(1).map(() => permission)];
    expect(sent(run({ url: `${A}/`, method: 'DELETE' }, answers, { browser }))).toEqual(expected);
  });

  it('keeps its method in WebKit where no origin is crossed', () => {
    const outcome = run({ url: `${A}/`, method: 'DELETE' }, [reply(307, to('/b')), reply(200)], { browser: 'webkit' });
    expect(sent(outcome)).toEqual([`DELETE ${A}/`, `DELETE ${A}/b`]);
  });
});

describe('a status that is no redirect, with a Location', () => {
  const outcome = (browser: 'standard' | 'webkit', status: number) =>
    run({}, [reply(status, any, to('/b')), reply(200, any)], { browser });

  it.each([301, 309, 310, 399])('is followed by WebKit: %i', (status) => {
    expect(sent(outcome('webkit', status))).toEqual([`GET ${B}/orders`, `GET ${B}/b`]);
  });
  it.each([200, 300, 304, 305, 306, 400])('is not even followed by WebKit: %i', (status) => {
    expect(outcome('webkit', status).response?.status).toBe(status);
  });
  it('is not followed by the standard', () => {
    expect(outcome('standard', 310).response?.status).toBe(310);
  });
  it('is a redirect for WebKit in its other modes too, but not without Location', () => {
    const answers = [reply(310, any, to('/b'))];
    expect(run({ redirect: 'error' }, answers, { browser: 'webkit' }).finding?.code).toBe('redirect-mode-error');
    expect(run({ redirect: 'manual' }, answers, { browser: 'webkit' }).response?.type).toBe('opaqueredirect');
    expect(run({ redirect: 'manual' }, [reply(310, any)], { browser: 'webkit' }).response?.status).toBe(310);
  });
});

describe('the headers that a preflight after a redirect asks about', () => {
  const asked = (browser: 'standard' | 'firefox' | 'webkit', method: string, ...headers: [string, string][]) => {
    const answers = [permission, reply(method === 'PUT' ? 303 : 307, any, to(`${C}/`)), permission, reply(200, any)];
    const { messages } = run({ url: `${B}/`, method, headers }, answers, { browser });
    return messages.map(({ request }) => getHeader(request.headers, 'Access-Control-Request-Headers'));
  };
  it.each([
    ['standard', ['authorization,x-a', null, 'x-a', null]],
    ['firefox', ['authorization,x-a', null, 'x-a', null]],
    ['webkit', ['authorization,x-a', null, 'authorization,x-a', null]],
  ] as const)('%s, once Authorization is left behind', (browser, expected) => {
    expect(asked(browser, 'POST', ['Authorization', 'z'], ['X-A', '1'])).toEqual(expected);
  });
  it.each([
    ['standard', ['content-type', null, null]],
    ['firefox', ['content-type', null, null, null]],
    ['webkit', ['content-type', null, 'content-type', null]],
  ] as const)('%s, once it is a GET', (browser, expected) => {
    expect(asked(browser, 'PUT', ['Content-Type', 'application/json'])).toEqual(expected);
  });
});

describe('from the page’s own origin to another, and on', () => {
  const onwards = (...lines: readonly string[]) => [
    reply(302, to(`${B}/`)),
    reply(302, ...lines, to(`${B}/on`)),
    reply(200, any),
  ];
  const call = { url: `${A}/` };

  it.each(['standard', 'chromium', 'firefox'] as const)('%s needs no credentials', (browser) => {
    expect(run(call, onwards(any), { browser }).verdict).toBe('readable');
  });

  it('WebKit checks the second redirect as one with credentials', () => {
    const { finding, messages } = run(call, onwards(page), { browser: 'webkit' });
    expect(finding).toEqual({ code: 'acac-missing', facts: { at: 'redirect', origin: A, method: 'GET' } });
    expect(messages.map(({ stopped }) => stopped)).toEqual([false, true]);
    expect(run(call, onwards(any), { browser: 'webkit' }).finding?.code).toBe('acao-wildcard-credentials');
    const allowed = onwards(page, 'Access-Control-Allow-Credentials: true');
    expect(run(call, allowed, { browser: 'webkit' }).verdict).toBe('readable');
  });

  it.each([
    ['without credentials', { ...call, credentials: 'omit' }],
    ['from another origin', { url: `${C}/` }],
  ] as const)('WebKit does not when the request began %s', (_, given) => {
    const answers = given.url === call.url ? onwards(any) : [reply(302, any, to('/b')), reply(200, any)];
    expect(run(given, answers, { browser: 'webkit' }).verdict).toBe('readable');
  });

  it('WebKit asks for the next hop’s permission first', () => {
    const answers = [reply(307, to(`${B}/`)), permission, reply(307, any, to(`${B}/on`)), permission];
    const outcome = run({ ...call, method: 'PUT' }, answers, { browser: 'webkit' });
    expect(sent(outcome)).toEqual([`PUT ${A}/`, `OPTIONS ${B}/`, `PUT ${B}/`, `OPTIONS ${B}/on`]);
    expect(outcome.messages.map(({ stopped }) => stopped)).toEqual([false, false, true, false]);
    expect(outcome.finding?.code).toBe('acao-wildcard-credentials');
    expect(trail(outcome)).toMatch(/ preflight-method !cors-check \?send \?cors-check \?filter$/);
    const refused = [...answers.slice(0, 3), reply(404)];
    expect(run({ ...call, method: 'PUT' }, refused, { browser: 'webkit' }).finding?.code).toBe('preflight-status');
  });
});

describe('Origin along a redirect', () => {
  const origins = (call: Parameters<typeof run>[0], browser: 'standard' | 'webkit', ...hops: readonly string[]) => {
    const answers = [...hops.map((url, i) => reply(i === 0 ? 307 : 303, any, to(url))), reply(200, any)];
    const { messages } = run({ method: 'POST', ...call }, answers, { browser });
    return messages.map(({ request }) => getHeader(request.headers, 'Origin'));
  };
  it.each([
    ['standard', [A, A, null]],
    ['webkit', [A, A, A]],
  ] as const)('%s, within the page’s own origin and into a GET', (browser, expected) => {
    expect(origins({ url: `${A}/` }, browser, '/b', '/c')).toEqual(expected);
  });
  it.each([
    ['standard', [A, 'null', null]],
    ['webkit', [A, 'null', 'null']],
  ] as const)('%s, once it is null', (browser, expected) => {
    expect(origins({ url: `${B}/`, mode: 'no-cors' }, browser, `${C}/`, '/c')).toEqual(expected);
  });
  it.each([
    ['standard', ['null', 'null', null]],
    ['webkit', ['null', A, null]],
  ] as const)('%s, without referrer', (browser, expected) => {
    const call = { url: `${A}/`, mode: 'no-cors', referrerPolicy: 'no-referrer' } as const;
    expect(origins(call, browser, `${B}/`, `${A}/`)).toEqual(expected);
  });
});

describe('Location', () => {
  it.each([
    ['standard', 'redirect-too-many'],
    ['webkit', undefined],
  ] as const)('if empty, leads %s to %s', (browser, code) => {
    const answers = Array.from({ length: 21 }, () => reply(302, any, to('')));
    expect(run({}, answers, { browser }).finding?.code).toBe(code);
  });

  it.each([
    ['standard', 'redirect-location-invalid', 1],
    ['chromium', 'redirect-location-invalid', 1],
    ['webkit', undefined, 2],
  ] as const)('if there are two, is %s: %s', (browser, code, messages) => {
    const outcome = run({ url: `${B}/` }, [reply(302, any, to('/b'), to('/c')), reply(200, any)], { browser });
    expect([outcome.finding?.code, outcome.messages.length]).toEqual([code, messages]);
    if (messages === 2) expect(sent(outcome)[1]).toBe(`GET ${B}/b,%20/c`);
  });

  it.each([
    ['standard', A, 'redirect-userinfo'],
    ['chromium', A, 'redirect-userinfo'],
    ['webkit', A, 'redirect-userinfo'],
    ['webkit', B, 'redirect-userinfo'],
  ] as const)('with a password: %s, from %s: %s', (browser, from, code) => {
    const answers = [reply(302, any, to('http://user:secret@localhost:4002/')), reply(200, any)];
    expect(run({ url: `${from}/` }, answers, { browser }).finding?.code).toBe(code);
  });

  it('with a password is refused by WebKit only when its new owner has been asked', () => {
    const answers = [reply(307, to('http://user:secret@localhost:4001/')), permission];
    const call = { url: `${A}/`, method: 'PUT' };
    expect(sent(run(call, answers.slice(0, 1)))).toEqual([`PUT ${A}/`]);
    const late = run(call, answers, { browser: 'webkit' });
    expect(sent(late)).toEqual([`PUT ${A}/`, `OPTIONS ${B}/`]);
    expect(late.finding?.code).toBe('redirect-userinfo');
    expect(late.messages.map(({ stopped }) => stopped)).toEqual([true, false]);
    expect(run(call, [...answers.slice(0, 1), reply(404)], { browser: 'webkit' }).finding?.code).toBe(
      'preflight-status',
    );
  });

  it.each([
    ['standard', 'redirect-mode-error'],
    ['firefox', 'redirect-mode-error'],
    ['chromium', undefined],
    ['webkit', undefined],
  ] as const)('if absent, is to redirect mode error in %s: %s', (browser, code) => {
    expect(run({ redirect: 'error' }, [reply(302, any)], { browser }).finding?.code).toBe(code);
  });
});

describe('cache mode only-if-cached', () => {
  it.each([
    ['standard', 'not-cached', 0],
    ['chromium', 'not-cached', 0],
    ['webkit', undefined, 1],
  ] as const)('%s: %s', (browser, code, messages) => {
    const call = { url: `${A}/`, mode: 'same-origin', cache: 'only-if-cached' } as const;
    const outcome = run(call, messages === 0 ? [] : [reply(200)], { browser });
    expect([outcome.finding?.code, outcome.messages.length]).toEqual([code, messages]);
  });
});
