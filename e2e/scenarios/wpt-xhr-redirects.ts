import {
  anyOrigin,
  blocked,
  credentialed,
  get,
  once,
  options,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const xhr = { api: 'xhr' } as const;
const own = { ...xhr, target: 'page' } as const;
const include = { ...own, credentials: 'include' } as const;
const fromPage = 'GET page /orders';
const next = 'GET same-site /@1/orders';
const reflected = 'Access-Control-Allow-Origin: {origin}';
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const pony = 'Content-Type: application/x-pony';
const toApi = [redirect('same-site')];
const test = ['X-Test: test'];
const toApiAsked = (status: number) => ({
  preflight: { lines: [anyOrigin, 'Access-Control-Max-Age: 0'] },
  response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
});
const lost = 'headers that the request began with need a preflight even when they are gone';

/** https://github.com/web-platform-tests/wpt/blob/master/xhr/send-redirect-to-cors.htm and its neighbours */
export const wptXhrRedirects = [
  ...[
    { allows: 'any origin', lines: [anyOrigin], code: 'acao-wildcard-credentials' as const },
    { allows: 'the page and credentials', lines: [thisPage, credentialed], code: null },
    { allows: 'the page alone', lines: [thisPage], code: 'acac-missing' as const },
  ].map(({ allows, lines, code }) =>
    sequence({
      name: `XMLHttpRequest from page to API that allows ${allows}`,
      requests: [own, include],
      response: { lines, redirects: toApi },
      runs: [
        { expected: readable([fromPage, next]) },
        {
          request: 1,
          expected: code === null ? readable([fromPage, next]) : blocked(code, [fromPage, next]),
        },
      ],
    }),
  ),
  sequence({
    name: 'XMLHttpRequest from API to itself, which allows the redirect or not',
    requests: [xhr],
    runs: [
      { plan: { response: { lines: [thisPage], redirects: toApi } }, expected: readable([get, next]) },
      {
        plan: { response: { lines: [thisPage], redirects: [redirect('same-site', { cors: false })] } },
        expected: blocked('acao-missing', [get]),
      },
      {
        plan: { response: { lines: [thisPage], redirects: [redirect('same-site', { userinfo: true })] } },
        expected: blocked('redirect-userinfo', [get]),
      },
      {
        plan: { response: { lines: [thisPage], redirects: [redirect('data-url')] } },
        expected: blocked('redirect-scheme', [get]),
      },
    ],
  }),
  once({
    name: 'XMLHttpRequest from API to page',
    request: xhr,
    response: { lines: [reflected], redirects: [redirect('page')] },
    expected: readable([get, 'GET page /@1/orders'], { received: { Origin: ['{page}', 'null'] } }),
  }),
  sequence({
    name: 'XMLHttpRequest whose preflight is redirected',
    requests: [{ ...xhr, headers: test }],
    runs: [[anyOrigin], [anyOrigin, headers('x-test')]].map((lines) => ({
      plan: { preflight: { lines, redirects: toApi }, response: { lines: [anyOrigin] } },
      expected: blocked('preflight-redirect', [options]),
    })),
  }),
  once({
    name: 'XMLHttpRequest with a header, page to page',
    request: { ...own, headers: test },
    response: { redirects: [redirect('page')] },
    expected: readable([fromPage, 'GET page /@1/orders'], { received: { 'X-Test': ['test', 'test'] } }),
  }),

  sequence({
    name: 'XMLHttpRequest of GET from page to API, any status',
    requests: [own],
    runs: [301, 302, 303, 307].map((status) => ({
      plan: { response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] } },
      expected: readable([fromPage, next], { received: { 'Content-Type': [null, null] } }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest of GET with a type of its own, from page to API',
    requests: [{ ...own, headers: [pony] }],
    preflight: { lines: [anyOrigin, headers('Content-Type'), 'Access-Control-Max-Age: 0'] },
    runs: [301, 303].map((status) => ({
      plan: {
        preflight: { lines: [anyOrigin, headers('Content-Type'), 'Access-Control-Max-Age: 0'] },
        response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
      },
      expected: readable([fromPage, 'OPTIONS same-site /@1/orders', next], {
        received: { 'Content-Type': ['application/x-pony', null, 'application/x-pony'] },
      }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest of GET with a type that the API does not list, from page to API',
    requests: [{ ...own, headers: [pony] }],
    runs: [301, 302, 303, 307].map((status) => ({
      plan: {
        preflight: { lines: [anyOrigin] },
        response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
      },
      expected: blocked('header-not-allowed', [fromPage, 'OPTIONS same-site /@1/orders']),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest of POST and a method of its own, 301 to 303 from page to API',
    requests: [
      { ...own, method: 'POST', body: 'yoyo', headers: [pony] },
      { ...own, method: 'FOO', body: 'test', headers: [pony] },
    ],
    runs: [
      ...[301, 302].map((status) => ({
        plan: toApiAsked(status),
        expected: readable(['POST page /orders', next], { received: { 'Content-Type': ['application/x-pony', null] } }),
        firefox: {
          wire: ['POST page /orders', 'OPTIONS same-site /@1/orders', next],
          received: { 'Content-Type': ['application/x-pony', null, null] },
          because: lost,
        },
        webkit: {
          ...blocked('header-not-allowed', ['POST page /orders', 'OPTIONS same-site /@1/orders']),
          received: { 'Content-Type': ['application/x-pony', null] },
          because: 'preflights ask about the headers that the request began with',
        },
      })),
      {
        request: 1,
        plan: toApiAsked(303),
        expected: readable(['FOO page /orders', next], { received: { 'Content-Type': ['application/x-pony', null] } }),
        firefox: {
          wire: ['FOO page /orders', 'OPTIONS same-site /@1/orders', next],
          received: { 'Content-Type': ['application/x-pony', null, null] },
          because: lost,
        },
        webkit: {
          ...blocked('header-not-allowed', ['FOO page /orders', 'OPTIONS same-site /@1/orders']),
          received: { 'Content-Type': ['application/x-pony', null] },
          because: 'preflights ask about the headers that the request began with',
        },
      },
      {
        request: 1,
        plan: {
          preflight: { lines: [anyOrigin, headers('Content-Type'), 'Access-Control-Allow-Methods: FOO'] },
          response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 302 })] },
        },
        expected: readable(['FOO page /orders', 'OPTIONS same-site /@1/orders', 'FOO same-site /@1/orders'], {
          received: { 'Content-Type': ['application/x-pony', null, 'application/x-pony'] },
        }),
      },
    ],
  }),
  sequence({
    name: 'XMLHttpRequest of POST, 307 from page to API',
    requests: [
      { ...own, method: 'POST' },
      { ...own, method: 'POST', body: 'hello' },
      { ...own, method: 'POST', body: { type: 'bytes', text: 'ABC', mime: '' } },
    ],
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 307 })] },
    runs: [null, 'text/plain;charset=UTF-8', null].map((type, request) => ({
      request,
      expected: readable(['POST page /orders', 'POST same-site /@1/orders'], {
        received: { 'Content-Type': [type, type] },
      }),
    })),
  }),
  ...[307, 308].map((status) =>
    sequence({
      name: `XMLHttpRequest with a type of its own, ${status} from page to API`,
      requests: ['POST', 'FOO'].map((method) => ({ ...own, method, body: 'yoyo', headers: [pony] })),
      preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: FOO', 'Access-Control-Max-Age: 0'] },
      response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
      runs: [
        ...['POST', 'FOO'].map((method, request) => ({
          request,
          expected: blocked('header-not-allowed', [`${method} page /orders`, 'OPTIONS same-site /@1/orders']),
        })),
        {
          request: 1,
          plan: {
            preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: FOO', headers('Content-Type')] },
            response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
          },
          expected: readable(['FOO page /orders', 'OPTIONS same-site /@1/orders', 'FOO same-site /@1/orders'], {
            received: { 'Content-Type': ['application/x-pony', null, 'application/x-pony'] },
          }),
        },
      ],
    }),
  ),
  sequence({
    name: 'XMLHttpRequest of FOO with a safelisted type, 308 from page to API',
    requests: ['text/plain', 'multipart/form-data'].map((type) => ({
      ...own,
      method: 'FOO',
      body: 'yoyo',
      headers: [`Content-Type: ${type}`],
    })),
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: FOO', 'Access-Control-Max-Age: 0'] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 308 })] },
    runs: ['text/plain', 'multipart/form-data'].map((type, request) => ({
      request,
      expected: readable(['FOO page /orders', 'OPTIONS same-site /@1/orders', 'FOO same-site /@1/orders'], {
        received: { 'Content-Type': [type, null, type] },
      }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest from page to API that says nothing',
    requests: [{ ...own, headers: [pony] }],
    runs: [301, 302, 303, 307].map((status) => ({
      plan: { response: { redirects: [redirect('same-site', { status })] } },
      expected: blocked('acao-missing', [fromPage, 'OPTIONS same-site /@1/orders']),
    })),
  }),

  sequence({
    name: 'XMLHttpRequest with Authorization: to the page, by way of itself, and by way of the API',
    requests: [
      { ...own, headers: ['Authorization: Basic dXNlcjpwYXNz'] },
      { ...xhr, headers: ['Authorization: Basic dXNlcjpwYXNz'] },
    ],
    runs: [
      {
        expected: readable([fromPage], { received: { Authorization: ['Basic dXNlcjpwYXNz'] } }),
      },
      {
        plan: { response: { redirects: [redirect('page')] } },
        expected: readable([fromPage, 'GET page /@1/orders'], {
          received: { Authorization: ['Basic dXNlcjpwYXNz', 'Basic dXNlcjpwYXNz'] },
        }),
      },
      {
        request: 1,
        plan: {
          preflight: { lines: [anyOrigin, headers('Authorization')] },
          response: { lines: [anyOrigin], redirects: [redirect('page')] },
        },
        expected: readable([options, get, 'GET page /@1/orders'], {
          received: { Authorization: [null, 'Basic dXNlcjpwYXNz', null] },
        }),
        firefox: {
          wire: [options, get, 'OPTIONS page /@1/orders', 'GET page /@1/orders'],
          received: { Authorization: [null, 'Basic dXNlcjpwYXNz', null, null] },
          because: 'who once asked for permission asks at every further hop',
        },
        webkit: {
          wire: [options, get, 'OPTIONS page /@1/orders', 'GET page /@1/orders'],
          received: { Authorization: [null, 'Basic dXNlcjpwYXNz', null, null] },
          because: 'preflights ask about the headers that the request began with',
        },
      },
    ],
  }),
  sequence({
    name: 'XMLHttpRequest that is led nowhere',
    requests: [own],
    runs: [
      {
        plan: { response: { redirects: [redirect('data-url')] } },
        expected: blocked('redirect-scheme', [fromPage]),
      },
      {
        plan: { response: { redirects: Array.from({ length: 21 }, () => redirect('page', { status: 301 })) } },
        expected: blocked('redirect-too-many', [
          fromPage,
          ...Array.from({ length: 20 }, (_, i) => `GET page /@${i + 1}/orders`),
        ]),
      },
      ...[301, 302, 303, 307].map((status) => ({
        plan: { response: { redirects: [redirect('no-location', { status })] } },
        expected: readable([fromPage], { status }),
      })),
    ],
  }),
  sequence({
    name: 'XMLHttpRequest, and 3xx that is no redirect',
    requests: [own],
    runs: [300, 305, 306, 309, 399].map((status) => ({
      plan: { response: { redirects: [redirect('page', { status })] } },
      expected: readable([fromPage], { status }),
      ...(status > 308 && {
        webkit: {
          ...readable([fromPage, 'GET page /@1/orders']),
          because: 'almost any status that begins with 3 redirects',
        },
      }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest of GET with a type of its own, page to page, any status',
    requests: [{ ...own, headers: [pony] }],
    runs: [301, 302, 303, 307, 308].map((status) => ({
      plan: { response: { redirects: [redirect('page', { status })] } },
      expected: readable([fromPage, 'GET page /@1/orders'], {
        received: { 'Content-Type': ['application/x-pony', 'application/x-pony'] },
      }),
    })),
  }),
  sequence({
    name: 'XMLHttpRequest of POST with an upload listener, page to page',
    requests: [{ ...own, method: 'POST', body: 'Test Message', uploadListener: true }],
    runs: [301, 302, 303, 307].map((status) => ({
      plan: { response: { redirects: [redirect('page', { status })] } },
      expected: readable(['POST page /orders', `${status === 307 ? 'POST' : 'GET'} page /@1/orders`]),
    })),
  }),
];
