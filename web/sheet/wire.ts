import {
  type Exchange,
  type FetchCall,
  fetchCode,
  getHeader,
  type HeaderLine,
  type Message,
  type Outcome,
  originOf,
  type PageResult,
  type Tense,
  type WireRequest,
  type WireResponse,
} from '#cors';
import type { View } from '../view/view.ts';
import { offenceOf } from './offence.ts';
import { offendingLines, type RawLine, rawRequest, rawResponse, shortUrl, statusText } from './raw.ts';
import { explanationOf, tenseOf } from './shown.ts';

export interface KeyLine {
  readonly name: string;
  readonly value: string;
  readonly strong: boolean;
}

/** One arrow of the diagram. `server` counts lifelines from the first one asked. `busy`: the server is at work at its end. */
export interface Arrow {
  readonly kind: 'call' | 'to-server' | 'to-browser' | 'result';
  readonly state: 'plain' | 'stopped' | 'unsent';
  readonly server: number;
  readonly busy: boolean;
  readonly label: string;
  readonly note: string | null;
  readonly processed: boolean;
  readonly lines: readonly KeyLine[];
  /** Shown while the raw lines are folded away: why this answer was refused. */
  readonly offending: readonly RawLine[];
  readonly raw: readonly RawLine[];
}

export interface Wire {
  /** Serialized origins, in the order in which they are asked; never empty. */
  readonly servers: readonly string[];
  readonly arrows: readonly Arrow[];
}

const plain = {
  state: 'plain',
  server: 0,
  busy: false,
  note: null,
  processed: false,
  lines: [],
  offending: [],
  raw: [],
} as const;

function keyLines(headers: readonly HeaderLine[], names: readonly string[], strong: (name: string) => boolean) {
  return names.flatMap((wanted) =>
    headers
      .filter(([name]) => name.toLowerCase() === wanted.toLowerCase())
      .map(([name, value]): KeyLine => ({ name, value, strong: strong(name) })),
  );
}

const safelistedMethods = ['GET', 'HEAD', 'POST'];

function requestLines({ kind, request }: Message, call: FetchCall): readonly KeyLine[] {
  if (kind === 'preflight') {
    const asked = getHeader(request.headers, 'Access-Control-Request-Headers');
    const method = getHeader(request.headers, 'Access-Control-Request-Method') ?? '';
    const names =
      asked === null ? ['Method'] : safelistedMethods.includes(method) ? ['Headers'] : ['Method', 'Headers'];
    return keyLines(
      request.headers,
      names.map((name) => `Access-Control-Request-${name}`),
      () => true,
    );
  }
  const own = call.headers.map(([name]) => name);
  return keyLines(
    request.headers,
    ['Origin', 'Cookie', ...new Set(own)],
    (name) => name.toLowerCase() === 'origin',
  ).slice(0, 4);
}

function responseLines({ kind }: Message, response: WireResponse): readonly KeyLine[] {
  const answers = ['Headers', 'Methods', 'Origin'].map((name) => `Access-Control-Allow-${name}`);
  if (kind === 'preflight') return keyLines(response.headers, answers, () => true).slice(0, 1);
  const names = ['Location', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Set-Cookie'];
  return keyLines(response.headers, names, () => true);
}

function requestNote({ kind, hop, request }: Message, outcome: Outcome): string | null {
  const to = hop > 0 ? `to ${originOf(request.url)}` : null;
  if (kind === 'preflight') return to ? `preflight ${to}` : 'preflight';
  if (to) return to;
  if (outcome.messages.some((message) => message.kind === 'preflight' && message.hop === 0)) return null;
  const cached = outcome.steps.some((step) => step.code === 'preflight-cache' && step.facts.hit);
  if (cached) return 'preflight answered from the cache';
  const apart = outcome.steps.some((step) => step.code === 'origin' && !step.facts.same);
  return apart ? 'no preflight' : 'same origin';
}

/** What the server recorded of a message says more than the rules know, such as User-Agent. */
function recorded(exchanges: readonly Exchange[], used: Set<Exchange>, { request }: Message): Exchange | undefined {
  const exchange = exchanges.find(
    (one) => !used.has(one) && one.request.method === request.method && one.request.url === request.url,
  );
  if (exchange) used.add(exchange);
  return exchange;
}

function crossing(message: Message, call: FetchCall, outcome: Outcome, server: number, tense: Tense): readonly Arrow[] {
  const { kind, request, response, stopped } = message;
  const busy = kind === 'request' && response !== null;
  const sent: Arrow = {
    ...plain,
    kind: 'to-server',
    server,
    busy,
    label: `${request.method} ${shortUrl(request.url)}`,
    note: requestNote(message, outcome),
    processed: busy && outcome.verdict !== 'readable' && message === outcome.messages.at(-1),
    lines: requestLines(message, call),
    raw: rawRequest(request, call, kind === 'preflight'),
  };
  if (response === null) return [{ ...sent, note: 'no answer' }];
  const offence = stopped && outcome.finding ? offenceOf(outcome.finding) : null;
  const answered: Arrow = {
    ...plain,
    kind: 'to-browser',
    state: stopped ? 'stopped' : 'plain',
    server,
    busy,
    label: statusText(response),
    note: stopped ? (tense === 'would' ? 'would stop here' : 'stopped here') : null,
    lines: stopped ? [] : responseLines(message, response),
    offending: offence ? offendingLines(response, offence) : [],
    raw: rawResponse(response, offence),
  };
  return [sent, answered];
}

function unsentArrow(request: WireRequest, server: number, tense: Tense): Arrow {
  return {
    ...plain,
    kind: 'to-server',
    state: 'unsent',
    server,
    label: `${request.method} ${shortUrl(request.url)}`,
    note: tense === 'would' ? 'would not be sent' : 'never sent',
  };
}

const asLines = (text: string) => text.split('\n').map((line): RawLine => ({ kind: 'line', text: line }));

function resultArrow(result: PageResult): Arrow {
  if (result.kind === 'error') {
    const raw = result.message ? asLines(`${result.name}: ${result.message}`) : [];
    return { ...plain, kind: 'result', label: result.name, raw };
  }
  const { type, url, redirected, headers, body } = result;
  const readable = type === 'cors' || type === 'basic';
  const text = [
    `type: ${type}`,
    `status: ${statusText(result)}`,
    `url: ${url}`,
    `redirected: ${redirected}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? ['', body.slice(0, 2000)] : []),
  ];
  return { ...plain, kind: 'result', label: readable ? statusText(result) : type, raw: asLines(text.join('\n')) };
}

/** What the rules say the page gets. The message of an error is each browser's own. */
const toldResult = ({ response }: Outcome): PageResult =>
  response ? { kind: 'response', ...response } : { kind: 'error', name: 'TypeError', message: '' };

/** The conversation as a list of arrows, in the order in which they happen. */
export function wireOf(view: View): Wire {
  const tense = tenseOf(view);
  const outcome = explanationOf(view) ?? (view.kind === 'observed' ? view.outcome : null);
  const observation = view.kind === 'observed' ? view.run.observation : null;
  const result = observation?.result ?? (outcome ? toldResult(outcome) : null);
  const used = new Set<Exchange>();
  const messages = (outcome?.messages ?? []).map((message): Message => {
    const exchange = observation?.exchanges && recorded(observation.exchanges, used, message);
    return exchange ? { ...message, request: exchange.request, response: exchange.response } : message;
  });
  const more = (observation?.exchanges ?? [])
    .filter((exchange) => !used.has(exchange))
    .map(({ request, response }): Message => ({ kind: 'request', hop: 0, request, response, stopped: false }));
  const all = [...messages, ...more];
  const urls = [...all.map(({ request }) => request.url), outcome?.unsent?.url ?? view.call.url];
  const servers = [...new Set(urls.map((url) => originOf(url) ?? url))];
  const serverOf = (url: string) => Math.max(0, servers.indexOf(originOf(url) ?? url));
  const refused =
    all.length === 0 && outcome?.verdict === 'blocked' && !outcome.unsent && outcome.finding?.code !== 'no-answer';
  const call: Arrow = {
    ...plain,
    kind: 'call',
    state: refused ? 'stopped' : 'plain',
    label: 'fetch()',
    note: refused ? (tense === 'would' ? 'would be refused' : 'refused') : null,
    raw: asLines(fetchCode(view.call)),
  };
  const told = outcome && { ...outcome, messages: all };
  return {
    servers,
    arrows: [
      call,
      ...(told
        ? all.flatMap((message) => crossing(message, view.call, told, serverOf(message.request.url), tense))
        : []),
      ...(outcome?.unsent ? [unsentArrow(outcome.unsent, serverOf(outcome.unsent.url), tense)] : []),
      ...(result ? [resultArrow(result)] : []),
    ],
  };
}
