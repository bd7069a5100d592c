import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  eventStreamType,
  fontType,
  imageType,
  reproduction,
  type ScenarioSpec,
  sampleEvents,
  sampleImage,
  scenario,
  scriptType,
} from '#cors';
import { anyOrigin, cookie, credentialed, library, redirect, thisPage } from './scenarios/case.ts';
import { test } from './sheet.ts';

interface Reproduced extends ScenarioSpec {
  readonly verdict: 'readable' | 'opaque' | 'blocked';
  readonly code: string;
  /** How what the page says begins. */
  readonly says: string;
  /** What the server prints: method, path, Origin. P and B are the origins of the page and the second. */
  readonly wire: readonly string[];
}

const put = { method: 'PUT', body: 'one pizza' };
const include = { credentials: 'include' } as const;
const allow = (...lines: string[]) => ({ lines: [thisPage, ...lines] });

/** Written to disk, started and opened, each gives the literal verdict, as it does in the playground. */
const reproduced: Readonly<Record<string, Reproduced>> = {
  'no word about CORS': {
    verdict: 'blocked',
    code: 'acao-missing',
    says: 'Blocked: TypeError',
    wire: ['GET /orders P'],
  },
  'any origin': {
    response: { lines: [anyOrigin] },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200\ncontent-type: application/json\n\n{"ok":true}',
    wire: ['GET /orders P'],
  },
  'a trailing slash': {
    response: { lines: ['Access-Control-Allow-Origin: {page}/'] },
    verdict: 'blocked',
    code: 'acao-mismatch',
    says: 'Blocked',
    wire: ['GET /orders P'],
  },
  'the same origin': {
    requests: [{ target: 'page', path: '/orders?a=b' }],
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['GET /orders?a=b'],
  },
  'a preflight that is refused': {
    requests: [put],
    preflight: { status: 401, ...allow('Access-Control-Allow-Methods: PUT') },
    response: allow(),
    verdict: 'blocked',
    code: 'preflight-status',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'a preflight that is granted, by tokens': {
    requests: [{ ...put, headers: ['X-Token: 1', "X-It's: a \\ and a `"] }],
    preflight: {
      lines: [
        'Access-Control-Allow-Origin: {origin}',
        'Access-Control-Allow-Methods: {requested-method}',
        'Access-Control-Allow-Headers: {requested-headers}',
      ],
    },
    response: { lines: ['Access-Control-Allow-Origin: {origin in {second} {page}}', 'X-Back: `a\\b` {origin}!'] },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['OPTIONS /orders P', 'PUT /orders P'],
  },
  'a method that is not allowed': {
    requests: [{ method: 'DELETE' }],
    preflight: allow('Access-Control-Allow-Methods: PUT'),
    verdict: 'blocked',
    code: 'method-not-allowed',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'a method in lower case': {
    requests: [{ method: 'patch' }],
    preflight: allow('Access-Control-Allow-Methods: PATCH'),
    verdict: 'blocked',
    code: 'method-not-allowed',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'a header that is not allowed': {
    requests: [{ headers: ['X-Token: 1'] }],
    preflight: allow('Access-Control-Allow-Headers: content-type'),
    response: allow(),
    verdict: 'blocked',
    code: 'header-not-allowed',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'credentials and the wildcard': {
    requests: [include],
    response: { lines: [anyOrigin, credentialed] },
    verdict: 'blocked',
    code: 'acao-wildcard-credentials',
    says: 'Blocked',
    wire: ['GET /orders P'],
  },
  'cookies, and a header that is exposed': {
    requests: [{ ...include, target: 'cross-site' }],
    response: {
      ...allow(credentialed, 'Access-Control-Expose-Headers: X-Total', 'X-Total: 7', 'X-Hidden: 8'),
      cookies: [cookie('session=1', { httpOnly: true })],
    },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200\ncontent-type: application/json\nx-total: 7\n\n{"ok":true}',
    wire: ['GET /orders P'],
  },
  'a redirect across origins, whose origin is then null': {
    response: { ...allow(), redirects: [redirect('second', { status: 307 })] },
    verdict: 'blocked',
    code: 'acao-mismatch',
    says: 'Blocked',
    wire: ['GET /orders P', 'GET /hop-1/orders null'],
  },
  'two redirects, to any origin': {
    response: { lines: [anyOrigin], redirects: [redirect('second'), redirect('cross-site', { status: 308 })] },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['GET /orders P', 'GET /hop-1/orders null', 'GET /hop-2/orders null'],
  },
  'a redirect that says nothing about CORS': {
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { cors: false })] },
    verdict: 'blocked',
    code: 'acao-missing',
    says: 'Blocked',
    wire: ['GET /orders P'],
  },
  'a redirect to be handled by hand': {
    requests: [{ redirect: 'manual' }],
    response: { ...allow(), redirects: [redirect('second')] },
    verdict: 'opaque',
    code: 'opaque-redirect',
    says: 'Opaque: the type of the response is opaqueredirect',
    wire: ['GET /orders P'],
  },
  'a preflight that is redirected': {
    requests: [put],
    preflight: { ...allow(), redirects: [redirect('same-site', { status: 301 })] },
    verdict: 'blocked',
    code: 'preflight-redirect',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'no-cors': {
    requests: [{ mode: 'no-cors', method: 'POST', body: { type: 'form', text: 'a=b', mime: '' } }],
    verdict: 'opaque',
    code: 'opaque-no-cors',
    says: 'Opaque: the type of the response is opaque',
    wire: ['POST /orders P'],
  },
  'two lines': {
    response: { lines: [thisPage, 'access-control-allow-origin: *'] },
    verdict: 'blocked',
    code: 'acao-multiple',
    says: 'Blocked',
    wire: ['GET /orders P'],
  },
  'a library that does not list the method': {
    requests: [put],
    library: library('fastify', { origins: '{page}' }),
    verdict: 'blocked',
    code: 'method-not-allowed',
    says: 'Blocked',
    wire: ['OPTIONS /orders P'],
  },
  'a library that reflects': {
    requests: [{ ...put, headers: ['X-Trace: 1'] }],
    library: library('express', { origins: '{page}' }),
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['OPTIONS /orders P', 'PUT /orders P'],
  },
  'a slow answer without a body': {
    response: { ...allow(), status: 404, body: '', delay: 20 },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 404',
    wire: ['GET /orders P'],
  },
  'XMLHttpRequest with a form': {
    requests: [{ api: 'xhr', method: 'POST', body: { type: 'multipart', text: 'a=</script>&b=<!--', mime: '' } }],
    response: allow(),
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['POST /orders P'],
  },
  'XMLHttpRequest from a worker': {
    requests: [{ api: 'xhr', context: 'worker' }],
    verdict: 'blocked',
    code: 'acao-missing',
    says: 'Blocked: an error event',
    wire: ['GET /orders P'],
  },
  'fetch() from a sandbox': {
    requests: [{ context: 'sandboxed-iframe', target: 'page' }],
    response: { lines: ['Access-Control-Allow-Origin: null'] },
    verdict: 'readable',
    code: '',
    says: 'Readable: status 200',
    wire: ['GET /orders null'],
  },
  'fetch() from a page on the second origin': {
    requests: [{ context: 'other-page' }],
    response: allow(),
    verdict: 'blocked',
    code: 'acao-mismatch',
    says: 'Blocked',
    wire: ['GET /orders B'],
  },
  'an event source': {
    requests: [{ api: 'event-source', ...include }],
    response: { type: eventStreamType, body: sampleEvents, ...allow(credentialed) },
    verdict: 'readable',
    code: '',
    says: 'Readable: the stream is open',
    wire: ['GET /orders P'],
  },
  'an image that taints': {
    requests: [{ api: 'image', mode: 'no-cors' }],
    response: { type: imageType, body: sampleImage },
    verdict: 'opaque',
    code: 'opaque-element',
    says: 'Opaque: SecurityError',
    wire: ['GET /orders'],
  },
  'an image that may be read': {
    requests: [{ api: 'image' }],
    response: { type: imageType, body: sampleImage, ...allow() },
    verdict: 'readable',
    code: '',
    says: 'Readable: the canvas gives its pixels',
    wire: ['GET /orders P'],
  },
  'a script whose errors are muted': {
    requests: [{ api: 'script', mode: 'no-cors' }],
    response: { type: scriptType },
    verdict: 'opaque',
    code: 'opaque-element',
    says: 'Opaque: Script error.',
    wire: ['GET /orders'],
  },
  'a module': {
    requests: [{ api: 'module' }],
    response: { type: scriptType },
    verdict: 'blocked',
    code: 'acao-missing',
    says: 'Blocked: an error event',
    wire: ['GET /orders P'],
  },
  'a font': {
    requests: [{ api: 'font' }],
    response: { type: fontType, ...allow() },
    verdict: 'readable',
    code: '',
    says: 'Readable: the font was loaded',
    wire: ['GET /orders P'],
  },
};

/** Whether nobody listens there. */
const isFree = (port: number): Promise<boolean> =>
  new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });

/** The first of three free ports in a row. */
async function freePorts(): Promise<number> {
  for (;;) {
    const first = 20_000 + Math.floor(Math.random() * 10_000);
    const free = await Promise.all([0, 1, 2].map((n) => isFree(first + n)));
    if (free.every(Boolean)) return first;
  }
}

/** Runs `node server.mjs` as a person would. `printed` gives what it has printed so far. */
function start(folder: string): { server: ChildProcess; printed: () => readonly string[] } {
  const server = spawn(process.execPath, ['server.mjs'], { cwd: folder, stdio: ['ignore', 'pipe', 'inherit'] });
  let out = '';
  server.stdout.setEncoding('utf8').on('data', (text: string) => {
    out += text;
  });
  return { server, printed: () => out.split('\n').slice(0, -1) };
}

for (const [name, { verdict, code, says, wire, ...spec }] of Object.entries(reproduced)) {
  test(`outside the playground: ${name}`, async ({ sheet, page }) => {
    const given = scenario(name, spec);
    await sheet.open(given);
    const exchanges = await sheet.run();
    expect(await sheet.marked()).toEqual({ view: 'observed', verdict, code, agrees: 'true' });
    expect(exchanges.map(({ request }) => request.method)).toEqual(wire.map((line) => line.split(' ')[0]));

    const port = await freePorts();
    const files = reproduction(given, 0, port);
    if (!files.ok) throw new Error(files.because);
    const folder = await mkdtemp(join(tmpdir(), 'reproduction-'));
    await writeFile(join(folder, 'page.html'), files.page);
    await writeFile(join(folder, 'server.mjs'), files.server);
    const { server, printed } = start(folder);
    try {
      await expect.poll(() => isFree(Number(new URL(files.open).port))).toBe(false);
      await page.goto(files.open);
      const told = page.locator('output');
      await expect(told).not.toHaveText('Waiting …');
      // What one is told begins with the verdict.
      expect(says.toLowerCase().startsWith(verdict)).toBe(true);
      expect((await told.evaluate(({ textContent }) => textContent)).slice(0, says.length)).toBe(says);
      const named = (line: string) =>
        line
          .replace(`http://localhost:${port + 2}`, 'B')
          .replace(`http://localhost:${port}`, 'P')
          .trim();
      await expect.poll(() => printed().map(named)).toEqual(wire);
    } finally {
      server.kill();
      await rm(folder, { recursive: true });
    }
  });
}
