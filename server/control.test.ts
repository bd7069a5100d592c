import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultPlan } from '#cors';
import type { Running } from './start.ts';
import { EndpointStore, storeBounds } from './store.ts';
import { control, headOf, planOf, putPlan, rawRequest, sendRaw, someId, startForTest } from './testing.ts';

let running: Running;
beforeAll(async () => {
  running = await startForTest({ store: new EndpointStore({ ...storeBounds, endpoints: 3, exchanges: 2 }) });
});
afterAll(() => running.close());

const json = 'Content-Type: application/json';
const planPath = `/endpoints/${someId}/plan`;
const errorOf = (answer: { body: string }) => JSON.parse(answer.body).error;
const visit = (path: string) => sendRaw(running.ports.echo, rawRequest(running, path));

describe('the control interface', () => {
  test('says which origins there are, which version this is, and which process', async () => {
    const answer = await control(running, '/server');
    expect(answer.status).toBe(200);
    expect(JSON.parse(answer.body)).toEqual({
      origins: {
        page: `http://localhost:${running.ports.page}`,
        'same-site': `http://localhost:${running.ports.echo}`,
        'cross-site': `http://127.0.0.1:${running.ports.echo}`,
        second: `http://localhost:${running.ports.second}`,
      },
      version: expect.stringMatching(/^\d+\.\d+\.\d+$/),
      boot: running.store.boot,
    });
  });

  test('lets nobody cache or embed its answers, and allows no other origin', async () => {
    const { headers } = await control(running, '/server');
    expect(headers.map((line) => line.toLowerCase())).toEqual(
      expect.arrayContaining([
        'cache-control: no-store',
        'x-content-type-options: nosniff',
        'cross-origin-resource-policy: same-origin',
      ]),
    );
    expect(headers.join('\n')).not.toMatch(/access-control/i);
  });

  test('takes a plan, then shows what was seen', async () => {
    const put = await putPlan(running, someId, defaultPlan);
    expect([put.status, JSON.parse(put.body)]).toEqual([200, { boot: expect.any(String), number: 0 }]);
    await visit(`/e/${someId}/orders`);
    const seen = await control(running, `/endpoints/${someId}/exchanges?after=0`);
    expect(JSON.parse(seen.body)).toMatchObject({
      boot: JSON.parse(put.body).boot,
      complete: true,
      exchanges: [{ number: 1, request: { method: 'GET' }, response: { status: 200 } }],
    });
    expect(JSON.parse((await putPlan(running, someId, defaultPlan)).body).number).toBe(1);
  });

  test('says so when what was seen is not complete any more', async () => {
    await putPlan(running, someId, defaultPlan);
    for (const path of ['/1', '/2', '/3']) await visit(`/e/${someId}${path}`);
    const seen = await control(running, `/endpoints/${someId}/exchanges?after=0`);
    const { exchanges, complete } = JSON.parse(seen.body);
    expect([exchanges.length, complete]).toEqual([2, false]);
  });

  test('an endpoint that had to make room comes back with another boot', async () => {
    const first = JSON.parse((await putPlan(running, 'first-----------', defaultPlan)).body).boot;
    for (const n of [1, 2, 3]) await putPlan(running, `another-------${n}-`, defaultPlan);
    const gone = await control(running, '/endpoints/first-----------/exchanges');
    expect([gone.status, errorOf(gone).code]).toEqual([404, 'unknown-endpoint']);
    expect(JSON.parse((await putPlan(running, 'first-----------', defaultPlan)).body).boot).not.toBe(first);
  });

  test('takes several plans at once, and shows what was seen of several', async () => {
    const [one, other] = ['one-------------', 'other-----------'];
    const body = JSON.stringify({ [one]: planOf({ status: 201 }), [other]: planOf({ status: 202 }) });
    const put = await control(running, '/plans', { method: 'PUT', headers: [json], body });
    const boots = { [one]: JSON.parse(put.body)[one].boot, [other]: JSON.parse(put.body)[other].boot };
    expect(JSON.parse(put.body)).toEqual({
      [one]: { boot: expect.any(String), number: 0 },
      [other]: { boot: expect.any(String), number: 0 },
    });
    for (const id of [other, one, other]) await visit(`/e/${id}/`);
    const seen = JSON.parse((await control(running, `/exchanges?of=${one},nobody-was-here-,${other}`)).body);
    const statuses = (id: string) =>
      seen[id].exchanges.map(({ response }: { response: { status: number } }) => response.status);
    expect([Object.keys(seen), statuses(one), statuses(other)]).toEqual([[one, other], [201], [202, 202]]);
    expect([seen[one].boot, seen[other].boot, seen[one].complete]).toEqual([boots[one], boots[other], true]);
    await control(running, `/endpoints/${one},${other}`, { method: 'DELETE' });
    expect((await control(running, `/exchanges?of=${one},${other}`)).body).toBe('{}');
  });

  test('takes all of several plans or none', async () => {
    const [good, bad] = ['good------------', 'bad-------------'];
    const body = JSON.stringify({ [good]: defaultPlan, [bad]: planOf({ status: 99 }) });
    const put = await control(running, '/plans', { method: 'PUT', headers: [json], body });
    expect([put.status, errorOf(put).code, errorOf(put).path]).toEqual([400, 'bad-plan', `${bad}.response.status`]);
    expect((await control(running, `/exchanges?of=${good}`)).body).toBe('{}');
  });

  test('forgets an endpoint that is deleted, and does not mind being told twice', async () => {
    await putPlan(running, someId, defaultPlan);
    for (const _ of ['once', 'again']) {
      const deleted = await control(running, `/endpoints/${someId}`, { method: 'DELETE' });
      expect([deleted.status, deleted.body]).toEqual([204, '']);
    }
    expect((await control(running, `/endpoints/${someId}/exchanges`)).status).toBe(404);
    expect(headOf(await visit(`/e/${someId}/orders`))[0]).toBe('HTTP/1.1 404 Not Found');
  });
});

describe('strangers are refused', () => {
  test.each([
    'Origin: http://localhost:1',
    'Origin: null',
    'Origin: https://evil.example',
    'Sec-Fetch-Site: cross-site',
    'Sec-Fetch-Site: same-site',
    'Sec-Fetch-Site: none',
  ])('%s', async (line) => {
    const read = await control(running, '/server', { headers: [line] });
    expect([read.status, errorOf(read).code]).toEqual([403, 'cross-site']);
    const write = await control(running, planPath, { method: 'PUT', headers: [line, json], body: '{}' });
    expect([write.status, errorOf(write).code]).toEqual([403, 'cross-site']);
    expect(read.headers.join('\n')).not.toMatch(/access-control/i);
  });

  test('their preflights too', async () => {
    const headers = ['Origin: https://evil.example', 'Access-Control-Request-Method: PUT'];
    const answer = await control(running, planPath, { method: 'OPTIONS', headers });
    expect(answer.status).toBe(403);
    expect(answer.headers.join('\n')).not.toMatch(/access-control/i);
  });

  test.each(['evil.example', 'evil.example:4000', 'localhost', '127.0.0.1'])('Host: %s', async (host) => {
    const answer = await control(running, '/server', { headers: [`Host: ${host}`] });
    expect(answer.status).toBe(421);
  });

  test('even by another loopback name', async () => {
    const answer = await control(running, '/server', { headers: [`Host: 127.0.0.1:${running.ports.page}`] });
    expect(answer.status).toBe(421);
  });

  test('but not the page itself', async () => {
    const headers = [`Origin: ${running.origins.page}`, 'Sec-Fetch-Site: same-origin', json];
    expect((await control(running, planPath, { method: 'PUT', headers, body: '{}' })).status).toBe(200);
  });
});

describe('a plan that is no plan', () => {
  test.each<[string, string, number, string, string | undefined]>([
    ['not JSON', '{"response":', 400, 'bad-json', undefined],
    ['nothing', '', 400, 'bad-json', undefined],
    ['no object', '5', 400, 'bad-plan', ''],
    ['a bad status', '{"response":{"status":99}}', 400, 'bad-plan', 'response.status'],
    ['CR LF in a value', '{"response":{"headers":[["X-A","1\\r\\nX-B: 2"]]}}', 400, 'bad-plan', 'response.headers.0'],
    ['NUL in a value', '{"response":{"headers":[["X-A","1\\u0000"]]}}', 400, 'bad-plan', 'response.headers.0'],
    ['LF in a name', '{"preflight":{"headers":[["X-A\\n","1"]]}}', 400, 'bad-plan', 'preflight.headers.0'],
    [
      'a character beyond Latin-1',
      '{"response":{"headers":[["X-A","\\u2713"]]}}',
      400,
      'bad-plan',
      'response.headers.0',
    ],
    ['a reserved name', '{"response":{"headers":[["content-LENGTH","5"]]}}', 400, 'bad-plan', 'response.headers.0'],
    [
      'a cookie for everybody',
      '{"response":{"headers":[["Set-Cookie","a=b"]]}}',
      400,
      'bad-plan',
      'response.headers.0',
    ],
    ['LF in a cookie', '{"response":{"cookies":[{"name":"a","value":"b\\n"}]}}', 400, 'bad-plan', 'response.cookies.0'],
    [
      'too many header lines',
      JSON.stringify(planOf({ headers: Array(51).fill(['X-A', '']) })),
      400,
      'bad-plan',
      'response.headers',
    ],
    ['too long a body', JSON.stringify(planOf({ body: 'x'.repeat(16_385) })), 400, 'bad-plan', 'response.body'],
    ['too long a delay', '{"response":{"delay":10001}}', 400, 'bad-plan', 'response.delay'],
    ['more than 512 KiB', `{"x":"${'x'.repeat(512 * 1024)}"}`, 413, 'too-large', undefined],
    ['deep nesting', '['.repeat(200_000), 400, 'bad-json', undefined],
  ])('%s', async (_, body, status, code, path) => {
    const before = JSON.parse((await putPlan(running, someId, planOf({ status: 234 }))).body);
    const answer = await control(running, planPath, { method: 'PUT', headers: [json], body });
    expect([answer.status, errorOf(answer).code, errorOf(answer).path]).toEqual([status, code, path]);
    expect(errorOf(answer).message).toMatch(/\w/);
    expect(headOf(await visit(`/e/${someId}/`))[0]).toBe('HTTP/1.1 234 ');
    expect(JSON.parse((await putPlan(running, someId, defaultPlan)).body).boot).toBe(before.boot);
  });

  test('an unknown length is counted while it comes', async () => {
    const head = `PUT /api${planPath} HTTP/1.1\r\nHost: localhost:${running.ports.page}\r\n${json}\r\nTransfer-Encoding: chunked\r\n`;
    const chunk = `${(600 * 1024).toString(16)}\r\n${' '.repeat(600 * 1024)}\r\n0\r\n\r\n`;
    const raw = await sendRaw(running.ports.page, `${head}Connection: close\r\n\r\n${chunk}`);
    expect(headOf(raw)[0]).toBe('HTTP/1.1 413 Payload Too Large');
  });

  test.each([['text/plain'], ['application/jsonp'], ['application/x-www-form-urlencoded']])(
    'sent as %s',
    async (type) => {
      const answer = await control(running, planPath, {
        method: 'PUT',
        headers: [`Content-Type: ${type}`],
        body: '{}',
      });
      expect([answer.status, errorOf(answer).code]).toEqual([415, 'not-json']);
    },
  );
});

test.each([
  ['GET', '/endpoints/short/exchanges', 400, 'bad-id'],
  ['GET', '/endpoints/..%2F..%2Fetc%2Fpass/exchanges', 400, 'bad-id'],
  ['PUT', '/endpoints/seventeen-letters/plan', 400, 'bad-id'],
  ['GET', `/endpoints/${someId}/exchanges?after=-1`, 400, 'bad-after'],
  ['GET', `/endpoints/${someId}/exchanges?after=1e3`, 400, 'bad-after'],
  ['GET', '/endpoints/nobody-was-here-/exchanges', 404, 'unknown-endpoint'],
  ['GET', '/nothing', 404, 'not-found'],
  ['DELETE', planPath, 404, 'not-found'],
  ['DELETE', '/endpoints/short', 400, 'bad-id'],
  ['DELETE', `/endpoints/${someId},short`, 400, 'bad-id'],
  ['DELETE', `/endpoints/${Array(51).fill(someId)}`, 400, 'too-many'],
  ['GET', '/exchanges?of=short', 400, 'bad-id'],
])('%s %s is answered %i %s', async (method, path, status, code) => {
  const answer = await control(running, path, { method, headers: [json], body: '{}' });
  expect([answer.status, errorOf(answer).code]).toEqual([status, code]);
});
