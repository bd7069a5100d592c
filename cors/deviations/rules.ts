const fetch = (id: string) => `https://fetch.spec.whatwg.org/#${id}`;

/** Where the standards say what browsers depart from. */
export const rules = {
  maxAge: fetch('concept-cache-max-age'),
  maxAgeHeader: fetch('http-access-control-max-age'),
  deltaSeconds: 'https://www.rfc-editor.org/rfc/rfc9111#section-1.2.2',
  nonWildcard: fetch('cors-non-wildcard-request-header-name'),
  methodCacheMatch: fetch('concept-cache-match-method'),
  headerCacheMatch: fetch('concept-cache-match-header'),
  cacheMatch: fetch('concept-cache-match'),
  newEntry: fetch('concept-cache-create-entry'),
  clear: fetch('concept-cache-clear'),
  preflight: fetch('cors-preflight-fetch-0'),
  httpFetch: fetch('http-fetch'),
  networkFetch: fetch('http-network-or-cache-fetch'),
  redirect: fetch('http-redirect-fetch'),
  locationUrl: fetch('concept-response-location-url'),
  corsCheck: fetch('concept-cors-check'),
  safelisted: fetch('cors-safelisted-request-header'),
  unsafeNames: fetch('cors-unsafe-request-header-names'),
  range: fetch('simple-range-header-value'),
  forbidden: fetch('forbidden-request-header'),
  origin: fetch('append-a-request-origin-header'),
  exposed: fetch('concept-filtered-response-cors'),
  cookieStorage: 'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-storage-model',
  cookieSite: 'https://httpwg.org/http-extensions/draft-ietf-httpbis-rfc6265bis.html#name-same-site-and-cross-site-re',
} as const;
