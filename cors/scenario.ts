import type { HeaderLine } from './http.ts';
import type { Verdict } from './outcome.ts';

/** The four origins a scenario can name; a deployment says which URL each of them is. */
export const originNames = ['page', 'same-site', 'cross-site', 'second'] as const;
export type OriginName = (typeof originNames)[number];
/** Serialized origins, e.g. `http://localhost:4000`, by name. */
export type Origins = Readonly<Record<OriginName, string>>;

export const bodyTypes = ['text', 'form', 'multipart', 'blob', 'bytes'] as const;
export type BodyType = (typeof bodyTypes)[number];

/**
 * What `fetch()` is given as its body. `text` is sent as a string; `form` becomes URLSearchParams and `multipart`
 * FormData (both from `a=b&c=d`); `blob` a Blob of type `mime`; `bytes` a Uint8Array, which sets no Content-Type.
 */
export interface RequestBody {
  readonly type: BodyType;
  readonly text: string;
  /** Used by `blob` only. */
  readonly mime: string;
}

export const credentialsModes = ['omit', 'same-origin', 'include'] as const;
export const requestModes = ['cors', 'no-cors', 'same-origin', 'navigate'] as const;
export const redirectModes = ['follow', 'error', 'manual'] as const;
export const cacheModes = ['default', 'no-store', 'reload', 'no-cache', 'force-cache', 'only-if-cached'] as const;
export const referrerPolicies = [
  '',
  'no-referrer',
  'no-referrer-when-downgrade',
  'same-origin',
  'origin',
  'strict-origin',
  'origin-when-cross-origin',
  'strict-origin-when-cross-origin',
  'unsafe-url',
] as const;
/** What asks: the page's script, or something that it puts into the page. */
export const apis = ['fetch', 'xhr', 'event-source', 'beacon', 'image', 'script', 'module', 'font'] as const;
export type Api = (typeof apis)[number];
/**
 * Where that script runs. The sandboxed frame has no `allow-same-origin`, so its origin is `null`; the other page is one
 * of ours on the second origin.
 */
export const contexts = ['document', 'worker', 'sandboxed-iframe', 'other-page'] as const;
export type Context = (typeof contexts)[number];
export type CredentialsMode = (typeof credentialsModes)[number];
export type RequestMode = (typeof requestModes)[number];
export type RedirectMode = (typeof redirectModes)[number];
export type CacheMode = (typeof cacheModes)[number];
export type ReferrerPolicy = (typeof referrerPolicies)[number];

/**
 * One request that a page makes, its target named symbolically so that it means the same on every deployment. The
 * fields are those of `fetch()`; of them, each other API takes what `asAsked` in ask.ts leaves it.
 */
export interface ScenarioRequest {
  readonly api: Api;
  readonly context: Context;
  readonly target: OriginName;
  /** Path and query, beginning with `/`. */
  readonly path: string;
  readonly method: string;
  /** Values may hold the origin tokens of symbolic.ts. */
  readonly headers: readonly HeaderLine[];
  readonly body: RequestBody | null;
  readonly credentials: CredentialsMode;
  readonly mode: RequestMode;
  readonly redirect: RedirectMode;
  readonly cache: CacheMode;
  readonly referrerPolicy: ReferrerPolicy;
  readonly keepalive: boolean;
  /** `xhr` only: somebody listens to its upload. */
  readonly uploadListener: boolean;
}

export const sameSiteValues = ['', 'Strict', 'Lax', 'None'] as const;

/** A cookie that the answer sets. Its path is always the endpoint's own, so it reaches nobody else's. */
export interface Cookie {
  readonly name: string;
  readonly value: string;
  /** Empty: the attribute is not written. */
  readonly sameSite: (typeof sameSiteValues)[number];
  readonly secure: boolean;
  readonly httpOnly: boolean;
}

/** Where a redirect points: one of our origins, or a Location that cannot be followed. */
export const redirectTargets = [...originNames, 'no-location', 'unparsable', 'data-url'] as const;
export type RedirectTarget = (typeof redirectTargets)[number];

/** One hop. `cors`: the 3xx itself carries the answer's `Access-Control-*` lines. `userinfo`: `user:secret@` in Location. */
export interface Redirect {
  readonly to: RedirectTarget;
  readonly status: number;
  readonly cors: boolean;
  readonly userinfo: boolean;
}

/** What the echo server answers. Header values may hold the tokens of symbolic.ts. `delay` in milliseconds. */
export interface Answer {
  readonly status: number;
  readonly headers: readonly HeaderLine[];
  readonly body: string;
  readonly delay: number;
  readonly cookies: readonly Cookie[];
  readonly redirects: readonly Redirect[];
}

export const libraryNames = [
  'express',
  'fastify',
  'hono',
  'starlette',
  'django',
  'spring',
  'rs-cors',
  'jub0bs',
  'tower',
  'nginx',
] as const;
export type LibraryName = (typeof libraryNames)[number];

/** A CORS library and how it is configured; its own quirks then decide the headers. Lists are separated by commas. */
export interface Library {
  readonly name: LibraryName;
  readonly origins: string;
  readonly methods: string;
  readonly headers: string;
  readonly expose: string;
  readonly credentials: boolean;
  /** Seconds, or empty when it is not configured. */
  readonly maxAge: string;
}

/** What the echo server is told to answer: to a preflight, and to every other request. */
export interface Plan {
  readonly preflight: Answer;
  readonly response: Answer;
  /** When set, a library writes the CORS headers (and, for preflights, the status) on top of the two answers. */
  readonly library: Library | null;
  /** A shared cache in front of the server answers GET requests from what it keeps: shared-cache.ts. */
  readonly cache: boolean;
}

/** What happened to whoever gave the link away, when the scenario was run. */
export interface Seen {
  /** E.g. `Chromium 156`. */
  readonly browser: string;
  readonly verdict: Verdict;
  /** The finding's code, or empty. A later version may give codes that this one does not know. */
  readonly code: string;
  /** Which of the scenario's requests, counted from 0. */
  readonly request: number;
}

/** What a link carries. */
export interface Scenario {
  readonly title: string;
  /** In one's own words, what should have happened. May be empty. */
  readonly expect: string;
  readonly requests: readonly ScenarioRequest[];
  readonly plan: Plan;
  /** Holds for these very requests and this plan. */
  readonly seen: Seen | null;
}

/** The largest sizes that a plan or a request may have; the page shows them, the server enforces them. */
export const limits = {
  requests: 20,
  headers: 50,
  headerNameLength: 128,
  headerValueLength: 4096,
  headersTotalLength: 16_384,
  pathLength: 2048,
  bodyLength: 16_384,
  delay: 10_000,
  cookies: 10,
  redirects: 22,
  titleLength: 200,
  expectLength: 2000,
  browserLength: 60,
} as const;
