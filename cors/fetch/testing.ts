import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from '../http.ts';
import { type Browser, type BrowserState, emptyState, type FetchCall, type Outcome } from '../outcome.ts';
import { callOf, casePage, reply, serverOf } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';

interface Circumstances {
  readonly browser?: Browser;
  readonly page?: string;
  readonly state?: BrowserState;
  readonly now?: number;
}

/** One fetch that meets these answers, by a page at http://localhost:4000 in a browser that follows the standard. */
export function run(
  given: Partial<FetchCall>,
  answers: readonly (WireResponse | null)[],
  { browser = 'standard', page = casePage, state = emptyState, now = 0 }: Circumstances = {},
): Outcome {
  return fetchAsBrowser({ call: callOf(given), page, server: serverOf(answers), state, browser, now });
}

/** What crossed the wire, as `METHOD url`. */
export function sent({ messages }: Outcome): readonly string[] {
  return messages.map(({ request }) => `${request.method} ${request.url}`);
}

/** The value of a header of the last request that crossed the wire. */
export function sentHeader({ messages }: Outcome, name: string): string | null {
  const request: WireRequest | undefined = messages.at(-1)?.request;
  return request === undefined ? null : getHeader(request.headers, name);
}

/** The names of the headers that the page may read. */
export function readable({ response }: Outcome): readonly string[] {
  return (response?.headers ?? []).map(([name]: HeaderLine) => name);
}

/** The steps as text: `!` before a failed one, `?` before one that was not reached. */
export function trail({ steps }: Outcome): string {
  const marks = { passed: '', failed: '!', 'not-reached': '?' };
  return steps.map(({ code, result }) => marks[result] + code).join(' ');
}

/** A server that allows http://localhost:4000, with credentials, what these lines of its preflights allow. */
export function allowing(...lines: readonly string[]): (request: WireRequest) => WireResponse {
  const policy = [`Access-Control-Allow-Origin: ${casePage}`, 'Access-Control-Allow-Credentials: true'];
  return ({ method }) => (method === 'OPTIONS' ? reply(204, ...policy, ...lines) : reply(200, ...policy));
}

/** Fetches one after the other, and tells for each whether a preflight was sent. `at` in ms. */
export function preflights(
  browser: Browser,
  server: (request: WireRequest) => WireResponse,
  calls: readonly (Partial<FetchCall> & { readonly at?: number })[],
): readonly boolean[] {
  let state = emptyState;
  return calls.map(({ at = 0, ...given }) => {
    const outcome = fetchAsBrowser({ call: callOf(given), page: casePage, server, state, browser, now: at });
    state = outcome.state;
    return outcome.messages.some(({ kind }) => kind === 'preflight');
  });
}
