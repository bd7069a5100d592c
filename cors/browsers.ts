import type { Browser } from './outcome.ts';
import type { CacheMode } from './scenario.ts';

/** Where the browsers depart from the standard, as data. Lifetimes in seconds. */
export interface Deviations {
  /** The imposed limit of Access-Control-Max-Age: https://fetch.spec.whatwg.org/#concept-cache-max-age */
  readonly maxAgeCap: number;
  /** When the header is absent. */
  readonly maxAgeDefault: number;
  /** When its value is no number. */
  readonly maxAgeUnparsable: number;
  readonly maxAgeNegative: number;
  readonly maxAgeTakesPlusSign: boolean;
  /** `*` in Access-Control-Allow-Headers allows Authorization: https://github.com/whatwg/fetch/issues/1278 */
  readonly authorizationUnderWildcard: boolean;
  /** A remembered `*` saves the next preflight, and does so for Authorization. */
  readonly wildcardServedFromCache: boolean;
  readonly authorizationWildcardServedFromCache: boolean;
  /** A preflight remembered for credentials also serves a request without. */
  readonly credentialedEntryServesAnonymous: boolean;
  /** A `*` remembered for credentials is the wildcard afterwards: the standard's letter. */
  readonly credentialedWildcardServedFromCache: boolean;
  /** HEAD has to be listed for a remembered preflight to serve it. */
  readonly headMustBeRemembered: boolean;
  /** The remembered preflight belongs to `null` once a redirect has tainted the request. */
  readonly cacheKeyUsesTaintedOrigin: boolean;
  /** A new preflight replaces all that was remembered for its URL; otherwise it adds to it. */
  readonly preflightReplacesEntries: boolean;
  /** A failed fetch forgets what was remembered for its URL. */
  readonly failureClearsPreflights: boolean;
  readonly cacheModesBypassingPreflightCache: readonly CacheMode[];
  /** Longer URLs are not remembered. */
  readonly longestRememberedUrl: number;
  /** All safelisted values together may have 1024 bytes. */
  readonly limitsSafelistedTotal: boolean;
  readonly rangeUnitCaseSensitive: boolean;
  /** DPR, Save-Data and the like need no preflight: an older text of the standard. */
  readonly safelistsClientHints: boolean;
  /** Of an answer to a preflight that fails in several ways: the CORS check or the status, or just a redirect's. */
  readonly preflightBlamesFirst: 'cors-check' | 'redirect' | 'status';
  /** A cookie without SameSite is `Lax`. */
  readonly laxByDefault: boolean;
  readonly noneNeedsSecure: boolean;
  readonly thirdPartyCookies: boolean;
  /** A redirect through another site makes a request cross-site for cookies. */
  readonly sameSiteSeesRedirects: boolean;
}

const standard: Deviations = {
  // delta-seconds overflow at 2^31: https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2
  maxAgeCap: 2_147_483_648,
  maxAgeDefault: 5,
  maxAgeUnparsable: 5,
  maxAgeNegative: 5,
  maxAgeTakesPlusSign: false,
  authorizationUnderWildcard: false,
  wildcardServedFromCache: true,
  authorizationWildcardServedFromCache: false,
  credentialedEntryServesAnonymous: true,
  credentialedWildcardServedFromCache: true,
  headMustBeRemembered: false,
  cacheKeyUsesTaintedOrigin: true,
  preflightReplacesEntries: false,
  failureClearsPreflights: true,
  cacheModesBypassingPreflightCache: [],
  longestRememberedUrl: Number.POSITIVE_INFINITY,
  limitsSafelistedTotal: true,
  rangeUnitCaseSensitive: true,
  safelistsClientHints: false,
  preflightBlamesFirst: 'cors-check',
  laxByDefault: false,
  noneNeedsSecure: true,
  thirdPartyCookies: true,
  sameSiteSeesRedirects: true,
};

/** Facts about Chromium 150 and later, Firefox 140 and later, and WebKit 2.50 and later. */
export const deviations: Readonly<Record<Browser, Deviations>> = {
  standard,
  chromium: {
    ...standard,
    maxAgeCap: 7200,
    maxAgeNegative: 0,
    authorizationUnderWildcard: true,
    credentialedWildcardServedFromCache: false,
    cacheKeyUsesTaintedOrigin: false,
    preflightReplacesEntries: true,
    failureClearsPreflights: false,
    cacheModesBypassingPreflightCache: ['no-cache', 'reload', 'no-store'],
    longestRememberedUrl: 1023,
    safelistsClientHints: true,
    preflightBlamesFirst: 'redirect',
    laxByDefault: true,
    sameSiteSeesRedirects: false,
  },
  firefox: {
    ...standard,
    maxAgeCap: 86_400,
    maxAgeUnparsable: 0,
    maxAgeNegative: 0,
    authorizationUnderWildcard: true,
    wildcardServedFromCache: false,
    credentialedEntryServesAnonymous: false,
    headMustBeRemembered: true,
    cacheKeyUsesTaintedOrigin: false,
    cacheModesBypassingPreflightCache: ['no-cache', 'reload', 'no-store'],
    limitsSafelistedTotal: false,
  },
  webkit: {
    ...standard,
    maxAgeCap: 600,
    maxAgeNegative: 0,
    maxAgeTakesPlusSign: true,
    authorizationUnderWildcard: true,
    authorizationWildcardServedFromCache: true,
    cacheKeyUsesTaintedOrigin: false,
    preflightReplacesEntries: true,
    failureClearsPreflights: false,
    rangeUnitCaseSensitive: false,
    preflightBlamesFirst: 'status',
    thirdPartyCookies: false,
    sameSiteSeesRedirects: false,
  },
};
