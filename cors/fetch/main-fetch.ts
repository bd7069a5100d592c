import type { Deviations } from '../browsers.ts';
import type { Finding } from '../findings.ts';
import { getHeader, type WireResponse } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import {
  isBadPort,
  isHttpScheme,
  isPotentiallyTrustworthy,
  isSameOrigin,
  isSchemelesslySameSite,
  type ParsedUrl,
  parseUrl,
} from '../origin.ts';
import { unsafeRequestHeaderNames } from '../safelist.ts';
import type { Step } from '../steps.ts';
import { cookiesFor } from './cookies.ts';
import { corsCheck } from './cors-check.ts';
import { networkFetch, wireRequest } from './network.ts';
import { filter, fromAnswer, fromSend } from './not-reached.ts';
import { preflightFetch } from './preflight.ts';
import { forget, rememberedUntil } from './preflight-cache.ts';
import { redirected } from './redirect.ts';
import {
  type Fetched,
  type Fetching,
  isRedirect,
  judgedHeaders,
  locationOf,
  type Request,
  serializedOrigin,
} from './request.ts';

/** https://fetch.spec.whatwg.org/#main-fetch */
export function mainFetch(fetching: Fetching, request: Request): Fetched {
  const { steps } = fetching;
  const { mode, origin: page, hop } = request;
  fetching.current = request;
  const target = request.url.origin;
  const refusal = mayNotBeFetched(request);
  if (refusal !== null) {
    steps.push({ code: 'may-be-fetched', facts: { url: request.url.href }, result: 'failed' }, ...fromSend(request));
    return { error: refusal };
  }
  const same = isSameOrigin(page, target);
  const tainted = request.redirectTaint !== 'same-origin';
  steps.push({ code: 'origin', facts: { page, target, same, hop, tainted }, result: 'passed' });
  if (same && request.tainting === 'basic') return httpFetch(fetching, request);
  if (mode === 'same-origin') {
    steps.push({ code: 'mode', facts: { mode }, result: 'failed' }, ...fromSend(request));
    return { error: { code: 'same-origin-mode', facts: { page, target, at: hop === 0 ? 'request' : 'redirect' } } };
  }
  if (mode === 'no-cors') {
    const opaque: Request = { ...request, tainting: 'opaque' };
    const follows = request.redirect === 'follow';
    steps.push({ code: 'mode', facts: { mode }, result: follows ? 'passed' : 'failed' });
    if (follows) return httpFetch(fetching, opaque);
    steps.push(...fromSend(opaque));
    return { error: { code: 'no-cors-redirect-mode', facts: { redirect: request.redirect } } };
  }
  steps.push({ code: 'mode', facts: { mode }, result: 'passed' });
  return corsFetch(fetching, { ...request, tainting: 'cors' });
}

/** Main fetch's last two cases: an HTTP fetch with a preflight, if the request needs one. */
function corsFetch(fetching: Fetching, request: Request): Fetched {
  const { steps } = fetching;
  const { method } = request;
  const asked = judgedHeaders(request, fetching.browser);
  const names = request.unsafe ? unsafeRequestHeaderNames(asked, fetching.browser) : [];
  const methodUnsafe = request.unsafe && !isSafelistedMethod(method);
  const isOwnNeed = methodUnsafe || names.length > 0 || request.usePreflight;
  const again = !isOwnNeed && isAskedAllTheSame(fetching, request);
  const needed = isOwnNeed || again;
  const facts = { needed, again, listened: request.usePreflight, method, methodUnsafe, headers: names };
  steps.push({ code: 'preflight-needed', facts, result: 'passed' });
  if (!needed) return permittedFetch(fetching, request);
  const fetched = preflightedFetch(fetching, { ...request, preflighted: true }, names);
  // By then a redirect may have given the request another URL, and that one's are cleared.
  if (fetched.error !== null && clearsPreflights(fetched.error, fetching.browser))
    forget(fetching, fetching.current ?? request);
  return fetched;
}

/** Although a redirect took away what an earlier hop needed a preflight for. */
function isAskedAllTheSame({ browser }: Fetching, request: Request): boolean {
  if (request.preflighted && browser.preflightsEveryHopOnceBegun) return true;
  return browser.preflightsForLostHeaders && unsafeRequestHeaderNames(request.firstHeaders, browser).length > 0;
}

const clearsPreflights = ({ code }: Finding, browser: Deviations): boolean =>
  browser.failureClearsPreflights && (code !== 'redirect-mode-error' || browser.refusedRedirectClearsPreflights);

function preflightedFetch(fetching: Fetching, request: Request, names: readonly string[]): Fetched {
  const expires = rememberedUntil(fetching, request, names);
  fetching.steps.push({
    code: 'preflight-cache',
    facts: { hit: expires !== null, expires, now: fetching.now },
    result: 'passed',
  });
  const error = expires === null ? preflightFetch(fetching, request, names) : null;
  if (error === null) return permittedFetch(fetching, request);
  fetching.unsent = wireRequest(fetching, request, cookiesFor(fetching, request));
  fetching.steps.push(...fromSend(request));
  return { error };
}

/** Once it needs no permission, or has it. */
function permittedFetch(fetching: Fetching, request: Request): Fetched {
  if (request.refusedLate === null) return httpFetch(fetching, request);
  const { finding, step } = request.refusedLate;
  fetching.steps.push(step, ...fromSend(request));
  // Its own preflight may have been sent since.
  return stopped(
    fetching,
    finding,
    fetching.messages.findLastIndex(({ kind }) => kind === 'request'),
  );
}

/** https://fetch.spec.whatwg.org/#http-fetch */
function httpFetch(fetching: Fetching, request: Request): Fetched {
  const { steps } = fetching;
  const sent = { method: request.method, hop: request.hop };
  // Nothing that was fetched before is kept here, and so there is nothing in the HTTP cache.
  const onlyCached = request.cache === 'only-if-cached' && !fetching.browser.onlyIfCachedAsks;
  const response = onlyCached ? null : networkFetch(fetching, request);
  if (response === null) {
    steps.push({ code: 'send', facts: sent, result: 'failed' }, ...fromAnswer(request));
    const code = onlyCached ? 'not-cached' : 'no-answer';
    return { error: { code, facts: { url: request.url.wire } } };
  }
  steps.push({ code: 'send', facts: sent, result: 'passed' });
  const refusal = mayNotBeUsed(fetching, request, response);
  if (refusal !== null) {
    steps.push(filter(request));
    return stopped(fetching, refusal);
  }
  if (isRedirect(response, fetching.browser)) return redirectResponse(fetching, request, response);
  return { error: null, request, response, type: request.tainting };
}

/** HTTP fetch's CORS check and Cross-Origin-Resource-Policy check. */
function mayNotBeUsed(fetching: Fetching, request: Request, response: WireResponse): Finding | null {
  if (request.tainting === 'cors') {
    const { step, finding } = corsChecked(fetching, request, response);
    fetching.steps.push(step);
    return finding;
  }
  if (request.tainting === 'opaque') {
    const value = getHeader(response.headers, 'cross-origin-resource-policy');
    const blocked = isBlockedByCorp(request, value);
    fetching.steps.push({ code: 'corp-check', facts: { value }, result: blocked ? 'failed' : 'passed' });
    if (!blocked) return null;
    const facts = { value: value ?? '', page: request.origin, target: request.url.origin };
    return { code: 'corp-blocked', facts };
  }
  return null;
}

/** The CORS check together with the step that tells of it. */
function corsChecked(fetching: Fetching, request: Request, response: WireResponse) {
  const redirects = isRedirect(response, fetching.browser) && locationOf(response, fetching.browser) !== null;
  const at = redirects ? 'redirect' : 'response';
  const finding = corsCheck(request, response, at);
  const facts = {
    at,
    origin: serializedOrigin(request),
    value: getHeader(response.headers, 'access-control-allow-origin'),
    allowCredentials: getHeader(response.headers, 'access-control-allow-credentials'),
    credentials: request.credentials === 'include',
    hop: request.hop,
  } as const;
  const step: Step = { code: 'cors-check', facts, result: finding === null ? 'passed' : 'failed' };
  return { finding, step };
}

/** What is found when a redirect is checked once more, as the request was begun. */
function recheck(
  fetching: Fetching,
  request: Request,
  response: WireResponse,
  next: ParsedUrl,
): Request['refusedLate'] {
  const { hop, mode } = request;
  const leavesHome = mode === 'cors' && request.tainting === 'basic' && !isSameOrigin(request.origin, next.origin);
  if (next.userinfo && leavesHome) {
    const { status } = response;
    const location = locationOf(response, fetching.browser) ?? '';
    const step: Step = { code: 'redirect', facts: { status, location, mode: request.redirect, hop }, result: 'failed' };
    return { finding: { code: 'redirect-userinfo', facts: { location } }, step };
  }
  if (!fetching.browser.rechecksRedirectsAsBegun || !request.beganAtHome) return null;
  if (request.tainting !== 'cors' || request.credentials !== 'same-origin') return null;
  const { finding, step } = corsChecked(fetching, { ...request, credentials: 'include' }, response);
  return finding && { finding, step };
}

/** https://fetch.spec.whatwg.org/#cross-origin-resource-policy-internal-check */
function isBlockedByCorp(request: Request, value: string | null): boolean {
  const { origin, url } = request;
  if (value === 'same-origin') return !isSameOrigin(origin, url.origin);
  if (value !== 'same-site') return false;
  const secure = origin.startsWith('https:') || url.scheme !== 'https';
  return !(secure && isSchemelesslySameSite(origin, url.origin));
}

/** HTTP fetch's last step: a redirect, by the redirect mode. */
function redirectResponse(fetching: Fetching, request: Request, response: WireResponse): Fetched {
  const { steps } = fetching;
  const { status } = response;
  const location = locationOf(response, fetching.browser);
  const facts = { status, location, mode: request.redirect, hop: request.hop };
  if (request.redirect === 'error' && !(location === null && fetching.browser.errorModeNeedsLocation)) {
    steps.push({ code: 'redirect', facts, result: 'failed' }, filter(request));
    return stopped(fetching, { code: 'redirect-mode-error', facts: { status } });
  }
  const cannotBeParsed = location !== null && parseUrl(location, request.url.href) === null;
  if (request.redirect === 'manual' && cannotBeParsed && fetching.browser.manualModeParsesLocation) {
    steps.push({ code: 'redirect', facts, result: 'failed' }, filter(request));
    return stopped(fetching, { code: 'redirect-location-invalid', facts: { location } });
  }
  if (request.redirect === 'manual' || location === null) {
    steps.push({ code: 'redirect', facts, result: 'passed' });
    return {
      error: null,
      request,
      response,
      type: location === null && request.redirect !== 'manual' ? request.tainting : 'opaqueredirect',
    };
  }
  const next = redirected(fetching, request, response, location);
  steps.push({ code: 'redirect', facts, result: next.error === null ? 'passed' : 'failed' });
  if (next.error === null) {
    return mainFetch(fetching, {
      ...next.request,
      refusedLate: recheck(fetching, request, response, next.request.url),
    });
  }
  steps.push(filter(request));
  return stopped(fetching, next.error);
}

/** Marks a message, by default the last, as one whose answer was refused. */
function stopped({ messages }: Fetching, error: Finding, at = messages.length - 1): Fetched {
  const message = messages[at];
  if (message !== undefined) messages[at] = { ...message, stopped: true };
  return { error };
}

/** Main fetch, before it decides about the origin: https://fetch.spec.whatwg.org/#main-fetch */
function mayNotBeFetched({ origin, url }: Request): Finding | null {
  if (!isHttpScheme(url.scheme)) return { code: 'scheme-unsupported', facts: { url: url.href, scheme: url.scheme } };
  if (isBadPort(url.port)) return { code: 'bad-port', facts: { url: url.href, port: url.port } };
  if (origin.startsWith('https:') && !isPotentiallyTrustworthy(url)) {
    return { code: 'mixed-content', facts: { url: url.href, page: origin } };
  }
  return null;
}
