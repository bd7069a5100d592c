import type { Deviations } from '../browsers.ts';
import { hasName } from '../headers.ts';
import type { HeaderLine } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import type { PreflightCacheEntry } from '../outcome.ts';
import { type Fetching, type Request, serializedOrigin } from './request.ts';

/**
 * When the remembered preflight that serves this request expires, in ms; null when none does.
 * https://fetch.spec.whatwg.org/#concept-cache-match-method, -header
 */
export function rememberedUntil(fetching: Fetching, request: Request, unsafeNames: readonly string[]): number | null {
  const { browser, now } = fetching;
  if (fetching.preflights.length === 0 || browser.cacheModesBypassingPreflightCache.includes(request.cache))
    return null;
  const include = request.credentials === 'include';
  const serves = (entry: PreflightCacheEntry) =>
    entry.expires > now &&
    (entry.credentials === include || (entry.credentials && browser.credentialedEntryServesAnonymous));
  const entries = entriesFor(fetching, request).filter(serves);
  let until = Number.POSITIVE_INFINITY;
  const needsMethod = browser.headMustBeRemembered
    ? !(request.method === 'GET' || request.method === 'POST')
    : !isSafelistedMethod(request.method);
  if (needsMethod) until = Math.min(until, expiryOf(entries, 'method', request.method, browser));
  for (const name of unsafeNames) until = Math.min(until, expiryOf(entries, 'header', name, browser));
  return Number.isFinite(until) ? until : null;
}

/** -Infinity when no entry has it. `name` is a method, or a header name in lower case. */
function expiryOf(
  entries: readonly PreflightCacheEntry[],
  kind: PreflightCacheEntry['kind'],
  name: string,
  browser: Deviations,
): number {
  let latest = Number.NEGATIVE_INFINITY;
  for (const entry of entries) {
    if (entry.kind !== kind) continue;
    if (entry.name === name || (entry.name === '*' && wildcardServes(entry, name, browser))) {
      latest = Math.max(latest, entry.expires);
    }
  }
  return latest;
}

function wildcardServes(entry: PreflightCacheEntry, name: string, browser: Deviations): boolean {
  if (!browser.wildcardServedFromCache) return false;
  if (entry.credentials && !browser.credentialedWildcardServedFromCache) return false;
  return entry.kind === 'method' || name !== 'authorization' || browser.authorizationWildcardServedFromCache;
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch, its last steps. `methods` and `names` are those that the answer lists. */
export function remember(
  fetching: Fetching,
  request: Request,
  headers: readonly HeaderLine[],
  methods: readonly string[],
  names: readonly string[],
): void {
  const { browser, now } = fetching;
  const credentials = request.credentials === 'include';
  const mine = new Set(entriesFor(fetching, request));
  const lifetime = maxAge(headers, browser);
  const listed = new Set([...methods.map((name) => `method ${name}`), ...names.map((name) => `header ${name}`)]);
  const isStale = (entry: PreflightCacheEntry) =>
    entry.expires <= now ||
    (mine.has(entry) &&
      (browser.preflightReplacesEntries ||
        (entry.credentials === credentials && listed.has(`${entry.kind} ${entry.name}`))));
  const kept = fetching.preflights.filter((entry) => !isStale(entry));
  if (lifetime <= 0 || request.url.href.length > browser.longestRememberedUrl) {
    fetching.preflights = kept;
    return;
  }
  const entry = {
    origin: keyOrigin(fetching, request),
    url: request.url.href,
    credentials,
    expires: now + lifetime * 1000,
  };
  for (const name of new Set(methods)) kept.push({ ...entry, kind: 'method', name });
  for (const name of new Set(names)) kept.push({ ...entry, kind: 'header', name });
  fetching.preflights = kept;
}

/** https://fetch.spec.whatwg.org/#concept-cache-clear */
export function forget(fetching: Fetching, request: Request): void {
  if (fetching.preflights.length === 0) return;
  const mine = entriesFor(fetching, request);
  if (mine.length > 0) fetching.preflights = fetching.preflights.filter((entry) => !mine.includes(entry));
}

/** Access-Control-Max-Age in seconds, as this browser reads and caps it. */
function maxAge(headers: readonly HeaderLine[], browser: Deviations): number {
  const lines = headers.filter((line) => hasName(line, 'access-control-max-age'));
  const [line] = lines;
  if (line === undefined) return browser.maxAgeDefault;
  const value = browser.maxAgeTakesPlusSign && line[1].startsWith('+') ? line[1].slice(1) : line[1];
  if (lines.length > 1) return browser.maxAgeUnparsable;
  if (/^\d+$/.test(value)) return Math.min(Number(value), browser.maxAgeCap);
  return /^-\d+$/.test(value) ? browser.maxAgeNegative : browser.maxAgeUnparsable;
}

function entriesFor(fetching: Fetching, request: Request): readonly PreflightCacheEntry[] {
  const origin = keyOrigin(fetching, request);
  return fetching.preflights.filter((entry) => entry.url === request.url.href && entry.origin === origin);
}

function keyOrigin(fetching: Fetching, request: Request): string {
  return fetching.browser.cacheKeyUsesTaintedOrigin ? serializedOrigin(request) : request.origin;
}
