import {
  anyOrigin,
  blocked,
  credentialed,
  get,
  once,
  opaque,
  options,
  post,
  put,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const asksOn = 'who once asked for permission asks at every further hop';
const asBegun = 'a redirect of another origin is checked as the request began: with credentials';
const reflected = 'Access-Control-Allow-Origin: {origin}';
const fromPage = 'GET page /orders';
const PUT = { method: 'PUT', body: 'one pizza' };
const POST = { method: 'POST', body: 'one pizza' };
const toItself = redirect('same-site');
const next = 'GET same-site /@1/orders';
const hops = (count: number) => ({ lines: [anyOrigin], redirects: Array.from({ length: count }, () => toItself) });
const hopMessages = (count: number) => [
  get,
  ...Array.from({ length: count }, (_, i) => `GET same-site /@${i + 1}/orders`),
];

/** https://fetch.spec.whatwg.org/#http-redirect-fetch */
export const redirects = [
  once({
    name: 'page to page',
    request: { target: 'page' },
    response: { redirects: [redirect('page', { cors: false })] },
    expected: readable([fromPage, 'GET page /@1/orders']),
  }),
  once({
    name: 'page to API that allows the page',
    request: { target: 'page' },
    response: { lines: [thisPage], redirects: [redirect('same-site', { cors: false })] },
    expected: readable([fromPage, next], { received: { Origin: [null, '{page}'] } }),
  }),
  once({
    name: 'page to API that says nothing',
    request: { target: 'page' },
    response: { redirects: [toItself] },
    expected: blocked('acao-missing', [fromPage, next]),
  }),
  once({
    name: 'a POST in mode no-cors, from the page to an API',
    request: { target: 'page', method: 'POST', mode: 'no-cors' },
    response: { redirects: [redirect('same-site', { status: 307 })] },
    expected: opaque('opaque-no-cors', ['POST page /orders', 'POST same-site /@1/orders'], {
      received: { Origin: ['{page}', '{page}'] },
    }),
    chromium: {
      received: { Origin: ['{page}', 'null'] },
      because: 'below CORS, any redirect to another origin hides the origin',
    },
  }),
  once({
    name: 'a client hint and another origin',
    request: { target: 'page', headers: ['RTT: 100'] },
    response: { lines: [anyOrigin], redirects: [toItself] },
    expected: blocked('acao-missing', [fromPage, 'OPTIONS same-site /@1/orders'], { received: { RTT: ['100', null] } }),
    chromium: {
      ...readable([fromPage, next], { received: { RTT: ['100', null] } }),
      because: 'it drops client hints that a redirect would take to another origin',
    },
  }),
  once({
    name: 'API to itself',
    response: { lines: [thisPage], redirects: [toItself] },
    expected: readable([get, next], { received: { Origin: ['{page}', '{page}'] } }),
  }),
  once({
    name: 'API to itself, and the redirect says nothing about CORS',
    response: { lines: [thisPage], redirects: [redirect('same-site', { cors: false })] },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'API to another that allows the page: but now the origin is null',
    response: { lines: [thisPage], redirects: [redirect('second')] },
    expected: blocked('acao-mismatch', [get, 'GET second /@1/orders'], { received: { Origin: ['{page}', 'null'] } }),
  }),
  once({
    name: 'API to another that allows any origin',
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: readable([get, 'GET second /@1/orders']),
  }),
  once({
    name: 'API to another that allows whoever asks',
    response: { lines: [reflected], redirects: [redirect('second')] },
    expected: readable([get, 'GET second /@1/orders'], { received: { Origin: ['{page}', 'null'] } }),
  }),
  once({
    name: 'API across sites',
    response: { lines: [anyOrigin], redirects: [redirect('cross-site')] },
    expected: readable([get, 'GET cross-site /@1/orders']),
  }),
  once({
    name: 'API back to the page, which must allow null',
    response: { lines: [reflected], redirects: [redirect('page')] },
    expected: readable([get, 'GET page /@1/orders'], {
      visible: ['content-length', 'content-type'],
      received: { Origin: ['{page}', 'null'] },
    }),
  }),
  once({
    name: 'API back to the page, which allows itself',
    response: { lines: [thisPage], redirects: [redirect('page')] },
    expected: blocked('acao-mismatch', [get, 'GET page /@1/orders']),
  }),
  once({
    name: 'page to API and back',
    request: { target: 'page' },
    response: { lines: [reflected], redirects: [toItself, redirect('page')] },
    expected: readable([fromPage, next, 'GET page /@2/orders'], { received: { Origin: [null, '{page}', 'null'] } }),
    webkit: { ...blocked('acac-missing', [fromPage, next]), received: {}, because: asBegun },
  }),
  once({
    name: 'page to API to another',
    request: { target: 'page' },
    response: { lines: [thisPage], redirects: [toItself, redirect('second')] },
    expected: blocked('acao-mismatch', [fromPage, next, 'GET second /@2/orders'], {
      received: { Origin: [null, '{page}', 'null'] },
    }),
    webkit: { ...blocked('acac-missing', [fromPage, next]), received: {}, because: asBegun },
  }),
  once({
    name: 'API to another with credentials',
    request: { credentials: 'include' },
    response: { lines: [reflected, credentialed], redirects: [redirect('second')] },
    expected: readable([get, 'GET second /@1/orders']),
  }),
  once({
    name: 'API to another with credentials, any origin',
    request: { credentials: 'include' },
    response: { lines: [anyOrigin, credentialed], redirects: [redirect('second')] },
    expected: blocked('acao-wildcard-credentials', [get]),
  }),

  ...[301, 302, 303].map((status) =>
    once({
      name: `${status} makes POST a GET`,
      request: POST,
      response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
      expected: readable([post, next], { received: { 'Content-Type': ['text/plain;charset=UTF-8', null] } }),
    }),
  ),
  ...[307, 308].map((status) =>
    once({
      name: `${status} keeps POST`,
      request: POST,
      response: { lines: [anyOrigin], redirects: [redirect('same-site', { status })] },
      expected: readable([post, 'POST same-site /@1/orders']),
    }),
  ),
  once({
    name: '301 keeps PUT, and asks for permission again',
    request: PUT,
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 301 })] },
    expected: readable([options, put, 'OPTIONS same-site /@1/orders', 'PUT same-site /@1/orders']),
  }),
  once({
    name: '303 makes PUT a GET, which needs no permission',
    request: PUT,
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 303 })] },
    expected: readable([options, put, next]),
    firefox: { wire: [options, put, 'OPTIONS same-site /@1/orders', next], because: asksOn },
    webkit: { wire: [options, put, 'OPTIONS same-site /@1/orders', next], because: asksOn },
  }),
  once({
    name: 'a header of one’s own, redirected to another API',
    request: { headers: ['X-Trace: 1'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: X-Trace'] },
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'], {
      received: { 'X-Trace': [null, '1', null, '1'], Origin: ['{page}', '{page}', 'null', 'null'] },
    }),
    firefox: {
      received: { Origin: ['{page}', '{page}', '{page}', 'null'] },
      because: 'the preflight does not yet know that the origin is null',
    },
  }),
  once({
    name: 'a header of one’s own, redirected to another API that allows whoever asks',
    request: { headers: ['X-Trace: 1'] },
    preflight: { lines: [reflected, 'Access-Control-Allow-Headers: X-Trace'] },
    response: { lines: [reflected], redirects: [redirect('second')] },
    expected: readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']),
  }),
  once({
    name: 'a header of one’s own, redirected to another API whose preflight allows the page',
    request: { headers: ['X-Trace: 1'] },
    preflight: { lines: [thisPage, 'Access-Control-Allow-Headers: X-Trace'] },
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: blocked('acao-mismatch', [options, get, 'OPTIONS second /@1/orders']),
    firefox: {
      ...readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']),
      because: 'the preflight does not yet know that the origin is null',
    },
  }),
  once({
    name: 'page to API with a header of one’s own',
    request: { target: 'page', headers: ['X-Trace: 1'] },
    response: { lines: [thisPage], redirects: [toItself] },
    expected: blocked('acao-missing', [fromPage, 'OPTIONS same-site /@1/orders']),
  }),
  once({
    name: 'DELETE, redirected to another API',
    request: { target: 'page', method: 'DELETE' },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: DELETE'] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 307 })] },
    expected: readable(['DELETE page /orders', 'OPTIONS same-site /@1/orders', 'DELETE same-site /@1/orders']),
    webkit: { wire: ['DELETE page /orders', next], because: 'DELETE becomes GET where an origin is crossed' },
  }),
  once({
    name: 'Authorization is left behind on the way to another API',
    request: { headers: ['Authorization: Bearer abc'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: Authorization'] },
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: readable([options, get, 'GET second /@1/orders'], {
      received: { Authorization: [null, 'Bearer abc', null] },
    }),
    firefox: {
      wire: [options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'],
      received: { Authorization: [null, 'Bearer abc', null, null] },
      because: asksOn,
    },
    webkit: {
      wire: [options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'],
      received: {
        Authorization: [null, 'Bearer abc', null, null],
        'Access-Control-Request-Headers': ['authorization', null, 'authorization', null],
      },
      because: 'who once asked for permission asks for the same at every further hop',
    },
  }),
  once({
    name: 'Authorization, once it is left behind',
    request: { headers: ['Authorization: Bearer abc'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: Authorization'] },
    response: { lines: [anyOrigin], redirects: [redirect('second'), redirect('second')] },
    expected: readable([options, get, 'GET second /@1/orders', 'GET second /@2/orders'], {
      received: { Authorization: [null, 'Bearer abc', null, null] },
    }),
    firefox: {
      wire: [
        options,
        get,
        'OPTIONS second /@1/orders',
        'GET second /@1/orders',
        'OPTIONS second /@2/orders',
        'GET second /@2/orders',
      ],
      received: {
        Authorization: [null, 'Bearer abc', null, null, null, 'Bearer abc'],
        'Access-Control-Request-Headers': ['authorization', null, null, null, 'authorization', null],
      },
      because: 'each redirect within an origin starts from the headers that the request began with',
    },
    webkit: {
      wire: [
        options,
        get,
        'OPTIONS second /@1/orders',
        'GET second /@1/orders',
        'OPTIONS second /@2/orders',
        'GET second /@2/orders',
      ],
      received: { Authorization: [null, 'Bearer abc', null, null, null, null] },
      because: 'who once asked for permission asks for the same at every further hop',
    },
  }),
  once({
    name: 'Authorization stays on the way to the same API',
    request: { headers: ['Authorization: Bearer abc'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: Authorization'] },
    response: { lines: [anyOrigin], redirects: [toItself] },
    expected: readable([options, get, 'OPTIONS same-site /@1/orders', next], {
      received: { Authorization: [null, 'Bearer abc', null, 'Bearer abc'] },
    }),
  }),

  once({ name: '20 redirects', response: hops(20), expected: readable(hopMessages(20)) }),
  once({
    name: 'twenty redirects of a request with keepalive',
    request: { keepalive: true },
    response: hops(20),
    expected: readable(hopMessages(20)),
    chromium: {
      ...blocked('redirect-too-many', hopMessages(19)),
      because: 'another part of it follows these, and counts otherwise',
    },
  }),
  once({ name: '21 redirects', response: hops(21), expected: blocked('redirect-too-many', hopMessages(20)) }),
  once({
    name: 'a password in Location, API to itself',
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { userinfo: true })] },
    expected: blocked('redirect-userinfo', [get]),
  }),
  once({
    name: 'a password in Location, page to API',
    request: { target: 'page' },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { userinfo: true })] },
    expected: blocked('redirect-userinfo', [fromPage]),
  }),
  once({
    name: 'a password in Location, page to API with PUT',
    request: { ...PUT, target: 'page' },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 307, userinfo: true })] },
    expected: blocked('redirect-userinfo', ['PUT page /orders']),
    webkit: { wire: ['PUT page /orders', 'OPTIONS same-site /@1/orders'], because: 'it asks before it looks' },
  }),
  once({
    name: 'a password in Location, API to page',
    response: { lines: [anyOrigin], redirects: [redirect('page', { userinfo: true })] },
    expected: blocked('redirect-userinfo', [get]),
  }),
  once({
    name: 'a password in Location, page to page',
    request: { target: 'page' },
    response: { redirects: [redirect('page', { userinfo: true })] },
    expected: readable([fromPage, 'GET page /@1/orders']),
    chromium: {
      ...blocked('redirect-userinfo', [fromPage]),
      because: 'nothing but a page itself may be asked for with a password in its URL',
    },
  }),
  once({
    name: 'Location is a data: URL',
    response: { lines: [anyOrigin], redirects: [redirect('data-url')] },
    expected: blocked('redirect-scheme', [get]),
  }),
  once({
    name: 'Location is no URL',
    response: { lines: [anyOrigin], redirects: [redirect('unparsable')] },
    expected: blocked('redirect-location-invalid', [get]),
  }),
  once({
    name: 'no Location',
    response: { lines: [anyOrigin], redirects: [redirect('no-location', { status: 301 })] },
    expected: readable([get], { status: 301 }),
  }),

  once({
    name: 'redirect manual, allowed',
    request: { redirect: 'manual' },
    response: { lines: [anyOrigin], redirects: [redirect('second')] },
    expected: opaque('opaque-redirect', [get], { status: 0, visible: [] }),
  }),
  once({
    name: 'redirect manual, and the redirect says nothing about CORS',
    request: { redirect: 'manual' },
    response: { lines: [anyOrigin], redirects: [redirect('second', { cors: false })] },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'redirect manual on its own origin',
    request: { redirect: 'manual', target: 'page' },
    response: { redirects: [redirect('second')] },
    expected: opaque('opaque-redirect', [fromPage]),
  }),
  once({
    name: 'redirect manual, and there is none',
    request: { redirect: 'manual' },
    response: { lines: [anyOrigin] },
    expected: readable([get]),
  }),
  once({
    name: 'a status that is no redirect, with a Location',
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 310 })] },
    expected: readable([get], { status: 310 }),
    webkit: { ...readable([get, 'GET same-site /@1/orders']), because: 'any status from 301 on redirects' },
  }),
  once({
    name: 'a POST that becomes a GET, page to page',
    request: { ...POST, target: 'page' },
    response: { redirects: [redirect('page', { status: 303 })] },
    expected: readable(['POST page /orders', 'GET page /@1/orders'], { received: { Origin: ['{page}', null] } }),
    webkit: { received: { Origin: ['{page}', '{page}'] }, because: 'Origin stays as it was told' },
  }),
  once({
    name: 'redirect error',
    request: { redirect: 'error' },
    response: { lines: [anyOrigin], redirects: [toItself] },
    expected: blocked('redirect-mode-error', [get]),
  }),
  once({
    name: 'redirect error, and no Location',
    request: { redirect: 'error' },
    response: { lines: [anyOrigin], redirects: [redirect('no-location')] },
    expected: blocked('redirect-mode-error', [get]),
    chromium: { ...readable([get], { status: 302 }), because: 'without Location it is no redirect' },
    webkit: { ...readable([get], { status: 302 }), because: 'without Location it is no redirect' },
  }),
  once({
    name: 'redirect manual, and Location is no URL',
    request: { redirect: 'manual' },
    response: { lines: [anyOrigin], redirects: [redirect('unparsable')] },
    expected: opaque('opaque-redirect', [get]),
    chromium: { ...blocked('redirect-location-invalid', [get]), because: 'Location is read in any case' },
  }),
  sequence({
    name: 'a permanent redirect is followed anew each time',
    requests: [{}],
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 301 })] },
    runs: [{ expected: readable([get, next]) }, { expected: readable([get, next]) }],
  }),
  once({
    name: 'redirect error, and there is none',
    request: { redirect: 'error' },
    response: { lines: [anyOrigin] },
    expected: readable([get]),
  }),
  once({
    name: 'same-origin mode, redirected away',
    request: { mode: 'same-origin', target: 'page' },
    response: { lines: [anyOrigin], redirects: [toItself] },
    expected: blocked('same-origin-mode', [fromPage]),
  }),
  once({
    name: 'no-cors, page to API',
    request: { mode: 'no-cors', target: 'page' },
    response: { redirects: [toItself] },
    expected: opaque('opaque-no-cors', [fromPage, next]),
  }),
  once({
    name: 'no-cors, API back to the page',
    request: { mode: 'no-cors' },
    response: { redirects: [redirect('page')] },
    expected: opaque('opaque-no-cors', [get, 'GET page /@1/orders']),
  }),
];
