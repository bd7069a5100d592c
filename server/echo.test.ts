import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { HeaderLine } from '#cors';
import type { Running } from './start.ts';
import {
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

let running: Running;
beforeAll(async () => {
  running = await startForTest();
});
afterAll(() => running.close());
beforeEach(() => putPlan(running, someId, planOf({})));

const send = (path: string, lines: readonly string[] = [], body = '') =>
  sendRaw(running.ports.echo, rawRequest(running, path, lines, body));
const at = (path: string) => `/e/${someId}${path}`;
const inert = ['X-Content-Type-Options: nosniff', "Content-Security-Policy: sandbox; default-src 'none'"];

describe('what is sent', () => {
  test('is the plan to the letter: order, case and duplicates', async () => {
    const headers: HeaderLine[] = [
      ['access-control-ALLOW-origin', 'https://a.example'],
      ['Access-Control-Allow-Origin', 'https://b.example'],
      ['x-one', '1'],
      ['Vary', ''],
      ['X-ONE', 'tab\there'],
      ['x-one', 'caf\u00e9'],
    ];
    await putPlan(running, someId, planOf({ status: 418, headers, body: 'body \u2713' }));
    const raw = await send(at('/'));
    expect(headOf(raw).slice(0, -2)).toEqual([
      "HTTP/1.1 418 I'm a teapot",
      'access-control-ALLOW-origin: https://a.example',
      'Access-Control-Allow-Origin: https://b.example',
      'x-one: 1',
      'Vary: ',
      'X-ONE: tab\there',
      'x-one: caf\u00e9',
      'Content-Length: 8',
      ...inert,
    ]);
    expect(headOf(raw).slice(-2)).toEqual([expect.stringMatching(/^Date: .* GMT$/), 'Connection: close']);
    expect(Buffer.from(raw, 'latin1').toString()).toMatch(/\r\n\r\nbody \u2713$/);
  });

  test('is recorded to the letter, the connection\u2019s own lines too', async () => {
    await putPlan(
      running,
      someId,
      planOf({
        headers: [
          ['X-a', '1'],
          ['x-A', '2'],
        ],
      }),
    );
    const raw = await send(at('/orders?q=%20'), ['x-B: 1', 'X-b: 2', 'x-b:  caf\u00e9 ']);
    const [exchange] = (await exchangesOf(running, someId)).slice(-1);
    expect(exchange?.request).toEqual({
      method: 'GET',
      url: `http://localhost:${running.ports.echo}/e/${someId}/orders?q=%20`,
      headers: [
        ['Host', `localhost:${running.ports.echo}`],
        ['x-B', '1'],
        ['X-b', '2'],
        ['x-b', 'caf\u00e9'],
        ['Connection', 'close'],
      ],
      body: null,
    });
    expect(exchange?.response?.headers.map((line) => line.join(': '))).toEqual(headOf(raw).slice(1));
  });

  test.each([
    ['HEAD', 200, 'Content-Length: 11'],
    ['GET', 204, undefined],
    ['GET', 304, undefined],
  ])('%s answered %i has no body', async (method, status, length) => {
    await putPlan(running, someId, planOf({ status, body: '{"ok":true}' }));
    const raw = await send(`${method} ${at('/')}`);
    expect(raw.endsWith('\r\n\r\n')).toBe(true);
    expect(headOf(raw).find((line) => /^(content-length|transfer-encoding)/i.test(line))).toBe(length);
    expect((await exchangesOf(running, someId)).at(-1)?.response?.body).toBe('');
  });

  test('says how long an idle connection stays', async () => {
    const kept = await sendRaw(
      running.ports.echo,
      `GET ${at('/')} HTTP/1.1\r\nHost: localhost:${running.ports.echo}\r\n\r\n${rawRequest(running, at('/'))}`,
    );
    expect(headOf(kept).slice(-2)).toEqual(['Connection: keep-alive', 'Keep-Alive: timeout=5']);
  });
});

describe('a request', () => {
  test('that asks for permission gets the preflight\u2019s answer, any other OPTIONS the request\u2019s', async () => {
    await putPlan(running, someId, planOf({ status: 201 }, { status: 299 }));
    const asks = ['Origin: http://localhost:4000', 'Access-Control-Request-Method: PUT'];
    expect(headOf(await send(`OPTIONS ${at('/')}`, asks))[0]).toBe('HTTP/1.1 299 ');
    expect(headOf(await send(`OPTIONS ${at('/')}`))[0]).toBe('HTTP/1.1 201 Created');
  });

  test.each([
    ['POST', ['Content-Length: 8'], 'a=b&c=\u00c3\u00a9', 'a=b&c=\u00e9'],
    ['POST', ['Transfer-Encoding: chunked'], '3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n', 'abcde'],
    ['PUT', ['Content-Length: 0'], '', null],
    ['M-SEARCH', ['Content-Length: 2'], 'ok', 'ok'],
  ])('%s %o is kept with its body', async (method, lines, body, kept) => {
    await send(`${method} ${at('/')}`, lines, body);
    expect((await exchangesOf(running, someId)).at(-1)?.request).toMatchObject({ method, body: kept });
  });

  test('larger than the limit is told so, without any CORS header, and recorded', async () => {
    await putPlan(running, someId, planOf({ headers: [['Access-Control-Allow-Origin', '*']] }));
    const raw = await send(`POST ${at('/')}`, ['Content-Length: 65537'], 'x'.repeat(65537));
    expect(headOf(raw)).toEqual([
      'HTTP/1.1 413 Content Too Large',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Length: 40',
      ...inert,
      expect.stringMatching(/^Date: /),
      'Connection: close',
    ]);
    const last = (await exchangesOf(running, someId)).at(-1);
    expect([last?.request.body, last?.response?.status]).toEqual([null, 413]);
  });

  test('just within the limit is answered', async () => {
    const raw = await send(`POST ${at('/')}`, ['Content-Length: 65536'], 'x'.repeat(65536));
    expect(headOf(raw)[0]).toBe('HTTP/1.1 200 OK');
  });

  test.each([
    ['/e/AAAAAAAAAAAAAAAA/', 'an endpoint that nobody made'],
    ['/e/short/', 'no endpoint id'],
    ['/', 'no endpoint'],
    ['http://localhost/e/abcdefghijklmnop/', 'an absolute URL'],
    [`//evil.example/e/${someId}/`, 'another path'],
    ['*', 'no path'],
  ])('to %s (%s) finds nothing', async (path) => {
    const method = path === '*' ? 'OPTIONS' : 'GET';
    const before = (await exchangesOf(running, someId)).length;
    const raw = await send(`${method} ${path}`);
    expect(headOf(raw).slice(0, 5)).toEqual([
      'HTTP/1.1 404 Not Found',
      'Content-Type: text/plain; charset=utf-8',
      'Content-Length: 63',
      ...inert,
    ]);
    expect(raw).toContain('\r\n\r\nNo such endpoint.');
    expect(await exchangesOf(running, someId)).toHaveLength(before);
  });

  test.each([
    'evil.example',
    'evil.example:4001',
    'localhost',
    'localhost:1',
    'localhost.evil.example:4001',
    '[::1]:1',
    '',
  ])('for the foreign host "%s" is refused', async (host) => {
    const raw = await sendRaw(
      running.ports.echo,
      `GET ${at('/')} HTTP/1.1\r\nHost: ${host}\r\nConnection: close\r\n\r\n`,
    );
    expect(headOf(raw)[0]).toBe('HTTP/1.1 421 Misdirected Request');
    expect(headOf(raw)).toEqual(expect.arrayContaining(inert));
  });

  test.each(['127.0.0.1', 'LocalHost'])('by the name %s is ours', async (name) => {
    const host = `Host: ${name}:${running.ports.echo}`;
    const raw = await sendRaw(running.ports.echo, `GET ${at('/')} HTTP/1.1\r\n${host}\r\nConnection: close\r\n\r\n`);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 200 OK');
    const [cross, same] = [running.origins['cross-site'], running.origins['same-site']];
    expect((await exchangesOf(running, someId)).at(-1)?.request.url).toBe(
      `${name === '127.0.0.1' ? cross : same}${at('/')}`,
    );
  });

  test('on the page\u2019s origin and on the second reaches the same endpoint', async () => {
    for (const name of ['page', 'second'] as const) {
      const bytes = `GET ${at('/x')} HTTP/1.1\r\nHost: localhost:${running.ports[name]}\r\nConnection: close\r\n\r\n`;
      expect(headOf(await sendRaw(running.ports[name], bytes))).toEqual(
        expect.arrayContaining(['HTTP/1.1 200 OK', ...inert]),
      );
      expect((await exchangesOf(running, someId)).at(-1)?.request.url).toBe(`${running.origins[name]}${at('/x')}`);
    }
  });
});

test('two endpoints never mix', async () => {
  const ids = ['aaaaaaaaaaaaaaaa', 'bbbbbbbbbbbbbbbb'];
  for (const [index, id] of ids.entries()) await putPlan(running, id, planOf({ status: 210 + index, body: id }));
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_, i) => send(`/e/${ids[i % 2]}/${i}`, [`X-Call: ${i}`])),
  );
  answers.forEach((raw, i) => {
    expect(headOf(raw)[0]).toBe(`HTTP/1.1 ${210 + (i % 2)} `);
    expect(raw.endsWith(`\r\n\r\n${ids[i % 2]}`)).toBe(true);
  });
  for (const [index, id] of ids.entries()) {
    const exchanges = await exchangesOf(running, id);
    expect(exchanges.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    for (const { request } of exchanges) {
      expect(request.url).toContain(`/e/${id}/`);
      expect(Number(request.url.split('/').at(-1)) % 2).toBe(index);
    }
  }
});

test('only the page learns what an endpoint saw', async () => {
  expect(
    (await control(running, `/endpoints/${someId}/exchanges`, { headers: ['Origin: https://evil.example'] })).status,
  ).toBe(403);
});

describe('a cache in front', () => {
  const reflecting = planOf({ headers: [['Access-Control-Allow-Origin', '{origin}']] });
  const cached = { ...reflecting, cache: true };
  const withVary = planOf({ headers: [...reflecting.response.headers, ['Vary', 'Origin']] });
  /** What an asking origin is allowed, and by whom; a path of another endpoint may be given. */
  const asks = async (origin: string, path = at('/orders')) => {
    const head = headOf(await send(path, [`Origin: ${origin}`]));
    const lineOf = (name: string) => head.find((line) => line.startsWith(`${name}: `))?.slice(name.length + 2);
    return [lineOf('Access-Control-Allow-Origin'), lineOf('X-Cache')];
  };

  test('hands one origin\u2019s answer to the next, until the plan changes', async () => {
    await putPlan(running, someId, cached);
    expect([await asks('https://a.example'), await asks('https://b.example')]).toEqual([
      ['https://a.example', 'MISS'],
      ['https://a.example', 'HIT'],
    ]);
    await putPlan(running, someId, cached);
    expect(await asks('https://b.example')).toEqual(['https://a.example', 'HIT']);
    await putPlan(running, someId, { ...withVary, cache: true });
    expect([await asks('https://b.example'), await asks('https://a.example')]).toEqual([
      ['https://b.example', 'MISS'],
      ['https://a.example', 'MISS'],
    ]);
  });

  test('is not there unless the plan says so, and forgets while it is not', async () => {
    await putPlan(running, someId, cached);
    await asks('https://a.example');
    await putPlan(running, someId, reflecting);
    expect(await asks('https://b.example')).toEqual(['https://b.example', undefined]);
    await putPlan(running, someId, cached);
    expect(await asks('https://b.example')).toEqual(['https://b.example', 'MISS']);
  });

  test('is the endpoint\u2019s own', async () => {
    const otherId = 'ponmlkjihgfedcba';
    await putPlan(running, someId, cached);
    await putPlan(running, otherId, cached);
    await asks('https://a.example');
    expect(await asks('https://b.example', `/e/${otherId}/orders`)).toEqual(['https://b.example', 'MISS']);
  });

  test('dates what it keeps by when it was made, and says how old it is', async () => {
    await putPlan(running, someId, cached);
    const head = async () => headOf(await send(at('/dated'))).filter((line) => /^(date|age|x-cache):/i.test(line));
    const [cache, date] = await head();
    expect([cache, date]).toEqual(['X-Cache: MISS', expect.stringMatching(/^Date: /)]);
    await expect.poll(head).toEqual([expect.stringMatching(/^Age: [1-9]$/), 'X-Cache: HIT', date]);
  });

  test('answers at once, however slow the server behind it', async () => {
    await putPlan(running, someId, { ...planOf({ delay: 10_000 }), cache: true });
    const before = (await exchangesOf(running, someId)).length;
    const { socket, ended } = await connectTo(running.ports.echo);
    socket.write(rawRequest(running, at('/slow')));
    const seen = async () => (await exchangesOf(running, someId)).slice(before);
    await expect.poll(async () => (await seen()).length).toBe(1);
    expect(headOf(await send(at('/slow')))).toContain('X-Cache: HIT');
    expect((await seen()).map(({ response }) => response?.status ?? null)).toEqual([null, 200]);
    socket.destroy();
    await ended;
  });

  test('is told in the record as it was answered', async () => {
    await putPlan(running, someId, cached);
    await asks('https://a.example', at('/told'));
    await asks('https://b.example', at('/told'));
    const [, hit] = (await exchangesOf(running, someId)).slice(-2);
    expect(hit?.request.headers).toContainEqual(['Origin', 'https://b.example']);
    expect(hit?.response?.headers).toEqual(
      expect.arrayContaining([
        ['Access-Control-Allow-Origin', 'https://a.example'],
        ['X-Cache', 'HIT'],
      ]),
    );
  });

  test('never keeps what is said to a request that is too large', async () => {
    await putPlan(running, someId, cached);
    const large = 'x'.repeat(70_000);
    const raw = await send(`GET ${at('/large')}`, [`Content-Length: ${large.length}`], large);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 413 Content Too Large');
    expect(await asks('https://a.example', at('/large'))).toEqual(['https://a.example', 'MISS']);
  });
});
