import {
  type Api,
  callNames,
  crossOriginOf,
  type FetchCall,
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
import { offenceOf } from './offence.ts';
import { offendingLines, ownHeaders, type RawLine, rawRequest, rawResponse, shortUrl, statusText } from './raw.ts';

export interface KeyLine {
  readonly name: string;
  readonly value: string;
  readonly strong: boolean;
}

/** One arrow of the diagram. `server` counts lifelines from the first one asked. `busy`: the server is at work at its end. */
export interface Arrow {
  readonly kind: 'call' | 'to-server' | 'to-browser' | 'result' | 'unknown';
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
  /** What opens to its code, in place of raw lines. */
  readonly call: FetchCall | null;
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
  call: null,
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
  const own = ownHeaders(call);
  return keyLines(
    request.headers,
    ['Origin', 'Cookie', ...new Set(own)],
    (name) => name.toLowerCase() === 'origin',
  ).slice(0, 4);
}

/** Of a preflight answer, what allows that which was asked for, or at least the origin. */
function preflightLines({ request }: Message, response: WireResponse): readonly KeyLine[] {
  const method = getHeader(request.headers, 'Access-Control-Request-Method') ?? '';
  const asked = [
    ...(safelistedMethods.includes(method) ? [] : ['Access-Control-Allow-Methods']),
    ...(getHeader(request.headers, 'Access-Control-Request-Headers') === null ? [] : ['Access-Control-Allow-Headers']),
  ];
  const lines = keyLines(response.headers, asked, () => true);
  return lines.length > 0 ? lines : keyLines(response.headers, ['Access-Control-Allow-Origin'], () => true);
}

function responseLines(message: Message, response: WireResponse): readonly KeyLine[] {
  if (message.kind === 'preflight') return preflightLines(message, response);
  const names = ['Location', 'Access-Control-Allow-Origin', 'Access-Control-Allow-Credentials', 'Set-Cookie'];
  return keyLines(response.headers, names, () => true);
}

/** What the answer says to the cache in front, and what that says of itself. A preflight it only passes on. */
function cacheLines({ kind, cache }: Message, response: WireResponse): readonly KeyLine[] {
  if (cache === undefined || kind === 'preflight') return [];
  return [
    ...keyLines(response.headers, ['Vary'], () => true),
    ...keyLines(response.headers, ['X-Cache'], () => cache === 'HIT').slice(-1),
  ];
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

function answerNote({ stopped, cache }: Message, tense: Tense): string | null {
  const notes = [
    ...(cache === 'HIT' ? ['from the cache'] : []),
    ...(stopped ? [tense === 'would' ? 'would stop here' : 'stopped here'] : []),
  ];
  return notes.join(', ') || null;
}

/** A message's two arrows, or one where no answer came. */
export function crossing(
  message: Message,
  call: FetchCall,
  outcome: Outcome,
  server: number,
  tense: Tense,
): readonly Arrow[] {
  const { kind, request, response, stopped, cache } = message;
  const busy = kind === 'request' && response !== null && cache !== 'HIT';
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
    note: answerNote(message, tense),
    lines: [...(stopped ? [] : responseLines(message, response)), ...cacheLines(message, response)],
    offending: offence ? offendingLines(response, offence) : [],
    raw: rawResponse(response, offence),
  };
  return [sent, answered];
}

export function unsentArrow(request: WireRequest, server: number, tense: Tense): Arrow {
  return {
    ...plain,
    kind: 'to-server',
    state: 'unsent',
    server,
    label: `${request.method} ${shortUrl(request.url)}`,
    note: tense === 'would' ? 'would not be sent' : 'never sent',
  };
}

export function callArrow(call: FetchCall, isRefused: boolean, tense: Tense): Arrow {
  return {
    ...plain,
    kind: 'call',
    state: isRefused ? 'stopped' : 'plain',
    label: callNames[call.api],
    note: isRefused ? (tense === 'would' ? 'would be refused' : 'refused') : circumstances(call),
    call,
  };
}

export const asLines = (text: string) => text.split('\n').map((line): RawLine => ({ kind: 'line', text: line }));

/** What sets it apart from the plainest call of its kind. */
function circumstances(call: FetchCall): string | null {
  const places = {
    document: '',
    worker: 'in a worker',
    'sandboxed-iframe': 'in a sandboxed frame',
    'other-page': 'on another page',
  };
  const [attribute = '', value] = crossOriginOf(call).replaceAll('"', '').split('=');
  const said = [call.api === 'module' ? 'module' : '', value ?? attribute, places[call.context]];
  return said.filter((part) => part !== '').join(', ') || null;
}

const inside: Readonly<Partial<Record<Api, Readonly<Record<'may' | 'mayNot', string>>>>> = {
  image: { may: 'a canvas of it can be read', mayNot: 'a canvas of it is tainted' },
  script: { may: 'its errors are told', mayNot: 'only “Script error.” is told' },
};

export function resultArrow(result: PageResult, api: Api): Arrow {
  if (result.kind === 'error') {
    const raw = result.message ? asLines(`${result.name}: ${result.message}`) : [];
    const label = result.name === 'error' ? 'error event' : result.name;
    return { ...plain, kind: 'result', label, raw };
  }
  if (result.kind === 'event') {
    const note = inside[api]?.[result.readable ? 'may' : 'mayNot'] ?? null;
    return { ...plain, kind: 'result', label: `${result.event} event`, note };
  }
  if (result.kind === 'queued') return { ...plain, kind: 'result', label: 'nothing', note: 'is told' };
  const { type, url, redirected, headers, body } = result;
  const readable = type === null || type === 'cors' || type === 'basic';
  const text = [
    ...(type === null ? [] : [`type: ${type}`]),
    `status: ${statusText(result)}`,
    `url: ${url}`,
    `redirected: ${redirected}`,
    ...headers.map(([name, value]) => `${name}: ${value}`),
    ...(body ? ['', body.slice(0, 2000)] : []),
  ];
  return {
    ...plain,
    kind: 'result',
    label: readable ? statusText(result) : (type ?? ''),
    raw: asLines(text.join('\n')),
  };
}

export const unknownArrow: Arrow = { ...plain, kind: 'unknown', label: 'What crossed the wire is not known' };
