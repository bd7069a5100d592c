import { describe, expect, it } from 'vitest';
import type { Deviations } from '../browsers.ts';
import { callOf, casePage, reply } from '../fetch/cases.ts';
import { fetchByRules } from '../fetch/fetch-as-browser.ts';
import { allowing } from '../fetch/testing.ts';
import { emptyState, type FetchCall, type Outcome, type RealBrowser, type Server } from '../outcome.ts';
import { deviationsAtWork } from './at-work.ts';

/** These fetches one after the other, each in the state that the one before left. */
const played =
  (server: Server, ...calls: readonly Partial<FetchCall>[]) =>
  (rules: Deviations): readonly Outcome[] => {
    let state = emptyState;
    return calls.map((given) => {
      const outcome = fetchByRules({ call: callOf(given), page: casePage, server, state, now: 0 }, rules);
      state = outcome.state;
      return outcome;
    });
  };

const any = 'Access-Control-Allow-Origin: *';
const star = allowing('Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *');
const authorized = { headers: [['Authorization', 'x']] } as const;
const put = { method: 'PUT' } as const;
const day = allowing('Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 100000');
const withCookie = (line: string) => () =>
  reply(
    200,
    `Access-Control-Allow-Origin: ${casePage}`,
    'Access-Control-Allow-Credentials: true',
    `Set-Cookie: ${line}`,
  );
const forAll = 'a=b; SameSite=None; Secure';
const elsewhere = { url: 'http://127.0.0.1:4001/orders', credentials: 'include' } as const;

describe('the departures at work', () => {
  it.each<[RealBrowser, string, (rules: Deviations) => readonly Outcome[], readonly string[]]>([
    ['chromium', 'a plain GET', played(() => reply(200, any), {}), []],
    ['chromium', 'Authorization under the wildcard', played(star, authorized), ['authorizationUnderWildcard']],
    ['firefox', 'Authorization under the wildcard', played(star, authorized), ['authorizationUnderWildcard']],
    ['chromium', 'a lifetime above its cap', played(day, put), ['maxAgeCap']],
    ['firefox', 'a remembered wildcard', played(star, put, put), ['wildcardServedFromCache']],
    ['webkit', 'a remembered wildcard', played(star, put, put), []],
    [
      'webkit',
      'Authorization under the wildcard, twice',
      played(star, authorized, authorized),
      ['authorizationUnderWildcard', 'authorizationWildcardServedFromCache'],
    ],
    ['chromium', 'a cookie of another site', played(withCookie(forAll), elsewhere), ['thirdPartyCookies']],
  ])('%s: %s', (browser, _, play, expected) => {
    expect(deviationsAtWork(browser, play)).toEqual(expected);
  });

  it('names each of several where any of them alone would do', () => {
    const play = played(withCookie(forAll), elsewhere);
    expect(deviationsAtWork('webkit', play)).toEqual(['loopbackSetsSecure', 'thirdPartyCookies']);
  });
});
