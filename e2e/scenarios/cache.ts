import {
  anyOrigin,
  blocked,
  credentialed,
  get,
  inEach,
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
const response = { lines: [anyOrigin] };
const PUT = { method: 'PUT', body: 'one pizza' };
const listened = { api: 'xhr', method: 'POST', body: 'one pizza', uploadListener: true } as const;
const trace = { headers: ['X-Trace: 1'] };
const permitted = { lines: [anyOrigin, methods('PUT'), maxAge('600')] };
const asked = readable([options, put]);
const remembered = readable([put]);
const direct = ['OPTIONS second /orders', 'GET second /orders', 'GET second /@1/orders'];
const asksOn = 'who once asked for permission asks at every further hop';
const long = `/${'x'.repeat(1024)}`;

/** https://fetch.spec.whatwg.org/#concept-cache */
export const cache = [
  sequence({
    name: 'a permission is remembered',
    requests: [PUT],
    preflight: permitted,
    response,
    runs: [{ expected: asked }, { expected: remembered }],
  }),
  sequence({
    name: 'a redirect that redirect mode error refuses',
    requests: [{ ...PUT, redirect: 'error' }],
    preflight: permitted,
    response: { ...response, redirects: [redirect('same-site')] },
    runs: [
      { expected: blocked('redirect-mode-error', [options, put]) },
      {
        expected: blocked('redirect-mode-error', [options, put]),
        chromium: { wire: [put], because: 'a failure clears nothing' },
        firefox: { wire: [put], because: 'this failure clears nothing' },
        webkit: { wire: [put], because: 'a failure clears nothing' },
      },
    ],
  }),
  sequence({
    name: 'without a max-age it is remembered for five seconds',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT')] },
    response,
    runs: [{ expected: asked }, { expected: remembered }],
  }),
  sequence({
    name: 'a max-age of 0',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('0')] },
    response,
    runs: [{ expected: asked }, { expected: asked }],
  }),
  sequence({
    name: 'a negative max-age',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('-1')] },
    response,
    runs: [
      { expected: asked },
      {
        expected: remembered,
        ...inEach({ ...asked, because: 'a negative max-age is not cached' }),
      },
    ],
  }),
  sequence({
    name: 'a max-age with a unit',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('60s')] },
    response,
    runs: [
      { expected: asked },
      { expected: remembered, firefox: { ...asked, because: 'a max-age that is no number is not cached' } },
    ],
  }),
  sequence({
    name: 'a max-age with a plus sign',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('+0')] },
    response,
    runs: [
      { expected: asked },
      {
        expected: remembered,
        chromium: { ...asked, because: 'a plus sign is read' },
        firefox: { ...asked, because: 'a max-age that is no number is not cached' },
        webkit: { ...asked, because: 'a plus sign is read' },
      },
    ],
  }),
  sequence({
    name: 'a max-age below the smallest number of 64 bits',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('-9223372036854775809')] },
    response,
    runs: [
      { expected: asked },
      { expected: remembered, firefox: { ...asked, because: 'a max-age that is no number is not cached' } },
    ],
  }),
  sequence({
    name: 'a permission runs out',
    requests: [PUT, PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('1')] },
    response,
    runs: [{ expected: asked }, { request: 1, afterExpiry: true, expected: asked }],
  }),
  sequence({
    name: 'the server changes its mind, and the old permission still serves',
    requests: [PUT],
    preflight: permitted,
    response,
    runs: [{ expected: asked }, { plan: { preflight: { status: 403 }, response }, expected: remembered }],
  }),
  sequence({
    name: 'a permission does not serve another path',
    requests: [PUT, { ...PUT, path: '/orders/7' }],
    preflight: permitted,
    response,
    runs: [
      { expected: asked },
      { request: 1, expected: readable(['OPTIONS same-site /orders/7', 'PUT same-site /orders/7']) },
    ],
  }),
  sequence({
    name: 'a permission does not serve another query',
    requests: [PUT, { ...PUT, path: '/orders?page=2' }],
    preflight: permitted,
    response,
    runs: [
      { expected: asked },
      { request: 1, expected: readable(['OPTIONS same-site /orders?page=2', 'PUT same-site /orders?page=2']) },
    ],
  }),
  sequence({
    name: 'a permission does not serve another header',
    requests: [PUT, { ...PUT, headers: ['X-Trace: 1'] }],
    preflight: permitted,
    response,
    runs: [{ expected: asked }, { request: 1, expected: blocked('header-not-allowed', [options]) }],
  }),
  sequence({
    name: 'a permission serves every method on its list',
    requests: [PUT, { method: 'DELETE' }],
    preflight: { lines: [anyOrigin, methods('PUT, DELETE'), maxAge('600')] },
    response,
    runs: [{ expected: asked }, { request: 1, expected: readable(['DELETE same-site /orders']) }],
  }),
  sequence({
    name: 'permissions for one method after another',
    requests: [PUT, { method: 'DELETE' }],
    preflight: { lines: [anyOrigin, methods('{requested-method}'), maxAge('600')] },
    response,
    runs: [
      { expected: asked },
      { request: 1, expected: readable([options, 'DELETE same-site /orders']) },
      {
        request: 0,
        expected: remembered,
        chromium: { ...asked, because: 'the last permission of a URL replaces the one before' },
        webkit: { ...asked, because: 'the last permission of a URL replaces the one before' },
      },
    ],
  }),
  sequence({
    name: 'a permission for another method than the one that asked',
    requests: [PUT, { method: 'DELETE' }],
    preflight: { lines: [anyOrigin, methods('DELETE'), maxAge('600')] },
    response,
    runs: [
      { expected: blocked('method-not-allowed', [options]) },
      {
        request: 1,
        expected: readable([options, 'DELETE same-site /orders']),
        webkit: { wire: ['DELETE same-site /orders'], because: 'what a refusal allows is remembered too' },
      },
    ],
  }),
  sequence({
    name: 'a permission of a long URL',
    requests: [{ ...PUT, path: long }],
    preflight: permitted,
    response,
    runs: [
      { expected: readable([`OPTIONS same-site ${long}`, `PUT same-site ${long}`]) },
      {
        expected: readable([`PUT same-site ${long}`]),
        chromium: {
          wire: [`OPTIONS same-site ${long}`, `PUT same-site ${long}`],
          because: 'a URL of 1024 characters is too long to be remembered',
        },
      },
    ],
  }),
  sequence({
    name: 'a permission without credentials does not serve a request with them',
    requests: [PUT, { ...PUT, credentials: 'include' }],
    preflight: { lines: [thisPage, credentialed, methods('PUT'), maxAge('600')] },
    response: { lines: [thisPage, credentialed] },
    runs: [{ expected: asked }, { request: 1, expected: asked }],
  }),
  sequence({
    name: 'a permission with credentials serves a request without them',
    requests: [{ ...PUT, credentials: 'include' }, PUT],
    preflight: { lines: [thisPage, credentialed, methods('PUT'), maxAge('600')] },
    response: { lines: [thisPage, credentialed] },
    runs: [
      { expected: asked },
      { request: 1, expected: remembered, firefox: { ...asked, because: 'the two are kept apart' } },
    ],
  }),
  sequence({
    name: 'a blocked response ends the permission',
    requests: [PUT],
    preflight: permitted,
    response,
    runs: [
      { expected: asked },
      { plan: { preflight: permitted }, expected: blocked('acao-missing', [put]) },
      {
        plan: { preflight: permitted, response },
        expected: asked,
        chromium: { wire: [put], because: 'a permission outlives failures' },
        webkit: { wire: [put], because: 'a permission outlives failures' },
      },
    ],
  }),
  sequence({
    name: 'what was refused is not remembered',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('DELETE'), maxAge('600')] },
    response,
    runs: [
      { expected: blocked('method-not-allowed', [options]) },
      { expected: blocked('method-not-allowed', [options]) },
    ],
  }),
  sequence({
    name: 'any header, remembered',
    requests: [trace],
    preflight: { lines: [anyOrigin, headers('*'), maxAge('600')] },
    response,
    runs: [
      { expected: readable([options, get]) },
      {
        expected: readable([get]),
        firefox: { ...readable([options, get]), because: 'a remembered wildcard matches nothing' },
      },
    ],
  }),
  sequence({
    name: 'any method, remembered',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('*'), maxAge('600')] },
    response,
    runs: [
      { expected: asked },
      { expected: remembered, firefox: { ...asked, because: 'a remembered wildcard matches nothing' } },
    ],
  }),
  sequence({
    name: 'a wildcard that came along with credentials',
    requests: [
      { ...PUT, credentials: 'include' },
      { method: 'DELETE', credentials: 'include' },
    ],
    preflight: { lines: [thisPage, credentialed, methods('PUT, *'), maxAge('600')] },
    response: { lines: [thisPage, credentialed] },
    runs: [
      { expected: asked },
      {
        request: 1,
        expected: readable(['DELETE same-site /orders']),
        chromium: { ...blocked('method-not-allowed', [options]), because: 'with credentials it is no wildcard' },
        firefox: { ...blocked('method-not-allowed', [options]), because: 'a remembered wildcard matches nothing' },
        webkit: { ...blocked('method-not-allowed', [options]), because: 'with credentials it is no wildcard' },
      },
    ],
  }),
  sequence({
    name: 'Authorization, remembered',
    requests: [{ headers: ['Authorization: Bearer abc'] }],
    preflight: { lines: [anyOrigin, headers('Authorization'), maxAge('600')] },
    response,
    runs: [{ expected: readable([options, get]) }, { expected: readable([get]) }],
  }),
  sequence({
    name: 'Authorization under the wildcard is asked for every time',
    requests: [{ headers: ['Authorization: Bearer abc'] }],
    preflight: { lines: [anyOrigin, headers('*'), maxAge('600')] },
    response,
    runs: [[options, get], [get]].map((inWebKit) => ({
      expected: blocked('authorization-not-listed', [options]),
      chromium: { ...readable([options, get]), because: 'the wildcard covers Authorization, but not when remembered' },
      firefox: { ...readable([options, get]), because: 'the wildcard covers Authorization, but not when remembered' },
      webkit: { ...readable(inWebKit), because: 'the wildcard covers Authorization, and does so when remembered' },
    })),
  }),
  sequence({
    name: 'permissions along a redirect',
    requests: [trace],
    preflight: { lines: [anyOrigin, headers('X-Trace'), maxAge('600')] },
    response: { ...response, redirects: [redirect('same-site')] },
    runs: [
      { expected: readable([options, get, 'OPTIONS same-site /@1/orders', 'GET same-site /@1/orders']) },
      { expected: readable([get, 'GET same-site /@1/orders']) },
    ],
  }),
  sequence({
    name: 'permissions along a redirect to another API',
    requests: [trace],
    preflight: { lines: [anyOrigin, headers('X-Trace'), maxAge('600')] },
    response: { ...response, redirects: [redirect('second')] },
    runs: [
      { expected: readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']) },
      {
        expected: readable([get, 'GET second /@1/orders']),
        chromium: {
          wire: [get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'],
          because: 'what was permitted to the origin null is not remembered',
        },
        webkit: {
          wire: [get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'],
          because: 'what was permitted to the origin null is not remembered',
        },
      },
    ],
  }),
  sequence({
    name: 'a permission along a redirect that taints, and along one that does not',
    requests: [trace, { ...trace, target: 'second' }],
    preflight: { lines: [anyOrigin, headers('X-Trace'), maxAge('600')] },
    response: { ...response, redirects: [redirect('second')] },
    runs: [
      { expected: readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']) },
      {
        request: 1,
        expected: readable([
          'OPTIONS second /orders',
          'GET second /orders',
          'OPTIONS second /@1/orders',
          'GET second /@1/orders',
        ]),
        firefox: { wire: direct, because: 'what was permitted to the origin null is remembered for the page' },
      },
    ],
  }),
  sequence({
    name: 'a failure after a redirect ends only the permission that it had there',
    requests: [trace],
    preflight: { lines: [anyOrigin, headers('X-Trace'), maxAge('600')] },
    response: { lines: [thisPage], redirects: [redirect('second')] },
    runs: [
      { expected: blocked('acao-mismatch', [options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']) },
      { expected: blocked('acao-mismatch', [get, 'OPTIONS second /@1/orders', 'GET second /@1/orders']) },
    ],
  }),
  sequence({
    name: 'a permission for a GET after a redirect',
    requests: [PUT],
    preflight: permitted,
    response: { lines: [anyOrigin], redirects: [redirect('same-site', { status: 303 })] },
    runs: [
      {
        expected: readable([options, put, 'GET same-site /@1/orders']),
        firefox: { wire: [options, put, 'OPTIONS same-site /@1/orders', 'GET same-site /@1/orders'], because: asksOn },
        webkit: { wire: [options, put, 'OPTIONS same-site /@1/orders', 'GET same-site /@1/orders'], because: asksOn },
      },
      {
        expected: readable([put, 'GET same-site /@1/orders']),
      },
    ],
  }),
  sequence({
    name: 'HEAD, remembered',
    requests: [{ ...trace, method: 'HEAD' }],
    preflight: { lines: [anyOrigin, headers('X-Trace'), maxAge('600')] },
    response,
    runs: [
      { expected: readable([options, 'HEAD same-site /orders']) },
      {
        expected: readable(['HEAD same-site /orders']),
        firefox: { wire: [options, 'HEAD same-site /orders'], because: 'HEAD must have been listed' },
      },
    ],
  }),
  sequence({
    name: 'cache mode no-store, and the permission afterwards',
    requests: [{ ...PUT, cache: 'no-store' }, PUT],
    preflight: permitted,
    response,
    runs: [
      { expected: asked },
      {
        request: 1,
        expected: remembered,
        chromium: { ...asked, because: 'no-store holds for the permission too' },
      },
    ],
  }),
  sequence({
    name: 'a condition by XMLHttpRequest',
    requests: [{ api: 'xhr', headers: ['If-None-Match: "1"'] }],
    preflight: { lines: [anyOrigin, headers('If-None-Match'), maxAge('600')] },
    response,
    runs: [
      { expected: readable([options, get]) },
      {
        expected: readable([get]),
        chromium: { ...readable([options, get]), because: 'a condition makes the cache mode no-cache' },
      },
    ],
  }),
  sequence({
    name: 'a condition in a worker',
    requests: [{ context: 'worker', headers: ['If-None-Match: "1"'] }],
    preflight: { lines: [anyOrigin, headers('If-None-Match'), maxAge('600')] },
    response,
    runs: [
      { expected: readable([options, get]) },
      {
        expected: readable([get]),
        firefox: { ...readable([options, get]), because: 'a condition makes the cache mode no-store' },
      },
    ],
  }),
  sequence({
    name: 'an upload that somebody listens to',
    requests: [listened],
    preflight: response,
    response,
    runs: [{ expected: readable([options, post]) }, { expected: readable([post]) }],
  }),
  sequence({
    name: 'an upload that somebody listens to, of a method that is not listed',
    requests: [listened],
    preflight: permitted,
    response,
    runs: [
      { expected: readable([options, post]) },
      {
        expected: readable([options, post]),
        ...inEach({ ...readable([post]), because: 'whatever is listed, it knows that it may ask' }),
      },
    ],
  }),
  ...(['no-store', 'reload', 'no-cache'] as const).map((mode) =>
    sequence({
      name: `cache mode ${mode} and a remembered permission`,
      requests: [PUT, { ...PUT, cache: mode }],
      preflight: permitted,
      response,
      runs: [
        { expected: asked },
        {
          request: 1,
          expected: remembered,
          chromium: { ...asked, because: 'the cache mode holds for permissions too' },
          ...(mode !== 'no-cache' && { firefox: { ...asked, because: 'the cache mode holds for permissions too' } }),
        },
      ],
    }),
  ),
];
