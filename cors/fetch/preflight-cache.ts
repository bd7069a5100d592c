import type { Deviations } from '../browsers.ts';
import type { AdviceFacts } from '../findings.ts';
import { getHeader, type HeaderLine } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import type { PreflightCacheEntry } from '../outcome.ts';
import { cacheModeOf, type Fetching, type Request } from './request.ts';

/**
 * When the remembered preflight that serves this request expires, in ms; null when none does.
 * https://fetch.spec.whatwg.org/#concept-cache-match-method, -header
 */
export function rememberedUntil(fetching: Fetching, request: Request, unsafeNames: readonly string[]): number | null {
  const { browser } = fetching;
  if (browser.cacheModesBypassingPreflights.includes(cacheModeOf(request, browser))) return null;
  const { method, header, any } = expiries(fetching, request);
  const isSimple = browser.headMustBeRemembered
    ? request.method === 'GET' || request.method === 'POST'
    : isSafelistedMethod(request.method);
  const needsMethod = !isSimple || (request.usePreflight && !browser.anyPreflightServesSimpleHops);
  let until = needsMethod ? Math.max(method.get(request.method) ?? 0, method.get('*') ?? 0) : Number.POSITIVE_INFINITY;
  for (const name of unsafeNames) {
    const isCovered = name !== 'authorization' || browser.authorizationWildcardServedFromCache;
    until = Math.min(until, Math.max(header.get(name) ?? 0, isCovered ? (header.get('*') ?? 0) : 0));
  }
  if (until === Number.POSITIVE_INFINITY) {
    // Nothing to look up: a hop that is asked about again although it has become simple.
    if (!browser.anyPreflightServesSimpleHops) return null;
    until = any;
  }
  if (until > fetching.now) return until;
  if (browser.onePreflightPerUrl) forget(fetching, request);
  return null;
}

type Expiries = Readonly<Record<PreflightCacheEntry['kind'], ReadonlyMap<string, number>>> & { readonly any: number };

/** By method and by header name, of the entries that may serve this request; and the latest of all. */
function expiries(fetching: Fetching, request: Request): Expiries {
  const { browser } = fetching;
  const include = request.credentials === 'include';
  const isMine = belongsTo(fetching, request);
  const found = { method: new Map<string, number>(), header: new Map<string, number>(), any: 0 };
  for (const entry of fetching.preflights) {
    if (!isMine(entry) || entry.expires <= fetching.now) continue;
    if (entry.credentials !== include && !(entry.credentials && browser.credentialedEntryServesAnonymous)) continue;
    found.any = Math.max(found.any, entry.expires);
    if (entry.name === '*' && !isWildcard(entry, include, browser)) continue;
    found[entry.kind].set(entry.name, Math.max(entry.expires, found[entry.kind].get(entry.name) ?? 0));
  }
  return found;
}

function isWildcard(entry: PreflightCacheEntry, include: boolean, browser: Deviations): boolean {
  const { wildcardServedFromCache, credentialedWildcardServes: serves } = browser;
  const isFor = !entry.credentials || serves === 'all' || (serves === 'anonymous' && !include);
  return wildcardServedFromCache && isFor;
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
  const maxAge = getHeader(headers, 'Access-Control-Max-Age');
  const lifetime = readMaxAge(maxAge, browser).seconds;
  const because = whyNotKept(fetching, request);
  if (because !== null && lifetime > 0) notKept(fetching, because);
  if (because === 'cache-mode') return;
  const credentials = request.credentials === 'include';
  const isMine = belongsTo(fetching, request);
  const isEmpty = methods.length + names.length === 0;
  const own = request.usePreflight && getHeader(headers, allowMethods) === null;
  const served = own || (isEmpty && browser.anyPreflightServesSimpleHops) ? [...methods, request.method] : methods;
  const listed = { method: new Set(served), header: new Set(names) };
  const isReplaced = (entry: PreflightCacheEntry) =>
    isMine(entry) &&
    (browser.onePreflightPerUrl || (entry.credentials === credentials && listed[entry.kind].has(entry.name)));
  const kept = fetching.preflights.filter((entry) => entry.expires > now && !isReplaced(entry));
  fetching.preflights = kept;
  const origin = keyOrigin(fetching, request);
  const url = request.url.href;
  if (origin === null || because !== null || lifetime <= 0) return;
  const expires = now + lifetime * 1000;
  const same = { origin, url, credentials, at: now, maxAge, expires };
  for (const name of listed.method) kept.push({ ...same, kind: 'method', name });
  for (const name of listed.header) kept.push({ ...same, kind: 'header', name });
}

const allowMethods = 'Access-Control-Allow-Methods';

type Because = AdviceFacts['preflight-not-kept']['because'];

/** What keeps this browser from remembering it, whatever Access-Control-Max-Age says. */
function whyNotKept(fetching: Fetching, request: Request): Because | null {
  const { browser } = fetching;
  if (browser.cacheModesNotRemembering.includes(request.cache)) return 'cache-mode';
  if (keyOrigin(fetching, request) === null) return 'null-origin';
  return request.url.href.length > browser.longestRememberedUrl ? 'long-url' : null;
}

/** Says so once, however many hops there are. */
function notKept({ advice }: Fetching, because: Because): void {
  const isSaid = advice.some(({ code, facts }) => code === 'preflight-not-kept' && facts.because === because);
  if (!isSaid) advice.push({ code: 'preflight-not-kept', facts: { because } });
}

/** https://fetch.spec.whatwg.org/#concept-cache-clear */
export function forget(fetching: Fetching, request: Request): void {
  const isMine = belongsTo(fetching, request);
  fetching.preflights = fetching.preflights.filter((entry) => !isMine(entry));
}

/** For how many seconds a preflight is remembered, and what of Access-Control-Max-Age decided it. */
export interface MaxAgeReading {
  readonly seconds: number;
  readonly by: 'value' | 'cap' | 'absent' | 'negative' | 'unparsable';
}

/** Access-Control-Max-Age, all its lines joined, as this browser reads and caps it. */
export function readMaxAge(sent: string | null, browser: Deviations): MaxAgeReading {
  if (sent === null || sent === '') return { seconds: browser.maxAgeDefault, by: 'absent' };
  const sign = /^([+-]?)\d+$/.exec(sent)?.[1];
  const isNumber = sign !== undefined && (sign !== '+' || browser.maxAgeTakesPlusSign);
  if (!isNumber || (browser.maxAgeFits64Bits && BigInt.asIntN(64, BigInt(sent)) !== BigInt(sent))) {
    return { seconds: browser.maxAgeUnparsable, by: 'unparsable' };
  }
  if (sign === '-') return { seconds: browser.maxAgeNegative, by: 'negative' };
  const seconds = Number(sent);
  return seconds > browser.maxAgeCap ? { seconds: browser.maxAgeCap, by: 'cap' } : { seconds, by: 'value' };
}

/** By origin and URL, whatever the credentials. */
function belongsTo(fetching: Fetching, request: Request): (entry: PreflightCacheEntry) => boolean {
  const origin = keyOrigin(fetching, request);
  const url = request.url.href;
  return (entry) => entry.url === url && entry.origin === origin;
}

/** Whom it is remembered for: null for nobody. */
function keyOrigin({ browser }: Fetching, { origin, redirectTaint }: Request): string | null {
  const { nullPreflightBelongsTo } = browser;
  const isTainted = redirectTaint !== 'same-origin';
  if (nullPreflightBelongsTo === 'nobody') return isTainted || origin === 'null' ? null : origin;
  return isTainted && nullPreflightBelongsTo === 'null' ? 'null' : origin;
}
