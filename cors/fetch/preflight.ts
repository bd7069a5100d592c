import type { Finding } from '../findings.ts';
import { extractList } from '../headers.ts';
import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from '../http.ts';
import { isSafelistedMethod } from '../methods.ts';
import { requestedHeaderNames } from '../safelist.ts';
import type { Step } from '../steps.ts';
import { corsCheck } from './cors-check.ts';
import { remember } from './preflight-cache.ts';
import { type Fetching, isRedirectStatus, judgedHeaders, type Request, received, serializedOrigin } from './request.ts';

type Checked = { readonly step: Step; readonly finding: Finding | null };

/** What the answer to a preflight lists; header names in lower case. */
interface Allowed {
  readonly methods: readonly string[] | 'failure';
  readonly names: readonly string[] | 'failure';
}

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch – null when the request may be sent. */
export function preflightFetch(fetching: Fetching, asked: Request, unsafeNames: readonly string[]): Finding | null {
  const request: Request = fetching.browser.preflightTellsTaint ? asked : { ...asked, redirectTaint: 'same-origin' };
  const wire = preflightRequest(
    request,
    unsafeNames.length === 0 ? [] : requestedHeaderNames(judgedHeaders(request, fetching.browser), fetching.browser),
  );
  const first = fetching.server(wire);
  // https://www.rfc-editor.org/rfc/rfc9110#status.421 – once more, on a connection of its own.
  if (first?.status === 421) {
    fetching.messages.push({ kind: 'preflight', hop: request.hop, request: wire, response: first, stopped: false });
  }
  const answered = first?.status === 421 ? fetching.server(wire) : first;
  if (answered === null) {
    fetching.messages.push({ kind: 'preflight', hop: request.hop, request: wire, response: null, stopped: false });
    fetching.steps.push({ ...corsCheckStep(request, null), result: 'failed' });
    return { code: 'no-answer', facts: { url: wire.url } };
  }
  const response = { ...answered, headers: received(fetching, answered.headers) };
  const allowed = allowedBy(response);
  const failure = recordChecks(fetching, checksOf(fetching, request, response, allowed, unsafeNames));
  fetching.messages.push({ kind: 'preflight', hop: request.hop, request: wire, response, stopped: failure !== null });
  if (allowed.methods === 'failure' || allowed.names === 'failure') return failure;
  const isRemembered = failure === null || (isUnmet(failure) && fetching.browser.remembersUnmetPreflights);
  if (isRemembered) remember(fetching, asked, response.headers, allowed.methods, allowed.names);
  if (failure !== null) return failure;
  if (unsafeNames.includes('authorization') && !allowed.names.includes('authorization')) {
    fetching.advice.push({ code: 'authorization-under-wildcard', facts: {} });
  }
  return null;
}

/** Whether a permission was given, only not for this request. */
const isUnmet = ({ code }: Finding): boolean =>
  code === 'method-not-allowed' || code === 'header-not-allowed' || code === 'authorization-not-listed';

/** Exactly the headers that the standard gives it; never cookies, and never Authorization. */
function preflightRequest(request: Request, names: readonly string[]): WireRequest {
  const headers: HeaderLine[] = [
    ['Accept', '*/*'],
    ['Access-Control-Request-Method', request.method],
  ];
  if (names.length > 0) headers.push(['Access-Control-Request-Headers', names.join(',')]);
  headers.push(['Origin', serializedOrigin(request)]);
  return { method: 'OPTIONS', url: request.url.wire, headers, body: null };
}

function allowedBy(response: WireResponse): Allowed {
  const methods = extractList(response.headers, 'access-control-allow-methods') ?? [];
  const names = extractList(response.headers, 'access-control-allow-headers') ?? [];
  return { methods, names: names === 'failure' ? names : names.map((name) => name.toLowerCase()) };
}

/** The first that failed; those after it are told as not reached. */
function recordChecks(fetching: Fetching, checks: readonly Checked[]): Finding | null {
  let failure: Finding | null = null;
  for (const { step, finding } of checks) {
    const result = failure !== null ? 'not-reached' : finding === null ? 'passed' : 'failed';
    fetching.steps.push({ ...step, result });
    failure ??= finding;
  }
  return failure;
}

/** The standard makes one condition of the CORS check and the status; browsers differ in which of the two they blame. */
function checksOf(
  fetching: Fetching,
  request: Request,
  response: WireResponse,
  { methods, names }: Allowed,
  unsafeNames: readonly string[],
): readonly Checked[] {
  const cors = { step: corsCheckStep(request, response), finding: corsCheck(request, response, 'preflight') };
  const { preflightBlamesFirst: first } = fetching.browser;
  const statusFirst = first === 'status' || (first === 'redirect' && isRedirectStatus(response.status));
  const checks = statusFirst ? [status(response), cors] : [cors, status(response)];
  checks.push(lists(response, methods === 'failure', names === 'failure'));
  checks.push(method(request, methods === 'failure' ? [] : methods));
  if (unsafeNames.length === 0) return checks;
  return [...checks, headerNames(fetching, request, unsafeNames, names === 'failure' ? [] : names)];
}

function corsCheckStep(request: Request, response: WireResponse | null): Step {
  const value = (name: string) => (response === null ? null : getHeader(response.headers, name));
  const facts = {
    origin: serializedOrigin(request),
    value: value('access-control-allow-origin'),
    allowCredentials: value('access-control-allow-credentials'),
    credentials: request.credentials === 'include',
  };
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

function lists(response: WireResponse, methodsFail: boolean, namesFail: boolean): Checked {
  const methods = getHeader(response.headers, 'access-control-allow-methods');
  const headers = getHeader(response.headers, 'access-control-allow-headers');
  const step: Step = { code: 'preflight-lists', facts: { methods, headers }, result: 'passed' };
  if (methodsFail) return { step, finding: { code: 'acam-invalid', facts: { value: methods ?? '' } } };
  return { step, finding: namesFail ? { code: 'acah-invalid', facts: { value: headers ?? '' } } : null };
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

/** Both lists in lower case. */
function headerNames(
  fetching: Fetching,
  request: Request,
  requested: readonly string[],
  allowed: readonly string[],
): Checked {
  const step: Step = { code: 'preflight-headers', facts: { requested, allowed }, result: 'passed' };
  const credentials = request.credentials === 'include';
  const listed = new Set(allowed);
  const missing = requested.filter((name) => !listed.has(name));
  if (missing.length === 0) return { step, finding: null };
  if (credentials || !listed.has('*')) {
    return { step, finding: { code: 'header-not-allowed', facts: { missing, requested, allowed, credentials } } };
  }
  if (fetching.browser.authorizationUnderWildcard || !missing.includes('authorization')) return { step, finding: null };
  return { step, finding: { code: 'authorization-not-listed', facts: { requested, allowed } } };
}
