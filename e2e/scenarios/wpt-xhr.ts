import {
  anyOrigin,
  blocked,
  cookie,
  credentialed,
  get,
  once,
  options,
  post,
  put,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const methods = (value: string) => `Access-Control-Allow-Methods: ${value}`;
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const maxAge = (value: string) => `Access-Control-Max-Age: ${value}`;
const anew = maxAge('0');
const response = { lines: [anyOrigin] };
const open = { lines: [thisPage, credentialed] };
const fromPage = 'GET page /orders';
const allowing = (...lines: readonly string[]) => ({ preflight: { lines: [anyOrigin, ...lines] }, response });

const xhr = { api: 'xhr' } as const;
const include = { ...xhr, credentials: 'include' } as const;
const framed = { ...xhr, context: 'sandboxed-iframe' } as const;
const PUT = { ...xhr, method: 'PUT', body: 'PASS: PUT data received' };
const POST = { ...xhr, method: 'POST', body: 'Test' };
const test = { ...xhr, headers: ['X-Test: foobar'] };

/** https://github.com/web-platform-tests/wpt/tree/master/xhr */
export const wptXhr = [
  sequence({
    name: 'XMLHttpRequest is allowed this page, or any',
    requests: [xhr],
    runs: [thisPage, anyOrigin].map((line) => ({
      plan: { response: { lines: [line] } },
      expected: readable([get], { received: { Origin: ['{page}'] } }),
    })),
  }),
  once({
    name: 'XMLHttpRequest in a worker',
    request: { ...xhr, context: 'worker' },
    response: { lines: [thisPage] },
    expected: readable([get], { received: { Origin: ['{page}'] } }),
  }),
  sequence({
    name: 'XMLHttpRequest is denied, but not by its own origin',
    requests: [{ ...xhr, target: 'page' }, xhr],
    runs: [
      { expected: readable([fromPage]) },
      { request: 1, expected: blocked('acao-missing', [get]) },
      { request: 1, expected: blocked('acao-missing', [get]) },
    ],
  }),
  once({
    name: 'XMLHttpRequest of PUT with text',
    request: { ...PUT, headers: ['Content-Type: text/plain; charset=UTF-8'] },
    ...allowing(methods('PUT')),
    expected: readable([options, put], { received: { 'Content-Type': [null, 'text/plain; charset=UTF-8'] } }),
  }),
  once({
    name: 'XMLHttpRequest of PUT with XML',
    request: { ...PUT, headers: ['Content-Type: application/xml'] },
    ...allowing(methods('PUT')),
    expected: blocked('header-not-allowed', [options]),
  }),
  once({
    name: 'XMLHttpRequest of PUT with Last-Event-ID',
    request: { ...PUT, headers: ['Last-Event-ID: e5p3n<3k0k0s'] },
    ...allowing(methods('PUT')),
    expected: blocked('header-not-allowed', [options]),
  }),
  sequence({
    name: 'XMLHttpRequest of POST with XML, and the server does not know preflights',
    requests: [
      { ...POST, target: 'page', headers: ['Content-Type: application/xml'] },
      { ...POST, headers: ['Content-Type: application/xml'] },
    ],
    response,
    runs: [{ expected: readable(['POST page /orders']) }, { request: 1, expected: blocked('acao-missing', [options]) }],
  }),
  once({
    name: 'XMLHttpRequest of POST with text needs no preflight',
    request: POST,
    response,
    expected: readable([post], { received: { 'Content-Type': ['text/plain;charset=UTF-8'] } }),
  }),
  once({
    name: 'XMLHttpRequest of POST with safelisted headers',
    request: {
      ...POST,
      headers: ['Accept: *', 'Accept-Language: ru', 'Content-Language: ru', 'Content-Type: text/plain'],
    },
    response,
    expected: readable([post], {
      received: { Accept: ['*'], 'Accept-Language': ['ru'], 'Content-Language': ['ru'] },
    }),
  }),
  once({
    name: 'XMLHttpRequest of a form needs no preflight',
    request: { ...xhr, method: 'POST', body: { type: 'multipart', text: 'key=value', mime: '' } },
    response,
    expected: readable([post]),
  }),
  once({
    name: 'XMLHttpRequest of a form with Authorization and credentials',
    request: {
      ...include,
      method: 'POST',
      body: { type: 'multipart', text: 'key=value', mime: '' },
      headers: ['Authorization: Bearer access-token'],
    },
    preflight: { lines: [thisPage, credentialed, headers('Authorization')] },
    response: open,
    expected: readable([options, post], { received: { Authorization: [null, 'Bearer access-token'] } }),
  }),

  sequence({
    name: 'XMLHttpRequest, and the server does not know preflights',
    requests: [test, { ...xhr, method: 'FOO' }, PUT],
    response,
    runs: [0, 1, 2].map((request) => ({ request, expected: blocked('acao-missing', [options]) })),
  }),
  sequence({
    name: 'XMLHttpRequest, and the preflight allows nothing',
    requests: [test, { ...xhr, method: 'DELETE' }],
    ...allowing(),
    runs: [
      { expected: blocked('header-not-allowed', [options]) },
      { request: 1, expected: blocked('method-not-allowed', [options]) },
    ],
  }),
  once({
    name: 'XMLHttpRequest with a header, which the preflight names and does not carry',
    request: test,
    ...allowing(headers('x-test')),
    expected: readable([options, get], {
      received: {
        'Access-Control-Request-Headers': ['x-test', null],
        'Access-Control-Request-Method': ['GET', null],
        'X-Test': [null, 'foobar'],
      },
    }),
  }),
  once({
    name: 'XMLHttpRequest with headers, sorted by bytes',
    request: {
      ...xhr,
      headers: ['X-Custom-Test: 1', 'X-Custom-ua: 2', 'X-Custom-V: 3', 'X-Custom-s: 4', 'X-Custom-U: 5'],
    },
    ...allowing(headers('{requested-headers}')),
    expected: readable([options, get], {
      received: {
        'Access-Control-Request-Headers': ['x-custom-s,x-custom-test,x-custom-u,x-custom-ua,x-custom-v', null],
      },
    }),
  }),
  once({
    name: 'XMLHttpRequest, any header',
    request: test,
    ...allowing(headers('*')),
    expected: readable([options, get]),
  }),
  once({
    name: 'XMLHttpRequest, the page is allowed by the preflight and anybody by the response',
    request: test,
    preflight: { lines: [thisPage, headers('X-Test')] },
    response,
    expected: readable([options, get]),
  }),
  once({
    name: 'XMLHttpRequest, and the preflight has a body too',
    request: test,
    preflight: { status: 200, body: 'FAIL', lines: [anyOrigin, headers('X-Test')] },
    response: { ...response, body: 'PASS' },
    expected: readable([options, get], { body: 'PASS' }),
  }),
  sequence({
    name: 'XMLHttpRequest, and the preflight is not answered with success',
    requests: [test],
    runs: [
      {
        plan: {
          preflight: { lines: [anyOrigin, headers('X-Test')], redirects: [redirect('same-site', { status: 301 })] },
        },
        expected: blocked('preflight-redirect', [options]),
      },
      ...[400, 501].map((status) => ({
        plan: { preflight: { status, lines: [anyOrigin, headers('X-Test')] } },
        expected: blocked('preflight-status', [options]),
      })),
    ],
  }),
  sequence({
    name: 'XMLHttpRequest, lists that begin with a comma',
    requests: [{ ...xhr, headers: ['X-Print: unicorn', 'Y-Print: narwhal'] }, PUT],
    ...allowing(headers(',y-lol,x-print, ,,,y-print'), methods(',,PUT,GET'), anew),
    runs: [{ expected: readable([options, get]) }, { request: 1, expected: readable([options, put]) }],
  }),
  sequence({
    name: 'XMLHttpRequest, a permission is remembered',
    requests: [PUT, { ...PUT, headers: ['X-Test: headerValue'] }, { ...xhr, method: 'XMETHOD' }],
    ...allowing(methods('PUT'), maxAge('600')),
    runs: [
      { expected: readable([options, put]) },
      { expected: readable([put]) },
      { request: 1, expected: blocked('header-not-allowed', [options]) },
      { request: 2, expected: blocked('method-not-allowed', [options]) },
    ],
  }),
  sequence({
    name: 'XMLHttpRequest, a permission runs out',
    requests: [PUT, PUT],
    ...allowing(methods('PUT'), maxAge('1')),
    runs: [
      { expected: readable([options, put]) },
      { request: 1, afterExpiry: true, expected: readable([options, put]) },
    ],
  }),
  sequence({
    name: 'XMLHttpRequest, a preflight carries no cookie',
    requests: [include, { ...include, headers: ['X-Proprietary-Header: foo'] }],
    preflight: { lines: [thisPage, credentialed, headers('X-Proprietary-Header')] },
    response: { ...open, cookies: [cookie('foo=bar')] },
    runs: [
      { expected: readable([get]) },
      { request: 1, expected: readable([options, get], { received: { Cookie: [null, 'foo=bar'] } }) },
    ],
  }),
  sequence({
    name: 'XMLHttpRequest sends and keeps cookies only with credentials',
    requests: [xhr, include, xhr, include],
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [null, null, null, 'session=1'].map((value, request) => ({
      request,
      expected: readable([get], { received: { Cookie: [value] } }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest with credentials, and Access-Control-Allow-Credentials is not true',
    requests: [include],
    runs: ['TRUE', 'True', '"true"', 'false', '1', '0'].map((value) => ({
      plan: { response: { lines: [thisPage, `Access-Control-Allow-Credentials: ${value}`] } },
      expected: blocked('acac-not-true', [get]),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest with Authorization, with credentials and without',
    requests: [
      { ...include, headers: ['Authorization: Basic dXNlcjpwYXNz'] },
      { ...xhr, headers: ['Authorization: Basic dXNlcjpwYXNz'] },
    ],
    preflight: { lines: [thisPage, credentialed, headers('Authorization'), anew] },
    response: open,
    runs: [0, 1].map((request) => ({
      request,
      expected: readable([options, get], { received: { Authorization: [null, 'Basic dXNlcjpwYXNz'] } }),
    })),
  }),
  once({
    name: 'XMLHttpRequest with Authorization, which is not listed',
    request: { ...xhr, headers: ['Authorization: Basic dXNlcjpwYXNz'] },
    ...allowing(headers('x-user, x-pass')),
    expected: blocked('header-not-allowed', [options]),
  }),
  once({
    name: 'XMLHttpRequest with credentials is not asked for a password',
    request: { ...include, method: 'PUT' },
    preflight: { lines: [thisPage, credentialed, methods('PUT')] },
    response: { ...open, status: 401 },
    expected: readable([options, put], { status: 401 }),
  }),
  sequence({
    name: 'XMLHttpRequest that asks whether something was modified',
    requests: [{ ...xhr, headers: ['If-None-Match: "7"'] }],
    preflight: { lines: [anyOrigin, headers('If-None-Match'), anew] },
    response: { status: 304, lines: [anyOrigin] },
    runs: [
      { expected: readable([options, get], { status: 304, received: { 'If-None-Match': [null, '"7"'] } }) },
      {
        plan: { preflight: { lines: [anyOrigin, headers('If-None-Match'), anew] }, response: { status: 304 } },
        expected: blocked('acao-missing', [options, get]),
      },
    ],
  }),

  once({
    name: 'XMLHttpRequest reads the safelisted response headers',
    request: xhr,
    response: {
      lines: [
        anyOrigin,
        'Cache-Control: no-cache',
        'Content-Language: en',
        'Expires: Thu, 01 Dec 1994 16:00:00 GMT',
        'Last-Modified: Thu, 01 Dec 1994 10:00:00 GMT',
        'Pragma: no-cache',
        'X-Webkit: foobar',
      ],
    },
    expected: readable([get], {
      visible: [
        'cache-control',
        'content-language',
        'content-length',
        'content-type',
        'expires',
        'last-modified',
        'pragma',
      ],
    }),
  }),
  once({
    name: 'XMLHttpRequest reads what is exposed',
    request: xhr,
    response: { lines: [anyOrigin, 'X-foo: BAR', 'x-test: TEST', 'Access-Control-Expose-Headers: x-Foo'] },
    expected: readable([get], { visible: ['content-length', 'content-type', 'x-foo'] }),
  }),
  once({
    name: 'XMLHttpRequest reads what is exposed after a redirect',
    request: { ...xhr, target: 'page' },
    response: {
      lines: [anyOrigin, 'Foo: bar', 'Hoge: fuga', 'Access-Control-Expose-Headers: foo'],
      redirects: [redirect('same-site')],
    },
    expected: readable([fromPage, 'GET same-site /@1/orders'], { visible: ['content-length', 'content-type', 'foo'] }),
  }),

  sequence({
    name: 'XMLHttpRequest in a sandboxed frame: its own server is a stranger',
    requests: [{ ...framed, target: 'page' }],
    runs: [
      {
        plan: { response: { lines: [anyOrigin] } },
        expected: readable([fromPage], { received: { Origin: ['null'] } }),
      },
      {
        plan: { response: { lines: ['Access-Control-Allow-Origin: null', credentialed] } },
        expected: readable([fromPage], { received: { Origin: ['null'] } }),
      },
      { plan: {}, expected: blocked('acao-missing', [fromPage]) },
    ],
  }),
  once({
    name: 'XMLHttpRequest in a sandboxed frame, and the server allows the page around it',
    request: framed,
    response: { lines: [thisPage] },
    expected: blocked('acao-mismatch', [get], { received: { Origin: ['null'] } }),
  }),

  sequence({
    name: 'XMLHttpRequest with an upload listener needs a preflight',
    requests: [{ ...POST, uploadListener: true }, POST],
    ...allowing(anew),
    runs: [{ expected: readable([options, post]) }, { request: 1, expected: readable([post]) }],
  }),
  once({
    name: 'XMLHttpRequest with an upload listener, redirected to the API',
    request: { ...POST, target: 'page', uploadListener: true },
    preflight: { lines: [anyOrigin] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 307 })] },
    expected: readable(['POST page /orders', 'OPTIONS same-site /@1/orders', 'POST same-site /@1/orders']),
  }),
];
