import type { At, Finding, FindingFacts, MismatchHint } from '../findings.ts';
import { hasName } from '../headers.ts';
import { getHeader, type WireResponse } from '../http.ts';
import { isHttpScheme, isLoopbackHost, parseUrl } from '../origin.ts';
import { type Request, serializedOrigin, taintAfter } from './request.ts';

/** https://fetch.spec.whatwg.org/#concept-cors-check – null when it passes. */
export function corsCheck(request: Request, response: WireResponse, at: At): Finding | null {
  const { method } = request;
  const origin = serializedOrigin(request);
  const include = request.credentials === 'include';
  const value = getHeader(response.headers, 'access-control-allow-origin');
  const then = at === 'redirect' && becomesNull(request, response) ? ({ thenNull: true } as const) : {};
  if (value === null) return { code: 'acao-missing', facts: { at, origin, status: response.status, method, ...then } };
  if (!include && value === '*') return null;
  if (value !== origin) return notThisOrigin(value, { at, origin, method, ...then }, response);
  if (!include) return null;
  const credentials = getHeader(response.headers, 'access-control-allow-credentials');
  if (credentials === 'true') return null;
  if (credentials === null) return { code: 'acac-missing', facts: { at, origin, method } };
  return { code: 'acac-not-true', facts: { at, origin, value: credentials, method } };
}

/** The standard knows one reason; people are helped by more. */
function notThisOrigin(
  value: string,
  facts: FindingFacts['acao-wildcard-credentials'],
  response: WireResponse,
): Finding {
  if (value === '*') return { code: 'acao-wildcard-credentials', facts };
  if (value.includes(',') || value.includes(' ')) {
    const lines = response.headers.filter((line) => hasName(line, 'access-control-allow-origin')).length;
    return { code: 'acao-multiple', facts: { ...facts, value, lines } };
  }
  // Whether a host may hold `*` depends on whose URL parser this runs with.
  if (value !== 'null' && parseUrl(value.replaceAll('*', 'x')) === null) {
    return { code: 'acao-invalid', facts: { ...facts, value } };
  }
  return { code: 'acao-mismatch', facts: { ...facts, value, hint: mismatchHint(value, facts.origin) } };
}

/** Whether following this redirect makes the request's origin `null`. */
function becomesNull(request: Request, response: WireResponse): boolean {
  if (request.redirect !== 'follow' || request.redirectTaint !== 'same-origin') return false;
  const next = parseUrl(getHeader(response.headers, 'location') ?? '', request.url.href);
  return next !== null && taintAfter(request, next) !== 'same-origin';
}

/** What sets an Access-Control-Allow-Origin value apart from the origin that it should be. */
export function mismatchHint(value: string, origin: string): MismatchHint {
  if (value === 'null') return 'null-for-origin';
  if (origin === 'null') return 'origin-for-null';
  if (value === `${origin}/`) return 'trailing-slash';
  if (value.includes('*')) return 'subdomain-wildcard';
  if (value.toLowerCase() === origin) return 'case';
  const given = parseUrl(value);
  const wanted = parseUrl(origin);
  if (given === null || wanted === null) return 'other';
  if (given.origin === origin) {
    if (given.userinfo) return 'other';
    return given.wire === `${origin}/` ? 'default-port' : 'path';
  }
  if (!isHttpScheme(given.scheme)) return value.includes('://') ? 'scheme' : 'scheme-missing';
  if (given.host === wanted.host) return given.scheme === wanted.scheme ? 'port' : 'scheme';
  const samePort = given.scheme === wanted.scheme && given.port === wanted.port;
  return samePort && isLoopbackHost(given.host) && isLoopbackHost(wanted.host) ? 'loopback-name' : 'host';
}
