import type { DeviationKey } from '../browsers.ts';
import type { DeviationEntry } from './entry.ts';
import { rules } from './rules.ts';

const source = (path: string) =>
  `https://github.com/WebKit/WebKit/blob/00f03c1f906ff25f9536f528e81477c861c0325c/${path}`;
const preflightCache = source('Source/WebCore/loader/CrossOriginPreflightResultCache.cpp');
const accessControl = source('Source/WebCore/loader/CrossOriginAccessControl.cpp');
const parsers = source('Source/WebCore/platform/network/HTTPParsers.cpp');

export const webkit: Readonly<Record<DeviationKey<'webkit'>, DeviationEntry>> = {
  maxAgeCap: {
    rule: rules.maxAge,
    since: null,
    instead: 'remembers no preflight for more than ten minutes (600 seconds)',
    evidence: preflightCache,
    shown: { not: 'It would take ten minutes.' },
  },
  maxAgeNegative: {
    rule: rules.maxAgeHeader,
    since: null,
    instead:
      'takes a negative `Access-Control-Max-Age` for 0, where the standard ignores it and remembers for 5 seconds',
    evidence: preflightCache,
    shown: { by: 'cache › a negative max-age' },
  },
  maxAgeTakesPlusSign: {
    rule: rules.deltaSeconds,
    since: null,
    instead: 'reads a number with a plus sign in `Access-Control-Max-Age`, which the standard ignores',
    evidence: preflightCache,
    shown: { by: 'cache › a max-age with a plus sign' },
  },
  authorizationUnderWildcard: {
    rule: rules.nonWildcard,
    since: null,
    instead: 'lets `*` in `Access-Control-Allow-Headers` cover `Authorization`',
    evidence: preflightCache,
    shown: { by: 'preflighted › Authorization under the wildcard' },
  },
  authorizationWildcardServedFromCache: {
    rule: rules.headerCacheMatch,
    since: null,
    instead: 'lets a remembered `*` cover `Authorization` too',
    evidence: preflightCache,
    shown: { by: 'cache › Authorization under the wildcard is asked for every time' },
  },
  taintedPreflightBelongsTo: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers a preflight for the page itself, even when a redirect has made the origin `null`',
    evidence: accessControl,
    shown: { by: 'cache › a permission along a redirect, and the same URL asked directly' },
  },
  onePreflightPerUrl: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers only the last preflight of a URL, and forgets it as soon as it does not serve',
    evidence: preflightCache,
    shown: { by: 'cache › permissions for one method after another' },
  },
  failureClearsPreflights: {
    rule: rules.httpFetch,
    since: null,
    instead: 'goes on remembering a preflight when the request after it fails',
    evidence: preflightCache,
    shown: { by: 'cache › a blocked response ends the permission' },
  },
  judgesCombinedHeaders: {
    rule: rules.unsafeNames,
    since: null,
    instead: 'judges several values of one header as the one line that they become',
    evidence: accessControl,
    shown: { by: 'safelist › two values of 100 bytes under one name' },
  },
  rangeUnitCaseSensitive: {
    rule: rules.range,
    since: null,
    instead: 'takes the unit of a `Range` in capital letters too',
    evidence: parsers,
    shown: { by: 'safelist › Range: Bytes=0-4 needs a preflight' },
  },
  rangeFits64Bits: {
    rule: rules.range,
    since: null,
    instead: 'finds a `Range` unsafe whose numbers do not fit into 64 bits',
    evidence: parsers,
    shown: { by: 'safelist › a range beyond 64 bits needs no preflight' },
  },
  preflightBlamesFirst: {
    rule: rules.preflight,
    since: null,
    instead: 'blames the status of the preflight before it looks at its headers',
    evidence: accessControl,
    shown: { by: 'preflighted › a preflight that is sent on and says nothing about CORS' },
  },
  thirdPartyCookies: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'keeps no cookie of another site',
    evidence: 'https://webkit.org/blog/10218/full-third-party-cookie-blocking-and-more/',
    shown: { by: 'cookies › a secure cookie for all sites is sent across sites' },
  },
  sameSiteSeesRedirects: {
    rule: rules.cookieSite,
    since: null,
    instead: 'sends `SameSite` cookies to their own site after a redirect through another',
    evidence: source('Source/WebCore/platform/network/ResourceRequestBase.cpp'),
    shown: { by: 'cookies › a strict cookie after a redirect through another site' },
  },
};
