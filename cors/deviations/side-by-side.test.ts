import { describe, expect, it } from 'vitest';
import { callOf, casePage, reply } from '../fetch/cases.ts';
import { fetchByRules } from '../fetch/fetch-as-browser.ts';
import { allowing } from '../fetch/testing.ts';
import { type BrowserState, emptyState, type FetchCall, type Server } from '../outcome.ts';
import { type FetchBy, lenience, sideBySide } from './side-by-side.ts';

const by =
  (server: Server, given: Partial<FetchCall> = {}): FetchBy =>
  (rules, state) =>
    fetchByRules({ call: callOf(given), page: casePage, server, state, now: 0 }, rules);
const shown = (fetchBy: FetchBy, state: BrowserState = emptyState) => sideBySide(fetchBy, state, 0);

const any = 'Access-Control-Allow-Origin: *';
const authorized = { headers: [['Authorization', 'x']] } as const;
const star = allowing('Access-Control-Allow-Headers: *', 'Access-Control-Max-Age: 60');
const put = { method: 'PUT' } as const;
const day = allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 86400');

describe('the four side by side', () => {
  it('say nothing when they agree', () => {
    expect(shown(by(() => reply(200, any)))).toBeNull();
    expect(shown(by(() => reply(200)))).toBeNull();
    expect(shown(by(allowing('Access-Control-Allow-Methods: PUT'), put))).toBeNull();
  });

  it('differ in the verdict of Authorization under the wildcard', () => {
    const told = shown(by(star, authorized));
    expect(told?.sides.map(({ browser, outcome, wire }) => [browser, outcome.verdict, ...wire])).toEqual([
      ['standard', 'blocked', 'OPTIONS'],
      ['chromium', 'readable', 'OPTIONS', 'GET'],
      ['firefox', 'readable', 'OPTIONS', 'GET'],
      ['webkit', 'readable', 'OPTIONS', 'GET'],
    ]);
    expect(told?.sides.map(({ kept }) => kept)).toEqual([null, 0, 0, 60]);
    expect(told?.differs).toEqual({ verdict: true, wire: true, sends: false, reads: false, kept: true });
    expect(told?.reasons).toEqual([
      { browser: 'chromium', key: 'authorizationUnderWildcard' },
      { browser: 'firefox', key: 'authorizationUnderWildcard' },
      { browser: 'webkit', key: 'authorizationUnderWildcard' },
      { browser: 'webkit', key: 'authorizationWildcardServedFromCache' },
    ]);
  });

  it('differ in how long a permission is kept', () => {
    const told = shown(by(day, put));
    expect(told?.sides.map(({ kept }) => kept)).toEqual([86_400, 7200, 86_400, 600]);
    expect(told?.differs).toEqual({ verdict: false, wire: false, sends: false, reads: false, kept: true });
    expect(told?.reasons).toEqual([
      { browser: 'chromium', key: 'maxAgeCap' },
      { browser: 'webkit', key: 'maxAgeCap' },
    ]);
  });

  it('differ in what is kept when the response is blocked', () => {
    const half: Server = (request) => (request.method === 'OPTIONS' ? day(request) : reply(200));
    const told = shown(by(half, put));
    expect(told?.sides.map(({ kept }) => kept)).toEqual([0, 7200, 0, 600]);
  });

  it('differ in what the page may read', () => {
    const told = shown(by(() => reply(200, any, 'X-A: 1', 'Access-Control-Expose-Headers: *, E Tag')));
    expect(told?.sides.map(({ reads }) => reads)).toEqual([
      [],
      [],
      ['access-control-allow-origin', 'access-control-expose-headers', 'x-a'],
      [],
    ]);
    expect(told?.reasons).toEqual([{ browser: 'firefox', key: 'exposesAllFromWildcardOn' }]);
  });

  it('differ in the cookies that they send', () => {
    const cookie = { host: '127.0.0.1', path: '/', name: 'a', value: 'b', sameSite: '', secure: false } as const;
    const call = { url: 'http://127.0.0.1:4001/orders', credentials: 'include' } as const;
    const server = () =>
      reply(200, `Access-Control-Allow-Origin: ${casePage}`, 'Access-Control-Allow-Credentials: true');
    const told = shown(by(server, call), { ...emptyState, cookies: [cookie] });
    expect(told?.sides.map(({ sends }) => sends)).toEqual([[], [], ['Cookie: a=b'], []]);
    expect(told?.differs).toEqual({ verdict: false, wire: false, sends: true, reads: false, kept: false });
    expect(told?.reasons).toEqual([{ browser: 'firefox', key: 'laxByDefault' }]);
  });
});

describe('lenience', () => {
  it('is what the verdict hangs on, and nothing else', () => {
    expect(lenience('webkit', by(star, authorized), emptyState)).toEqual(['authorizationUnderWildcard']);
    const noLocation = by(() => reply(302, any), { redirect: 'error' });
    expect(lenience('chromium', noLocation, emptyState)).toEqual(['errorModeNeedsLocation']);
    expect(lenience('firefox', noLocation, emptyState)).toEqual([]);
  });

  it('is none where the standard does not block, or the browser does as well', () => {
    expect(lenience('chromium', by(day, put), emptyState)).toEqual([]);
    expect(
      lenience(
        'chromium',
        by(() => reply(200)),
        emptyState,
      ),
    ).toEqual([]);
    expect(
      lenience(
        'chromium',
        by(() => reply(407, any)),
        emptyState,
      ),
    ).toEqual([]);
  });
});
