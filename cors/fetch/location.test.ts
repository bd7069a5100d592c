import { describe, expect, it } from 'vitest';
import type { Browser, FetchCall } from '../outcome.ts';
import { reply } from './cases.ts';
import { run, sent } from './testing.ts';

const A = 'http://localhost:4000';
const B = 'http://localhost:4001';
const C = 'http://localhost:4002';
const any = 'Access-Control-Allow-Origin: *';

describe('a Location', () => {
  const to = (location: string, call: Partial<FetchCall> = {}, browser: Browser = 'standard') =>
    run(call, [reply(302, any, `Location: ${location}`), reply(200, any)], { browser });

  it.each([
    ['/next?x#y', `${B}/next?x`],
    ['next', `${B}/next`],
    ['?x', `${B}/orders?x`],
    ['//localhost:4002/', `${C}/`],
    [`${C}/a b`, `${C}/a%20b`],
    [`${C}/#fragment`, `${C}/`],
    ['http://@localhost:4002/', `${C}/`],
    ['http://:@localhost:4002/', `${C}/`],
  ])('%s leads to %s', (location, url) => {
    const outcome = to(location);
    expect(sent(outcome)[1]).toBe(`GET ${url}`);
    expect(outcome.response).toMatchObject({ url, redirected: true });
  });

  it('may be missing, and then the answer is the answer', () => {
    const outcome = run({}, [reply(302, any, 'Content-Type: text/plain')]);
    expect(outcome.response).toMatchObject({ status: 302, redirected: false });
    expect(run({}, [reply(302)]).finding?.facts).toMatchObject({ at: 'response' });
  });

  it.each([
    ['http://[', { code: 'redirect-location-invalid', facts: { location: 'http://[' } }],
    ['data:,x', { code: 'redirect-scheme', facts: { location: 'data:,x', scheme: 'data' } }],
    ['mailto:a@b.test', { code: 'redirect-scheme', facts: { location: 'mailto:a@b.test', scheme: 'mailto' } }],
    ['about:blank', { code: 'redirect-scheme', facts: { location: 'about:blank', scheme: 'about' } }],
    ['blob:x', { code: 'redirect-scheme', facts: { location: 'blob:x', scheme: 'blob' } }],
    ['other:x', { code: 'redirect-scheme', facts: { location: 'other:x', scheme: 'other' } }],
    ['http://u:p@localhost:4002/', { code: 'redirect-userinfo', facts: { location: 'http://u:p@localhost:4002/' } }],
    ['http://u:p@localhost:4000/', { code: 'redirect-userinfo', facts: { location: 'http://u:p@localhost:4000/' } }],
    ['http://u:@localhost:4001/', { code: 'redirect-userinfo', facts: { location: 'http://u:@localhost:4001/' } }],
    ['http://:p@localhost:4001/', { code: 'redirect-userinfo', facts: { location: 'http://:p@localhost:4001/' } }],
    ['http://localhost:25/', { code: 'bad-port', facts: { url: 'http://localhost:25/', port: '25' } }],
  ])('%s is not followed', (location, finding) => {
    const outcome = to(location);
    expect(outcome.finding).toEqual(finding);
    expect(outcome.messages).toMatchObject([{ stopped: finding.code !== 'bad-port' }]);
  });

  it('may be empty, and then leads to the same URL again and again', () => {
    const empty = Array.from({ length: 21 }, () => reply(302, any, 'Location:'));
    expect(sent(run({}, empty.slice(0, 1)))).toEqual([`GET ${B}/orders`, `GET ${B}/orders`]);
    expect(run({}, empty).finding?.code).toBe('redirect-too-many');
    expect(run({ redirect: 'manual' }, empty).finding?.code).toBe('opaque-redirect');
  });

  it('may not be given twice', () => {
    const twice = reply(302, any, 'Location: /a', 'Location: /b');
    expect(run({}, [twice]).finding).toEqual({ code: 'redirect-location-invalid', facts: { location: '/a, /b' } });
  });

  it('may hold a password on the own origin, but not for Chromium', () => {
    const own = { url: `${A}/` };
    expect(to('http://u:p@localhost:4000/next', own).response?.url).toBe('http://u:p@localhost:4000/next');
    expect(sent(to('http://u:p@localhost:4000/next', own))[1]).toBe(`GET ${A}/next`);
    expect(to('http://u:p@localhost:4000/next', own, 'chromium').finding?.code).toBe('redirect-userinfo');
    expect(to('http://u:p@localhost:4002/', { mode: 'no-cors' }).finding?.code).toBe('opaque-no-cors');
  });

  it('from a secure page may not lead to an insecure server', () => {
    const answers = [reply(302, any, 'Location: http://api.test/')];
    expect(run({ url: 'https://api.test/' }, answers, { page: 'https://shop.test' }).finding?.code).toBe(
      'mixed-content',
    );
    expect(run({ url: 'https://api.test/' }, [reply(302, any, `Location: ${B}/`), reply(200, any)]).verdict).toBe(
      'readable',
    );
  });
});

it.each([
  [20, 'readable', 21],
  [21, 'blocked', 21],
])('%i redirects: %s', (count, verdict, messages) => {
  const answers = [...Array.from({ length: count }, () => reply(302, any, 'Location: /')), reply(200, any)];
  const outcome = run({}, answers);
  expect(outcome.verdict).toBe(verdict);
  expect(outcome.messages).toHaveLength(messages);
  if (verdict === 'blocked') expect(outcome.finding).toEqual({ code: 'redirect-too-many', facts: { count: 21 } });
});

it('Chromium follows one redirect less with keepalive', () => {
  const answers = [...Array.from({ length: 20 }, () => reply(302, any, 'Location: /')), reply(200, any)];
  const verdict = (keepalive: boolean) => run({ keepalive }, answers, { browser: 'chromium' }).verdict;
  expect([verdict(false), verdict(true)]).toEqual(['readable', 'blocked']);
});

describe('the redirect mode', () => {
  const away = reply(302, any, `Location: ${C}/`);
  it.each([
    ['cors', 'error', away, 'redirect-mode-error'],
    ['cors', 'error', reply(200, any), null],
    ['cors', 'error', reply(302, any), 'redirect-mode-error'],
    ['cors', 'manual', away, 'opaque-redirect'],
    ['cors', 'manual', reply(302, `Location: ${C}/`), 'acao-missing'],
    ['cors', 'manual', reply(200, any), null],
    ['no-cors', 'error', reply(200), 'no-cors-redirect-mode'],
    ['no-cors', 'manual', reply(200), 'no-cors-redirect-mode'],
    ['no-cors', 'follow', reply(200), 'opaque-no-cors'],
    ['same-origin', 'follow', reply(200), 'same-origin-mode'],
  ] as const)('%s, %s', (mode, redirect, answer, code) => {
    expect(run({ mode, redirect }, [answer]).finding?.code ?? null).toBe(code);
  });

  it('error minds in Chromium only a redirect that has a Location', () => {
    const none = [reply(302, any)];
    expect(run({ redirect: 'error' }, none, { browser: 'chromium' }).verdict).toBe('readable');
    expect(run({ redirect: 'error' }, none, { browser: 'firefox' }).verdict).toBe('blocked');
  });

  it('manual hands over in Chromium only a redirect whose Location can be parsed', () => {
    const nowhere = [reply(302, any, 'Location: http://[')];
    expect(run({ redirect: 'manual' }, nowhere, { browser: 'chromium' }).finding).toEqual({
      code: 'redirect-location-invalid',
      facts: { location: 'http://[' },
    });
    expect(run({ redirect: 'manual' }, nowhere, { browser: 'firefox' }).verdict).toBe('opaque');
    expect(run({ redirect: 'manual' }, nowhere).verdict).toBe('opaque');
  });

  it('manual shows where one was, and nothing else', () => {
    expect(run({ redirect: 'manual', url: `${B}/orders#x` }, [away]).response).toEqual({
      type: 'opaqueredirect',
      status: 0,
      statusText: '',
      url: `${B}/orders`,
      redirected: false,
      headers: [],
      body: null,
    });
  });

  it('same-origin may not be led away', () => {
    expect(run({ url: `${A}/`, mode: 'same-origin' }, [reply(302, `Location: ${B}/`)]).finding).toEqual({
      code: 'same-origin-mode',
      facts: { page: A, target: B, at: 'redirect' },
    });
  });

  it('no-cors stays opaque, even back on the own origin', () => {
    const answers = [reply(302, `Location: ${B}/`), reply(302, `Location: ${A}/`), reply(200)];
    expect(run({ url: `${A}/`, mode: 'no-cors' }, answers).finding?.code).toBe('opaque-no-cors');
  });
});
