import type { Deviations } from '../browsers.ts';
import type { Advice, Finding } from '../findings.ts';
import { receivedHeaders, withoutEmptyLines } from '../headers.ts';
import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from '../http.ts';
import { isSameOrigin, isSameSite, type ParsedUrl } from '../origin.ts';
import type { Message, PageResponse, PreflightCacheEntry, Server, StoredCookie } from '../outcome.ts';
import type { Api, CacheMode, CredentialsMode, RedirectMode, ReferrerPolicy, RequestMode } from '../scenario.ts';
import type { Step } from '../steps.ts';

/** https://fetch.spec.whatwg.org/#concept-request, what of it CORS asks about. */
export interface Request {
  /** The serialized origin of the page. */
  readonly origin: string;
  readonly url: ParsedUrl;
  readonly method: string;
  readonly headers: readonly HeaderLine[];
  readonly api: Api;
  /** Whether a worker makes it, which has no permissions policy of its own. */
  readonly fromWorker: boolean;
  /** Before any redirect took some of them away. */
  readonly firstHeaders: readonly HeaderLine[];
  /** Those that a preflight may have to ask about. */
  readonly askedHeaders: readonly HeaderLine[];
  /** Whether a redirect has made it a GET. */
  readonly becameGet: boolean;
  readonly body: string | null;
  readonly credentials: CredentialsMode;
  readonly mode: RequestMode;
  /** https://fetch.spec.whatwg.org/#unsafe-request-flag – without it nothing about a request needs a preflight. */
  readonly unsafe: boolean;
  /** https://fetch.spec.whatwg.org/#use-cors-preflight-flag */
  readonly usePreflight: boolean;
  readonly redirect: RedirectMode;
  readonly cache: CacheMode;
  readonly referrerPolicy: ReferrerPolicy;
  readonly keepalive: boolean;
  readonly tainting: 'basic' | 'cors' | 'opaque';
  /** https://fetch.spec.whatwg.org/#concept-request-redirect-taint, kept up as the URL list grows. */
  readonly redirectTaint: 'same-origin' | 'same-site' | 'cross-site';
  /** Whether a redirect has led from one origin to another. */
  readonly left: boolean;
  /** The redirects followed so far. */
  readonly hop: number;
  /** The `Origin` that the last hop was told, where it stays: redirectKeepsOrigin. */
  readonly keptOrigin: string | null;
  /** Whether its first URL was of the page's own origin. */
  readonly beganAtHome: boolean;
  /** Why the redirect that led here will be refused, once the next request is allowed: refusesUserinfoLate, rechecksRedirectsAsBegun. */
  readonly refusedLate: { readonly finding: Finding; readonly step: Step } | null;
  /** Whether this hop or an earlier one needed a preflight. */
  readonly preflighted: boolean;
}

/** One run of the algorithm: what it is given, and what it leaves behind. */
export interface Fetching {
  readonly server: Server;
  readonly browser: Deviations;
  /** The serialized origin of the page, also where a sandboxed frame in it asks. */
  readonly page: string;
  /** Milliseconds. */
  readonly now: number;
  readonly steps: Step[];
  readonly messages: Message[];
  readonly advice: Advice[];
  preflights: readonly PreflightCacheEntry[];
  cookies: readonly StoredCookie[];
  unsent: WireRequest | null;
  /** The request as the last redirect left it: the standard has one and changes it. */
  current: Request | null;
}

/** A network error with its reason, or the response that reached the end, with the request as it had become. */
export type Fetched =
  | { readonly error: Finding }
  | {
      readonly error: null;
      readonly request: Request;
      readonly response: WireResponse;
      readonly type: PageResponse['type'];
    };

/** https://fetch.spec.whatwg.org/#serializing-a-request-origin */
export function serializedOrigin(request: Request): string {
  return request.redirectTaint === 'same-origin' ? request.origin : 'null';
}

/** Its cache mode, once the author's own conditions are seen: https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
export function cacheModeOf({ api, fromWorker, cache, headers }: Request, browser: Deviations): CacheMode {
  if (fromWorker && browser.workersIgnoreConditions) return cache;
  if (api === 'xhr' && browser.xhrIgnoresConditions) return cache;
  const isConditional = cache === 'default' && headers.some(([name]) => conditional.has(name.toLowerCase()));
  return isConditional ? browser.conditionalCacheMode : cache;
}
const conditional: ReadonlySet<string> = new Set([
  'if-modified-since',
  'if-none-match',
  'if-unmodified-since',
  'if-match',
  'if-range',
]);

/** https://fetch.spec.whatwg.org/#concept-request-redirect-taint, after one more URL. */
export function taintAfter(request: Request, next: ParsedUrl): Request['redirectTaint'] {
  const { origin, redirectTaint } = request;
  const last = request.url.origin;
  if (redirectTaint === 'cross-site') return 'cross-site';
  if (!isSameSite(next.origin, last) && !isSameSite(origin, last)) return 'cross-site';
  if (!isSameOrigin(next.origin, last) && !isSameOrigin(origin, last)) return 'same-site';
  return redirectTaint;
}

/** The lines of an answer as this browser's HTTP parser hands them over. */
export function received({ browser }: Fetching, lines: readonly HeaderLine[]): readonly HeaderLine[] {
  const trimmed = receivedHeaders(lines);
  return browser.emptyLinesVanish ? withoutEmptyLines(trimmed) : trimmed;
}

/** The headers by which a preflight is needed, and which it asks about. */
export const judgedHeaders = (request: Request, browser: Deviations): readonly HeaderLine[] =>
  browser.preflightsAskFirstHeaders ? request.firstHeaders : request.askedHeaders;

/** https://fetch.spec.whatwg.org/#concept-response-location-url, before it is parsed. */
export function locationOf({ headers }: WireResponse, browser: Deviations): string | null {
  const location = getHeader(headers, 'location');
  return location === '' && browser.emptyLocationIsNone ? null : location;
}

/** Whether this browser takes an answer for a redirect. */
export function isRedirect(response: WireResponse, browser: Deviations): boolean {
  const { status } = response;
  if (isRedirectStatus(status)) return true;
  const any3xx = status > 300 && status < 400 && (status < 304 || status > 306);
  return any3xx && browser.redirectsByAny3xx && locationOf(response, browser) !== null;
}

/** https://fetch.spec.whatwg.org/#redirect-status */
export function isRedirectStatus(status: number): boolean {
  return status === 301 || status === 302 || status === 303 || status === 307 || status === 308;
}
