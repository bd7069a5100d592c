import type { Deviations } from '../browsers.ts';
import { hasName } from '../headers.ts';
import type { HeaderLine } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import { isSameSite } from '../origin.ts';
import type { PreflightCacheEntry } from '../outcome.ts';
import { cacheModeOf, type Fetching, type Request } from './request.ts';

/**
 * When the remembered preflight that serves this request expires, in ms; null when none does.
 * https://fetch.spec.whatwg.org/#concept-cache-match-method, -header
 */
export function rememberedUntil(fetching: Fetching, request: Request, unsafeNames: readonly string[]): number | null {
  const { browser } = fetching;
  if (fetching.preflights.length === 0) return null;
  if (browser.cacheModesBypassingPreflights.includes(cacheModeOf(request, browser))) return null;
  const { method, header } = expiries(fetching, request);
  const needsMethod = browser.headMustBeRemembered
    ? !(request.method === 'GET' || request.method === 'POST')
    : !isSafelistedMethod(request.method);
  let until = needsMethod ? Math.max(method.get(request.method) ?? 0, method.get('*') ?? 0) : Number.POSITIVE_INFINITY;
  for (const name of unsafeNames) {
    const isCovered = name !== 'authorization' || browser.authorizationWildcardServedFromCache;
    until = Math.min(until, Math.max(header.get(name) ?? 0, isCovered ? (header.get('*') ?? 0) : 0));
  }
  // Nothing to look up: a hop that is asked about again although it has become simple.
  if (until === Number.POSITIVE_INFINITY) return null;
  if (until > fetching.now) return until;
  if (browser.onePreflightPerUrl) forget(fetching, request);
  return null;
}

type Expiries = Readonly<Record<PreflightCacheEntry['kind'], ReadonlyMap<string, number>>>;

/** By method and by header name, of the entries that may serve this request. */
function expiries(fetching: Fetching, request: Request): Expiries {
  const { browser } = fetching;
  const include = request.credentials === 'include';
  const isMine = belongsTo(fetching, request);
  const found = { method: new Map<string, number>(), header: new Map<string, number>() };
  for (const entry of fetching.preflights) {
    if (!isMine(entry) || entry.expires <= fetching.now) continue;
    if (entry.credentials !== include && !(entry.credentials && browser.credentialedEntryServesAnonymous)) continue;
    if (entry.name === '*' && !isWildcard(entry, browser)) continue;
    found[entry.kind].set(entry.name, Math.max(entry.expires, found[entry.kind].get(entry.name) ?? 0));
  }
  return found;
}

function isWildcard(entry: PreflightCacheEntry, browser: Deviations): boolean {
  return browser.wildcardServedFromCache && (!entry.credentials || browser.credentialedWildcardServedFromCache);
}

/** The last steps of https://fetch.spec.whatwg.org/#cors-preflight-fetch, for the methods and names that are allowed. */
export function remember(
  fetching: Fetching,
  request: Request,
  headers: readonly HeaderLine[],
  methods: readonly string[],
  names: readonly string[],
): void {
  const { browser, now } = fetching;
  if (browser.cacheModesNotRemembering.includes(request.cache)) return;
  if (!browser.remembersAcrossSites && !isSameSite(request.origin, request.url.origin)) return;
  const credentials = request.credentials === 'include';
  const isMine = belongsTo(fetching, request);
  const listed = { method: new Set(methods), header: new Set(names) };
  const isReplaced = (entry: PreflightCacheEntry) =>
    isMine(entry) &&
    (browser.onePreflightPerUrl || (entry.credentials === credentials && listed[entry.kind].has(entry.name)));
  const kept = fetching.preflights.filter((entry) => entry.expires > now && !isReplaced(entry));
  fetching.preflights = kept;
  const lifetime = maxAge(headers, browser);
  const origin = keyOrigin(fetching, request);
  const url = request.url.href;
  if (origin === null || lifetime <= 0 || url.length > browser.longestRememberedUrl) return;
  const expires = now + lifetime * 1000;
  for (const name of listed.method) kept.push({ origin, url, credentials, expires, kind: 'method', name });
  for (const name of listed.header) kept.push({ origin, url, credentials, expires, kind: 'header', name });
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
  if (line === undefined || line[1] === '') return browser.maxAgeDefault;
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

function keyOrigin({ browser }: Fetching, request: Request): string | null {
  if (request.redirectTaint === 'same-origin' || browser.taintedPreflightBelongsTo === 'page') return request.origin;
  return browser.taintedPreflightBelongsTo === 'null' ? 'null' : null;
}
