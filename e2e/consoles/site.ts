import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import { build, type Rolldown } from 'vite';
import type { HeaderLine } from '#cors';
import { recordedBody, recordedCall, type Seen, seen } from '../../cors/console/seen.fixture.ts';
import { bodyBytes } from '../../cors/samples.ts';
import { portsFrom } from '../origins.ts';

type Answer = NonNullable<Seen['response']>;
type Ports = ReturnType<typeof portsFrom> & { readonly nobody: number };

// What is recorded names these ports, whatever the real ones were.
const recorded = { page: 4000, echo: 4001, second: 4002, nobody: 4009 };

/** Whether the call was recorded without anybody catching what it throws. */
export const isUncaught = (chromium: readonly string[]): boolean =>
  chromium.some((line) => line.startsWith('Uncaught (in promise)'));

/** Serves a page that makes every recorded call, one after the other, and the answers to them. */
export class Site {
  readonly page: string;
  readonly done: Promise<void>;
  /** What the calls that nobody caught have thrown, in their order. */
  readonly thrown: string[] = [];
  readonly #ports: Ports;
  readonly #servers: readonly ReturnType<typeof createServer>[];
  #askers = '';
  #finish: () => void = () => undefined;

  constructor(first: number) {
    this.#ports = { ...portsFrom(first), nobody: first + 9 };
    this.page = `http://localhost:${this.#ports.page}/page`;
    this.done = new Promise((resolve) => {
      this.#finish = resolve;
    });
    const { page, echo, second } = this.#ports;
    this.#servers = [page, echo, second].map((port) =>
      createServer((request, response) => this.#answer(request, response)).listen(port, 'localhost'),
    );
  }

  async ready() {
    this.#askers = await askers();
    await Promise.all(this.#servers.map((server) => server.listening || once(server, 'listening')));
  }
  close() {
    for (const server of this.#servers) {
      server.closeAllConnections();
      server.close();
    }
  }

  /** What was recorded, with the real ports and with a path of its own for each call. */
  live(text: string, index: number): string {
    return Object.entries(recorded)
      .reduce((told, [name, port]) => told.replaceAll(`:${port}`, `:${this.#ports[name as keyof Ports]}`), text)
      .replace(/\/x$/, `/${index}/x`);
  }
  /** What was seen, as it is recorded. */
  asRecorded(text: string, index: number): string {
    return Object.entries(recorded)
      .reduce((told, [name, port]) => told.replaceAll(`:${this.#ports[name as keyof Ports]}`, `:${port}`), text)
      .replaceAll(`/${index}/x`, '/x')
      .replaceAll(`:${recorded.page}/page`, `:${recorded.page}/`);
  }

  #answer(request: IncomingMessage, response: ServerResponse) {
    const path = request.url ?? '';
    const cors = (value: string): readonly HeaderLine[] => [['Access-Control-Allow-Origin', value]];
    switch (path) {
      case '/page':
        return send(response, { status: 200, headers: [['Content-Type', 'text/html']] }, this.#html());
      case '/ask.js':
        return send(
          response,
          { status: 200, headers: [['Content-Type', 'text/javascript'], ...cors('*')] },
          this.#askers,
        );
      case '/done':
        this.#finish();
        return send(response, { status: 200, headers: [] });
      case '/nocors':
        return send(response, { status: 200, headers: [['Content-Type', 'text/javascript']] });
      case '/thrown':
        request.setEncoding('utf8').on('data', (text: string) => this.thrown.push(text));
        return request.on('end', () => send(response, { status: 200, headers: [] }));
      case '/ok':
        return send(response, { status: 200, headers: cors('*') });
      case '/echo':
        return send(response, { status: 200, headers: cors(new URL(this.page).origin) });
    }
    const index = Number(/^\/(\d+)\/x$/.exec(path)?.[1] ?? Number.NaN);
    const each = seen[index];
    // The line about a sentinel tells that all lines before it have been printed.
    if (each === undefined) return send(response, { status: 200, headers: [] });
    const isPreflight = request.method === 'OPTIONS' && 'access-control-request-method' in request.headers;
    const answer = isPreflight ? each.preflight : each.response;
    if (!answer) return request.socket.destroy();
    const headers = answer.headers.map(([name, value]): HeaderLine => [name, this.live(value, index)]);
    return send(response, { ...answer, headers }, bodyBytes(recordedBody(answer)));
  }

  #html(): string {
    const calls = seen.map((each, index) => ({
      url: this.live(each.url, index),
      init: each.init,
      call: { ...recordedCall(each), url: this.live(each.url, index) },
      sentinel: `http://localhost:${this.#ports.echo}/sentinel-${index}`,
      // The playground catches what fetch() throws; what a page prints that does not is recorded of these.
      isCaught: !isUncaught(each.chromium),
    }));
    return `<!doctype html><link rel="icon" href="data:,"><body data-heeds="${new URL(this.page).origin}"><script src="/ask.js"></script><script type="module">
      const worker = new Worker('/ask.js');
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', 'allow-scripts');
      frame.srcdoc = '<body data-heeds="' + location.origin + '"><script src="/ask.js"></scr' + 'ipt>';
      document.body.append(frame);
      await new Promise((resolve) => { frame.onload = resolve; });
      const post = {
        document: (call, port) => postMessage(call, '*', [port]),
        worker: (call, port) => worker.postMessage(call, [port]),
        'sandboxed-iframe': (call, port) => frame.contentWindow.postMessage(call, '*', [port]),
      };
      const ask = (call) => new Promise((resolve) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = resolve;
        post[call.context](call, port2);
      });
      for (const { url, init, call, sentinel, isCaught } of ${JSON.stringify(calls)}) {
        if (isCaught) await ask(call);
        else {
          fetch(url, init);
          const { reason } = await new Promise((resolve) => addEventListener('unhandledrejection', resolve, { once: true }));
          await fetch('/thrown', { method: 'POST', body: reason.name + ': ' + reason.message });
        }
        // One line in each browser, which names it.
        await fetch(sentinel, { mode: 'same-origin' }).catch(() => {});
      }
      await fetch('/done');
    </script>`;
  }
}

/** The playground's own code for asking, as it runs in a worker and in a sandboxed frame; the document can run it too. */
async function askers(): Promise<string> {
  const entry = fileURLToPath(new URL('../../web/run/ask/elsewhere.ts', import.meta.url));
  const lib = { entry, name: 'ask', formats: ['iife' as const] };
  const built = await build({ configFile: false, publicDir: false, logLevel: 'silent', build: { lib, write: false } });
  const [{ output }] = built as [Rolldown.RolldownOutput];
  return output[0].code;
}

function send(response: ServerResponse, { status, headers }: Answer, body: string | Uint8Array = '') {
  const length: HeaderLine[] = [
    ['Content-Length', String(Buffer.byteLength(body))],
    ['Cache-Control', 'no-store'],
  ];
  response.writeHead(status, [...headers, ...length].flat());
  response.end(body);
}
