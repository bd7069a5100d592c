import { hasName } from './headers.ts';
import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from './http.ts';
import type { Plan } from './scenario.ts';

// A small shared cache, as a CDN's: https://www.rfc-editor.org/rfc/rfc9111. What it does where that leaves a choice is
// told in docs/decisions/011-the-cache-in-front.md.

/** One answer that is kept. Only fresh ones are used: there is no validation. */
export interface StoredAnswer {
  readonly url: string;
  /** When it was stored, in milliseconds, and for how many seconds it is fresh. */
  readonly at: number;
  readonly lifetime: number;
  /** The `Origin` of the request that it was made for; null when that had none. */
  readonly madeFor: string | null;
  /** The request headers that its `Vary` names, in lower case, and their values in that request. */
  readonly nominated: readonly (readonly [name: string, value: string | null])[];
  readonly response: WireResponse;
}
/** The newest last. */
export type SharedCache = readonly StoredAnswer[];
export const emptyCache: SharedCache = [];

/** `HIT`: answered from the cache. `MISS`: by the server, and kept. `PASS`: by the server, and not kept. */
export type CacheResult = 'HIT' | 'MISS' | 'PASS';

export interface Answered {
  readonly response: WireResponse;
  readonly result: CacheResult;
  /** The stored answer that was used. */
  readonly hit: StoredAnswer | null;
  readonly cache: SharedCache;
}

/** What one endpoint's cache holds at most; `size` in characters. Lifetimes in seconds. */
export const cacheBounds = { answers: 50, size: 256 * 1024, longest: 24 * 60 * 60, unsaid: 60 * 60 };

/** Answers from the cache, or else by `ask` and keeps that. `now` in milliseconds, on the clock of the stored answers. */
export function throughCache(cache: SharedCache, request: WireRequest, now: number, ask: () => WireResponse): Answered {
  const hit = storedFor(cache, request, now);
  if (hit !== null) return { response: aged(hit, now), result: 'HIT', hit, cache };
  const response = ask();
  const stored = storable(request, response, now);
  const values = valuesOf(request.headers);
  const others = cache.filter((each) => isFresh(each, now) && !isReplaced(each, request, values, response));
  return stored === null
    ? { response: marked(response, 'PASS'), result: 'PASS', hit: null, cache: others }
    : { response: marked(response, 'MISS'), result: 'MISS', hit: null, cache: bounded([...others, stored]) };
}

const isFresh = ({ at, lifetime }: StoredAnswer, now: number): boolean => now - at < lifetime * 1000;

/** The answer that the cache would give to a GET request, or null. */
export function storedFor(cache: SharedCache, request: WireRequest, now: number): StoredAnswer | null {
  if (request.method !== 'GET') return null;
  const values = valuesOf(request.headers);
  return cache.findLast((stored) => isFresh(stored, now) && serves(stored, request.url, values)) ?? null;
}

type Values = ReadonlyMap<string, string>;

/** A request's headers by name in lower case, read once: what is kept may nominate thousands. */
function valuesOf(headers: readonly HeaderLine[]): Values {
  const values = new Map<string, string>();
  for (const [name, value] of headers) {
    const lower = name.toLowerCase();
    const before = values.get(lower);
    values.set(lower, before === undefined ? value : `${before}, ${value}`);
  }
  return values;
}

/** https://www.rfc-editor.org/rfc/rfc9111#section-4.1 */
const serves = (stored: StoredAnswer, url: string, values: Values): boolean =>
  stored.url === url && stored.nominated.every(([name, value]) => (values.get(name) ?? null) === value);

const marked = (response: WireResponse, result: CacheResult): WireResponse => ({
  ...response,
  headers: [...response.headers, ['X-Cache', result]],
});

/** https://www.rfc-editor.org/rfc/rfc9111#section-5.1 */
function aged({ at, response }: StoredAnswer, now: number): WireResponse {
  const headers = response.headers.filter((line) => !hasName(line, 'age'));
  return marked({ ...response, headers: [...headers, ['Age', String(Math.floor((now - at) / 1000))]] }, 'HIT');
}

const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS', 'TRACE']);

/** By a newer answer, or by what may have changed it: https://www.rfc-editor.org/rfc/rfc9111#section-4.4 */
const isReplaced = (
  stored: StoredAnswer,
  { method, url }: WireRequest,
  values: Values,
  { status }: WireResponse,
): boolean =>
  safeMethods.has(method) ? method === 'GET' && serves(stored, url, values) : stored.url === url && status < 400;

/** https://www.rfc-editor.org/rfc/rfc9111#section-3 */
function storable(request: WireRequest, response: WireResponse, at: number): StoredAnswer | null {
  const { headers } = response;
  const lifetime = lifetimeOf(request, response, at);
  const vary = (getHeader(headers, 'Vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const isKept = request.method === 'GET' && lifetime > 0 && !vary.includes('*');
  if (!isKept || headers.some((line) => hasName(line, 'set-cookie'))) return null;
  const values = valuesOf(request.headers);
  const nominated = vary.filter((name) => name !== '').map((name) => [name, values.get(name) ?? null] as const);
  return { url: request.url, at, lifetime, madeFor: getHeader(request.headers, 'Origin'), nominated, response };
}

/** Those that a cache may keep without being told to: https://www.rfc-editor.org/rfc/rfc9110#section-15.1 */
const cacheableStatuses: ReadonlySet<number> = new Set([200, 203, 204, 300, 301, 308, 404, 405, 410, 414, 501]);

/** For how many seconds it is fresh; 0 when it may not be kept. https://www.rfc-editor.org/rfc/rfc9111#section-4.2.1 */
function lifetimeOf(request: WireRequest, { status, headers }: WireResponse, now: number): number {
  // https://www.rfc-editor.org/rfc/rfc9213
  const targeted = getHeader(headers, 'CDN-Cache-Control');
  const told = directivesOf(targeted ?? getHeader(headers, 'Cache-Control') ?? '');
  if (['no-store', 'private', 'no-cache'].some((name) => told.has(name))) return 0;
  const isOpen = ['public', 's-maxage', 'must-revalidate'].some((name) => told.has(name));
  // https://www.rfc-editor.org/rfc/rfc9111#section-3.5
  if (getHeader(request.headers, 'Authorization') !== null && !isOpen) return 0;
  const expires = targeted === null ? getHeader(headers, 'Expires') : null;
  const seconds = told.get('s-maxage') ?? told.get('max-age');
  if (seconds === undefined && expires === null) return status === 200 ? cacheBounds.unsaid : 0;
  if (!cacheableStatuses.has(status)) return 0;
  const lifetime =
    seconds === undefined ? (dateOf(expires ?? '') - now) / 1000 : /^\d+$/.test(seconds) ? Number(seconds) : 0;
  return Math.min(cacheBounds.longest, Math.max(0, Math.floor(lifetime)));
}

/** In milliseconds; what is no date has passed. https://www.rfc-editor.org/rfc/rfc9111#section-5.3 */
const dateOf = (text: string): number => (/^\w{3}, [\w ]+ \d\d:\d\d:\d\d GMT$/.test(text) && Date.parse(text)) || 0;

/** The directives by name in lower case, each with its first value. https://www.rfc-editor.org/rfc/rfc9111#section-5.2 */
function directivesOf(value: string): ReadonlyMap<string, string> {
  const told = new Map<string, string>();
  for (const [, name = '', quoted, token] of value.matchAll(/([^\s,;="]+)(?:=(?:"([^"]*)"|([^\s,;"]*)))?/g)) {
    const lower = name.toLowerCase();
    if (!told.has(lower)) told.set(lower, quoted ?? token ?? '');
  }
  return told;
}

/** Without the oldest, as far as there are too many. */
function bounded(cache: SharedCache): SharedCache {
  let kept = cache.slice(-cacheBounds.answers);
  while (cacheSize(kept) > cacheBounds.size) kept = kept.slice(1);
  return kept;
}

/** In characters, about. */
export const cacheSize = (cache: SharedCache): number => cache.reduce((sum, stored) => sum + sizeOf(stored), 0);

function sizeOf({ url, madeFor, nominated, response }: StoredAnswer): number {
  const lines = [...nominated, ...response.headers].reduce(
    (sum, [name, value]) => sum + name.length + (value?.length ?? 0),
    0,
  );
  return 200 + url.length + (madeFor?.length ?? 0) + lines + response.body.length;
}

/** What the cache of an endpoint keeps while this plan is its plan. */
export interface Kept {
  readonly plan: Plan;
  readonly cache: SharedCache;
}

/** What it keeps when this plan is put. */
export const cacheFor = (kept: Kept | null, plan: Plan): SharedCache =>
  kept !== null && keepsCache(kept.plan, plan) ? kept.cache : emptyCache;

/** Whether a cache survives it when `next` is put in the place of `plan`: as with a deployment, only where nothing changes. */
export const keepsCache = (plan: Plan, next: Plan): boolean =>
  plan === next || (plan.cache && next.cache && written(plan) === written(next));

const written = (plan: Plan): string => JSON.stringify(plan, inOrder);

/** An object with its keys in order: a plan says the same however it was put together. */
const inOrder = (_: string, value: unknown): unknown =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)))
    : value;
