import type { Advice, Finding } from './findings.ts';
import type { Exchange, HeaderLine, WireRequest, WireResponse } from './http.ts';
import type { ScenarioRequest } from './scenario.ts';
import type { CacheResult } from './shared-cache.ts';
import type { Step } from './steps.ts';

/** The standard itself, and the three browsers as they depart from it. */
export const realBrowsers = ['chromium', 'firefox', 'webkit'] as const;
export const browsers = ['standard', ...realBrowsers] as const;
export type RealBrowser = (typeof realBrowsers)[number];
export type Browser = (typeof browsers)[number];

/** People read these as Allowed, Opaque, Blocked. */
export const verdicts = ['readable', 'opaque', 'blocked'] as const;
export type Verdict = (typeof verdicts)[number];

/** A request as its page makes it, with nothing symbolic left in it. */
export interface FetchCall extends Omit<ScenarioRequest, 'target' | 'path'> {
  readonly url: string;
}

/** What asks, and from where. */
export type Asker = Pick<FetchCall, 'api' | 'context'>;

/** Answers a request, or null when no answer comes. */
export type Server = (request: WireRequest) => WireResponse | null;

/** One entry of the CORS-preflight cache: https://fetch.spec.whatwg.org/#concept-cache. `at` and `expires` in ms on the given clock. */
export interface PreflightCacheEntry {
  readonly origin: string;
  readonly url: string;
  readonly credentials: boolean;
  readonly at: number;
  /** Access-Control-Max-Age as it was sent, or null when it was not. */
  readonly maxAge: string | null;
  readonly expires: number;
  readonly kind: 'method' | 'header';
  readonly name: string;
}

export interface StoredCookie {
  /** Host without port: cookies do not know ports. */
  readonly host: string;
  readonly path: string;
  readonly name: string;
  readonly value: string;
  readonly sameSite: '' | 'Strict' | 'Lax' | 'None';
  readonly secure: boolean;
}

/** What a browser remembers between fetches. */
export interface BrowserState {
  readonly preflights: readonly PreflightCacheEntry[];
  readonly cookies: readonly StoredCookie[];
}
export const emptyState: BrowserState = { preflights: [], cookies: [] };

/** The response as the page may see it. https://fetch.spec.whatwg.org/#concept-filtered-response */
export interface PageResponse {
  readonly type: 'basic' | 'cors' | 'opaque' | 'opaqueredirect';
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly redirected: boolean;
  /** Names in lower case, one line a name, as `Headers` iterates. */
  readonly headers: readonly HeaderLine[];
  readonly body: string | null;
}

/**
 * A request and its answer in the order of the wire. `stopped`: the browser refused this answer. `cache`: what a cache in
 * front of the server did, where there is one.
 */
export interface Message {
  readonly kind: 'preflight' | 'request';
  readonly hop: number;
  readonly request: WireRequest;
  readonly response: WireResponse | null;
  readonly stopped: boolean;
  readonly cache?: CacheResult;
}

/** All that following the standard tells about one fetch. */
export interface Outcome {
  readonly asker: Asker;
  readonly verdict: Verdict;
  /** Why it is blocked or opaque; null when readable. */
  readonly finding: Finding | null;
  readonly response: PageResponse | null;
  /** Everything that crossed the wire; empty when nothing was sent. */
  readonly messages: readonly Message[];
  /** The request that a failed preflight kept from being sent, if one did. */
  readonly unsent: WireRequest | null;
  readonly steps: readonly Step[];
  /** What the fetch itself met that blocks nothing, e.g. dropped headers. advise() adds what the plan deserves. */
  readonly advice: readonly Advice[];
  readonly state: BrowserState;
}

/** A response as a script got it. XMLHttpRequest does not tell its type. */
export interface ResponseResult extends Omit<PageResponse, 'type'> {
  readonly kind: 'response';
  readonly type: PageResponse['type'] | null;
}

/**
 * What the page's JavaScript was told. `event`: something loaded or opened, and its content is `readable` (an image by a
 * canvas, a script by its errors) or not. `queued`: a beacon was taken, and that is all.
 */
export type PageResult =
  | ResponseResult
  | { readonly kind: 'event'; readonly event: 'load' | 'open'; readonly readable: boolean }
  | { readonly kind: 'queued' }
  | { readonly kind: 'error'; readonly name: string; readonly message: string };

/** What really happened. `exchanges` is null when the server no longer has the evidence. */
export interface Observation {
  readonly result: PageResult;
  readonly exchanges: readonly Exchange[] | null;
  /** Milliseconds since the epoch, and how long the fetch itself took. */
  readonly at: number;
  readonly duration: number;
}
