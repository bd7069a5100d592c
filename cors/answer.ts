import { getHeader, type HeaderLine, isPreflight, type WireRequest, type WireResponse } from './http.ts';
import type { Draft } from './libraries/draft.ts';
import { libraryAnswer, resolveLibrary } from './libraries/index.ts';
import { bodyBytes, fixedBody } from './samples.ts';
import { type Answer, type Cookie, limits, type Origins, type Plan, type Redirect } from './scenario.ts';
import { isNullBodyStatus, reasonPhrase } from './status.ts';
import { fillTokens, resolveOrigins } from './symbolic.ts';

/** Where a request's URL points on the echo server. `path` holds path and query, `hop` counts redirects from 0. */
export interface EndpointUrl {
  readonly id: string;
  readonly hop: number;
  readonly path: string;
}

const endpoint = /^\w+:\/\/[^/]+\/e\/([\w-]{16})(?:\/@(\d{1,3})(?=[/?]|$))?([/?].*)?$/;

/** Reads `<origin>/e/<id>[/@<hop>]<path>`, or null when the URL is nobody's endpoint. */
export function parseEndpointUrl(url: string): EndpointUrl | null {
  const match = endpoint.exec(url);
  if (match?.[1] === undefined) return null;
  const rest = match[3] ?? '';
  return { id: match[1], hop: Number(match[2] ?? 0), path: rest.startsWith('/') ? rest : `/${rest}` };
}

/** The URL of an endpoint's path (`path` begins with `/`) on an echo origin. */
export const endpointUrl = (origin: string, id: string, path: string): string => `${origin}/e/${id}${path}`;

/** What the echo server answers to a request: the very lines that cross the wire, short of the connection's own. */
export function answer(plan: Plan, request: WireRequest, origins: Origins): WireResponse {
  const chosen = chooseAnswer(plan, request);
  const at = parseEndpointUrl(request.url);
  const redirect = at === null ? undefined : chosen.redirects[at.hop];
  const draft =
    at !== null && redirect !== undefined
      ? redirectDraft(chosen, redirect, at, request, origins)
      : finalDraft(chosen, at, request, origins);
  // A redirect without CORS headers is one that never came past the library, such as a proxy's.
  const throughLibrary = plan.library !== null && (redirect === undefined || redirect.cors);
  return complete(
    throughLibrary ? libraryAnswer(resolveLibrary(plan.library, origins), request, draft) : draft,
    request.method,
  );
}

/** Milliseconds that the server waits before this answer. Redirects are sent at once. */
export function delayOf(plan: Plan, request: WireRequest): number {
  const chosen = chooseAnswer(plan, request);
  return chosen.redirects[parseEndpointUrl(request.url)?.hop ?? 0] === undefined ? chosen.delay : 0;
}

const chooseAnswer = (plan: Plan, request: WireRequest): Answer =>
  isPreflight(request) ? plan.preflight : plan.response;

function finalDraft(chosen: Answer, at: EndpointUrl | null, request: WireRequest, origins: Origins): Draft {
  const headers = planLines(chosen.headers, request, origins);
  if (at !== null) for (const cookie of chosen.cookies) headers.push(['Set-Cookie', cookieText(cookie, at.id)]);
  return { status: chosen.status, headers, body: chosen.body };
}

function redirectDraft(
  chosen: Answer,
  redirect: Redirect,
  at: EndpointUrl,
  request: WireRequest,
  origins: Origins,
): Draft {
  const location = locationOf(redirect, at, origins);
  const headers: HeaderLine[] = location === null ? [] : [['Location', location]];
  if (redirect.cors) {
    headers.push(
      ...planLines(
        chosen.headers.filter(([name]) => /^(access-control-|vary$)/i.test(name)),
        request,
        origins,
      ),
    );
  }
  // Browsers keep a 301 or 308 for good, and then nothing crosses the wire at the next run.
  headers.push(['Cache-Control', 'no-store']);
  return { status: redirect.status, headers, body: '' };
}

/** The Location of a redirect from an endpoint's hop, or null when it has none. */
export function locationOf(redirect: Redirect, at: EndpointUrl, origins: Origins): string | null {
  if (redirect.to === 'no-location') return null;
  if (redirect.to === 'unparsable') return 'http://[oops]/';
  if (redirect.to === 'data-url') return 'data:text/plain,hello';
  const origin = origins[redirect.to];
  const named = redirect.userinfo ? origin.replace('://', '://user:secret@') : origin;
  return endpointUrl(named, at.id, `/@${at.hop + 1}${at.path}`);
}

function planLines(lines: readonly HeaderLine[], request: WireRequest, origins: Origins): HeaderLine[] {
  const sent: HeaderLine[] = [];
  for (const [name, value] of lines) {
    const filled = fillTokens(resolveOrigins(value, origins), request);
    // Tokens repeat what a stranger sent: without a bound one plan could make every answer megabytes long.
    if (filled !== null && filled.length <= limits.headersTotalLength) sent.push([name, filled]);
  }
  return sent;
}

function cookieText({ name, value, sameSite, secure, httpOnly }: Cookie, id: string): string {
  const attributes = [`${name}=${value}`, `Path=/e/${id}`];
  if (sameSite !== '') attributes.push(`SameSite=${sameSite}`);
  if (secure) attributes.push('Secure');
  if (httpOnly) attributes.push('HttpOnly');
  return attributes.join('; ');
}

function complete(draft: Draft, method: string): WireResponse {
  const fixed = fixedBody(getHeader(draft.headers, 'Content-Type') ?? '');
  const body = isNullBodyStatus(draft.status) ? '' : (fixed ?? draft.body);
  const headers = [...draft.headers];
  if (draft.status !== 204 && draft.status !== 304) {
    headers.push(['Content-Length', String(bodyBytes(body).length)]);
  }
  // Answers hold what strangers typed: opened as a page, they must not run as one on this origin. What a page might
  // run as its script is not theirs: samples.ts.
  headers.push(['X-Content-Type-Options', 'nosniff'], ['Content-Security-Policy', "sandbox; default-src 'none'"]);
  return {
    status: draft.status,
    statusText: reasonPhrase(draft.status),
    headers,
    body: method === 'HEAD' ? '' : body,
  };
}
