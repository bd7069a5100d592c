import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';

/** Whatever a stranger put into an answer of ours, a browser that opens it as a page runs nothing. */
export const inert: readonly (readonly [string, string])[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
];

/** An answer of the server's own, in words for the person who sees it. */
export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  words: string,
  extra: readonly string[] = [],
): void {
  const headers = ['Content-Type', 'text/plain; charset=utf-8', 'Content-Length', String(Buffer.byteLength(words))];
  response.writeHead(status, STATUS_CODES[status] ?? '', [...headers, ...inert.flat(), ...extra]);
  response.end(request.method === 'HEAD' ? '' : words);
}

/** https://www.rfc-editor.org/rfc/rfc9110#status.421 */
export function sendMisdirected(request: IncomingMessage, response: ServerResponse): void {
  sendPlain(request, response, 421, 'This server does not answer for the host that was asked for.\n');
}
