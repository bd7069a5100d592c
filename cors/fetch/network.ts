import { combineLines, hasName } from '../headers.ts';
import type { HeaderLine, WireRequest, WireResponse } from '../http.ts';
import { isSameOrigin, isSameSite } from '../origin.ts';
import type { CacheMode } from '../scenario.ts';
import { type CookieChoice, cookiesFor, includesCredentials, storeCookies } from './cookies.ts';
import { cacheModeOf, type Fetching, type Request, received, serializedOrigin } from './request.ts';

/** Sends the request; null when no answer comes. https://fetch.spec.whatwg.org/#http-network-or-cache-fetch */
export function networkFetch(fetching: Fetching, request: Request): WireResponse | null {
  const cookies = cookiesFor(fetching, request);
  const { withheld, reason } = cookies;
  if (withheld.length > 0) fetching.advice.push({ code: 'cookie-not-sent', facts: { names: withheld, reason } });
  const wire = wireRequest(fetching, request, cookies);
  const response = send(fetching, request, wire);
  // https://www.rfc-editor.org/rfc/rfc9110#status.421 – once more, on a connection of its own.
  return response?.status === 421 ? send(fetching, request, wire) : response;
}

function send(fetching: Fetching, request: Request, wire: WireRequest): WireResponse | null {
  const answered = fetching.server(wire);
  const response = answered && { ...answered, headers: received(fetching, answered.headers) };
  const stopped = response?.status === 407 && fetching.browser.proxyChallengeFails;
  fetching.messages.push({ kind: 'request', hop: request.hop, request: wire, response, stopped });
  if (stopped) return null;
  // Before the CORS check, and whatever it says.
  if (response !== null) storeCookies(fetching, request, response.headers);
  return response;
}

/** The request that would be sent, with the headers that a rule or an author gave it; not what a browser adds to all. */
export function wireRequest(fetching: Fetching, request: Request, cookies: CookieChoice): WireRequest {
  const headers: HeaderLine[] = [...combineLines(request.headers)];
  const origin = originHeader(fetching, request);
  if (origin !== null) headers.push(['Origin', origin]);
  addCacheHeaders(headers, cacheModeOf(request, fetching.browser));
  if (includesCredentials(request) && cookies.sent.length > 0) {
    headers.push(['Cookie', cookies.sent.map(({ name, value }) => `${name}=${value}`).join('; ')]);
  }
  return { method: request.method, url: request.url.wire, headers, body: request.body };
}

/** What some browsers tell in a GET or HEAD that is not about CORS. */
function isToldUnasked({ browser, page }: Fetching, request: Request): boolean {
  const { unsafe, mode, origin, credentials, url } = request;
  if (mode === 'cors') return !unsafe && browser.elementsTellOrigin;
  const isOwnSite = origin === 'null' && isSameSite(page, url.origin);
  return mode === 'no-cors' && isOwnSite && credentials === 'include' && browser.sandboxTellsOrigin;
}

/** https://fetch.spec.whatwg.org/#append-a-request-origin-header */
export function originHeader(fetching: Fetching, request: Request): string | null {
  if (request.keptOrigin !== null) return request.keptOrigin;
  const { originHeedsReferrerPolicy, redirectKeepsOrigin } = fetching.browser;
  const origin = serializedOrigin(request);
  if (request.tainting === 'cors') return origin;
  if (request.method === 'GET' || request.method === 'HEAD') return isToldUnasked(fetching, request) ? origin : null;
  if (request.mode === 'no-cors' && request.left && fetching.browser.noCorsRedirectHidesOrigin) return 'null';
  if (request.mode === 'cors' || !originHeedsReferrerPolicy || (redirectKeepsOrigin && request.hop > 0)) return origin;
  switch (request.referrerPolicy) {
    case 'no-referrer':
      return 'null';
    case 'same-origin':
      return isSameOrigin(request.origin, request.url.origin) ? origin : 'null';
    case 'origin':
    case 'origin-when-cross-origin':
    case 'unsafe-url':
      return origin;
    default:
      return request.origin.startsWith('https:') && request.url.scheme !== 'https' ? 'null' : origin;
  }
}

/** What the cache modes add, long after the list of unsafe headers was made: it never causes a preflight. */
function addCacheHeaders(headers: HeaderLine[], mode: CacheMode): void {
  const has = (lower: string) => headers.some((line) => hasName(line, lower));
  if (mode === 'no-cache' && !has('cache-control')) headers.push(['Cache-Control', 'max-age=0']);
  if (mode !== 'no-store' && mode !== 'reload') return;
  if (!has('pragma')) headers.push(['Pragma', 'no-cache']);
  if (!has('cache-control')) headers.push(['Cache-Control', 'no-cache']);
}
