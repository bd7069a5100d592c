import { describe, expect, it, test } from 'vitest';
import type { Exchange } from './http.ts';
import { findSecrets, maskCache, maskObservation, maskScenario, maskState } from './secrets.ts';
import { cookie, type RequestSpec, type ScenarioSpec, scenario } from './spec.ts';

const asked = (request: RequestSpec) => scenario('', { requests: [request] });
const header = (line: string) => asked({ headers: [line] });
const masked = (line: string) => maskScenario(header(line)).requests[0]?.headers[0]?.join(': ');
const jwt = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl';

describe('a header', () => {
  it.each([
    ['Authorization: Bearer 3f9a77c0', 'Authorization: Bearer masked'],
    ['authorization: Basic dXNlcjpzZWNyZXQ=', 'authorization: Basic masked'],
    ['Authorization: 3f9a77c0', 'Authorization: masked'],
    ['Proxy-Authorization: Digest username="a", response="3f9a"', 'Proxy-Authorization: Digest masked'],
    ['Cookie: session=3f9a77c0; theme=1', 'Cookie: session=masked; theme=1'],
    ['X-Api-Key: 3f9a77c0', 'X-Api-Key: masked'],
    ['X-Token: t-4f81', 'X-Token: masked'],
    ['apikey: 3f9a77c0', 'apikey: masked'],
    ['X-CSRF-Token: 3f9a77c0', 'X-CSRF-Token: masked'],
    ['Ocp-Apim-Subscription-Key: 3f9a77c0', 'Ocp-Apim-Subscription-Key: masked'],
    ['X-My-Session: 3f9a77c0', 'X-My-Session: masked'],
    [`X-Trace: a ${jwt} b`, 'X-Trace: a masked b'],
    ['X-Anything: ghp_16C7e42F292c6912E7710c838347Ae178B4a', 'X-Anything: masked'],
    ['X-Anything: AKIAIOSFODNN7EXAMPLE', 'X-Anything: masked'],
    ['X-Auth: {"id":"3f9a77c0"}', 'X-Auth: masked'],
    [`Authorization: Bearer <${jwt}>`, 'Authorization: Bearer <masked>'],
    ['Location: https://ann:hunter2!@a.example/b', 'Location: https://ann:masked@a.example/b'],
    ['X-Anything: sk_live_4eC39HqLyjWDarjtT1zdp7dc', 'X-Anything: masked'],
    ['Referer: https://a.example/?access_token=3f9a77c0#a', 'Referer: https://a.example/?access_token=masked'],
  ])('%s', (line, expected) => {
    expect(masked(line)).toBe(expected);
    expect(findSecrets(header(line), [])).toHaveLength(1);
  });

  it.each([
    'Access-Control-Allow-Headers: X-Token, Authorization',
    'Access-Control-Request-Headers: x-api-key',
    'Vary: Cookie, Authorization',
    'Content-Type: application/json; charset=utf-8',
    'X-Token: 1',
    'X-Token: ',
    'X-Api-Key: abc',
    'X-Api-Key: <your key>',
    'X-Api-Key: your-api-key',
    'X-Api-Key: $API_KEY',
    'X-Api-Key: xxxxxxxx',
    'Authorization: Bearer {token}',
    'Authorization: Bearer masked',
    'Authorization: Bearer x',
    'Cookie: session=1',
    'Idempotency-Key: 3f9a77c0-1111',
    'Location: http://user:secret@localhost:4001/b',
    'Location: http://localhost:4001/b:c@d',
    'X-Public-Key: 3f9a77c0',
    'X-Keyboard: german',
    'X-Author: somebody',
    'X-Monkey: business',
    'X-Request-Id: 3f9a77c0-aaaa-bbbb',
    'ETag: "3f9a77c0"',
    'Sec-Fetch-Mode: cors',
  ])('is left alone: %s', (line) => {
    expect(masked(line)).toBe(line);
    expect(findSecrets(header(line), [])).toEqual([]);
  });
});

describe('a path', () => {
  it.each([
    ['/a?token=3f9a77c0&b=c', '/a?token=masked&b=c'],
    ['/a?b=c&api_key=3f9a77c0', '/a?b=c&api_key=masked'],
    ['/a?key=3f9a77c0', '/a?key=masked'],
    ['/a?X-Amz-Signature=3f9a77c0', '/a?X-Amz-Signature=masked'],
    ['/a?access%5Ftoken=3f9a77c0', '/a?access%5Ftoken=masked'],
    [`/a/${jwt}/b`, '/a/masked/b'],
    ['/token/3f9a77c0?page=2&sort=token', '/token/3f9a77c0?page=2&sort=token'],
    ['/a?token=&%=1', '/a?token=&%=1'],
  ])('%s', (path, expected) => {
    expect(maskScenario(asked({ path })).requests[0]?.path).toBe(expected);
  });
});

describe('a body', () => {
  it.each([
    ['{"user": "ann", "password" : "hunter2!"}', '{"user": "ann", "password" : "masked"}'],
    ['{"a":{"apiKey":"3f9a\\"77"},"pin":1}', '{"a":{"apiKey":"masked"},"pin":1}'],
    ['{"token": 12345678}', '{"token": "masked"}'],
    ['{"key":"colour","password":"","tokens":["a"]}', '{"key":"colour","password":"","tokens":["a"]}'],
    ['user=ann&password=hunter2!', 'user=ann&password=masked'],
    ['one pizza = good & password=none', 'one pizza = good & password=none'],
    [`Hello ${jwt}`, 'Hello masked'],
  ])('%s', (body, expected) => {
    expect(maskScenario(asked({ body })).requests[0]?.body?.text).toBe(expected);
    const plan = { response: { body }, preflight: { body } };
    const { response, preflight } = maskScenario(scenario('', plan)).plan;
    expect([response.body, preflight.body]).toEqual([expected, expected]);
  });
});

const everywhere: ScenarioSpec = {
  requests: [
    {},
    { path: '/a?token=3f9a77c0', headers: ['Authorization: Bearer 3f9a77c0'], body: '{"password":"hunter2!"}' },
  ],
  preflight: { lines: ['X-Api-Key: 3f9a77c0'] },
  response: { cookies: [cookie('session=3f9a77c0'), cookie('theme=1')] },
};

test('each is pointed out by its place, once, and never with its value', () => {
  const given = { ...scenario(`With ${jwt}`, everywhere), expect: 'Bearer 3f9a77c03f9a77c0 lets me in' };
  const found = findSecrets(given, []);
  expect(found).toEqual([
    { at: 'title', index: 0, kind: 'text', name: '' },
    { at: 'expect', index: 0, kind: 'text', name: '' },
    { at: 'request', index: 1, kind: 'parameter', name: 'token' },
    { at: 'request', index: 1, kind: 'header', name: 'Authorization' },
    { at: 'request', index: 1, kind: 'field', name: 'password' },
    { at: 'preflight', index: 0, kind: 'header', name: 'X-Api-Key' },
    { at: 'response', index: 0, kind: 'cookie', name: 'session' },
  ]);
  expect(maskScenario(given).expect).toBe('Bearer masked lets me in');
  expect(maskScenario(given).plan.response.cookies.map(({ value }) => value)).toEqual(['masked', '1']);
  expect(findSecrets(maskScenario(given), [])).toEqual([]);
});

test('what is no secret stays as it was', () => {
  const plain = scenario('A title', { requests: [{ path: '/a?b=c', body: '{"a":1}' }], response: { status: 404 } });
  expect(maskScenario(plain)).toEqual(plain);
});

test('what was recorded is masked too, and pointed out where the scenario has it not', () => {
  const exchange: Exchange = {
    number: 1,
    at: 0,
    request: {
      method: 'POST',
      url: 'http://localhost:4001/e/x/a?token=3f9a77c0',
      headers: [
        ['Origin', 'http://localhost:4000'],
        ['Cookie', 'other=3f9a77c0'],
        ['authorization', 'Bearer 3f9a77c0'],
      ],
      body: '{"password":"hunter2!"}',
    },
    response: {
      status: 200,
      statusText: 'OK',
      headers: [['Set-Cookie', 'session=3f9a77c0; Path=/e/x; HttpOnly']],
      body: '',
    },
  };
  const observation = { result: { kind: 'queued' }, exchanges: [exchange], at: 0, duration: 1 } as const;
  expect(JSON.stringify(maskObservation(observation))).not.toMatch(/3f9a77c0|hunter2/);
  expect(maskObservation(observation).exchanges?.[0]?.response?.headers).toEqual([
    ['Set-Cookie', 'session=masked; Path=/e/x; HttpOnly'],
  ]);
  expect(findSecrets(scenario('', everywhere), [exchange]).filter(({ at }) => at === 'wire')).toEqual([
    { at: 'wire', index: 0, kind: 'cookie', name: 'other' },
  ]);
});

test('what the browser and a cache in front remember is masked too', () => {
  const url = 'http://localhost:4001/e/x/a?token=3f9a77c0';
  const entry = {
    origin: '',
    url,
    credentials: true,
    at: 0,
    maxAge: null,
    expires: 1,
    kind: 'method',
    name: 'PUT',
  } as const;
  const stored = {
    host: 'localhost',
    path: '/',
    name: 'session',
    value: '3f9a77c0',
    sameSite: '',
    secure: false,
  } as const;
  const state = maskState({ preflights: [entry], cookies: [stored, { ...stored, value: '1' }] });
  expect(state.preflights[0]?.url).toBe('http://localhost:4001/e/x/a?token=masked');
  expect(state.cookies.map(({ value }) => value)).toEqual(['masked', '1']);

  const response = {
    status: 200,
    statusText: 'OK',
    headers: [['X-Token', '3f9a77c0']],
    body: '{"secret":"3f9a77c0"}',
  } as const;
  const nominated = [
    ['authorization', 'Bearer 3f9a77c0'],
    ['origin', null],
  ] as const;
  expect(maskCache([{ url, at: 0, lifetime: 60, madeFor: null, nominated, response }])).toEqual([
    {
      url: 'http://localhost:4001/e/x/a?token=masked',
      at: 0,
      lifetime: 60,
      madeFor: null,
      nominated: [
        ['authorization', 'Bearer masked'],
        ['origin', null],
      ],
      response: { ...response, headers: [['X-Token', 'masked']], body: '{"secret":"masked"}' },
    },
  ]);
});
