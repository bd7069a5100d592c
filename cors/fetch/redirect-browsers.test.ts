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
    ['webkit', A, undefined],
    ['webkit', B, 'redirect-userinfo'],
  ] as const)('with a password: %s, from %s: %s', (browser, from, code) => {
    const answers = [reply(302, any, to('http://user:secret@localhost:4002/')), reply(200, any)];
    expect(run({ url: `${from}/` }, answers, { browser }).finding?.code).toBe(code);
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
