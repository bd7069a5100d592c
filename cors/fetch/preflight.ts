import type { Finding } from '../findings.ts';
import { extractList, receivedHeaders } from '../headers.ts';
import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import type { Step } from '../steps.ts';
import { corsCheck } from './cors-check.ts';
import { remember } from './preflight-cache.ts';
import { type Fetching, isRedirectStatus, type Request, serializedOrigin } from './request.ts';

type Checked = { readonly step: Step; readonly finding: Finding | null };

/**
 * https://fetch.spec.whatwg.org/#cors-preflight-fetch – null when the request may be sent. The standard makes one
 * condition of the CORS check and the status; browsers differ in which of the two they blame.
 */
export function preflightFetch(fetching: Fetching, request: Request, unsafeNames: readonly string[]): Finding | null {
  const wire = preflightRequest(request, unsafeNames);
  const answered = fetching.server(wire);
  const response = answered && { ...answered, headers: receivedHeaders(answered.headers) };
  const checks = response === null ? [notAnswered(request)] : checksOf(fetching, request, response, unsafeNames);
  let failure: Finding | null = null;
  for (const { step, finding } of checks) {
    if (failure !== null) fetching.steps.push({ ...step, result: 'not-reached' });
    else if (finding === null) fetching.steps.push(step);
    else {
      failure = finding;
      fetching.steps.push({ ...step, result: 'failed' });
    }
  }
  fetching.messages.push({ kind: 'preflight', hop: request.hop, request: wire, response, stopped: failure !== null });
  if (failure === null && response !== null) {
    const methods = listOf(response, 'access-control-allow-methods');
    remember(fetching, request, response.headers, methods, lowerCase(listOf(response, 'access-control-allow-headers')));
  }
  return failure;
}

/** Exactly the headers that the standard gives it; never cookies, and never Authorization. */
function preflightRequest(request: Request, unsafeNames: readonly string[]): WireRequest {
  const headers: HeaderLine[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
  ];
  if (unsafeNames.length > 0) headers.push(['Access-Control-Request-Headers', unsafeNames.join(',')]);
  headers.push(['Origin', serializedOrigin(request)]);
  return { method: 'OPTIONS', url: request.url.wire, headers, body: null };
}

function notAnswered(request: Request): Checked {
  const finding: Finding = { code: 'no-answer', facts: { url: request.url.wire } };
  return { step: corsCheckStep(request, null), finding };
}

function checksOf(
  fetching: Fetching,
  request: Request,
  response: WireResponse,
  unsafeNames: readonly string[],
): readonly Checked[] {
  const methods = extractList(response.headers, 'access-control-allow-methods');
  const names = extractList(response.headers, 'access-control-allow-headers');
  const value = getHeader(response.headers, 'access-control-allow-origin');
  const cors = { step: corsCheckStep(request, value), finding: corsCheck(request, response, 'preflight') };
  const { preflightBlamesFirst } = fetching.browser;
  const statusFirst =
    preflightBlamesFirst === 'status' || (preflightBlamesFirst === 'redirect' && isRedirectStatus(response.status));
  const checks: Checked[] = statusFirst ? [status(response), cors] : [cors, status(response)];
  checks.push(lists(response, methods, names));
  if (methods === 'failure' || names === 'failure') return checks;
  checks.push(method(request, methods ?? []));
  if (unsafeNames.length > 0) checks.push(headerNames(fetching, request, unsafeNames, lowerCase(names ?? [])));
  return checks;
}

function corsCheckStep(request: Request, value: string | null): Step {
  const facts = { origin: serializedOrigin(request), value, credentials: request.credentials === 'include' };
  return { code: 'preflight-cors-check', facts, result: 'passed' };
}

/** https://fetch.spec.whatwg.org/#ok-status */
function status(response: WireResponse): Checked {
  const step: Step = { code: 'preflight-status', facts: { status: response.status }, result: 'passed' };
  if (response.status >= 200 && response.status <= 299) return { step, finding: null };
  if (!isRedirectStatus(response.status)) {
    return { step, finding: { code: 'preflight-status', facts: { status: response.status } } };
  }
  const location = getHeader(response.headers, 'location');
  return { step, finding: { code: 'preflight-redirect', facts: { status: response.status, location } } };
}

function lists(response: WireResponse, methods: List, names: List): Checked {
  const facts = {
    methods: getHeader(response.headers, 'access-control-allow-methods'),
    headers: getHeader(response.headers, 'access-control-allow-headers'),
  };
  const step: Step = { code: 'preflight-lists', facts, result: 'passed' };
  if (methods === 'failure') return { step, finding: { code: 'acam-invalid', facts: { value: facts.methods ?? '' } } };
  if (names === 'failure') return { step, finding: { code: 'acah-invalid', facts: { value: facts.headers ?? '' } } };
  return { step, finding: null };
}

function method(request: Request, allowed: readonly string[]): Checked {
  const { method } = request;
  const safelisted = isSafelistedMethod(method);
  const credentials = request.credentials === 'include';
  const step: Step = { code: 'preflight-method', facts: { method, allowed, safelisted }, result: 'passed' };
  if (allowed.includes(method) || safelisted || (!credentials && allowed.includes('*'))) return { step, finding: null };
  const upper = method.toUpperCase();
  const caseOnly = allowed.some((name) => name.toUpperCase() === upper);
  return { step, finding: { code: 'method-not-allowed', facts: { method, allowed, credentials, caseOnly } } };
}

/** Both in lower case. `allowed` may hold thousands of names: it is looked through by hash. */
function headerNames(
  fetching: Fetching,
  request: Request,
  requested: readonly string[],
  allowed: readonly string[],
): Checked {
  const step: Step = { code: 'preflight-headers', facts: { requested, allowed }, result: 'passed' };
  const credentials = request.credentials === 'include';
  const listed = new Set(allowed);
  const unlisted = requested.filter((name) => !listed.has(name));
  if (credentials || !listed.has('*')) {
    if (unlisted.length === 0) return { step, finding: null };
    return {
      step,
      finding: { code: 'header-not-allowed', facts: { missing: unlisted, requested, allowed, credentials } },
    };
  }
  if (!unlisted.includes('authorization')) return { step, finding: null };
  if (fetching.browser.authorizationUnderWildcard) {
    fetching.advice.push({ code: 'authorization-under-wildcard', facts: {} });
    return { step, finding: null };
  }
  return { step, finding: { code: 'authorization-not-listed', facts: { requested, allowed } } };
}

type List = ReturnType<typeof extractList>;

function listOf(response: WireResponse, name: string): readonly string[] {
  const list = extractList(response.headers, name);
  return list === null || list === 'failure' ? [] : list;
}

function lowerCase(names: readonly string[]): readonly string[] {
  return names.map((name) => name.toLowerCase());
}
