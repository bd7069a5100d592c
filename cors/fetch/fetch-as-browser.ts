import { type Deviations, deviations } from '../browsers.ts';
import type { Finding } from '../findings.ts';
import type { Browser, BrowserState, FetchCall, Outcome, PageResponse, Server } from '../outcome.ts';
import { makeRequest } from './arguments.ts';
import { filtered, visibleHeaders } from './filter.ts';
import { mainFetch } from './main-fetch.ts';
import type { Fetching } from './request.ts';

/**
 * What a browser does with one `fetch()` call, following https://fetch.spec.whatwg.org/#fetching in its own order.
 * `page` is the serialized origin of the page, or `null`; `now` is in ms, on the clock of the state's expiries.
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
  const { call, server, state, now } = input;
  const fetching: Fetching = {
    server,
    browser: rules,
    now,
    steps: [],
    messages: [],
    advice: [],
    preflights: state.preflights,
    cookies: state.cookies,
    unsent: null,
    current: null,
  };
  const made = makeRequest(fetching, call, input.page);
  if (made.error !== null) {
    fetching.steps.push(
      { code: 'fetch-arguments', facts: {}, result: 'failed' },
      { code: 'send', facts: { method: call.method, hop: 0 }, result: 'not-reached' },
    );
    return outcome(fetching, made.error, null);
  }
  const fetched = mainFetch(fetching, made.request);
  if (fetched.error !== null) return outcome(fetching, fetched.error, null);

  const { request, response, type } = fetched;
  const visible = visibleHeaders(fetching.browser, request, response, type);
  const facts = { type, visible: visible.length, total: response.headers.length };
  fetching.steps.push({ code: 'filter', facts, result: 'passed' });
  const page = filtered(request, response, type, visible);
  return outcome(fetching, opaqueness(type, request.method, response.status), page);
}

function opaqueness(type: PageResponse['type'], method: string, status: number): Finding | null {
  if (type === 'opaque') return { code: 'opaque-no-cors', facts: { method } };
  return type === 'opaqueredirect' ? { code: 'opaque-redirect', facts: { status } } : null;
}

function outcome(fetching: Fetching, finding: Finding | null, response: PageResponse | null): Outcome {
  const { messages, unsent, steps, advice, preflights, cookies } = fetching;
  const verdict = response === null ? 'blocked' : finding === null ? 'readable' : 'opaque';
  return { verdict, finding, response, messages, unsent, steps, advice, state: { preflights, cookies } };
}
