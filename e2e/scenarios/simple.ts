import { anyOrigin, blocked, get, once, post, readable, thisPage } from './case.ts';

const origin = (value: string, ...more: string[]) => ({
  lines: [value, ...more].map((each) => `Access-Control-Allow-Origin: ${each}`),
});
const mismatch = blocked('acao-mismatch', [get]);
const invalid = blocked('acao-invalid', [get]);
const multiple = blocked('acao-multiple', [get]);

/** Requests that need no preflight: the CORS check alone. https://fetch.spec.whatwg.org/#concept-cors-check */
export const simple = [
  once({ name: 'nothing about CORS', expected: blocked('acao-missing', [get]) }),
  once({
    name: 'nothing about CORS, yet the order is placed',
    request: { method: 'POST', body: 'one pizza' },
    expected: blocked('acao-missing', [post], { received: { Origin: ['{page}'] } }),
  }),
  once({
    name: 'any origin',
    response: { lines: [anyOrigin] },
    expected: readable([get], { visible: ['content-length', 'content-type'], received: { Origin: ['{page}'] } }),
  }),
  once({ name: 'this very page', response: { lines: [thisPage] }, expected: readable([get]) }),
  once({
    name: 'this very page, across sites',
    request: { target: 'cross-site' },
    response: { lines: [thisPage] },
    expected: readable(['GET cross-site /orders']),
  }),
  once({ name: 'the origin that asks', response: origin('{origin}'), expected: readable([get]) }),
  once({
    name: 'the origin that asks, if it is on the list',
    response: origin('{origin in https://admin.example {page}}'),
    expected: readable([get]),
  }),
  once({
    name: 'the origin that asks is not on the list',
    response: origin('{origin in https://admin.example https://app.example}'),
    expected: blocked('acao-missing', [get]),
  }),

  once({ name: 'another host', response: origin('https://app.example'), expected: mismatch }),
  once({ name: 'another scheme', response: origin('https://localhost:4070'), expected: mismatch }),
  once({ name: 'another port: the API itself', response: origin('{same-site}'), expected: mismatch }),
  once({ name: 'the port left out', response: origin('http://localhost'), expected: mismatch }),
  once({ name: 'the default port written out', response: origin('http://localhost:80'), expected: mismatch }),
  once({ name: 'a trailing slash', response: origin('{page}/'), expected: mismatch }),
  once({ name: 'a path', response: origin('{page}/app'), expected: mismatch }),
  once({ name: 'capital letters', response: origin('http://LOCALHOST:4070'), expected: mismatch }),
  once({ name: '127.0.0.1 instead of localhost', response: origin('http://127.0.0.1:4070'), expected: mismatch }),
  once({ name: 'a wildcard for subdomains', response: origin('https://*.app.example'), expected: mismatch }),
  once({ name: 'null', response: origin('null'), expected: mismatch }),

  once({ name: 'a list with commas', response: origin('{page}, https://app.example'), expected: multiple }),
  once({ name: 'a list with blanks', response: origin('{page} https://app.example'), expected: multiple }),
  once({ name: 'the wildcard among others', response: origin('*, {page}'), expected: multiple }),
  once({ name: 'the same origin twice', response: origin('{page}', '{page}'), expected: multiple }),
  once({ name: 'the wildcard twice', response: origin('*', '*'), expected: multiple }),
  once({ name: 'the wildcard and an origin in two lines', response: origin('*', '{page}'), expected: multiple }),

  once({ name: 'an empty value', response: origin(''), expected: invalid }),
  once({ name: 'a host without scheme', response: origin('app.example'), expected: invalid }),
  once({ name: 'the wildcard in quotes', response: origin('"*"'), expected: invalid }),

  once({
    name: 'a page that is missing, with CORS headers',
    response: { status: 404, lines: [anyOrigin] },
    expected: readable([get], { status: 404 }),
  }),
  once({
    name: 'a server error without CORS headers',
    response: { status: 500, body: 'Internal Server Error' },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'a server error with CORS headers',
    response: { status: 500, lines: [anyOrigin] },
    expected: readable([get], { status: 500 }),
  }),
  once({
    name: 'unauthorized without CORS headers',
    response: { status: 401, lines: ['WWW-Authenticate: Basic realm="orders"'] },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'unauthorized with CORS headers asks nobody for a password',
    response: { status: 401, lines: [anyOrigin, 'WWW-Authenticate: Basic realm="orders"'] },
    expected: readable([get], { status: 401 }),
  }),
  once({
    name: 'a proxy’s question from a server that is none',
    response: { status: 407, lines: [anyOrigin] },
    expected: readable([get], { status: 407 }),
    chromium: { ...blocked('no-answer', [get]), because: 'only a proxy may ask that' },
  }),
  once({
    name: 'no content',
    response: { status: 204, lines: [anyOrigin] },
    expected: readable([get], { status: 204, visible: ['content-type'] }),
  }),
  once({
    name: 'not modified, although nobody asked',
    response: { status: 304, lines: [anyOrigin] },
    expected: readable([get], { status: 304 }),
  }),
  once({
    name: 'multiple choices is no redirect',
    response: { status: 300, lines: [anyOrigin] },
    expected: readable([get], { status: 300 }),
  }),
  once({
    name: 'HEAD',
    request: { method: 'HEAD' },
    response: { lines: [anyOrigin] },
    expected: readable(['HEAD same-site /orders'], { visible: ['content-length', 'content-type'] }),
  }),
  once({
    name: 'lower-case post is POST',
    request: { method: 'post', body: 'one pizza' },
    response: { lines: [anyOrigin] },
    expected: readable([post]),
  }),
  once({
    name: 'a form needs no preflight',
    request: { method: 'POST', body: { type: 'form', text: 'item=pizza', mime: '' } },
    response: { lines: [anyOrigin] },
    expected: readable([post], { received: { 'Content-Type': ['application/x-www-form-urlencoded;charset=UTF-8'] } }),
  }),
  once({
    name: 'a multipart form needs no preflight',
    request: { method: 'POST', body: { type: 'multipart', text: 'item=pizza', mime: '' } },
    response: { lines: [anyOrigin] },
    expected: readable([post]),
  }),
  once({
    name: 'bytes have no type and need no preflight',
    request: { method: 'POST', body: { type: 'bytes', text: 'pizza', mime: '' } },
    response: { lines: [anyOrigin] },
    expected: readable([post], { received: { 'Content-Type': [null] } }),
  }),

  once({
    name: 'the page asks its own origin',
    request: { target: 'page' },
    expected: readable(['GET page /orders'], {
      visible: ['content-length', 'content-security-policy', 'content-type', 'x-content-type-options'],
      received: { Origin: [null] },
    }),
  }),
  once({
    name: 'the page changes something on its own origin',
    request: { target: 'page', method: 'PUT', headers: ['X-Trace: 1', 'Content-Type: application/json'], body: '{}' },
    expected: readable(['PUT page /orders'], { received: { Origin: ['{page}'] } }),
  }),
];
