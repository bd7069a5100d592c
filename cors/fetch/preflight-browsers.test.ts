import { describe, expect, it } from 'vitest';
import { type Browser, browsers } from '../outcome.ts';
import { reply } from './cases.ts';
import { run } from './testing.ts';

const page = 'http://localhost:4000';
const any = 'Access-Control-Allow-Origin: *';
const thisPage = `Access-Control-Allow-Origin: ${page}`;
const withCookies = 'Access-Control-Allow-Credentials: true';
const methods = (list: string) => `Access-Control-Allow-Methods: ${list}`;
const headers = (list: string) => `Access-Control-Allow-Headers: ${list}`;

describe('Authorization', () => {
  const ask = { headers: [['Authorization', 'Bearer x']] } as const;
  const all: readonly Browser[] = browsers;

  it.each(all)('is allowed by its name: %s', (browser) => {
    const answers = [reply(204, any, headers('AUTHORIZATION')), reply(200, any)];
    expect(run(ask, answers, { browser })).toMatchObject({ verdict: 'readable', advice: [] });
  });

  it.each(all)('is not allowed by the wildcard with credentials: %s', (browser) => {
    const answer = reply(204, thisPage, withCookies, headers('*'));
    expect(run({ ...ask, credentials: 'include' }, [answer], { browser }).finding?.code).toBe('header-not-allowed');
  });

  it('is not allowed by the wildcard', () => {
    expect(run(ask, [reply(204, any, headers('*, x-a'))]).finding).toEqual({
      code: 'authorization-not-listed',
      facts: { requested: ['authorization'], allowed: ['*', 'x-a'] },
    });
  });

  it.each(['chromium', 'firefox', 'webkit'] as const)('is allowed by the wildcard in %s', (browser) => {
    const outcome = run(ask, [reply(204, any, headers('*')), reply(200, any)], { browser });
    expect(outcome.verdict).toBe('readable');
    expect(outcome.advice).toEqual([{ code: 'authorization-under-wildcard', facts: {} }]);
  });

  it('under the wildcard is not mentioned when something else fails', () => {
    expect(run(ask, [reply(500, any, headers('*'))], { browser: 'chromium' }).advice).toEqual([]);
  });
});

it.each([
  ['standard', [true, false]],
  ['chromium', [true, true]],
] as const)('for a page without an origin, remembered or not: %s', (browser, expected) => {
  const allowed = reply(204, 'Access-Control-Allow-Origin: null', methods('PUT'), 'Access-Control-Max-Age: 600');
  const answer = reply(200, 'Access-Control-Allow-Origin: null');
  const put = { method: 'PUT' } as const;
  const first = run(put, [allowed, answer], { browser, page: 'null' });
  const second = run(put, [allowed, answer], { browser, page: 'null', state: first.state });
  const asked = [first, second].map(({ messages }) => messages.some(({ kind }) => kind === 'preflight'));
  expect(asked).toEqual(expected);
});

describe('an answer that fails in several ways', () => {
  const put = { method: 'PUT' } as const;
  it.each([
    ['standard', 404, 'acao-missing'],
    ['chromium', 404, 'acao-missing'],
    ['firefox', 404, 'acao-missing'],
    ['webkit', 404, 'preflight-status'],
    ['standard', 301, 'acao-missing'],
    ['chromium', 301, 'preflight-redirect'],
    ['firefox', 301, 'acao-missing'],
    ['webkit', 301, 'preflight-redirect'],
  ] as const)('%s, of %i without CORS: %s', (browser, status, code) => {
    expect(run(put, [reply(status)], { browser }).finding?.code).toBe(code);
  });

  it('is blamed for its methods before its headers', () => {
    const call = { method: 'PUT', headers: [['X-A', '1']] } as const;
    expect(run(call, [reply(204, any, methods('a b'), headers('a b'))]).finding?.code).toBe('acam-invalid');
    expect(run(call, [reply(204, any, headers('a b'))]).finding?.code).toBe('acah-invalid');
    expect(run(call, [reply(204, any)]).finding?.code).toBe('method-not-allowed');
    expect(run(call, [reply(204, any, methods('PUT'))]).finding?.code).toBe('header-not-allowed');
  });
});
