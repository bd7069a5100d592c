import { type EndpointUrl, endpointUrl, parseEndpointUrl } from './endpoint-url.ts';
import { getHeader, type HeaderLine, isPreflight, type WireRequest, type WireResponse } from './http.ts';
import type { Draft } from './libraries/draft.ts';
import { bodyBytes, fixedBody } from './samples.ts';
import { type Answer, type Cookie, type Library, limits, type Origins, type Plan, type Redirect } from './scenario.ts';
import { isNullBodyStatus, reasonPhrase } from './status.ts';
import { fillTokens, resolveOrigins } from './symbolic.ts';

/** What a library makes of the application's answer to this request. */
export type ThroughLibrary = (library: Library, request: WireRequest, draft: Draft) => Draft;

/** Is `answer` for every plan, except that a plan's library is left out where `through` is null. */
export function answerThrough(
  through: ThroughLibrary | null,
  plan: Plan,
  request: WireRequest,
  origins: Origins,
): WireResponse {
  const chosen = chooseAnswer(plan, request);
  const at = parseEndpointUrl(request.url);
  const redirect = at === null ? undefined : chosen.redirects[at.hop];
  const draft =
    at !== null && redirect !== undefined
      ? redirectDraft(chosen, redirect, at, request, origins)
      : finalDraft(chosen, at, request, origins);
  // A redirect without CORS headers is one that never came past the library, such as a proxy's.
  const library = redirect === undefined || redirect.cors ? plan.library : null;
  return complete(through && library ? through(library, request, draft) : draft, request.method);
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
