import {
  choices,
  type FetchCall,
  parseEndpointUrl,
  suggestHeaderName,
  type WireRequest,
  type WireResponse,
} from '#cors';
import type { Offence } from './offence.ts';

/**
 * One line of a message as it stood on the wire; `absent` is the name of a line that should have stood there. `hit`: what
 * is wrong with it, empty where the line before says so for both. `slip`: nothing is, but it is not what it looks like.
 */
export type RawLine =
  | {
      readonly kind: 'line';
      readonly text: string;
      readonly mine?: boolean;
      readonly hit?: string;
      readonly slip?: string;
    }
  | { readonly kind: 'absent'; readonly name: string };

const shown = 2000;

function bodyLines(body: string | null): readonly RawLine[] {
  if (!body) return [];
  const text = body.length > shown ? `${body.slice(0, shown)}…` : body;
  return [{ kind: 'line', text: '' }, ...text.split('\n').map((line): RawLine => ({ kind: 'line', text: line }))];
}

/** `http://host/e/<id>/orders` as `…/orders`; any other URL whole. */
export function shortUrl(url: string): string {
  const endpoint = parseEndpointUrl(url);
  return endpoint ? `…${endpoint.path}` : url;
}

const pathOf = (url: string) => url.replace(/^[a-z]+:\/\/[^/]*/i, '') || '/';

/** The names of the headers that the page's code set. EventSource sets one by itself. */
export const ownHeaders = ({ api, headers }: FetchCall): readonly string[] =>
  choices[api].includes('headers') ? headers.map(([name]) => name) : [];

/** `mine`: the lines that the page's code asked for; the browser added the others. */
export function rawRequest(request: WireRequest, call: FetchCall, isPreflight: boolean): readonly RawLine[] {
  const own = new Set(isPreflight ? [] : ownHeaders(call).map((name) => name.toLowerCase()));
  return [
    { kind: 'line', text: `${request.method} ${pathOf(request.url)} HTTP/1.1` },
    ...request.headers.map(
      ([name, value]): RawLine => ({ kind: 'line', text: `${name}: ${value}`, mine: own.has(name.toLowerCase()) }),
    ),
    ...bodyLines(request.body),
  ];
}

const properNames: Record<string, string> = {
  'access-control-allow-origin': 'Access-Control-Allow-Origin',
  'access-control-allow-credentials': 'Access-Control-Allow-Credentials',
  'access-control-allow-methods': 'Access-Control-Allow-Methods',
  'access-control-allow-headers': 'Access-Control-Allow-Headers',
  location: 'Location',
};

/** The CORS header that a name only looks like, in lower case. Cheap where it looks like none. */
function misspelt(name: string): string | null {
  if (!/ac+es+|allow|expose/i.test(name)) return null;
  const meant = suggestHeaderName(name, 'response')?.toLowerCase() ?? null;
  return meant?.startsWith('access-control-') ? meant : null;
}

/** An answer's header lines, with what is wrong said once, at the first line that it is wrong with. */
function headerLines(
  response: WireResponse,
  offence: Offence | null,
): readonly (RawLine & { readonly name: string })[] {
  const first = response.headers.findIndex(([name]) => name.toLowerCase() === offence?.header);
  return response.headers.map(([written, value], i) => {
    const name = written.toLowerCase();
    const line = { kind: 'line', name, text: `${written}: ${value}` } as const;
    if (offence && name === offence.header) return { ...line, hit: i === first ? offence.note : '' };
    return misspelt(name) ? { ...line, slip: 'not a CORS header' } : line;
  });
}

function absentLines(response: WireResponse, { header }: Offence): readonly RawLine[] {
  if (header === 'status' || response.headers.some(([name]) => name.toLowerCase() === header)) return [];
  return [{ kind: 'absent', name: properNames[header] ?? header }];
}

/** The lines of an answer that it was refused for, or the name of the one that it lacks and what stands there for it. */
export function offendingLines(response: WireResponse, offence: Offence): readonly RawLine[] {
  if (offence.header === 'status') return [{ kind: 'line', text: statusLine(response), hit: offence.note }];
  const there = headerLines(response, offence).filter(
    ({ name }) => name === offence.header || misspelt(name) === offence.header,
  );
  return [...there, ...absentLines(response, offence)];
}

export const statusText = ({ status, statusText }: { status: number; statusText: string }) =>
  `${status} ${statusText}`.trim();
const statusLine = (response: WireResponse) => `HTTP/1.1 ${statusText(response)}`;

export function rawResponse(response: WireResponse, offence: Offence | null): readonly RawLine[] {
  return [
    { kind: 'line', text: statusLine(response), ...(offence?.header === 'status' ? { hit: offence.note } : {}) },
    ...headerLines(response, offence),
    ...(offence ? absentLines(response, offence) : []),
    ...bodyLines(response.body),
  ];
}
