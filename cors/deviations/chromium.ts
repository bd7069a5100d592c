import type { DeviationKey } from '../browsers.ts';
import type { DeviationEntry } from './entry.ts';
import { rules } from './rules.ts';

const source = (path: string) => `https://chromium.googlesource.com/chromium/src/+/refs/heads/main/${path}`;
const preflightResult = source('services/network/cors/preflight_result.cc');
const preflightCache = source('services/network/cors/preflight_cache.cc');
const preflightController = source('services/network/cors/preflight_controller.cc');
const corsLoader = source('services/network/cors/cors_url_loader.cc');
const cors = source('services/network/public/cpp/cors/cors.cc');
const clientHints = source('third_party/blink/common/client_hints/client_hints.cc');

export const chromium: Readonly<Record<DeviationKey<'chromium'>, DeviationEntry>> = {
  maxAgeCap: {
    rule: rules.maxAge,
    since: '76',
    instead: 'remembers no preflight for more than two hours (7200 seconds)',
    evidence: preflightResult,
    shown: { not: 'It would take two hours.' },
  },
  maxAgeNegative: {
    rule: rules.maxAgeHeader,
    since: null,
    instead:
      'takes a negative `Access-Control-Max-Age` for 0, where the standard ignores it and remembers for 5 seconds',
    evidence: preflightResult,
    shown: { by: 'cache › a negative max-age' },
  },
  maxAgeTakesPlusSign: {
    rule: rules.deltaSeconds,
    since: null,
    instead:
      'reads a number with a plus sign in `Access-Control-Max-Age`, where the standard ignores it and remembers for 5 seconds',
    evidence: preflightResult,
    shown: { by: 'cache › a max-age with a plus sign' },
  },
  maxAgeFits64Bits: {
    rule: rules.deltaSeconds,
    since: null,
    instead: 'ignores a number in `Access-Control-Max-Age` that does not fit into 64 bits, and remembers for 5 seconds',
    evidence: preflightResult,
    shown: { by: 'cache › a max-age below the smallest number of 64 bits' },
  },
  authorizationUnderWildcard: {
    rule: rules.nonWildcard,
    since: null,
    instead: 'lets `*` in `Access-Control-Allow-Headers` cover `Authorization`',
    evidence: preflightResult,
    shown: { by: 'preflighted › Authorization under the wildcard' },
  },
  credentialedWildcardServes: {
    rule: rules.methodCacheMatch,
    since: null,
    instead: 'never lets a `*` that was remembered with credentials stand for anything but its own name',
    evidence: preflightResult,
    shown: { by: 'cache › a wildcard that came along with credentials' },
  },
  nullPreflightBelongsTo: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers no preflight that told the origin `null`',
    evidence: preflightController,
    shown: { by: 'cache › permissions along a redirect to another API' },
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
    evidence: corsLoader,
    shown: { by: 'cache › a blocked response ends the permission' },
  },
  cacheModesBypassingPreflights: {
    rule: rules.cacheMatch,
    since: null,
    instead: 'asks again, whatever it remembers, in the cache modes `no-cache`, `reload` and `no-store`',
    evidence: preflightController,
    shown: { by: 'cache › cache mode no-cache and a remembered permission' },
  },
  cacheModesNotRemembering: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers no preflight of a request in the cache mode `no-store`',
    evidence: preflightController,
    shown: { by: 'cache › cache mode no-store, and the permission afterwards' },
  },
  conditionalCacheMode: {
    rule: rules.networkFetch,
    since: null,
    instead:
      'takes a condition such as `If-None-Match` for the cache mode `no-cache`, where the standard takes `no-store`',
    evidence: source('third_party/blink/renderer/platform/loader/fetch/resource_fetcher.cc'),
    shown: { by: 'modes › a condition of one’s own' },
  },
  longestRememberedUrl: {
    rule: rules.newEntry,
    since: null,
    instead: 'remembers no preflight of a URL with 1024 characters or more',
    evidence: preflightCache,
    shown: { by: 'cache › a permission of a long URL' },
  },
  judgesCombinedHeaders: {
    rule: rules.unsafeNames,
    since: null,
    instead: 'judges several values of one header as the one line that they become',
    evidence: cors,
    shown: { by: 'safelist › two values of 100 bytes under one name' },
  },
  rangeNumbersBelow: {
    rule: rules.range,
    since: null,
    instead: 'finds a `Range` unsafe that has a number of 2⁶³−1 or more',
    evidence: cors,
    shown: { by: 'safelist › a range beyond 64 bits' },
  },
  safelistsClientHints: {
    rule: rules.safelisted,
    since: null,
    instead: 'asks no preflight for `Save-Data`, `DPR`, `Width` and the like, as an older text of the standard had it',
    evidence: cors,
    shown: { by: 'safelist › Save-Data needs a preflight' },
  },
  redirectDropsClientHints: {
    rule: rules.redirect,
    since: null,
    instead: 'drops `DPR`, `Width`, `RTT` and the like when a redirect leads away from the page’s origin',
    evidence: clientHints,
    shown: { by: 'redirects › a client hint and another origin' },
  },
  dropsUserAgent: {
    rule: rules.forbidden,
    since: null,
    instead: 'drops a `User-Agent` that a script sets',
    evidence: 'https://issues.chromium.org/issues/40450316',
    shown: { by: 'safelist › User-Agent needs a preflight' },
  },
  preflightBlamesFirst: {
    rule: rules.preflight,
    since: null,
    instead: 'blames a redirect of the preflight before it looks at its headers',
    evidence: preflightController,
    shown: { by: 'preflighted › preflight redirected by a guard who knows no CORS' },
  },
  originHeedsReferrerPolicy: {
    rule: rules.origin,
    since: null,
    instead: 'tells the origin on a `no-cors` POST whatever the referrer policy says',
    evidence: corsLoader,
    shown: { by: 'modes › no-cors POST under no-referrer' },
  },
  xhrDropsOddTypes: {
    rule: rules.uploadListener,
    since: null,
    instead: 'sends no `Content-Type` by XMLHttpRequest for a Blob whose type is no MIME type',
    evidence: source('third_party/blink/renderer/core/xmlhttprequest/xml_http_request.cc'),
    shown: { by: 'apis › a Blob whose type is no MIME type' },
  },
  mostKeepaliveRedirects: {
    rule: rules.redirect,
    since: null,
    instead: 'follows 19 redirects instead of 20 for a request with `keepalive`',
    evidence: source('content/browser/loader/keep_alive_url_loader.cc'),
    shown: { by: 'redirects › twenty redirects of a request with keepalive' },
  },
  noCorsRedirectHidesOrigin: {
    rule: rules.origin,
    since: null,
    instead: 'sends `Origin: null` in mode `no-cors` once a redirect has led from one origin to another',
    evidence: source('net/url_request/redirect_util.cc'),
    shown: { by: 'redirects › a POST in mode no-cors, from the page to an API' },
  },
  proxyChallengeFails: {
    rule: rules.networkFetch,
    since: null,
    instead: 'takes status 407 from a server that is no proxy for a network error',
    evidence: source('net/http/http_network_transaction.cc'),
    shown: { by: 'simple › a proxy’s question from a server that is none' },
  },
  errorModeNeedsLocation: {
    rule: rules.httpFetch,
    since: null,
    instead: 'lets a redirect status without a `Location` pass in the redirect mode `error`',
    evidence: source('net/url_request/redirect_util.cc'),
    shown: { by: 'redirects › redirect error, and no Location' },
  },
  manualModeParsesLocation: {
    rule: rules.httpFetch,
    since: null,
    instead: 'fails on a `Location` that is no URL in the redirect mode `manual` too',
    evidence: source('net/url_request/url_request_job.cc'),
    shown: { by: 'redirects › redirect manual, and Location is no URL' },
  },
  refusesUserinfoAlways: {
    rule: rules.redirect,
    since: null,
    instead: 'follows no `Location` with a user name or a password, not even within one origin',
    evidence: source('third_party/blink/renderer/core/loader/base_fetch_context.cc'),
    shown: { by: 'redirects › a password in Location, page to page' },
  },
  uploadListenerNeedsBody: {
    rule: rules.uploadListener,
    since: null,
    instead: 'asks for no preflight where somebody listens to the upload of nothing',
    evidence: source('third_party/blink/renderer/core/xmlhttprequest/xml_http_request.cc'),
    shown: { by: 'apis › XMLHttpRequest, somebody listens, but there is nothing to upload' },
  },
  thirdPartyCookies: {
    rule: rules.cookieStorage,
    since: null,
    instead: 'keeps no cookie of another site when the person has blocked those, or browses without a profile',
    evidence: source('components/content_settings/core/common/cookie_settings_base.cc'),
    shown: { by: 'cookies › a secure cookie for all sites is sent across sites' },
  },
  sameSiteSeesRedirects: {
    rule: rules.cookieSite,
    since: null,
    instead: 'sends `SameSite` cookies to their own site after a redirect through another',
    evidence: source('net/base/features.cc'),
    shown: { by: 'cookies › a strict cookie after a redirect through another site' },
  },
  anyPreflightServesSimpleHops: {
    rule: rules.preflight,
    since: null,
    instead: 'lets any remembered preflight serve where only a listener to the upload, or an earlier hop, asks for one',
    evidence: preflightResult,
    shown: { by: 'cache › an upload that somebody listens to, of a method that is not listed' },
  },
  workersIgnoreConditions: {
    rule: rules.networkFetch,
    since: null,
    instead:
      'uses a remembered preflight for what a worker asks with `If-None-Match` or the like too, unlike a document',
    evidence: source('third_party/blink/renderer/core/loader/worker_fetch_context.cc'),
    shown: { by: 'cache › a condition in a worker' },
  },
  elementsTellOrigin: {
    rule: rules.origin,
    since: null,
    instead:
      'tells the origin to the page’s own server as well when a font, an image or an EventSource asks in mode `cors`',
    evidence: source('third_party/blink/renderer/platform/loader/fetch/resource_fetcher.cc'),
    shown: { by: 'apis › a font of its own origin' },
  },
  sandboxTellsOrigin: {
    rule: rules.origin,
    since: null,
    instead: 'tells the origin `null` when a sandboxed frame asks its page’s site in mode `no-cors` with credentials',
    evidence: source('net/url_request/url_request_http_job.cc'),
    shown: { by: 'contexts › an image without crossorigin in a sandboxed frame, of the origin of its page' },
  },
};
