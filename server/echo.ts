import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import {
  answerAt,
  bodyBytes,
  delayOf,
  type HeaderLine,
  type Origins,
  parseEndpointUrl,
  type WireRequest,
  type WireResponse,
} from '#cors';
import { endsAfterAnswer, methodOf } from './any-method.ts';
import { originOfHost } from './hosts.ts';
import { inert, sendMisdirected, sendPlain } from './plain.ts';
import type { EndpointStore } from './store.ts';

/** Request bodies are kept up to this many bytes; a longer one is answered 413. */
export const bodyLimit = 64 * 1024;

/** Seconds that an idle connection stays open, as every answer says. */
export const keepAliveSeconds = 5;

const keepAlive: readonly HeaderLine[] = [
  ['Connection', 'keep-alive'],
  ['Keep-Alive', `timeout=${keepAliveSeconds}`],
];
const close: readonly HeaderLine[] = [['Connection', 'close']];

const tooLargeWords = 'The request body is larger than 64 KiB.\n';
const tooLarge: WireResponse = {
  status: 413,
  statusText: 'Content Too Large',
  headers: [['Content-Type', 'text/plain; charset=utf-8'], ['Content-Length', String(tooLargeWords.length)], ...inert],
  body: tooLargeWords,
};

interface Head {
  readonly headers: readonly HeaderLine[];
  readonly host: string | undefined;
  readonly hasBody: boolean;
}

/** The header lines exactly as received, and what the server itself needs of them. */
function readHead(raw: readonly string[]): Head {
  const headers: HeaderLine[] = [];
  let host: string | undefined;
  let hasBody = false;
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const name = raw[i] ?? '';
    const value = raw[i + 1] ?? '';
    headers.push([name, value]);
    // Lengths first: most names need no lower-casing on this busiest of paths.
    if (name.length === 4 && name.toLowerCase() === 'host') host ??= value;
    else if (name.length === 14 && name.toLowerCase() === 'content-length') hasBody = true;
    else if (name.length === 17 && name.toLowerCase() === 'transfer-encoding') hasBody = true;
  }
  return { headers, host, hasBody };
}

/** Calls back with the whole body, null when there is none, or `too-large`. Never calls back if the client leaves. */
function readBody(request: IncomingMessage, done: (body: string | null | 'too-large') => void): void {
  const chunks: Buffer[] = [];
  let size = 0;
  request.on('data', (chunk: Buffer) => {
    size += chunk.length;
    if (size <= bodyLimit) chunks.push(chunk);
  });
  request.on('end', () => {
    if (size > bodyLimit) done('too-large');
    else done(size === 0 ? null : Buffer.concat(chunks).toString());
  });
}

let dateLine: HeaderLine = ['Date', ''];
let dateSecond = 0;
/** Of a moment in milliseconds. https://www.rfc-editor.org/rfc/rfc9110#field.date */
function date(moment: number): HeaderLine {
  const second = Math.floor(moment / 1000);
  if (second !== dateSecond) {
    dateSecond = second;
    dateLine = ['Date', new Date(second * 1000).toUTCString()];
  }
  return dateLine;
}

/** The lines as they will stand on the wire: the answer's own, then the connection's. `made`: when, in milliseconds. */
function onTheWire(response: WireResponse, persistent: boolean, made = Date.now()): WireResponse {
  return { ...response, headers: [...response.headers, date(made), ...(persistent ? keepAlive : close)] };
}

function write(out: ServerResponse, { status, statusText, headers, body }: WireResponse): void {
  const flat: string[] = [];
  for (const [name, value] of headers) flat.push(name, value);
  out.writeHead(status, statusText, flat);
  // A text body would take the header bytes along into its own encoding; theirs is Latin-1.
  const bytes = bodyBytes(body);
  out.end(bytes.length === body.length ? body : bytes, 'latin1');
}

/** The echo plane: answers as the endpoint's plan says, has no CORS policy of its own, and writes everything down. */
export function echoListener(store: EndpointStore, origins: Origins): RequestListener {
  const originOf = originOfHost(Object.values(origins));

  function respond(request: WireRequest, oversized: boolean, incoming: IncomingMessage, out: ServerResponse): void {
    const target = parseEndpointUrl(request.url);
    const endpoint = target === null ? undefined : store.find(target.id);
    if (endpoint === undefined) {
      sendPlain(incoming, out, 404, 'No such endpoint. Press Run on the page, which makes it again.\n');
      return;
    }
    const { plan, cache } = endpoint;
    const answered = oversized
      ? { response: tooLarge, hit: null, cache }
      : answerAt({ plan, origins, cache, now: store.now() }, request);
    const { response: planned, hit } = answered;
    store.cached(endpoint, answered.cache);
    const delay = oversized || hit !== null ? 0 : delayOf(plan, request);
    const persistent = out.shouldKeepAlive && !oversized && !endsAfterAnswer(incoming);
    if (delay === 0) {
      const response = onTheWire(planned, persistent, hit?.at);
      store.record(endpoint, request, response, false);
      write(out, response);
      return;
    }
    const recording = store.record(endpoint, request, planned, true);
    const timer = setTimeout(() => {
      recording.response = onTheWire(planned, persistent);
      write(out, recording.response);
    }, delay);
    out.on('close', () => clearTimeout(timer));
  }

  return (incoming, out) => {
    const { headers, host, hasBody } = readHead(incoming.rawHeaders);
    const origin = originOf(host);
    if (origin === null) return sendMisdirected(incoming, out);
    const method = methodOf(incoming);
    const url = origin + incoming.url;
    if (!hasBody) return respond({ method, url, headers, body: null }, false, incoming, out);
    readBody(incoming, (body) => {
      const oversized = body === 'too-large';
      respond({ method, url, headers, body: oversized ? null : body }, oversized, incoming, out);
    });
  };
}
