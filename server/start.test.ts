import { once } from 'node:events';
import { createServer } from 'node:net';
import { afterEach, describe, expect, test } from 'vitest';
import { connectionBounds, type Running, start } from './start.ts';
import {
  anywhere,
  connectTo,
  control,
  exchangesOf,
  headOf,
  planOf,
  putPlan,
  rawRequest,
  sendRaw,
  someId,
  startForTest,
} from './testing.ts';

let running: Running | null = null;
afterEach(async () => {
  await running?.close();
  running = null;
});
async function begin(bounds = connectionBounds): Promise<Running> {
  running = await startForTest({ bounds });
  return running;
}
const page = (r: Running, head: string) => sendRaw(r.ports.page, `${head}\r\nConnection: close\r\n\r\n`);

describe('the page\u2019s origin', () => {
  test.each(['127.0.0.1', '[::1]', 'app.localhost'])('is where a document by the name %s is sent to', async (name) => {
    const r = await begin();
    const raw = await page(r, `GET /some?where HTTP/1.1\r\nHost: ${name}:${r.ports.page}`);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 302 Found');
    expect(headOf(raw)).toContain(`Location: ${r.origins.page}/some?where`);
  });

  test('never redirects elsewhere', async () => {
    const r = await begin();
    const raw = await page(r, `GET //evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${r.ports.page}`);
    expect(headOf(raw)).toContain(`Location: ${r.origins.page}//evil.example/`);
  });

  test.each([
    ['GET / HTTP/1.1', 'evil.example'],
    ['GET / HTTP/1.1', '127.0.0.1:1'],
    ['POST / HTTP/1.1', '127.0.0.1:PORT'],
    ['GET http://evil.example/ HTTP/1.1', '127.0.0.1:PORT'],
  ])('%s for %s is refused', async (line, host) => {
    const r = await begin();
    const raw = await page(r, `${line}\r\nHost: ${host.replace('PORT', String(r.ports.page))}`);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 421 Misdirected Request');
  });

  test('serves the app by its own name', async () => {
    const r = await begin();
    const raw = await page(r, `GET / HTTP/1.1\r\nHost: localhost:${r.ports.page}`);
    expect(raw.endsWith('the page')).toBe(true);
  });
});

describe('a delayed answer', () => {
  test('is due until it is written', async () => {
    const r = await begin();
    await putPlan(r, someId, planOf({ delay: 1500 }));
    const answer = sendRaw(r.ports.echo, rawRequest(r, `/e/${someId}/`));
    await expect.poll(async () => (await exchangesOf(r, someId)).map(({ response }) => response)).toEqual([null]);
    expect(headOf(await answer)[0]).toBe('HTTP/1.1 200 OK');
    expect((await exchangesOf(r, someId))[0]?.response?.status).toBe(200);
  });

  test('stays unanswered when the client leaves', async () => {
    const r = await begin();
    await putPlan(r, someId, planOf({ delay: 1000 }));
    const { socket, ended } = await connectTo(r.ports.echo);
    socket.write(rawRequest(r, `/e/${someId}/left`));
    await expect.poll(async () => (await exchangesOf(r, someId)).length).toBe(1);
    socket.destroy();
    await ended;
    // Another answer of the same delay, begun later: by then the first would have been written.
    await sendRaw(r.ports.echo, rawRequest(r, `/e/${someId}/stayed`));
    expect((await exchangesOf(r, someId)).map(({ response }) => response?.status ?? null)).toEqual([null, 200]);
  });

  test('does not hold up the end', async () => {
    const r = await begin();
    await putPlan(r, someId, planOf({ delay: 10_000 }));
    const { socket, ended } = await connectTo(r.ports.echo);
    socket.write(rawRequest(r, `/e/${someId}/`));
    await expect.poll(async () => (await exchangesOf(r, someId)).length).toBe(1);
    running = null;
    await r.close();
    expect(await ended).toBe('');
  });
});

test('idle connections do not hold up the end', async () => {
  const r = await begin();
  await putPlan(r, someId, planOf({}));
  const kept = await connectTo(r.ports.echo);
  kept.socket.write(`GET /e/${someId}/ HTTP/1.1\r\nHost: localhost:${r.ports.echo}\r\n\r\n`);
  const silent = await connectTo(r.ports.page);
  await once(kept.socket, 'data');
  const began = performance.now();
  running = null;
  await r.close();
  await Promise.all([kept.ended, silent.ended]);
  // Left alone they would stay for 5 s and 10 s.
  expect(performance.now() - began).toBeLessThan(4000);
});

describe('a slow client', () => {
  const impatient = { ...connectionBounds, headersTimeout: 100, requestTimeout: 200, checkingInterval: 20 };

  test('that never ends its headers is sent away', async () => {
    const r = await begin(impatient);
    const raw = await sendRaw(r.ports.echo, `GET /e/${someId}/ HTTP/1.1\r\nHost: local`);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 408 Request Timeout');
  });

  test('that never ends its body is sent away, and nothing is recorded', async () => {
    const r = await begin(impatient);
    await putPlan(r, someId, planOf({}));
    const raw = await sendRaw(r.ports.echo, rawRequest(r, `POST /e/${someId}/`, ['Content-Length: 100'], 'abc'));
    expect(headOf(raw)[0]).toBe('HTTP/1.1 408 Request Timeout');
    expect(await exchangesOf(r, someId)).toEqual([]);
  });

  test('that says nothing at all is sent away', async () => {
    const r = await begin({ ...connectionBounds, idleTimeout: 100 });
    expect(await sendRaw(r.ports.echo, '')).toBe('');
  });

  test('holds up nobody else when it takes every connection it may', async () => {
    const r = await begin({ ...connectionBounds, sockets: 2 });
    const greedy = [await connectTo(r.ports.echo), await connectTo(r.ports.echo)];
    expect(await sendRaw(r.ports.echo, rawRequest(r, '/'))).toBe('');
    expect((await control(r, '/server')).status).toBe(200);
    for (const { socket } of greedy) socket.destroy();
  });
});

describe('what is not HTTP as it should be', () => {
  test.each([
    ['no HTTP', 'hello\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['TLS', '\x16\x03\x01\x02\x00\x01\x00\x01', 'HTTP/1.1 400 Bad Request'],
    ['no Host', 'GET / HTTP/1.1\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['NUL in a header', 'GET / HTTP/1.1\r\nHost: a\0b\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    ['a bare LF in a header', 'GET / HTTP/1.1\r\nHost: a\r\nX: a\rb\r\n\r\n', 'HTTP/1.1 400 Bad Request'],
    [
      'two lengths',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'a length beside chunks',
      'POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'HTTP/1.1 400 Bad Request',
    ],
    [
      'headers without end',
      `GET / HTTP/1.1\r\nX: ${'x'.repeat(40_000)}`,
      'HTTP/1.1 431 Request Header Fields Too Large',
    ],
    ['CONNECT', 'CONNECT localhost:1 HTTP/1.1\r\nHost: localhost:1\r\n\r\n', ''],
  ])('%s ends the connection and nothing else', async (_, bytes, first) => {
    const r = await begin();
    for (const port of Object.values(r.ports)) expect(headOf(await sendRaw(port, bytes))[0]).toBe(first);
    expect((await control(r, '/server')).status).toBe(200);
  });

  test('an upgrade is not had', async () => {
    const r = await begin();
    await putPlan(r, someId, planOf({}));
    const raw = await sendRaw(
      r.ports.echo,
      `GET /e/${someId}/ HTTP/1.1\r\nHost: localhost:${r.ports.echo}\r\nConnection: upgrade, close\r\nUpgrade: websocket\r\n\r\n`,
    );
    expect(headOf(raw)[0]).toBe('HTTP/1.1 200 OK');
  });
});

test('a port that is taken is named, with the variable to set', async () => {
  const other = createServer().listen(0, '127.0.0.1');
  await once(other, 'listening');
  const address = other.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  const config = { ...anywhere, ports: { ...anywhere.ports, echo: port } };
  await expect(start(config, async () => ({ listener: () => {}, close: async () => {} }))).rejects.toThrow(
    `Port ${port} of 127.0.0.1 is taken. Set PREFLIGHT_ECHO_PORT to another one.`,
  );
  other.close();
});

test('an address that the machine does not have is named', async () => {
  const config = { ...anywhere, addresses: ['192.0.2.1'] };
  await expect(start(config, async () => ({ listener: () => {}, close: async () => {} }))).rejects.toThrow(
    'PREFLIGHT_HOST must be an address of this machine, not "192.0.2.1".',
  );
});

test('who asks while it is starting is told so', async () => {
  let early = '';
  running = await start(anywhere, async (origins) => {
    const port = Number(new URL(origins.page).port);
    early = await sendRaw(port, `GET / HTTP/1.1\r\nHost: localhost:${port}\r\nConnection: close\r\n\r\n`);
    return { listener: () => {}, close: async () => {} };
  });
  expect(headOf(early)).toEqual(expect.arrayContaining(['HTTP/1.1 503 Service Unavailable', 'Retry-After: 1']));
});
