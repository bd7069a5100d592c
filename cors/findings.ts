import type { Api, Context } from './scenario.ts';

/** Whose answer a rule looked at. */
export type At = 'preflight' | 'redirect' | 'response';

/** Why an Access-Control-Allow-Origin value that is an origin is nevertheless not the page's. */
export type MismatchHint =
  | 'trailing-slash'
  | 'path'
  | 'case'
  | 'scheme'
  | 'scheme-missing'
  | 'port'
  | 'host'
  | 'default-port'
  | 'loopback-name'
  | 'subdomain-wildcard'
  | 'null-for-origin'
  | 'origin-for-null'
  | 'other';

/**
 * Where the cache in front answered, and not the server: for which `Origin` that answer was made (null: without one), how
 * long ago in seconds, and whether it is the cause, because the server itself would have allowed it.
 */
export interface CachedFacts {
  readonly madeFor: string | null;
  readonly seconds: number;
  readonly isCause: boolean;
}

/** Every reason for which a fetch is blocked or opaque, with the facts that its explanation needs. */
export interface FindingFacts {
  // fetch() takes no such arguments, and nothing is sent: https://fetch.spec.whatwg.org/#dom-request
  'url-invalid': { url: string };
  'url-credentials': { url: string };
  'mode-navigate': Record<never, never>;
  'only-if-cached-mode': { mode: string };
  'method-invalid': { method: string };
  'method-forbidden': { method: string };
  'no-cors-method': { method: string };
  'header-name-invalid': { name: string };
  'header-value-invalid': { name: string; value: string };
  'body-with-get': { method: string };
  /** A worker has no elements: there is nothing to ask with. */
  'api-missing': { api: Api; context: Context };
  // main fetch, before the network: https://fetch.spec.whatwg.org/#main-fetch
  'bad-port': { url: string; port: string };
  'mixed-content': { url: string; page: string };
  'scheme-unsupported': { url: string; scheme: string };
  'same-origin-mode': { page: string; target: string; at: 'request' | 'redirect' };
  'no-cors-redirect-mode': { redirect: string };
  'not-cached': { url: string };
  // CORS check: https://fetch.spec.whatwg.org/#concept-cors-check
  // `thenNull`: where this redirect leads to, the request's origin will be `null`.
  'acao-missing': {
    at: At;
    origin: string;
    status: number;
    method: string;
    thenNull?: true;
    cached?: CachedFacts;
  };
  'acao-wildcard-credentials': { at: At; origin: string; method: string; thenNull?: true };
  'acao-multiple': { at: At; origin: string; value: string; lines: number; method: string; thenNull?: true };
  'acao-invalid': { at: At; origin: string; value: string; method: string; thenNull?: true };
  'acao-mismatch': {
    at: At;
    origin: string;
    value: string;
    hint: MismatchHint;
    method: string;
    thenNull?: true;
    cached?: CachedFacts;
  };
  'acac-missing': { at: At; origin: string; method: string };
  'acac-not-true': { at: At; origin: string; value: string; method: string };
  // CORS-preflight fetch: https://fetch.spec.whatwg.org/#cors-preflight-fetch-0
  'preflight-redirect': { status: number; location: string | null };
  'preflight-status': { status: number };
  'acam-invalid': { value: string };
  'acah-invalid': { value: string };
  'method-not-allowed': { method: string; allowed: readonly string[]; credentials: boolean; caseOnly: boolean };
  /** `missing` are the names not allowed; `requested` and `allowed` are the two whole lists. Lower case. */
  'header-not-allowed': {
    missing: readonly string[];
    requested: readonly string[];
    allowed: readonly string[];
    credentials: boolean;
  };
  'authorization-not-listed': { requested: readonly string[]; allowed: readonly string[] };
  // HTTP-redirect fetch: https://fetch.spec.whatwg.org/#http-redirect-fetch
  'redirect-mode-error': { status: number };
  'redirect-location-invalid': { location: string };
  'redirect-scheme': { location: string; scheme: string };
  'redirect-too-many': { count: number };
  'redirect-userinfo': { location: string };
  // Cross-Origin-Resource-Policy: https://fetch.spec.whatwg.org/#cross-origin-resource-policy-header
  'corp-blocked': { value: string; page: string; target: string };
  /** Fetched, but of no use to what asked for it: an image that is none. Not CORS. `type`: its Content-Type. */
  'not-usable': { api: Api; because: 'status' | 'type' | 'content'; status: number; type: string | null };
  // The server gave no usable answer. Not CORS.
  'no-answer': { url: string };
  // Not blocked, but the page is told nothing: https://fetch.spec.whatwg.org/#concept-filtered-response-opaque
  'opaque-no-cors': { method: string; cached?: CachedFacts };
  'opaque-redirect': { status: number };
  /** An image that taints a canvas, a script whose errors are muted: https://html.spec.whatwg.org/multipage/webappapis.html#muted-errors */
  'opaque-element': { api: Api };
  /** https://w3c.github.io/beacon/#sendbeacon-method */
  'opaque-beacon': Record<never, never>;
}

/** Worth saying although it blocks nothing: insecure, fragile, pointless, or surprising. */
export interface AdviceFacts {
  'reflects-any-origin-with-credentials': { value: string };
  'allows-null': { credentials: boolean };
  'insecure-origin-allowed': { value: string };
  'vary-origin-missing': { value: string };
  'max-age-above-cap': { value: number; browser: string; cap: number };
  'max-age-invalid': { value: string };
  'max-age-missing': Record<never, never>;
  'max-age-zero': Record<never, never>;
  /** Whatever Access-Control-Max-Age says. */
  'preflight-not-kept': { because: 'cache-mode' | 'long-url' | 'null-origin' };
  /** Allowed only because browsers let `*` cover Authorization. */
  'authorization-under-wildcard': Record<never, never>;
  'expose-invalid': { value: string };
  /** `*` is a literal when the request's credentials mode is include. */
  'wildcard-literal': { header: string };
  'acac-pointless': { value: string };
  'preflight-header-on-response': { names: readonly string[] };
  'response-header-on-preflight': { names: readonly string[] };
  'safelisted-listed': { header: string; names: readonly string[] };
  'vary-pointless': Record<never, never>;
  'forbidden-listed': { header: string; names: readonly string[] };
  'response-header-on-request': { names: readonly string[] };
  'header-misspelt': { name: string; meant: string; side: 'request' | 'response' };
  'forbidden-header-dropped': { names: readonly string[] };
  /** `contentType`: the body's own, which goes in place of a dropped one. */
  'no-cors-header-dropped': { names: readonly string[]; contentType: string | null };
  'method-case': { method: string; meant: string };
  'cookie-not-stored': { name: string; reason: 'credentials' | 'none-needs-secure' | 'insecure' | 'cross-site' };
  'cookie-not-sent': { names: readonly string[]; reason: 'credentials' | 'cross-site' };
  'headers-hidden': { names: readonly string[] };
  'processed-anyway': { method: string };
  'served-from-shared-cache': CachedFacts;
  /** What of a preflight a library refused without saying so; `methods` are those it allows, if a method was refused. */
  'library-refused': {
    library: string;
    status: number;
    refused: readonly string[];
    methods: readonly string[] | null;
  };
}

export type FindingCode = keyof FindingFacts;
export type AdviceCode = keyof AdviceFacts;

/** A finding: its code together with its facts. */
export type Finding = {
  [C in FindingCode]: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> };
}[FindingCode];
/** The kept answer that is the cause; null where the cache in front is not. */
export const mixedUpBy = (finding: Finding | null): CachedFacts | null =>
  finding !== null && 'cached' in finding.facts && finding.facts.cached?.isCause ? finding.facts.cached : null;

export type Advice = { [C in AdviceCode]: { readonly code: C; readonly facts: Readonly<AdviceFacts[C]> } }[AdviceCode];
