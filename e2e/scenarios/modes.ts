import { anyOrigin, blocked, get, once, opaque, post, readable } from './case.ts';

const noCors = { mode: 'no-cors' } as const;
const corp = (value: string) => `Cross-Origin-Resource-Policy: ${value}`;

/** https://fetch.spec.whatwg.org/#main-fetch, https://fetch.spec.whatwg.org/#dom-request */
export const modes = [
  once({
    name: 'no-cors, and nothing about CORS',
    request: noCors,
    expected: opaque('opaque-no-cors', [get], { status: 0, visible: [], received: { Origin: [null] } }),
  }),
  once({
    name: 'no-cors stays opaque even when the server allows the page',
    request: noCors,
    response: { lines: [anyOrigin] },
    expected: opaque('opaque-no-cors', [get]),
  }),
  once({
    name: 'no-cors POST',
    request: { ...noCors, method: 'POST', body: 'one pizza' },
    expected: opaque('opaque-no-cors', [post], { received: { Origin: ['{page}'] } }),
  }),
  once({
    name: 'no-cors POST under no-referrer',
    request: { ...noCors, method: 'POST', body: 'one pizza', referrerPolicy: 'no-referrer' },
    expected: opaque('opaque-no-cors', [post], { received: { Origin: ['null'] } }),
    chromium: { received: { Origin: ['{page}'] }, because: 'the referrer policy does not concern the origin' },
  }),
  once({
    name: 'no-cors drops JSON',
    request: { ...noCors, method: 'POST', headers: ['Content-Type: application/json', 'X-Trace: 1'], body: '{}' },
    expected: opaque('opaque-no-cors', [post], {
      received: { 'Content-Type': ['text/plain;charset=UTF-8'], 'X-Trace': [null] },
    }),
  }),
  once({
    name: 'no-cors PUT',
    request: { ...noCors, method: 'PUT', body: 'one pizza' },
    expected: blocked('no-cors-method', []),
  }),
  once({
    name: 'no-cors to its own origin',
    request: { ...noCors, target: 'page' },
    expected: readable(['GET page /orders']),
  }),
  ...(['manual', 'error'] as const).map((redirect) =>
    once({
      name: `no-cors with redirect ${redirect}`,
      request: { ...noCors, redirect },
      expected: blocked('no-cors-redirect-mode', []),
    }),
  ),
  once({
    name: 'no-cors, kept for its own origin',
    request: noCors,
    response: { lines: [corp('same-origin')] },
    expected: blocked('corp-blocked', [get]),
  }),
  once({
    name: 'no-cors, kept for its own site',
    request: noCors,
    response: { lines: [corp('same-site')] },
    expected: opaque('opaque-no-cors', [get]),
  }),
  once({
    name: 'no-cors, kept for its own site, from another one',
    request: { ...noCors, target: 'cross-site' },
    response: { lines: [corp('same-site')] },
    expected: blocked('corp-blocked', ['GET cross-site /orders']),
  }),
  once({
    name: 'no-cors, for everybody',
    request: { ...noCors, target: 'cross-site' },
    response: { lines: [corp('cross-origin')] },
    expected: opaque('opaque-no-cors', ['GET cross-site /orders']),
  }),
  ...[['SAME-ORIGIN'], ['same-origin', 'same-origin'], ['self']].map((values) =>
    once({
      name: `no-cors, and a resource policy of no meaning: ${values.join(' + ')}`,
      request: noCors,
      response: { lines: values.map(corp) },
      expected: opaque('opaque-no-cors', [get]),
    }),
  ),
  once({
    name: 'a resource policy does not concern CORS',
    response: { lines: [anyOrigin, corp('same-origin')] },
    expected: readable([get]),
  }),

  once({
    name: 'same-origin mode to another origin',
    request: { mode: 'same-origin' },
    response: { lines: [anyOrigin] },
    expected: blocked('same-origin-mode', []),
  }),
  once({
    name: 'same-origin mode to its own origin',
    request: { mode: 'same-origin', target: 'page' },
    expected: readable(['GET page /orders']),
  }),
  once({ name: 'navigate mode', request: { mode: 'navigate' }, expected: blocked('mode-navigate', []) }),
  once({
    name: 'only-if-cached in cors mode',
    request: { cache: 'only-if-cached' },
    expected: blocked('only-if-cached-mode', []),
  }),
  once({
    name: 'only-if-cached, and it is not',
    request: { cache: 'only-if-cached', mode: 'same-origin', target: 'page', path: '/never' },
    expected: blocked('not-cached', []),
    webkit: { ...readable(['GET page /never']), because: 'what is not cached is asked for' },
  }),
  ...['TRACE', 'connect', 'TRACK'].map((method) =>
    once({ name: `forbidden method ${method}`, request: { method }, expected: blocked('method-forbidden', []) }),
  ),
  once({ name: 'a method that is none', request: { method: 'GET IT' }, expected: blocked('method-invalid', []) }),
  ...['GET', 'HEAD'].map((method) =>
    once({ name: `${method} with a body`, request: { method, body: 'pizza' }, expected: blocked('body-with-get', []) }),
  ),
  once({
    name: 'a header name that is none',
    request: { headers: ['X Trace: 1'] },
    expected: blocked('header-name-invalid', []),
  }),
  once({
    name: 'a header value beyond Latin-1',
    request: { headers: ['X-Trace: ☃'] },
    expected: blocked('header-value-invalid', []),
  }),
  once({
    name: 'keepalive',
    request: { keepalive: true, method: 'POST', body: 'bye' },
    response: { lines: [anyOrigin] },
    expected: readable([post]),
  }),
  once({
    name: 'without referrer the origin is sent all the same',
    request: { referrerPolicy: 'no-referrer', method: 'POST', body: 'one pizza' },
    response: { lines: [anyOrigin] },
    expected: readable([post], { received: { Origin: ['{page}'], Referer: [null] } }),
  }),
  once({
    name: 'a condition of one’s own',
    request: { target: 'page', headers: ['If-None-Match: "a"'] },
    expected: readable(['GET page /orders'], {
      received: { 'If-None-Match': ['"a"'], 'Cache-Control': ['no-cache'] },
    }),
    chromium: {
      received: { 'If-None-Match': ['"a"'], 'Cache-Control': ['max-age=0'] },
      because: 'a condition makes the cache mode no-cache',
    },
  }),
];
