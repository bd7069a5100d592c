import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { headerNameProblem, headerValueProblem } from '#cors';
import type { Running } from './start.ts';
import {
  connectTo,
  exchangesOf,
  headOf,
  planOf,
  putPlan,
  rawRequest,
  sendRaw,
  someId,
  startForTest,
} from './testing.ts';

let running: Running;
beforeAll(async () => {
  running = await startForTest();
  await putPlan(running, someId, planOf({}));
});
afterAll(() => running.close());

async function sendAndHangUp(port: number, bytes: string): Promise<string> {
  const { socket, ended } = await connectTo(port);
  socket.end(bytes, 'latin1');
  return ended;
}

const latin1 = (min: number, max: number, maxLength: number) =>
  fc.array(fc.integer({ min, max }), { maxLength }).map((codes) => String.fromCharCode(...codes));
const piece = fc.oneof(
  latin1(0, 255, 40),
  fc.constantFrom(
    'GET ',
    'OPTIONS ',
    'POST ',
    `/e/${someId}/`,
    '/e/',
    '/api/server',
    '/asker',
    '/@99999',
    ' HTTP/1.1\r\n',
    ' HTTP/1.0\r\n',
    'Host: ',
    `localhost:0`,
    '\r\n',
    '\r\n\r\n',
    'Content-Length: ',
    '5',
    '-1',
    'Transfer-Encoding: chunked\r\n',
    'Expect: 100-continue\r\n',
    'Upgrade: h2c\r\n',
    'Connection: upgrade\r\n',
    'Origin: null\r\n',
  ),
);
const anyBytes = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(''));

test('whatever bytes come, the server lives on, and what it says is inert', async () => {
  await fc.assert(
    fc.asyncProperty(anyBytes, fc.constantFrom('page', 'echo', 'second'), async (bytes, name) => {
      const port = running.ports[name];
      const raw = await sendAndHangUp(port, bytes.replaceAll('localhost:0', `localhost:${port}`));
      const head = headOf(raw).map((line) => line.toLowerCase());
      const length = head.find((line) => line.startsWith('content-length: ')) ?? 'content-length: 0';
      if (length !== 'content-length: 0') expect(head).toContain('x-content-type-options: nosniff');
    }),
    { numRuns: 200 },
  );
  expect(headOf(await sendRaw(running.ports.echo, rawRequest(running, `/e/${someId}/`)))[0]).toBe('HTTP/1.1 200 OK');
});

const name = fc
  .stringMatching(/^[A-Za-z0-9!#$%&'*+.^_`|~-]{1,20}$/)
  .filter((text) => !/^(host|connection|content-length|transfer-encoding|upgrade|expect|keep-alive)$/i.test(text));
const visible = fc.oneof(
  fc.stringMatching(/^[!-z]{0,30}$/),
  latin1(0xa1, 0xff, 10),
  fc.constantFrom('*', 'null', 'true', 'a, b', 'a\tb', '{', '{page'),
);
const line = fc.tuple(name, visible);
const lines = fc.array(line, { maxLength: 12 });

test('any request is recorded as it was sent', async () => {
  await fc.assert(
    fc.asyncProperty(lines, fc.constantFrom('GET', 'PUT', 'OPTIONS', 'DELETE'), async (sent, method) => {
      await sendRaw(
        running.ports.echo,
        rawRequest(
          running,
          `${method} /e/${someId}/`,
          sent.map(([n, v]) => `${n}: ${v}`),
        ),
      );
      const recorded = (await exchangesOf(running, someId)).at(-1)?.request;
      expect([recorded?.method, recorded?.headers.slice(1, -1)]).toEqual([method, sent]);
    }),
    { numRuns: 100 },
  );
});

test('any plan that is taken is sent and recorded as it was told', async () => {
  const allowed = lines.map((all) =>
    all.filter(([n, v]) => headerNameProblem(n) === null && headerValueProblem(v) === null),
  );
  const status = fc.integer({ min: 200, max: 599 });
  await fc.assert(
    fc.asyncProperty(
      allowed,
      status,
      fc.string({ maxLength: 50, unit: 'grapheme' }),
      fc.boolean(),
      async (told, code, body, cache) => {
        const plan = { ...planOf({ headers: told, status: code, body }), cache };
        expect((await putPlan(running, someId, plan)).status).toBe(200);
        const raw = await sendRaw(running.ports.echo, rawRequest(running, `/e/${someId}/`));
        const [first, ...head] = headOf(raw);
        expect(first).toMatch(new RegExp(`^HTTP/1.1 ${code} `));
        expect(head.slice(0, told.length)).toEqual(told.map(([n, v]) => `${n}: ${v}`));
        const recorded = (await exchangesOf(running, someId)).at(-1)?.response;
        expect(head).toEqual(recorded?.headers.map((pair) => pair.join(': ')));
        const crossed = Buffer.from(raw.slice(raw.indexOf('\r\n\r\n') + 4), 'latin1').toString();
        expect(crossed).toBe(recorded?.body);
        if (![204, 205, 304].includes(code)) expect(crossed).toBe(body);
      },
    ),
    { numRuns: 100 },
  );
});
