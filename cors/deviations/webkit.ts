import type { DeviationKey } from '../browsers.ts';
import type { DeviationEntry } from './entry.ts';
import { rules } from './rules.ts';

const source = (path: string) =>
  `https://github.com/WebKit/WebKit/blob/00f03c1f906ff25f9536f528e81477c861c0325c/${path}`;
const preflightCache = source('Source/WebCore/loader/CrossOriginPreflightResultCache.cpp');
const accessControl = source('Source/WebCore/loader/CrossOriginAccessControl.cpp');
const subresourceLoader = source('Source/WebCore/loader/SubresourceLoader.cpp');
const loadChecker = source('Source/WebKit/NetworkProcess/NetworkLoadChecker.cpp');
const soup = source('Source/WebKit/NetworkProcess/soup/NetworkDataTaskSoup.cpp');
const libsoupJar = 'https://gitlab.gnome.org/GNOME/libsoup/-/blob/master/libsoup/cookies/soup-cookie-jar.c';
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
    instead:
      'reads a number with a plus sign in `Access-Control-Max-Age`, where the standard ignores it and remembers for 5 seconds',
    evidence: preflightCache,
    shown: { by: 'cache › a max-age with a plus sign' },
  },
  maxAgeFits64Bits: {
    rule: rules.deltaSeconds,
    since: null,
    instead: 'ignores a number in `Access-Control-Max-Age` that does not fit into 64 bits, and remembers for 5 seconds',
    evidence: preflightCache,
    shown: { by: 'cache › a max-age below the smallest number of 64 bits' },
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
  credentialedWildcardServes: {
    rule: rules.methodCacheMatch,
    since: null,
    instead: 'lets a `*` that was remembered with credentials cover everything, but only for requests without them',
    evidence: preflightCache,
    shown: { by: 'cache › a wildcard that came along with credentials' },
  },
  nullPreflightBelongsTo: {
    rule: rules.newEntry,
    since: null,
    instead: 'never finds again what it remembered for the origin `null`, of a redirected request or a sandboxed frame',
    evidence: preflightCache,
    shown: { by: 'cache › permissions along a redirect to another API' },
  },
  onePreflightPerUrl: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers only the last preflight of a URL, and forgets it as soon as it does not serve',
    evidence: preflightCache,
    shown: { by: 'cache › permissions for one method after another' },
  },
  remembersUnmetPreflights: {
    rule: rules.preflight,
    since: null,
    instead: 'remembers a preflight that allows something, although not what it was asked for',
    evidence: accessControl,
    shown: { by: 'cache › a permission for another method than the one that asked' },
  },
  failureClearsPreflights: {
    rule: rules.httpFetch,
    since: null,
    instead: 'goes on remembering a preflight when the request after it fails',
    evidence: preflightCache,
    shown: { by: 'cache › a blocked response ends the permission' },
  },
  onlyIfCachedAsks: {
    rule: rules.networkFetch,
    since: null,
    instead: 'asks the server in the cache mode `only-if-cached` when it has nothing cached',
    evidence: source('Source/WebKit/NetworkProcess/NetworkResourceLoader.cpp'),
    shown: { by: 'modes › only-if-cached, and it is not' },
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
  rangeNumbersBelow: {
    rule: rules.range,
    since: null,
    instead: 'finds a `Range` unsafe that has a number of 2⁶⁴ or more',
    evidence: parsers,
    shown: { by: 'safelist › a range beyond 64 bits' },
  },
  rangeTakesPlusSign: {
    rule: rules.range,
    since: null,
    instead: 'takes a plus sign before the numbers of a `Range`',
    evidence: parsers,
    shown: { by: 'safelist › a range with plus signs needs a preflight' },
  },
  preflightBlamesFirst: {
    rule: rules.preflight,
    since: null,
    instead: 'blames the status of the preflight before it looks at its headers',
    evidence: accessControl,
    shown: { by: 'preflighted › preflight redirected by a guard who knows no CORS' },
  },
  redirectKeepsOrigin: {
    rule: rules.origin,
    since: null,
    instead:
      'keeps an `Origin` that it has told along redirects within an origin, even when they make the request a `GET`',
    evidence: soup,
    shown: { by: 'redirects › a POST that becomes a GET, page to page' },
  },
  errorModeNeedsLocation: {
    rule: rules.httpFetch,
    since: null,
    instead: 'hands over a redirect without `Location` in the redirect mode `error`',
    evidence: soup,
    shown: { by: 'redirects › redirect error, and no Location' },
  },
  preflightsEveryHopOnceBegun: {
    rule: rules.redirect,
    since: null,
    instead: 'asks a preflight at every further hop once a request needed one, even where it no longer does',
    evidence: loadChecker,
    shown: { by: 'redirects › 303 makes PUT a GET, which needs no permission' },
  },
  anyPreflightServesSimpleHops: {
    rule: rules.redirect,
    since: null,
    instead: 'asks no preflight of a further hop that needs none if it remembers any of that URL',
    evidence: preflightCache,
    shown: { by: 'cache › a permission for a GET after a redirect' },
  },
  preflightsAskFirstHeaders: {
    rule: rules.redirect,
    since: null,
    instead:
      'asks in preflights after a redirect about all headers that the request began with, even those that are gone',
    evidence: loadChecker,
    shown: { by: 'redirects › Authorization is left behind on the way to another API' },
  },
  rechecksRedirectsAsBegun: {
    rule: rules.corsCheck,
    since: null,
    instead:
      'checks a redirect of another origin as one with credentials, if the request began at the page’s own and their mode is `same-origin`',
    evidence: subresourceLoader,
    shown: { by: 'redirects › page to API and back' },
  },
  redirectsByAny3xx: {
    rule: rules.redirectStatus,
    since: null,
    instead: 'follows a `Location` that comes with any status from 301 to 399, except 304, 305 and 306',
    evidence: soup,
    shown: { by: 'redirects › a status that is no redirect, with a Location' },
  },
  deleteBecomesGetElsewhere: {
    rule: rules.redirect,
    since: null,
    instead: 'makes a `DELETE` a `GET` when a redirect leads to another origin (WebKitGTK, not Safari)',
    evidence: soup,
    shown: { by: 'redirects › DELETE, redirected to another API' },
  },
  emptyLocationIsNone: {
    rule: rules.locationUrl,
    since: null,
    instead:
      'takes an empty `Location` for none, where the standard follows it to the same URL (WebKitGTK, not Safari)',
    evidence: soup,
    shown: { not: 'The playground’s server sends no empty `Location`.' },
  },
  joinsLocations: {
    rule: rules.locationUrl,
    since: null,
    instead: 'joins several `Location` lines by commas and follows the result',
    evidence: source('Source/WebCore/platform/network/soup/ResourceResponseSoup.cpp'),
    shown: { not: 'The playground’s server sends one `Location` at most.' },
  },
  refusesUserinfoLate: {
    rule: rules.redirect,
    since: null,
    instead:
      'refuses a `Location` with a user name that leads from the page’s own origin to another only after that one’s preflight',
    evidence: subresourceLoader,
    shown: { by: 'redirects › a password in Location, page to API with PUT' },
  },
  noneNeedsSecure: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'keeps a cookie with `SameSite=None` that is not `Secure` (WebKitGTK)',
    evidence: libsoupJar,
    shown: { by: 'cookies › a cookie for all sites must be secure, even on its own' },
  },
  loopbackSetsSecure: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'neither keeps nor sends a `Secure` cookie over HTTP, not even on localhost',
    evidence: libsoupJar,
    shown: { by: 'cookies › a secure cookie on localhost' },
  },
  thirdPartyCookies: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'keeps no cookie of another site',
    evidence: 'https://www.macrumors.com/2020/03/24/safari-full-third-party-cookie-blocking',
    shown: { by: 'cookies › a cookie for all sites must be secure' },
  },
  sameSiteSeesRedirects: {
    rule: rules.cookieSite,
    since: null,
    instead: 'sends `SameSite` cookies to their own site after a redirect through another',
    evidence: source('Source/WebCore/platform/network/ResourceRequestBase.cpp'),
    shown: { by: 'cookies › a strict cookie after a redirect through another site' },
  },
  workerFontsStayHome: {
    rule: rules.font,
    since: null,
    instead: 'asks for a worker’s font in mode `same-origin`',
    evidence: source('Source/WebCore/workers/WorkerFontLoadRequest.cpp'),
    shown: { by: 'contexts › a font in a worker' },
  },
  fontsAskWithoutCors: {
    rule: rules.font,
    since: null,
    instead: 'asks for a document’s font in mode `no-cors`, so that the server need not allow it',
    evidence: source('Source/WebCore/dom/DocumentFontLoader.cpp'),
    shown: { by: 'apis › a font, nothing about CORS' },
  },
  sandboxedBeaconIsThePages: {
    rule: rules.origin,
    since: null,
    instead: 'sends a beacon from a sandboxed frame with the origin of the page, where the standard says `null`',
    evidence: source('Source/WebCore/Modules/beacon/NavigatorBeacon.cpp'),
    shown: { by: 'contexts › a beacon from a sandboxed frame' },
  },
  xhrDropsOddTypes: {
    rule: rules.uploadListener,
    since: null,
    instead: 'sends no `Content-Type` by XMLHttpRequest for a Blob whose type is no MIME type',
    evidence: source('Source/WebCore/xml/XMLHttpRequest.cpp'),
    shown: { by: 'apis › a Blob whose type is no MIME type' },
  },
};
