import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { defaultPlan, type Exchange, type Plan } from '#cors';
import type { Config } from './config.ts';
import { type ConnectionBounds, type MakeApp, type Running, start } from './start.ts';
import type { EndpointStore } from './store.ts';

export const anywhere: Config = {
  addresses: ['127.0.0.1'],
  ports: { page: 0, echo: 0, second: 0 },
  origins: {},
};

const emptyApp: MakeApp = async () => ({
  listener: (_, response) => response.end('the page'),
  askingScript: { path: '/assets/elsewhere-x.js', folder: '/assets/' },
  close: async () => {},
});

/** The real listeners on free ports of 127.0.0.1. */
export function startForTest(given: { store?: EndpointStore; bounds?: ConnectionBounds } = {}): Promise<Running> {
  return start(anywhere, emptyApp, given);
}

export const someId = 'abcdefghijklmnop';

export function planOf(response: Partial<Plan['response']>, preflight: Partial<Plan['preflight']> = {}): Plan {
  return {
    ...defaultPlan,
    response: { ...defaultPlan.response, ...response },
    preflight: { ...defaultPlan.preflight, ...preflight },
  };
}

/** A raw connection to the echo port, its bytes read as Latin-1. */
export async function connectTo(port: number): Promise<{ socket: Socket; ended: Promise<string> }> {
  const socket = connect(port, '127.0.0.1');
  let received = '';
  socket.setEncoding('latin1').on('data', (text: string) => {
    received += text;
  });
  // A reset is one way in which a server may end it.
  socket.on('error', () => {});
  const ended = once(socket, 'close').then(() => received);
  await once(socket, 'connect');
  return { socket, ended };
}

/** Sends these very bytes (Latin-1), and resolves to all that came back when the server ended the connection. */
export async function sendRaw(port: number, bytes: string): Promise<string> {
  const { socket, ended } = await connectTo(port);
  socket.write(bytes, 'latin1');
  return ended;
}

/** A request that asks for the connection to be closed after it. `lines` go between Host and the empty line. */
export function rawRequest(running: Running, path: string, lines: readonly string[] = [], body = ''): string {
  const host = `Host: localhost:${running.ports.echo}`;
  const [method, target] = path.includes(' ') ? path.split(' ', 2) : ['GET', path];
  return [`${method} ${target} HTTP/1.1`, host, ...lines, 'Connection: close', '', body].join('\r\n');
}

/** The status line and the header lines of a raw response, as they stood. */
export function headOf(raw: string): readonly string[] {
  return raw.split('\r\n\r\n', 1)[0]?.split('\r\n') ?? [];
}

/** What the endpoint has seen, by way of the control API. */
export async function exchangesOf(running: Running, id: string, after = 0): Promise<readonly Exchange[]> {
  const answer = await control(running, `/endpoints/${id}/exchanges?after=${after}`);
  return JSON.parse(answer.body).exchanges;
}

export interface ControlAnswer {
  readonly status: number;
  readonly headers: readonly string[];
  readonly body: string;
}

/** One call of the control API. */
export async function control(
  running: Running,
  path: string,
  { method = 'GET', headers = [], body = '' }: { method?: string; headers?: readonly string[]; body?: string } = {},
): Promise<ControlAnswer> {
  const lines = headers.some((line) => /^host:/i.test(line))
    ? headers
    : [`Host: localhost:${running.ports.page}`, ...headers];
  const bytes = Buffer.from(body).toString('latin1');
  const length = body !== '' || method === 'PUT' ? [`Content-Length: ${bytes.length}`] : [];
  const head = [`${method} /api${path} HTTP/1.1`, ...lines, ...length, 'Connection: close', '', ''].join('\r\n');
  const raw = await sendRaw(running.ports.page, head + bytes);
  const split = raw.indexOf('\r\n\r\n');
  const answerHeaders = headOf(raw);
  return {
    status: Number(answerHeaders[0]?.split(' ')[1]),
    headers: answerHeaders,
    body: Buffer.from(raw.slice(split + 4), 'latin1').toString(),
  };
}

export function putPlan(running: Running, id: string, plan: unknown): Promise<ControlAnswer> {
  const headers = ['Content-Type: application/json'];
  return control(running, `/endpoints/${id}/plan`, { method: 'PUT', headers, body: JSON.stringify(plan) });
}
