import { describe, expect, it } from 'vitest';
import { getHeader } from '../http.ts';
import { type Browser, emptyState, type FetchCall, type StoredCookie } from '../outcome.ts';
import { reply } from './cases.ts';
import { run, sentHeader } from './testing.ts';

const own = 'http://localhost:4000/e/x/orders';
const sibling = 'http://localhost:4001/e/x/orders';
const stranger = 'http://127.0.0.1:4001/e/x/orders';
const include = { credentials: 'include' } as const;
const set = (attributes = '') => reply(200, `Set-Cookie: a=1; Path=/e/x${attributes}`);

/** Name, or why not. */
function stored(call: Partial<FetchCall>, attributes: string, browser: Browser): string {
  const outcome = run(call, [set(attributes)], { browser });
  const advice = outcome.advice.find(({ code }) => code === 'cookie-not-stored');
  if (advice?.code === 'cookie-not-stored') return `${advice.facts.name}: ${advice.facts.reason}`;
  return outcome.state.cookies.map(({ name }) => name).join();
}

describe('a cookie is stored', () => {
  it.each([
    [{ url: own }, 'a'],
    [{ url: own, credentials: 'omit' }, 'a: credentials'],
    [{ url: sibling }, 'a: credentials'],
    [{ url: sibling, ...include }, 'a'],
    [{ url: sibling, mode: 'no-cors', ...include }, 'a'],
    [{ url: sibling, mode: 'no-cors' }, 'a: credentials'],
  ] as const)('by %j: %s', (call, expected) => {
    expect(stored(call, '', 'standard')).toBe(expected);
  });

  it('though the CORS check fails', () => {
    const outcome = run({ url: sibling, ...include }, [set()]);
    expect(outcome.verdict).toBe('blocked');
    expect(outcome.state.cookies).toHaveLength(1);
  });

  it.each([
    ['sibling', '; SameSite=Strict', 'a', 'a', 'a'],
    ['sibling', '; SameSite=None', 'a: none-needs-secure', 'a: none-needs-secure', 'a'],
    ['sibling', '; SameSite=None; Secure', 'a', 'a', 'a: insecure'],
    ['sibling', '; Secure', 'a', 'a', 'a: insecure'],
    ['stranger', '', 'a: cross-site', 'a', 'a: cross-site'],
    ['stranger', '; SameSite=Lax', 'a: cross-site', 'a: cross-site', 'a: cross-site'],
    ['stranger', '; SameSite=Strict', 'a: cross-site', 'a: cross-site', 'a: cross-site'],
    ['stranger', '; SameSite=None; Secure', 'a: cross-site', 'a', 'a: insecure'],
    ['stranger', '; SameSite=Nonsense', 'a: cross-site', 'a', 'a: cross-site'],
  ] as const)('from a %s with %j: chromium %s, firefox %s, webkit %s', (who, attributes, chromium, firefox, webkit) => {
    const call = { url: who === 'sibling' ? sibling : stranger, ...include };
    expect(stored(call, attributes, 'chromium')).toBe(chromium);
    expect(stored(call, attributes, 'firefox')).toBe(firefox);
    expect(stored(call, attributes, 'webkit')).toBe(webkit);
  });

  it('if Secure, only from a secure server or the own machine', () => {
    const call = { url: 'http://api.shop.test/e/x/orders', ...include };
    const outcome = run(call, [set('; Secure')], { page: 'http://shop.test' });
    expect(outcome.advice).toEqual([{ code: 'cookie-not-stored', facts: { name: 'a', reason: 'insecure' } }]);
  });

  it('with all that it says', () => {
    const lines = [
      'Set-Cookie:  b = 2=3 ; path=/e ; SECURE; samesite=STRICT; HttpOnly; Max-Age=9',
      'Set-Cookie: c=; Path=nowhere',
      'Set-Cookie: nothing',
      'Set-Cookie: =x',
    ];
    expect(run({ url: own }, [reply(200, ...lines)]).state.cookies).toEqual([
      { host: 'localhost', path: '/e', name: 'b', value: '2=3', sameSite: 'Strict', secure: true },
      { host: 'localhost', path: '/e/x', name: 'c', value: '', sameSite: '', secure: false },
    ]);
    expect(run({ url: 'http://localhost:4000/' }, [reply(200, 'Set-Cookie: d=1')]).state.cookies[0]?.path).toBe('/');
  });

  it('in place of an older one', () => {
    const outcome = run({ url: own }, [reply(200, 'Set-Cookie: a=1', 'Set-Cookie: b=1', 'Set-Cookie: a=2')]);
    expect(outcome.state.cookies.map(({ name, value }) => `${name}=${value}`)).toEqual(['b=1', 'a=2']);
  });
});

describe('a cookie is sent', () => {
  const cookie = (given: Partial<StoredCookie> = {}): StoredCookie => ({
    host: 'localhost',
    path: '/e/x',
    name: 'a',
    value: '1',
    sameSite: 'Lax',
    secure: false,
    ...given,
  });
  const withCookies = (cookies: readonly StoredCookie[], browser: Browser = 'standard') => ({
    browser,
    state: { ...emptyState, cookies },
  });

  it.each([
    [{ url: own }, 'a=1'],
    [{ url: own, credentials: 'omit' }, null],
    [{ url: sibling }, null],
    [{ url: sibling, ...include }, 'a=1'],
    [{ url: stranger, ...include }, null],
    [{ url: 'http://localhost:4001/e/xy/orders', ...include }, null],
    [{ url: 'http://localhost:4001/e/x', ...include }, 'a=1'],
    [{ url: 'http://localhost:4001/', ...include }, null],
  ] as const)('by %j: %s', (call, expected) => {
    expect(sentHeader(run(call, [reply(200)], withCookies([cookie()])), 'Cookie')).toBe(expected);
  });

  it('with the others, longest path first', () => {
    const jar = [cookie({ path: '/' }), cookie({ name: 'b', value: '2' }), cookie({ name: 'c', path: '/e' })];
    expect(sentHeader(run({ url: own }, [reply(200)], withCookies(jar)), 'Cookie')).toBe('b=2; c=1; a=1');
  });

  it('or held back, which is told', () => {
    const jar = withCookies([cookie(), cookie({ name: 'b' })]);
    expect(run({ url: sibling }, [reply(200)], jar).advice).toEqual([
      { code: 'cookie-not-sent', facts: { names: ['a', 'b'], reason: 'credentials' } },
    ]);
    const far = [
      cookie({ host: '127.0.0.1' }),
      cookie({ host: '127.0.0.1', name: 'b', sameSite: 'None', secure: true }),
    ];
    const outcome = run({ url: stranger, ...include }, [reply(200)], withCookies(far));
    expect(outcome.advice).toEqual([{ code: 'cookie-not-sent', facts: { names: ['a'], reason: 'cross-site' } }]);
    expect(sentHeader(outcome, 'Cookie')).toBe('b=1');
  });

  it('never with a preflight', () => {
    const call = { url: sibling, method: 'PUT', ...include } as const;
    const outcome = run(call, [reply(403)], withCookies([cookie()]));
    expect(sentHeader(outcome, 'Cookie')).toBeNull();
    expect(outcome.advice).toEqual([]);
    expect(outcome.unsent && getHeader(outcome.unsent.headers, 'Cookie')).toBe('a=1');
  });

  it.each([
    ['standard', null],
    ['firefox', null],
    ['chromium', 'a=1'],
  ] as const)('%s, after a redirect by way of another site: %s', (browser, expected) => {
    const answers = [
      reply(302, `Location: ${stranger}`),
      reply(
        302,
        `Location: ${own}`,
        'Access-Control-Allow-Origin: http://localhost:4000',
        'Access-Control-Allow-Credentials: true',
      ),
      reply(200),
    ];
    const outcome = run({ url: 'http://localhost:4000/', ...include }, answers, withCookies([cookie()], browser));
    expect(outcome.messages).toHaveLength(3);
    expect(sentHeader(outcome, 'Cookie')).toBe(expected);
  });

  it('not to the own server, once the request has left without credentials', () => {
    const answers = [reply(302, `Location: ${own}`, 'Access-Control-Allow-Origin: *'), reply(200)];
    expect(sentHeader(run({ url: sibling }, answers, withCookies([cookie()])), 'Cookie')).toBeNull();
  });

  it('not to a page without an origin', () => {
    const outcome = run({ url: own, ...include }, [reply(200)], { ...withCookies([cookie()]), page: 'null' });
    expect(sentHeader(outcome, 'Cookie')).toBeNull();
  });
});

describe('the cookies that are kept', () => {
  const cookie = (given: Partial<StoredCookie> = {}): StoredCookie => ({
    host: 'localhost',
    path: '/e/x',
    name: 'a',
    value: '0',
    sameSite: '',
    secure: false,
    ...given,
  });
  const keeping = (...cookies: StoredCookie[]) => ({ state: { ...emptyState, cookies } });

  it('go to no other host', () => {
    const state = keeping(cookie(), cookie({ host: 'other.test', name: 'b' }));
    expect(sentHeader(run({ url: own }, [reply(200)], state), 'Cookie')).toBe('a=0');
  });

  it('when Secure go only where they are safe', () => {
    const state = keeping(cookie({ secure: true }), cookie({ name: 'b' }));
    const asked = (url: string, browser: Browser) =>
      sentHeader(run({ url }, [reply(200)], { browser, ...state }), 'Cookie');
    expect(asked(own, 'standard')).toBe('a=0; b=0');
    expect(asked(own, 'webkit')).toBe('b=0');
  });

  it('when Secure come over HTTPS in every browser', () => {
    const call = { url: 'https://shop.test/e/x/' };
    const outcome = run(call, [set('; Secure')], { browser: 'webkit', page: 'https://shop.test' });
    expect(outcome.state.cookies.map(({ name, secure }) => ({ name, secure }))).toEqual([{ name: 'a', secure: true }]);
  });

  it.each([
    ['another path', cookie({ path: '/e' })],
    ['another host', cookie({ host: '127.0.0.1' })],
    ['another name', cookie({ name: 'b' })],
  ])('stay when one of %s is set', (_, before) => {
    const { cookies } = run({ url: own }, [set()], keeping(before)).state;
    expect(cookies).toEqual([before, cookie({ value: '1' })]);
  });
  it('go when the same one is set', () => {
    expect(run({ url: own }, [set()], keeping(cookie())).state.cookies).toEqual([cookie({ value: '1' })]);
  });
});
