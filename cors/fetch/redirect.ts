import type { Finding } from '../findings.ts';
import { hasName, isRequestBodyHeader } from '../headers.ts';
import type { WireResponse } from '../http.ts';
import { isHttpScheme, isSameOrigin, parseUrl } from '../origin.ts';
import { originHeader } from './network.ts';
import { type Fetching, type Request, taintAfter } from './request.ts';

const mostRedirects = 20;

/** The client hints whose permission the page keeps for its own origin: https://wicg.github.io/client-hints-infrastructure/#policy-controlled-features */
const firstPartyHints: ReadonlySet<string> = new Set([
  'device-memory',
  'dpr',
  'downlink',
  'ect',
  'rtt',
  'viewport-width',
  'width',
]);

/** The request for the next URL, or why there is none. https://fetch.spec.whatwg.org/#http-redirect-fetch */
export function redirected(
  fetching: Fetching,
  request: Request,
  response: WireResponse,
  location: string,
): { readonly error: Finding } | { readonly error: null; readonly request: Request } {
  const { browser } = fetching;
  const { status } = response;
  const several = response.headers.filter((line) => hasName(line, 'location')).length > 1;
  const url = several && !browser.joinsLocations ? null : parseUrl(location, request.url.href);
  if (url === null) return { error: { code: 'redirect-location-invalid', facts: { location } } };
  const { scheme } = url;
  if (!isHttpScheme(scheme)) return { error: { code: 'redirect-scheme', facts: { location, scheme } } };
  const most = request.keepalive ? browser.mostKeepaliveRedirects : mostRedirects;
  if (request.hop >= most) return { error: { code: 'redirect-too-many', facts: { count: request.hop + 1 } } };
  const strange = request.mode === 'cors' && !isSameOrigin(request.origin, url.origin);
  const refusesHere = strange && !browser.refusesUserinfoLate;
  const isAlwaysRefused = browser.refusesUserinfoAlways && request.api === 'fetch';
  if (url.userinfo && (refusesHere || request.tainting === 'cors' || isAlwaysRefused)) {
    return { error: { code: 'redirect-userinfo', facts: { location } } };
  }

  const { method } = request;
  const leaves = !isSameOrigin(request.url.origin, url.origin);
  const becomesGet =
    ((status === 301 || status === 302) && method === 'POST') ||
    (status === 303 && method !== 'GET' && method !== 'HEAD') ||
    (method === 'DELETE' && leaves && browser.deleteBecomesGetElsewhere);
  // Another part of Chromium follows them with keepalive, and takes nothing away.
  const keepsHints = request.keepalive || (isSameOrigin(request.origin, url.origin) && !request.fromWorker);
  const withoutHints = browser.redirectDropsClientHints && !keepsHints;
  const askedHeaders = (browser.droppedHeadersReturn ? request.firstHeaders : request.headers).filter(
    (line) =>
      !(becomesGet && isRequestBodyHeader(line[0])) &&
      !(leaves && hasName(line, 'authorization')) &&
      !(withoutHints && firstPartyHints.has(line[0].toLowerCase())),
  );
  const becameGet = request.becameGet || becomesGet;
  return {
    error: null,
    request: {
      ...request,
      url,
      method: becomesGet ? 'GET' : method,
      body: becomesGet ? null : request.body,
      headers: becameGet ? askedHeaders.filter(([name]) => !isRequestBodyHeader(name)) : askedHeaders,
      askedHeaders,
      becameGet,
      redirectTaint: taintAfter(request, url),
      left: request.left || leaves,
      keptOrigin: browser.redirectKeepsOrigin && !leaves ? originHeader(fetching, request) : null,
      hop: request.hop + 1,
    },
  };
}
