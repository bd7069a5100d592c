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
  const isMine = belongsTo(fetching, request);
  const entries = fetching.preflights.filter((entry) => isMine(entry) && serves(entry));
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
  const isMine = belongsTo(fetching, request);
  const listed = { method: new Set(methods), header: new Set(names) };
  const isReplaced = (entry: PreflightCacheEntry) =>
    isMine(entry) &&
    (browser.preflightReplacesEntries || (entry.credentials === credentials && listed[entry.kind].has(entry.name)));
  const kept = fetching.preflights.filter((entry) => entry.expires > now && !isReplaced(entry));
  const lifetime = maxAge(headers, browser);
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
  for (const name of listed.method) kept.push({ ...entry, kind: 'method', name });
  for (const name of listed.header) kept.push({ ...entry, kind: 'header', name });
  fetching.preflights = kept;
}

/** https://fetch.spec.whatwg.org/#concept-cache-clear */
export function forget(fetching: Fetching, request: Request): void {
  const isMine = belongsTo(fetching, request);
  if (fetching.preflights.some(isMine)) fetching.preflights = fetching.preflights.filter((entry) => !isMine(entry));
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

/** By origin and URL, whatever the credentials. */
function belongsTo(fetching: Fetching, request: Request): (entry: PreflightCacheEntry) => boolean {
  const origin = keyOrigin(fetching, request);
  const url = request.url.href;
  return (entry) => entry.url === url && entry.origin === origin;
}

function keyOrigin(fetching: Fetching, request: Request): string {
  return fetching.browser.cacheKeyUsesTaintedOrigin ? serializedOrigin(request) : request.origin;
}
