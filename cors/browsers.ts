import type { Browser, RealBrowser } from './outcome.ts';
import type { CacheMode } from './scenario.ts';

/** Every decision in which a browser departs from the standard. Lifetimes in seconds. */
export interface Deviations {
  /** The imposed limit of Access-Control-Max-Age: https://fetch.spec.whatwg.org/#concept-cache-max-age */
  readonly maxAgeCap: number;
  /** When the header is absent. */
  readonly maxAgeDefault: number;
  /** When its value is no number. */
  readonly maxAgeUnparsable: number;
  readonly maxAgeNegative: number;
  readonly maxAgeTakesPlusSign: boolean;
  /** A number beyond 64 bits with a sign is none. */
  readonly maxAgeFits64Bits: boolean;
  /** `*` in Access-Control-Allow-Headers allows Authorization: https://github.com/whatwg/fetch/issues/1278 */
  readonly authorizationUnderWildcard: boolean;
  /** A remembered `*` saves the next preflight, and does so for Authorization. */
  readonly wildcardServedFromCache: boolean;
  readonly authorizationWildcardServedFromCache: boolean;
  /** A preflight remembered for credentials also serves a request without. */
  readonly credentialedEntryServesAnonymous: boolean;
  /** For whom a `*` remembered for credentials is the wildcard afterwards: for all, by the standard's letter. */
  readonly credentialedWildcardServes: 'all' | 'anonymous' | 'nobody';
  /** HEAD has to be listed for a remembered preflight to serve it. */
  readonly headMustBeRemembered: boolean;
  /**
   * Whom a preflight is remembered for once a redirect has tainted the request: every `null` origin, the page all the
   * same, or nobody, as then is what a sandboxed frame asks.
   */
  readonly nullPreflightBelongsTo: 'null' | 'page' | 'nobody';
  /** A preflight tells `null` once a redirect has tainted the request, and its answer has to allow that. */
  readonly preflightTellsTaint: boolean;
  /** Only the last preflight of a URL is remembered, and dropped when it does not serve; otherwise they add up. */
  readonly onePreflightPerUrl: boolean;
  /** An answer that allows another method or other headers is remembered as well. */
  readonly remembersUnmetPreflights: boolean;
  /** A failed fetch forgets what was remembered for its URL. */
  readonly failureClearsPreflights: boolean;
  readonly cacheModesBypassingPreflights: readonly CacheMode[];
  readonly cacheModesNotRemembering: readonly CacheMode[];
  /** Cache mode `only-if-cached` asks the network when nothing is cached. */
  readonly onlyIfCachedAsks: boolean;
  /** XMLHttpRequest keeps its cache mode whatever conditions its headers make. */
  readonly xhrIgnoresConditions: boolean;
  /** So does whatever a worker asks. */
  readonly workersIgnoreConditions: boolean;
  /** What cache mode `default` becomes when the author sets If-None-Match or the like. */
  readonly conditionalCacheMode: CacheMode;
  /** Longer URLs are not remembered. */
  readonly longestRememberedUrl: number;
  /** All safelisted values together may have 1024 bytes. */
  readonly limitsSafelistedTotal: boolean;
  /** Several values under one name are judged as the one line that they become. */
  readonly judgesCombinedHeaders: boolean;
  /** Access-Control-Request-Headers names a header once for each of its lines. */
  readonly repeatsRequestedNames: boolean;
  /** Bytes above 0x7f are unsafe in Accept and Content-Type. */
  readonly nonAsciiIsUnsafe: boolean;
  readonly rangeUnitCaseSensitive: boolean;
  /** The numbers in a range are all smaller. */
  readonly rangeNumbersBelow: number | bigint;
  readonly rangeTakesPlusSign: boolean;
  /** DPR, Save-Data and the like need no preflight: an older text of the standard. */
  readonly safelistsClientHints: boolean;
  /** A redirect away from the page's origin drops DPR and the like. */
  readonly redirectDropsClientHints: boolean;
  /** A User-Agent that the author sets is dropped. */
  readonly dropsUserAgent: boolean;
  /** Of an answer to a preflight that fails in several ways: the CORS check or the status, or just a redirect's. */
  readonly preflightBlamesFirst: 'cors-check' | 'redirect' | 'status';
  /** `Origin` on a no-cors POST heeds the referrer policy. */
  readonly originHeedsReferrerPolicy: boolean;
  /** XMLHttpRequest sends no Content-Type for a Blob whose type is no MIME type. */
  readonly xhrDropsOddTypes: boolean;
  /** How many redirects are followed for a request with `keepalive`. */
  readonly mostKeepaliveRedirects: number;
  /** `Origin` in mode no-cors is null once a redirect has led from one origin to another. */
  readonly noCorsRedirectHidesOrigin: boolean;
  /** A redirect keeps the `Origin` that was told, even for a GET; a new origin is told it whatever the referrer policy. */
  readonly redirectKeepsOrigin: boolean;
  /** An answer with status 407 from a server that is no proxy is a network error. */
  readonly proxyChallengeFails: boolean;
  /** Redirect mode `error` minds only a redirect that has a Location. */
  readonly errorModeNeedsLocation: boolean;
  /** Redirect mode `manual` hands over no redirect whose Location cannot be parsed. */
  readonly manualModeParsesLocation: boolean;
  /** An empty line of a response header that has another line is as good as not there. */
  readonly emptyLinesVanish: boolean;
  /** A redirect that redirect mode `error` refuses counts as a failed fetch for what is remembered. */
  readonly refusedRedirectClearsPreflights: boolean;
  /** A redirect drops headers for the next hop only: they are back after it, in preflights at least. */
  readonly droppedHeadersReturn: boolean;
  /** Once one hop needed a preflight, every later one has one, whatever has become of the request. */
  readonly preflightsEveryHopOnceBegun: boolean;
  /** Headers of the beginning make every hop on another origin have a preflight, even once a redirect took them away. */
  readonly preflightsForLostHeaders: boolean;
  /** A preflight that only preflightsEveryHopOnceBegun asks for is spared by any that is remembered of the URL. */
  readonly anyPreflightServesSimpleHops: boolean;
  /** Preflights after a redirect ask about the headers that the request began with, whatever the redirect took away. */
  readonly preflightsAskFirstHeaders: boolean;
  /**
   * Another origin's redirect is checked once more before the next hop is sent: as with credentials, when their mode is
   * `same-origin` and the request began at home.
   */
  readonly rechecksRedirectsAsBegun: boolean;
  /** Any status from 301 on that begins with 3 redirects, apart from 304, 305 and 306. */
  readonly redirectsByAny3xx: boolean;
  /** A redirect to another origin makes DELETE a GET. */
  readonly deleteBecomesGetElsewhere: boolean;
  /** A redirect with an empty Location is none. */
  readonly emptyLocationIsNone: boolean;
  /** Several Locations are one, joined by commas; otherwise there is nothing to follow. */
  readonly joinsLocations: boolean;
  /** A Location with userinfo is refused even where no origin is crossed. */
  readonly refusesUserinfoAlways: boolean;
  /** A Location with userinfo that leads from the page's own origin to another is refused once that has been asked. */
  readonly refusesUserinfoLate: boolean;
  /** What is wrong in Access-Control-Expose-Headers after a `*` does no harm. */
  readonly exposesAllFromWildcardOn: boolean;
  /** Who listens to an upload causes a preflight only if there is something to upload. */
  readonly uploadListenerNeedsBody: boolean;
  /** An SVG image is shown only if its status is from 200 to 299. */
  readonly imageNeedsOkStatus: boolean;
  /** A font that a worker asks for may not be of another origin, whatever the server says. */
  readonly workerFontsStayHome: boolean;
  /** A Content-Type with a comma, or with a semicolon that nothing follows after another one, needs a preflight. */
  readonly contentTypeMustBeTidy: boolean;
  /** Whatever asks in mode `cors` and is no script's own request tells its origin to its own server too. */
  readonly elementsTellOrigin: boolean;
  /** A sandboxed frame tells its origin, `null`, where it asks the site of its page in mode `no-cors` with credentials. */
  readonly sandboxTellsOrigin: boolean;
  /** A document's fonts are asked for in mode `no-cors`. */
  readonly fontsAskWithoutCors: boolean;
  /** A beacon from a sandboxed frame is sent as if the page itself sent it. */
  readonly sandboxedBeaconIsThePages: boolean;
  /** A cookie without SameSite is `Lax`. */
  readonly laxByDefault: boolean;
  readonly noneNeedsSecure: boolean;
  /** A loopback host may set a `Secure` cookie over HTTP, and gets it back. */
  readonly loopbackSetsSecure: boolean;
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
  maxAgeFits64Bits: false,
  authorizationUnderWildcard: false,
  wildcardServedFromCache: true,
  authorizationWildcardServedFromCache: false,
  credentialedEntryServesAnonymous: true,
  credentialedWildcardServes: 'all',
  headMustBeRemembered: false,
  nullPreflightBelongsTo: 'null',
  preflightTellsTaint: true,
  onePreflightPerUrl: false,
  remembersUnmetPreflights: false,
  failureClearsPreflights: true,
  cacheModesBypassingPreflights: [],
  cacheModesNotRemembering: [],
  onlyIfCachedAsks: false,
  conditionalCacheMode: 'no-store',
  longestRememberedUrl: Number.POSITIVE_INFINITY,
  limitsSafelistedTotal: true,
  judgesCombinedHeaders: false,
  repeatsRequestedNames: false,
  nonAsciiIsUnsafe: false,
  emptyLinesVanish: false,
  refusedRedirectClearsPreflights: true,
  droppedHeadersReturn: false,
  rangeUnitCaseSensitive: true,
  rangeNumbersBelow: Number.POSITIVE_INFINITY,
  rangeTakesPlusSign: false,
  safelistsClientHints: false,
  redirectDropsClientHints: false,
  dropsUserAgent: false,
  preflightBlamesFirst: 'cors-check',
  originHeedsReferrerPolicy: true,
  xhrDropsOddTypes: false,
  xhrIgnoresConditions: false,
  workersIgnoreConditions: false,
  mostKeepaliveRedirects: 20,
  noCorsRedirectHidesOrigin: false,
  redirectKeepsOrigin: false,
  proxyChallengeFails: false,
  errorModeNeedsLocation: false,
  manualModeParsesLocation: false,
  preflightsEveryHopOnceBegun: false,
  preflightsForLostHeaders: false,
  anyPreflightServesSimpleHops: false,
  preflightsAskFirstHeaders: false,
  rechecksRedirectsAsBegun: false,
  redirectsByAny3xx: false,
  deleteBecomesGetElsewhere: false,
  emptyLocationIsNone: false,
  joinsLocations: false,
  refusesUserinfoAlways: false,
  refusesUserinfoLate: false,
  exposesAllFromWildcardOn: false,
  uploadListenerNeedsBody: false,
  imageNeedsOkStatus: false,
  workerFontsStayHome: false,
  contentTypeMustBeTidy: false,
  elementsTellOrigin: false,
  sandboxTellsOrigin: false,
  fontsAskWithoutCors: false,
  sandboxedBeaconIsThePages: false,
  laxByDefault: true,
  noneNeedsSecure: true,
  loopbackSetsSecure: true,
  thirdPartyCookies: true,
  sameSiteSeesRedirects: true,
};

/**
 * What each browser does otherwise than the standard, and nothing else. Each of these has an entry in deviations/ that
 * says so in words, with its evidence: without one it does not compile.
 */
export const departures = {
  chromium: {
    maxAgeCap: 7200,
    maxAgeNegative: 0,
    maxAgeTakesPlusSign: true,
    maxAgeFits64Bits: true,
    authorizationUnderWildcard: true,
    credentialedWildcardServes: 'nobody',
    nullPreflightBelongsTo: 'nobody',
    onePreflightPerUrl: true,
    failureClearsPreflights: false,
    cacheModesBypassingPreflights: ['no-cache', 'reload', 'no-store'],
    cacheModesNotRemembering: ['no-store'],
    conditionalCacheMode: 'no-cache',
    longestRememberedUrl: 1023,
    judgesCombinedHeaders: true,
    rangeNumbersBelow: 2n ** 63n - 1n,
    safelistsClientHints: true,
    redirectDropsClientHints: true,
    dropsUserAgent: true,
    preflightBlamesFirst: 'redirect',
    originHeedsReferrerPolicy: false,
    xhrDropsOddTypes: true,
    mostKeepaliveRedirects: 19,
    noCorsRedirectHidesOrigin: true,
    proxyChallengeFails: true,
    errorModeNeedsLocation: true,
    manualModeParsesLocation: true,
    refusesUserinfoAlways: true,
    uploadListenerNeedsBody: true,
    // Chrome leaves it to the person; Chromium, asked without a profile, stores none.
    thirdPartyCookies: false,
    sameSiteSeesRedirects: false,
    anyPreflightServesSimpleHops: true,
    workersIgnoreConditions: true,
    elementsTellOrigin: true,
    sandboxTellsOrigin: true,
  },
  firefox: {
    maxAgeCap: 86_400,
    maxAgeUnparsable: 0,
    maxAgeNegative: 0,
    authorizationUnderWildcard: true,
    wildcardServedFromCache: false,
    credentialedEntryServesAnonymous: false,
    headMustBeRemembered: true,
    nullPreflightBelongsTo: 'page',
    preflightTellsTaint: false,
    preflightsEveryHopOnceBegun: true,
    preflightsForLostHeaders: true,
    cacheModesBypassingPreflights: ['reload', 'no-store'],
    limitsSafelistedTotal: false,
    repeatsRequestedNames: true,
    nonAsciiIsUnsafe: true,
    emptyLinesVanish: true,
    refusedRedirectClearsPreflights: false,
    droppedHeadersReturn: true,
    rangeNumbersBelow: 2n ** 64n,
    exposesAllFromWildcardOn: true,
    laxByDefault: false,
    imageNeedsOkStatus: true,
    contentTypeMustBeTidy: true,
    anyPreflightServesSimpleHops: true,
    xhrIgnoresConditions: true,
    sandboxTellsOrigin: true,
  },
  webkit: {
    maxAgeCap: 600,
    maxAgeNegative: 0,
    maxAgeTakesPlusSign: true,
    maxAgeFits64Bits: true,
    authorizationUnderWildcard: true,
    authorizationWildcardServedFromCache: true,
    credentialedWildcardServes: 'anonymous',
    nullPreflightBelongsTo: 'nobody',
    onePreflightPerUrl: true,
    remembersUnmetPreflights: true,
    failureClearsPreflights: false,
    onlyIfCachedAsks: true,
    judgesCombinedHeaders: true,
    rangeUnitCaseSensitive: false,
    rangeNumbersBelow: 2n ** 64n,
    rangeTakesPlusSign: true,
    preflightBlamesFirst: 'status',
    redirectKeepsOrigin: true,
    errorModeNeedsLocation: true,
    preflightsEveryHopOnceBegun: true,
    anyPreflightServesSimpleHops: true,
    preflightsAskFirstHeaders: true,
    rechecksRedirectsAsBegun: true,
    redirectsByAny3xx: true,
    deleteBecomesGetElsewhere: true,
    emptyLocationIsNone: true,
    joinsLocations: true,
    refusesUserinfoLate: true,
    noneNeedsSecure: false,
    loopbackSetsSecure: false,
    thirdPartyCookies: false,
    sameSiteSeesRedirects: false,
    workerFontsStayHome: true,
    fontsAskWithoutCors: true,
    sandboxedBeaconIsThePages: true,
    xhrDropsOddTypes: true,
  },
} as const satisfies Record<RealBrowser, Partial<Deviations>>;

/** What a browser departs in. */
export type DeviationKey<B extends RealBrowser = RealBrowser> = B extends RealBrowser
  ? keyof (typeof departures)[B]
  : never;

export const deviations: Readonly<Record<Browser, Deviations>> = {
  standard,
  chromium: { ...standard, ...departures.chromium },
  firefox: { ...standard, ...departures.firefox },
  webkit: { ...standard, ...departures.webkit },
};
