import type { DeviationKey } from '../browsers.ts';
import type { DeviationEntry } from './entry.ts';
import { rules } from './rules.ts';

const source = (path: string) => `https://searchfox.org/mozilla-central/source/${path}`;
const corsListener = source('netwerk/protocol/http/nsCORSListenerProxy.cpp');
const contentUtils = source('dom/base/nsContentUtils.cpp');

export const firefox: Readonly<Record<DeviationKey<'firefox'>, DeviationEntry>> = {
  maxAgeCap: {
    rule: rules.maxAge,
    since: null,
    instead: 'remembers no preflight for more than a day (86400 seconds)',
    evidence: corsListener,
    shown: { not: 'It would take a day.' },
  },
  maxAgeUnparsable: {
    rule: rules.maxAgeHeader,
    since: null,
    instead: 'remembers nothing when `Access-Control-Max-Age` is no number, where the standard remembers for 5 seconds',
    evidence: corsListener,
    shown: { by: 'cache › a max-age with a unit' },
  },
  maxAgeNegative: {
    rule: rules.maxAgeHeader,
    since: null,
    instead:
      'takes a negative `Access-Control-Max-Age` for 0, where the standard ignores it and remembers for 5 seconds',
    evidence: corsListener,
    shown: { by: 'cache › a negative max-age' },
  },
  authorizationUnderWildcard: {
    rule: rules.nonWildcard,
    since: null,
    instead: 'lets `*` in `Access-Control-Allow-Headers` cover `Authorization`',
    evidence: 'https://bugzilla.mozilla.org/show_bug.cgi?id=1687364',
    shown: { by: 'preflighted › Authorization under the wildcard' },
  },
  wildcardServedFromCache: {
    rule: rules.methodCacheMatch,
    since: null,
    instead: 'asks again for whatever only a remembered `*` would allow',
    evidence: corsListener,
    shown: { by: 'cache › any header, remembered' },
  },
  credentialedEntryServesAnonymous: {
    rule: rules.cacheMatch,
    since: null,
    instead: 'asks again without credentials, although it remembers a preflight with them',
    evidence: corsListener,
    shown: { by: 'cache › a permission with credentials serves a request without them' },
  },
  headMustBeRemembered: {
    rule: rules.methodCacheMatch,
    since: null,
    instead: 'asks again for `HEAD` unless the remembered preflight lists it',
    evidence: corsListener,
    shown: { by: 'cache › HEAD, remembered' },
  },
  nullPreflightBelongsTo: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers a preflight for the page itself, even when a redirect has made the origin `null`',
    evidence: corsListener,
    shown: { by: 'cache › a permission along a redirect that taints, and along one that does not' },
  },
  preflightTellsTaint: {
    rule: rules.preflight,
    since: null,
    instead: 'tells the page’s origin in the preflight after a redirect that has made the request’s origin `null`',
    evidence: corsListener,
    shown: {
      by: 'redirects › a header of one’s own, redirected to another API whose preflight allows the page',
    },
  },
  preflightsEveryHopOnceBegun: {
    rule: rules.redirect,
    since: null,
    instead: 'asks a preflight at every further hop once a request needed one, even where it no longer does',
    evidence: corsListener,
    shown: { by: 'redirects › 303 makes PUT a GET, which needs no permission' },
  },
  preflightsForLostHeaders: {
    rule: rules.redirect,
    since: null,
    instead:
      'asks a preflight at every hop on another origin when the request began with a header that needs one, even once a redirect took it away',
    evidence: corsListener,
    shown: { by: 'wpt redirects › a type that needs a preflight, lost with the body on the way from page to API' },
  },
  cacheModesBypassingPreflights: {
    rule: rules.cacheMatch,
    since: null,
    instead: 'asks again, whatever it remembers, in the cache modes `reload` and `no-store`',
    evidence: corsListener,
    shown: { by: 'cache › cache mode reload and a remembered permission' },
  },
  limitsSafelistedTotal: {
    rule: rules.unsafeNames,
    since: null,
    instead: 'has no limit for all safelisted values together, where the standard has 1024 bytes',
    evidence: contentUtils,
    shown: { by: 'safelist › safelisted values of more than 1024 bytes together need a preflight' },
  },
  nonAsciiIsUnsafe: {
    rule: rules.safelisted,
    since: null,
    instead: 'asks a preflight for an `Accept` or a `Content-Type` that holds bytes beyond ASCII',
    evidence: contentUtils,
    shown: { by: 'safelist › bytes beyond ASCII' },
  },
  emptyLinesVanish: {
    rule: rules.getHeader,
    since: null,
    instead: 'takes no notice of an empty line of a response header that has another line',
    evidence: source('netwerk/protocol/http/nsHttpHeaderArray.cpp'),
    shown: { by: 'credentials › permission for credentials with an empty line beside it' },
  },
  refusedRedirectClearsPreflights: {
    rule: rules.httpFetch,
    since: null,
    instead: 'goes on remembering a preflight when redirect mode `error` refuses what follows',
    evidence: corsListener,
    shown: { by: 'cache › a redirect that redirect mode error refuses' },
  },
  droppedHeadersReturn: {
    rule: rules.redirect,
    since: null,
    instead:
      'drops `Authorization` for the one redirect that leads to another origin, and sends it again after the next redirect within that origin',
    evidence: source('netwerk/protocol/http/HttpBaseChannel.cpp'),
    shown: { by: 'redirects › Authorization, once it is left behind' },
  },
  repeatsRequestedNames: {
    rule: rules.preflight,
    since: null,
    instead: 'lists a header that was set twice twice in `Access-Control-Request-Headers`',
    evidence: corsListener,
    shown: { by: 'safelist › a header that is set twice is asked for once' },
  },
  rangeNumbersBelow: {
    rule: rules.range,
    since: null,
    instead: 'finds a `Range` unsafe that has a number of 2⁶⁴ or more',
    evidence: contentUtils,
    shown: { by: 'safelist › a range beyond 64 bits' },
  },
  exposesAllFromWildcardOn: {
    rule: rules.exposed,
    since: null,
    instead:
      'stops reading `Access-Control-Expose-Headers` at a `*`, so that nothing after it can spoil the list for `fetch()`',
    evidence: source('dom/fetch/InternalHeaders.cpp'),
    shown: { by: 'exposure › a wildcard, then a bad name' },
  },
  imageNeedsOkStatus: {
    rule: rules.image,
    since: null,
    instead: 'shows an SVG image only if its status is from 200 to 299',
    evidence: source('image/SVGDocumentWrapper.cpp'),
    shown: { by: 'apis › an image whose answer has status 404 is shown all the same' },
  },
  laxByDefault: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'treats a cookie without `SameSite` as one for all sites, where the standard makes it `Lax`',
    evidence: 'https://simonwillison.net/2024/Aug/26/frederik-braun/',
    shown: { by: 'cookies › a cookie that says nothing of sites, across sites' },
  },
  contentTypeMustBeTidy: {
    rule: rules.safelisted,
    since: null,
    instead:
      'asks about a `Content-Type` with a comma, or with a second semicolon that nothing follows, whatever type it names',
    evidence: source('netwerk/base/nsURLHelper.cpp'),
    shown: { by: 'safelist › a Content-Type that is not tidy' },
  },
  anyPreflightServesSimpleHops: {
    rule: rules.preflight,
    since: null,
    instead: 'lets any remembered preflight serve where only a listener to the upload, or an earlier hop, asks for one',
    evidence: corsListener,
    shown: { by: 'cache › an upload that somebody listens to, of a method that is not listed' },
  },
  xhrIgnoresConditions: {
    rule: rules.networkFetch,
    since: null,
    instead: 'uses a remembered preflight for an XMLHttpRequest with `If-None-Match` or the like too',
    evidence: source('dom/xhr/XMLHttpRequestMainThread.cpp'),
    shown: { by: 'cache › a condition by XMLHttpRequest' },
  },
  sandboxTellsOrigin: {
    rule: rules.origin,
    since: null,
    instead: 'tells the origin `null` when a sandboxed frame asks its page’s site in mode `no-cors` with credentials',
    evidence: source('netwerk/protocol/http/nsHttpChannel.cpp'),
    shown: { by: 'contexts › an image without crossorigin in a sandboxed frame, of the origin of its page' },
  },
};
