import { afterAll, beforeAll, describe, expect, test } from 'vitest';
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
  await putPlan(running, someId, planOf({ status: 200, headers: [['X-Plan', 'yes']], body: 'done' }));
});
afterAll(() => running.close());

const lastExchange = async () => (await exchangesOf(running, someId)).at(-1);

describe('a method that Node does not know', () => {
  test.each(['patch', 'CHICKEN', "!#$%&'*+-.^_`|~", 'GETT'])(
    '%s is answered by the plan and recorded as sent',
    async (method) => {
      const raw = await sendRaw(running.ports.echo, rawRequest(running, `${method} /e/${someId}/orders`));
      expect(headOf(raw).slice(0, 2)).toEqual(['HTTP/1.1 200 OK', 'X-Plan: yes']);
      expect(raw).toMatch(/\r\n\r\ndone$/);
      expect((await lastExchange())?.request.method).toBe(method);
    },
  );

  test('brings its body, in however many pieces', async () => {
    const { socket, ended } = await connectTo(running.ports.echo);
    const [head = '', rest = ''] = rawRequest(running, `patch /e/${someId}/`, ['Content-Length: 6'], 'uvwxyz').split(
      'wx',
    );
    socket.write(head, 'latin1');
    socket.write(`wx${rest}`, 'latin1');
    expect(await ended).toMatch(/^HTTP\/1\.1 200 OK/);
    expect((await lastExchange())?.request).toMatchObject({ method: 'patch', body: 'uvwxyz' });
  });

  test('ends its connection, and a second one on it is refused', async () => {
    const request = `patch /e/${someId}/ HTTP/1.1\r\nHost: localhost:${running.ports.echo}\r\n\r\n`;
    const before = (await lastExchange())?.number ?? 0;
    const raw = await sendRaw(running.ports.echo, request + request);
    expect(raw.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(1);
    expect(headOf(raw)).toContain('Connection: close');
    expect((await lastExchange())?.number).toBe(before + 1);
  });

  test('after a known one on the same connection', async () => {
    const known = `GET /e/${someId}/first HTTP/1.1\r\nHost: localhost:${running.ports.echo}\r\n\r\n`;
    const { socket, ended } = await connectTo(running.ports.echo);
    socket.once('data', () => socket.write(rawRequest(running, `patch /e/${someId}/second`), 'latin1'));
    socket.write(known);
    expect((await ended).match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
    expect((await exchangesOf(running, someId)).slice(-2).map(({ request }) => request.method)).toEqual([
      'GET',
      'patch',
    ]);
  });
});

test.each([
  ['no request line', 'nonsense\r\n\r\n', 400],
  ['a method that is no token', 'P@TCH / HTTP/1.1\r\n\r\n', 400],
  ['a method of 65 letters', `${'A'.repeat(65)} / HTTP/1.1\r\n\r\n`, 400],
  ['an unknown method on a broken head', `patch / HTTP/1.1\r\nHost\r\n\r\n`, 400],
  ['a head over the bound', `GET / HTTP/1.1\r\nX: ${'a'.repeat(40_000)}\r\n\r\n`, 431],
])('%s is answered %#', async (_, bytes, status) => {
  const raw = await sendRaw(running.ports.echo, bytes);
  expect(raw).toMatch(new RegExp(`^HTTP/1\\.1 ${status} `));
});
