import { describe, expect, it } from 'vitest';
import { answer } from './answer.ts';
import { delayOf } from './answer-through.ts';
import { defaultPlan } from './defaults.ts';
import { endpointUrl, parseEndpointUrl } from './endpoint-url.ts';
import type { HeaderLine, WireRequest } from './http.ts';
import { type Answer, limits, type Origins, type Plan, type Redirect } from './scenario.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const id = 'abcdefghij_-0123';
const endpoint = `http://localhost:4001/e/${id}`;
const safety: readonly HeaderLine[] = [
  ['X-Content-Type-Options', 'nosniff'],
  ['Content-Security-Policy', "sandbox; default-src 'none'"],
];

const get: WireRequest = {
  method: 'GET',
  url: `${endpoint}/orders?page=2`,
  headers: [['Origin', 'http://localhost:4000']],
  body: null,
};
const preflight: WireRequest = {
  method: 'OPTIONS',
  url: get.url,
  headers: [
    ['Origin', 'http://localhost:4000'],
    ['Access-Control-Request-Method', 'PUT'],
  ],
  body: null,
};

const planned = (response: Partial<Answer>, rest: Partial<Plan> = {}): Plan => ({
  ...defaultPlan,
  response: { ...defaultPlan.response, ...response },
  ...rest,
});
const redirect = (to: Redirect['to'], more: Partial<Redirect> = {}): Redirect => ({
  to,
  status: 302,
  cors: false,
  userinfo: false,
  ...more,
});

it('answers the plan that says nothing about CORS', () => {
  expect(answer(defaultPlan, get, origins)).toEqual({
    status: 200,
    statusText: 'OK',
    headers: [['Content-Type', 'application/json'], ['Content-Length', '11'], ...safety],
    body: '{"ok":true}',
  });
  expect(answer(defaultPlan, preflight, origins)).toEqual({
    status: 204,
    statusText: 'No Content',
    headers: safety,
    body: '',
  });
});

it('takes an OPTIONS without the preflight headers for a request like any other', () => {
  expect(answer(defaultPlan, { ...get, method: 'OPTIONS' }, origins).status).toBe(200);
});

it('says the same lines to HEAD, without the body', () => {
  const head = answer(defaultPlan, { ...get, method: 'HEAD' }, origins);
  expect(head).toEqual({ ...answer(defaultPlan, get, origins), body: '' });
});

it.each([
  [200, 'añ€', '6'],
  [404, '', '0'],
  [205, 'ignored', '0'],
  [204, 'ignored', null],
  [304, 'ignored', null],
])('%i with the body %j has the length %j', (status, body, length) => {
  const { headers } = answer(planned({ status, body }), get, origins);
  expect(headers.find(([name]) => name === 'Content-Length')?.[1] ?? null).toBe(length);
});

it('knows no reason phrase for a status of its own', () => {
  expect(answer(planned({ status: 299 }), get, origins)).toMatchObject({ status: 299, statusText: '' });
});

it('sends header lines as the plan writes them: order, case, duplicates, tokens filled, without those that have no value', () => {
  const headers: readonly HeaderLine[] = [
    ['access-control-ALLOW-origin', '{page}'],
    ['Access-Control-Allow-Origin', '{origin in {page} {second}}'],
    ['Access-Control-Allow-Headers', '{requested-headers}'],
    ['Vary', ''],
  ];
  expect(answer(planned({ headers, body: '' }), get, origins).headers).toEqual([
    ['access-control-ALLOW-origin', 'http://localhost:4000'],
    ['Access-Control-Allow-Origin', 'http://localhost:4000'],
    ['Vary', ''],
    ['Content-Length', '0'],
    ...safety,
  ]);
});

it('does not repeat a stranger without end', () => {
  const flood = { ...get, headers: [['Origin', 'x'.repeat(5000)]] } as const;
  const plan = planned({
    headers: [
      ['X-A', '{origin}'],
      ['X-B', '{origin}'.repeat(4)],
    ],
  });
  expect(answer(plan, flood, origins).headers.map(([name]) => name)).not.toContain('X-B');
  expect(answer(plan, flood, origins).headers.map(([name]) => name)).toContain('X-A');
});

it('sends a value as long as all headers may be together, and none that is longer', () => {
  const plan = planned({ headers: [['X-A', '{origin}']] });
  const names = (length: number) =>
    answer(plan, { ...get, headers: [['Origin', 'x'.repeat(length)]] }, origins).headers.map(([name]) => name);
  expect(names(limits.headersTotalLength)).toContain('X-A');
  expect(names(limits.headersTotalLength + 1)).not.toContain('X-A');
});

it('answers what is nobody’s endpoint without cookies or redirects', () => {
  const cookies = [{ name: 'a', value: '1', sameSite: '', secure: false, httpOnly: false }] as const;
  const plan = planned({ cookies, delay: 50, redirects: [redirect('second')] });
  const elsewhere = { ...get, url: 'http://localhost:4001/' };
  expect(answer(plan, elsewhere, origins).headers).toEqual(answer(planned({}), get, origins).headers);
  expect(delayOf(planned({ delay: 50 }), elsewhere)).toBe(50);
});

it('answers with a script of its own making where one is asked for', () => {
  const script = planned({ headers: [['content-type', 'text/javascript']], body: 'alert(1)' });
  expect(answer(script, get, origins).body).toBe('thisScriptCouldBeRead;\n');
});

it('keeps cookies on the endpoint', () => {
  const cookies = [
    { name: 'a', value: '1', sameSite: '', secure: false, httpOnly: false },
    { name: 'b', value: '', sameSite: 'None', secure: true, httpOnly: true },
  ] as const;
  const { headers } = answer(planned({ cookies }), get, origins);
  expect(headers.filter(([name]) => name === 'Set-Cookie')).toEqual([
    ['Set-Cookie', 'a=1; Path=/e/abcdefghij_-0123'],
    ['Set-Cookie', 'b=; Path=/e/abcdefghij_-0123; SameSite=None; Secure; HttpOnly'],
  ]);
});

describe('redirects', () => {
  it.each<[string, Redirect, string | null]>([
    ['to another origin', redirect('second'), `http://localhost:4002/e/${id}/@1/orders?page=2`],
    [
      'with userinfo',
      redirect('cross-site', { userinfo: true }),
      `http://user:secret@127.0.0.1:4001/e/${id}/@1/orders?page=2`,
    ],
    ['nowhere', redirect('no-location'), null],
    ['to what is no URL', redirect('unparsable'), 'http://[oops]/'],
    ['to a data: URL', redirect('data-url'), 'data:text/plain,hello'],
  ])('%s', (_, hop, location) => {
    const { status, statusText, headers, body } = answer(planned({ redirects: [hop] }), get, origins);
    expect({ status, statusText, body }).toEqual({ status: 302, statusText: 'Found', body: '' });
    expect(headers).toEqual([
      ...(location === null ? [] : [['Location', location]]),
      ['Cache-Control', 'no-store'],
      ['Content-Length', '0'],
      ...safety,
    ]);
  });

  it('go on from hop to hop, and end with the answer', () => {
    const plan = planned({
      redirects: [redirect('cross-site', { status: 307 }), redirect('page', { status: 308 })],
      delay: 50,
    });
    const at = (path: string) => ({ ...get, url: `http://127.0.0.1:4001/e/${id}${path}` });
    expect(answer(plan, at('/orders'), origins).headers[0]).toEqual([
      'Location',
      `http://127.0.0.1:4001/e/${id}/@1/orders`,
    ]);
    expect(answer(plan, at('/@1/orders'), origins)).toMatchObject({
      status: 308,
      headers: [['Location', `http://localhost:4000/e/${id}/@2/orders`], {}, {}, {}, {}],
    });
    expect(answer(plan, at('/@2/orders'), origins)).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect(answer(plan, at('/@77/orders'), origins)).toMatchObject({ status: 200, body: '{"ok":true}' });
    expect([at('/orders'), at('/@1/orders'), at('/@2/orders')].map((request) => delayOf(plan, request))).toEqual([
      0, 0, 50,
    ]);
  });

  it('carry the CORS lines of the answer only where told to', () => {
    const headers: readonly HeaderLine[] = [
      ['X-Other', '1'],
      ['access-control-allow-origin', '{origin}'],
      ['Vary', 'Origin'],
      ['X-Access-Control-Allow-Origin', '*'],
      ['Vary-By', 'x'],
    ];
    const names = (cors: boolean) =>
      answer(planned({ headers, redirects: [redirect('second', { cors })] }), get, origins).headers.map(
        ([name]) => name,
      );
    expect(names(false)).toEqual([
      'Location',
      'Cache-Control',
      'Content-Length',
      'X-Content-Type-Options',
      'Content-Security-Policy',
    ]);
    expect(names(true)).toEqual([
      'Location',
      'access-control-allow-origin',
      'Vary',
      'Cache-Control',
      'Content-Length',
      'X-Content-Type-Options',
      'Content-Security-Policy',
    ]);
  });

  it('belong to the preflight when they are in its answer', () => {
    const plan: Plan = { ...defaultPlan, preflight: { ...defaultPlan.preflight, redirects: [redirect('second')] } };
    expect(answer(plan, preflight, origins).status).toBe(302);
    expect(answer(plan, get, origins).status).toBe(200);
  });
});

describe('a library', () => {
  const library = {
    name: 'express',
    origins: '{page}',
    methods: '',
    headers: '',
    expose: '',
    credentials: false,
    maxAge: '',
  } as const;

  it('knows the origins of this deployment', () => {
    expect(answer(planned({}, { library }), get, origins).headers).toContainEqual([
      'Access-Control-Allow-Origin',
      'http://localhost:4000',
    ]);
  });

  it('sees only the redirects that carry CORS headers', () => {
    const through = (cors: boolean) =>
      answer(planned({ redirects: [redirect('second', { cors })] }, { library }), get, origins).headers.map(
        ([name]) => name,
      );
    expect(through(true)).toContain('Access-Control-Allow-Origin');
    expect(through(false)).not.toContain('Access-Control-Allow-Origin');
  });
});

it.each([
  [`${endpoint}/orders?page=2`, { id, hop: 0, path: '/orders?page=2' }],
  [`${endpoint}`, { id, hop: 0, path: '/' }],
  [`${endpoint}?a=/@1/`, { id, hop: 0, path: '/?a=/@1/' }],
  [`${endpoint}/`, { id, hop: 0, path: '/' }],
  [`${endpoint}/@1`, { id, hop: 1, path: '/' }],
  [`${endpoint}/@21/a/b`, { id, hop: 21, path: '/a/b' }],
  [`${endpoint}/@1?x`, { id, hop: 1, path: '/?x' }],
  [`${endpoint}/@1x`, { id, hop: 0, path: '/@1x' }],
  [`${endpoint}/@me`, { id, hop: 0, path: '/@me' }],
  [`${endpoint}k/orders`, null],
  ['http://localhost:4001/e/short/orders', null],
  ['http://localhost:4001/', null],
  ['http://localhost:4001', null],
  [`http://localhost:4001/x/e/${id}/`, null],
  [`/e/${id}/orders`, null],
  [`xx/e/${id}/orders`, null],
  [`a http://localhost:4001/e/${id}/orders`, null],
  [`http:///e/${id}/orders`, null],
  [`a://b/e/${id}/`, { id, hop: 0, path: '/' }],
  ['', null],
])('%j is read as %j', (url, parsed) => {
  expect(parseEndpointUrl(url)).toEqual(parsed);
});

it('builds the URL of an endpoint', () => {
  expect(endpointUrl('http://localhost:4001', id, '/orders?page=2')).toBe(get.url);
});
