import { type FetchCall, type HeaderLine, parseEndpointUrl, type WireRequest, type WireResponse } from '#cors';
import type { Offence } from './offence.ts';

/** One line of a message as it stood on the wire; `absent` is the name of a line that should have stood there. */
export type RawLine =
  | { readonly kind: 'line'; readonly text: string; readonly mine?: boolean; readonly hit?: string }
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

/** `mine`: the lines that the page's code asked for; the browser added the others. */
export function rawRequest(request: WireRequest, call: FetchCall, isPreflight: boolean): readonly RawLine[] {
  const own = new Set(isPreflight ? [] : call.headers.map(([name]) => name.toLowerCase()));
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

/** The lines of an answer that it was refused for, or the name of the one that it lacks. */
export function offendingLines(response: WireResponse, offence: Offence): readonly RawLine[] {
  if (offence.header === 'status') return [{ kind: 'line', text: statusLine(response), hit: offence.note }];
  const there = response.headers.filter(([name]) => name.toLowerCase() === offence.header);
  if (there.length === 0) return [{ kind: 'absent', name: properNames[offence.header] ?? offence.header }];
  return there.map(([name, value]) => ({ kind: 'line', text: `${name}: ${value}`, hit: offence.note }));
}

export const statusText = ({ status, statusText }: { status: number; statusText: string }) =>
  `${status} ${statusText}`.trim();
const statusLine = (response: WireResponse) => `HTTP/1.1 ${statusText(response)}`;

export function rawResponse(response: WireResponse, offence: Offence | null): readonly RawLine[] {
  const hits = (header: string) => (offence?.header === header ? { hit: offence.note } : {});
  const lines = response.headers.map(
    ([name, value]: HeaderLine): RawLine => ({
      kind: 'line',
      text: `${name}: ${value}`,
      ...hits(name.toLowerCase()),
    }),
  );
  const absent = offence ? offendingLines(response, offence).filter(({ kind }) => kind === 'absent') : [];
  return [
    { kind: 'line', text: statusLine(response), ...hits('status') },
    ...lines,
    ...absent,
    ...bodyLines(response.body),
  ];
}
