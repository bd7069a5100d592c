import { asAsked } from '../ask.ts';
import { type Deviations, deviations } from '../browsers.ts';
import type { Finding } from '../findings.ts';
import { getHeader } from '../http.ts';
import type { Asker, Browser, BrowserState, FetchCall, Outcome, PageResponse, Server } from '../outcome.ts';
import type { Api } from '../scenario.ts';
import { makeRequest } from './arguments.ts';
import { filtered, visibleHeaders } from './filter.ts';
import { mainFetch } from './main-fetch.ts';
import type { Fetching } from './request.ts';
import { unusable } from './use.ts';

/**
 * What a browser does with one request of a page, following https://fetch.spec.whatwg.org/#fetching in its own order.
 * `page` is the serialized origin of the page, or `null`; what a sandboxed frame asks has the origin `null` instead.
 * `now` is in ms, on the clock of the state's expiries.
 * Service workers, the HTTP cache, and URLs that need no server (data:, blob:) are not part of it. Never throws.
 */
export function fetchAsBrowser({ browser, ...input }: FetchInput & { readonly browser: Browser }): Outcome {
  return fetchByRules(input, deviations[browser]);
}

export interface FetchInput {
  readonly call: FetchCall;
  readonly page: string;
  readonly server: Server;
  readonly state: BrowserState;
  readonly now: number;
}

/** The same by rules that no browser need have: a browser's, say, but for one departure. */
export function fetchByRules(input: FetchInput, rules: Deviations): Outcome {
  const { server, state, now } = input;
  const call = asAsked(input.call);
  const fetching: Fetching = {
    server,
    browser: rules,
    page: input.page,
    now,
    steps: [],
    messages: [],
    advice: [],
    preflights: state.preflights,
    cookies: state.cookies,
    unsent: null,
    current: null,
  };
  const isThePages = call.api === 'beacon' && rules.sandboxedBeaconIsThePages;
  const made = makeRequest(fetching, call, isThePages ? input.page : askingOrigin(call, input.page));
  if (made.error !== null) {
    fetching.steps.push(
      { code: 'fetch-arguments', facts: {}, result: 'failed' },
      { code: 'send', facts: { method: call.method, hop: 0 }, result: 'not-reached' },
    );
    return outcome(fetching, call, made.error, null);
  }
  const fetched = mainFetch(fetching, made.request);
  if (fetched.error !== null) return outcome(fetching, call, fetched.error, null);

  const { request, response, type } = fetched;
  const { api } = call;
  const visible = visibleHeaders(fetching.browser, request, response, type);
  const facts = { type, visible: visible.length, total: response.headers.length };
  fetching.steps.push({ code: 'filter', facts, result: 'passed' });
  if (usesOnlySome.has(api)) {
    const error = unusable(api, response, fetching.browser);
    const { status } = response;
    const type = getHeader(response.headers, 'content-type');
    fetching.steps.push({ code: 'use', facts: { api, status, type }, result: error === null ? 'passed' : 'failed' });
    if (error !== null) return outcome(fetching, call, error, null);
  }
  const page = filtered(request, response, type, visible);
  return outcome(fetching, call, opaqueness(api, type, request.method, response.status), page);
}

const usesOnlySome: ReadonlySet<Api> = new Set(['event-source', 'image', 'script', 'module', 'font']);

/** The serialized origin of whoever makes the call. */
export const askingOrigin = ({ context }: Pick<FetchCall, 'context'>, page: string): string =>
  context === 'sandboxed-iframe' ? 'null' : page;

function opaqueness(api: Api, type: PageResponse['type'], method: string, status: number): Finding | null {
  if (api === 'beacon') return { code: 'opaque-beacon', facts: {} };
  // There is nothing in a font that a page could read; it can use it, or not.
  if (type === 'opaque' && api === 'font') return null;
  if (type === 'opaque' && api !== 'fetch') return { code: 'opaque-element', facts: { api } };
  if (type === 'opaque') return { code: 'opaque-no-cors', facts: { method } };
  return type === 'opaqueredirect' ? { code: 'opaque-redirect', facts: { status } } : null;
}

function outcome(
  fetching: Fetching,
  { api, context }: Asker,
  finding: Finding | null,
  response: PageResponse | null,
): Outcome {
  const { messages, unsent, steps, advice, preflights, cookies } = fetching;
  const verdict = response === null ? 'blocked' : finding === null ? 'readable' : 'opaque';
  const asker = { api, context };
  return { asker, verdict, finding, response, messages, unsent, steps, advice, state: { preflights, cookies } };
}
