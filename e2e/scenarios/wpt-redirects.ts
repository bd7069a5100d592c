import type { PlanSpec } from './case.ts';
import {
  anyOrigin,
  blocked,
  type Expected,
  get,
  once,
  opaque,
  type RequestSpec,
  type Run,
  readable,
  redirect,
  sequence,
} from './case.ts';

const statuses = [301, 302, 303, 307, 308];
const lines = [anyOrigin];
const page = { target: 'page' } as const;
const trace = { headers: ['X-Trace: 1'] };
const fromPage = 'GET page /orders';
const reflected = 'Access-Control-Allow-Origin: {origin}';

/** One run for each status of a redirect. */
const byStatus = (name: string, request: RequestSpec, of: (status: number) => Omit<Run, 'request'>) =>
  sequence({ name, requests: [request], runs: statuses.map(of) });

const follow = (to: 'page' | 'same-site' | 'second', received: readonly (string | null)[], first = get) => {
  return (status: number) => ({
    plan: { response: { lines: [reflected], redirects: [redirect(to, { status })] } },
    expected: readable([first, `GET ${to} /@1/orders`], { received: { Origin: received } }),
  });
};

const again = (to: 'page' | 'same-site' | 'second', first: readonly string[]) => (status: number) => ({
  plan: {
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: X-Trace', 'Access-Control-Max-Age: 0'] },
    response: { lines, redirects: [redirect(to, { status })] },
  },
  expected: readable([...first, `OPTIONS ${to} /@1/orders`, `GET ${to} /@1/orders`]),
});

const userinfo =
  (to: 'page' | 'same-site' | 'second', first = get) =>
  (status: number) => ({
    plan: { response: { lines, redirects: [redirect(to, { status, userinfo: true })] } },
    expected: blocked('redirect-userinfo', [first]),
  });

const nowhere = (to: 'no-location' | 'unparsable' | 'data-url', expected: (status: number) => Expected) => {
  return (status: number) => ({
    plan: { response: { lines, redirects: [redirect(to, { status })] } },
    expected: expected(status),
  });
};

const hops = (status: number, count: number): PlanSpec => ({
  response: { redirects: Array.from({ length: count }, () => redirect('page', { status })) },
});
const hopMessages = [fromPage, ...Array.from({ length: 20 }, (_, i) => `GET page /@${i + 1}/orders`)];

const manualOpaque = opaque('opaque-redirect', [fromPage], { status: 0, visible: [] });

/** https://github.com/web-platform-tests/wpt/tree/master/fetch/api/redirect */
export const wptRedirects = [
  byStatus('any status, page to page: no Origin', page, follow('page', [null, null], fromPage)),
  byStatus('any status, page to API: the origin', page, follow('same-site', [null, '{page}'], fromPage)),
  byStatus('any status, API to itself: the origin', {}, follow('same-site', ['{page}', '{page}'])),
  byStatus('any status, API to another: null', {}, follow('second', ['{page}', 'null'])),
  byStatus('any status, API to the page: null', {}, follow('page', ['{page}', 'null'])),

  byStatus('any status, page to API with a preflight', { ...page, ...trace }, again('same-site', [fromPage])),
  byStatus('any status, API to itself with a preflight', trace, again('same-site', ['OPTIONS same-site /orders', get])),
  byStatus('any status, API to another with a preflight', trace, again('second', ['OPTIONS same-site /orders', get])),
  byStatus('any status, API to the page with a preflight', trace, again('page', ['OPTIONS same-site /orders', get])),

  byStatus('any status, a password on the way from page to API', page, userinfo('same-site', fromPage)),
  byStatus('any status, a password on the way from API to itself', {}, userinfo('same-site')),
  byStatus('any status, a password on the way from API to another', {}, userinfo('second')),
  byStatus('any status, a password on the way from API to page', {}, userinfo('page')),

  sequence({
    name: 'any status, 20 redirects',
    requests: [page],
    runs: [301, 303, 307, 308].map((status) => ({ plan: hops(status, 20), expected: readable(hopMessages) })),
  }),
  sequence({
    name: 'any status, 21 redirects',
    requests: [page],
    runs: [301, 303, 307, 308].map((status) => ({
      plan: hops(status, 21),
      expected: blocked('redirect-too-many', hopMessages),
    })),
  }),

  byStatus(
    'any status, no Location',
    page,
    nowhere('no-location', (status) => readable([fromPage], { status })),
  ),
  byStatus(
    'any status, no Location, redirect manual',
    { ...page, redirect: 'manual' },
    nowhere('no-location', () => manualOpaque),
  ),
  byStatus(
    'any status, Location is a data: URL',
    page,
    nowhere('data-url', () => blocked('redirect-scheme', [fromPage])),
  ),
  byStatus(
    'any status, Location is a data: URL, redirect manual',
    { ...page, redirect: 'manual' },
    nowhere('data-url', () => manualOpaque),
  ),
  ...(['no-cors', 'same-origin'] as const).map((mode) =>
    once({
      name: `${mode}, and Location is a data: URL`,
      request: { ...page, mode },
      response: { redirects: [redirect('data-url')] },
      expected: blocked('redirect-scheme', [fromPage]),
    }),
  ),
  once({
    name: 'no-cors to the API, and Location is a data: URL',
    request: { mode: 'no-cors' },
    response: { redirects: [redirect('data-url')] },
    expected: blocked('redirect-scheme', [get]),
  }),

  ...statuses.map((status) =>
    sequence({
      name: `redirect modes on the own origin, ${status}`,
      requests: (['error', 'manual', 'follow'] as const).flatMap((mode) => [
        { ...page, redirect: mode },
        { ...page, redirect: mode, mode: 'no-cors' },
      ]),
      response: { redirects: [redirect('page', { status })] },
      runs: [
        blocked('redirect-mode-error', [fromPage]),
        manualOpaque,
        readable([fromPage, 'GET page /@1/orders']),
      ].flatMap((expected, i) => [
        { request: 2 * i, expected },
        { request: 2 * i + 1, expected },
      ]),
    }),
  ),
  ...statuses.map((status) =>
    sequence({
      name: `redirect modes at the API, ${status}`,
      requests: [
        { redirect: 'error' },
        { redirect: 'manual' },
        {},
        { redirect: 'error', mode: 'no-cors' },
        { redirect: 'manual', mode: 'no-cors' },
        { mode: 'no-cors' },
      ],
      response: { lines, redirects: [redirect('same-site', { status })] },
      runs: [
        { expected: blocked('redirect-mode-error', [get]) },
        { request: 1, expected: opaque('opaque-redirect', [get]) },
        { request: 2, expected: readable([get, 'GET same-site /@1/orders']) },
        { request: 3, expected: blocked('no-cors-redirect-mode', []) },
        { request: 4, expected: blocked('no-cors-redirect-mode', []) },
        { request: 5, expected: opaque('opaque-no-cors', [get, 'GET same-site /@1/orders']) },
      ],
    }),
  ),

  ...[301, 302, 303, 307].map((status) => {
    const kept = status === 307;
    const headers = ['Content-Encoding: Identity', 'Content-Language: en-US', 'Content-Location: foo'];
    const received = (name: string, value: string) => [name, [value, kept ? value : null]] as const;
    return sequence({
      name: `what ${status} makes of GET, HEAD, POST and a body`,
      requests: [page, { ...page, method: 'HEAD' }, { ...page, method: 'POST', body: 'one pizza', headers }],
      response: { redirects: [redirect('page', { status })] },
      runs: [
        { expected: readable([fromPage, 'GET page /@1/orders']) },
        { request: 1, expected: readable(['HEAD page /orders', 'HEAD page /@1/orders']) },
        {
          request: 2,
          expected: readable(['POST page /orders', `${kept ? 'POST' : 'GET'} page /@1/orders`], {
            received: Object.fromEntries([
              received('Content-Type', 'text/plain;charset=UTF-8'),
              received('Content-Length', '9'),
              received('Content-Encoding', 'Identity'),
              received('Content-Language', 'en-US'),
              received('Content-Location', 'foo'),
            ]),
          }),
        },
      ],
    });
  }),
  once({
    name: 'a type that needs a preflight, lost with the body on the way from page to API',
    request: { ...page, method: 'POST', body: '{}', headers: ['Content-Type: application/json'] },
    preflight: { lines },
    response: { lines, redirects: [redirect('same-site')] },
    expected: readable(['POST page /orders', 'GET same-site /@1/orders'], {
      received: { 'Content-Type': ['application/json', null] },
    }),
    firefox: {
      wire: ['POST page /orders', 'OPTIONS same-site /@1/orders', 'GET same-site /@1/orders'],
      received: {
        'Content-Type': ['application/json', null, null],
        'Access-Control-Request-Headers': [null, null, null],
      },
      because: 'headers that the request began with need a preflight even when they are gone',
    },
    webkit: {
      ...blocked('header-not-allowed', ['POST page /orders', 'OPTIONS same-site /@1/orders']),
      received: { 'Access-Control-Request-Headers': [null, 'content-type'] },
      because: 'preflights ask about the headers that the request began with',
    },
  }),
  once({
    name: 'Authorization, lost on the way from page to API',
    request: { ...page, headers: ['Authorization: Bearer abc'] },
    preflight: { lines },
    response: { lines, redirects: [redirect('same-site')] },
    expected: readable([fromPage, 'GET same-site /@1/orders'], { received: { Authorization: ['Bearer abc', null] } }),
    firefox: {
      wire: [fromPage, 'OPTIONS same-site /@1/orders', 'GET same-site /@1/orders'],
      received: { Authorization: ['Bearer abc', null, null] },
      because: 'headers that the request began with need a preflight even when they are gone',
    },
    webkit: {
      ...blocked('header-not-allowed', [fromPage, 'OPTIONS same-site /@1/orders']),
      received: { Authorization: ['Bearer abc', null] },
      because: 'preflights ask about the headers that the request began with',
    },
  }),
  once({
    name: '303 makes a method of one’s own a GET',
    request: { ...page, method: 'TESTING' },
    response: { redirects: [redirect('page', { status: 303 })] },
    expected: readable(['TESTING page /orders', 'GET page /@1/orders']),
  }),
  once({
    name: '307 keeps a Blob',
    request: { ...page, method: 'POST', body: { type: 'blob', text: 'one pizza', mime: '' } },
    response: { redirects: [redirect('page', { status: 307 })] },
    expected: readable(['POST page /orders', 'POST page /@1/orders'], {
      received: { 'Content-Type': [null, null], 'Content-Length': ['9', '9'] },
    }),
  }),
];
