import { type Exchange, getHeader, type HeaderLine, isPreflight, type WireResponse } from './http.ts';
import type { BrowserState, Message, Observation, Outcome, PageResult, Server, Verdict } from './outcome.ts';

/** Answers as a server did before: the recorded answers to the same method and URL, in their order; then none. */
export function recordedServer(exchanges: readonly Exchange[]): Server {
  const answers = new Map<string, (WireResponse | null)[]>();
  for (const { request, response } of exchanges) {
    const key = `${request.method} ${request.url}`;
    const known = answers.get(key);
    if (known === undefined) answers.set(key, [response]);
    else known.push(response);
  }
  const given = new Map<string, number>();
  return ({ method, url }) => {
    const key = `${method} ${url}`;
    const next = given.get(key) ?? 0;
    given.set(key, next + 1);
    return answers.get(key)?.[next] ?? null;
  };
}

/**
 * The state without the permissions of each URL that had a preflight although the rules foresaw none: the browser had
 * forgotten them, as it may before they expire. https://fetch.spec.whatwg.org/#concept-cache
 */
export function withoutForgotten(
  state: BrowserState,
  foreseen: readonly Message[],
  exchanges: readonly Exchange[],
): BrowserState {
  const expected = new Set(foreseen.flatMap(({ kind, request }) => (kind === 'preflight' ? [request.url] : [])));
  const asked = new Set(
    exchanges.flatMap(({ request }) => (isPreflight(request) && !expected.has(request.url) ? [request.url] : [])),
  );
  const preflights = state.preflights.filter(({ url }) => !asked.has(url.replace(/#.*/, '')));
  return preflights.length === state.preflights.length ? state : { ...state, preflights };
}

/** What the page's JavaScript was told; null when it is told nothing, as with a beacon. */
export function observedVerdict(result: PageResult): Verdict | null {
  if (result.kind === 'queued') return null;
  if (result.kind === 'error') return 'blocked';
  if (result.kind === 'event') return result.readable ? 'readable' : 'opaque';
  return result.type === 'opaque' || result.type === 'opaqueredirect' ? 'opaque' : 'readable';
}

/** `predicted` and `observed` are texts to show; a message is "METHOD url", a list has one a line. */
export interface Difference {
  readonly what: 'verdict' | 'messages' | 'request headers' | 'status' | 'type' | 'headers';
  readonly predicted: string;
  readonly observed: string;
}
export interface Agreement {
  readonly agrees: boolean;
  readonly differences: readonly Difference[];
}

/** Whether what happened is what was predicted. Messages count only when the evidence of them is there. */
export function compare(prediction: Outcome, observation: Observation): Agreement {
  const { result, exchanges } = observation;
  const { response } = prediction;
  const differences: Difference[] = [];
  const note = (what: Difference['what'], predicted: string, observed: string) => {
    if (predicted !== observed) differences.push({ what, predicted, observed });
  };
  note('verdict', prediction.verdict, observedVerdict(result) ?? prediction.verdict);
  if (exchanges !== null) {
    const observed = requestLines(exchanges);
    const predicted = requestLines(prediction.messages);
    const fromCache = answeredFromHttpCache(prediction, observation);
    note(
      'messages',
      predicted.join('\n'),
      (fromCache ? [...observed, cachedAfter(observed.length)] : observed).join('\n'),
    );
    if (observed.join() === predicted.join()) {
      const [told, seen] = [headerTexts(prediction.messages), headerTexts(exchanges)];
      const differing = (texts: readonly string[]) => texts.filter((_, i) => told[i] !== seen[i]).join('\n');
      note('request headers', differing(told), differing(seen));
    }
  }
  if (response !== null && result.kind === 'response') {
    note('status', String(response.status), String(result.status));
    note('type', response.type, result.type ?? response.type);
    const areReadable = observedVerdict(result) === 'readable' && prediction.verdict === 'readable';
    if (areReadable) note('headers', headerNames(response.headers), headerNames(result.headers));
  }
  return { agrees: differences.length === 0, differences };
}

/** Whether the page got its response without a message that an HTTP cache may spare, which the rules do not predict. */
export function answeredFromHttpCache(prediction: Outcome, { result, exchanges }: Observation): boolean {
  return exchanges !== null && result.kind === 'response' && mayBeCached(prediction.messages, exchanges);
}

const requestLine = ({ request }: Pick<Exchange, 'request'>): string => `${request.method} ${request.url}`;
const requestLines = (messages: readonly Pick<Exchange, 'request'>[]): string[] => messages.map(requestLine);

/** What CORS itself says in a request. */
const requestHeaders = ['Origin', 'Access-Control-Request-Method', 'Access-Control-Request-Headers'];

const headerTexts = (messages: readonly Pick<Exchange, 'request'>[]): readonly string[] =>
  messages.flatMap((message) =>
    requestHeaders.map((name) => {
      const value = getHeader(message.request.headers, name);
      return `${requestLine(message)} ${value === null ? `without ${name}` : `with ${name}: ${value}`}`;
    }),
  );

const cachedAfter = (count: number): string =>
  `${count === 0 ? 'nothing: the answer' : 'the rest'} came from the browser’s HTTP cache, which is not predicted`;

/** Whether all that did not cross the wire is what an HTTP cache may answer: https://www.rfc-editor.org/rfc/rfc9111#section-3 */
function mayBeCached(predicted: readonly Message[], exchanges: readonly Exchange[]): boolean {
  const crossed = requestLines(exchanges);
  const missing = predicted.filter((message) => {
    if (requestLine(message) !== crossed[0]) return true;
    crossed.shift();
    return false;
  });
  return (
    crossed.length === 0 &&
    missing.length > 0 &&
    missing.every(
      ({ request, response }) =>
        (request.method === 'GET' || request.method === 'HEAD') &&
        response !== null &&
        !/no-store/i.test(getHeader(response.headers, 'Cache-Control') ?? ''),
    )
  );
}

// Any HTTP server adds these by itself.
const serversOwn: ReadonlySet<string> = new Set(['date', 'connection', 'keep-alive']);

function headerNames(headers: readonly HeaderLine[]): string {
  const names = new Set(headers.map(([name]) => name.toLowerCase()));
  return [...names]
    .filter((name) => !serversOwn.has(name))
    .sort()
    .join(', ');
}
