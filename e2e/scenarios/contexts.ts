import { fontType, imageType, sampleImage, scriptType } from '#cors';
import {
  anyOrigin,
  blocked,
  credentialed,
  get,
  loaded,
  once,
  opaque,
  options,
  put,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const nullOrigin = 'Access-Control-Allow-Origin: null';
const framed = { context: 'sandboxed-iframe' } as const;
const worker = { context: 'worker' } as const;
const other = { context: 'other-page' } as const;
const otherPage = 'Access-Control-Allow-Origin: {second}';
const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';
const fromOther = { received: { Origin: ['{second}'] } };

/** Where the asking script runs: a dedicated worker, a sandboxed frame, whose origin is `null`, and another page. */
export const contexts = [
  once({
    name: 'a worker has the origin of its page',
    request: worker,
    response: { lines: [thisPage] },
    expected: readable([get], { received: { Origin: ['{page}'] } }),
  }),
  once({ name: 'a worker, nothing about CORS', request: worker, expected: blocked('acao-missing', [get]) }),
  once({
    name: 'a worker that needs a preflight',
    request: { ...worker, method: 'PUT' },
    preflight: { lines: [thisPage, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [thisPage] },
    expected: readable([options, put]),
  }),
  once({
    name: 'a worker by XMLHttpRequest',
    request: { ...worker, api: 'xhr' },
    response: { lines: [thisPage] },
    expected: readable([get]),
  }),
  once({
    name: 'a worker by EventSource',
    request: { ...worker, api: 'event-source' },
    response: { type: 'text/event-stream', lines: [thisPage] },
    expected: loaded([get]),
  }),
  once({
    name: 'a font in a worker',
    request: { ...worker, api: 'font' },
    response: { type: fontType, lines: [thisPage] },
    expected: loaded([get]),
    webkit: { ...blocked('same-origin-mode', []), because: 'it asks for a worker’s font in mode same-origin' },
  }),
  once({
    name: 'there are no images in a worker',
    request: { ...worker, api: 'image' },
    expected: blocked('api-missing', []),
  }),
  once({
    name: 'a sandboxed frame, and a server that allows its page',
    request: framed,
    response: { lines: [thisPage] },
    expected: blocked('acao-mismatch', [get], { received: { Origin: ['null'] } }),
  }),
  once({
    name: 'a sandboxed frame, and the wildcard',
    request: framed,
    response: { lines: [anyOrigin] },
    expected: readable([get], { received: { Origin: ['null'] } }),
  }),
  once({
    name: 'a sandboxed frame, and null',
    request: framed,
    response: { lines: [nullOrigin] },
    expected: readable([get]),
  }),
  once({
    name: 'a sandboxed frame is a stranger even to the origin of its page',
    request: { ...framed, target: 'page' },
    expected: blocked('acao-missing', ['GET page /orders'], { received: { Origin: ['null'] } }),
  }),
  once({
    name: 'a sandboxed frame with credentials',
    request: { ...framed, credentials: 'include' },
    response: { lines: [nullOrigin, credentialed] },
    expected: readable([get]),
  }),
  once({
    name: 'a sandboxed frame that needs a preflight',
    request: { ...framed, method: 'PUT' },
    preflight: { lines: [nullOrigin, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [nullOrigin] },
    expected: readable([options, put], { received: { Origin: ['null', 'null'] } }),
  }),
  sequence({
    name: 'a permission of a sandboxed frame',
    requests: [{ ...framed, method: 'PUT' }],
    preflight: { lines: [nullOrigin, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 600'] },
    response: { lines: [nullOrigin] },
    runs: [
      { expected: readable([options, put]) },
      {
        expected: readable([put]),
        chromium: { wire: [options, put], because: 'nothing is remembered for the origin null' },
        webkit: { wire: [options, put], because: 'nothing is remembered for the origin null' },
      },
    ],
  }),
  once({
    name: 'a sandboxed frame that is redirected',
    request: framed,
    response: { lines: [nullOrigin], redirects: [redirect('second')] },
    expected: readable([get, 'GET second /@1/orders'], { received: { Origin: ['null', 'null'] } }),
  }),
  once({
    name: 'a sandboxed frame by XMLHttpRequest',
    request: { ...framed, api: 'xhr' },
    response: { lines: [nullOrigin] },
    expected: readable([get]),
  }),
  once({
    name: 'a sandboxed frame in mode same-origin',
    request: { ...framed, target: 'page', mode: 'same-origin' },
    expected: blocked('same-origin-mode', []),
  }),
  once({
    name: 'an image without crossorigin in a sandboxed frame, of the origin of its page',
    request: { ...framed, api: 'image', mode: 'no-cors', target: 'page' },
    response: { type: imageType, body: sampleImage },
    expected: opaque('opaque-element', ['GET page /orders'], { received: { Origin: [null] } }),
    chromium: { received: { Origin: ['null'] }, because: 'a sandboxed frame tells its origin with credentials' },
    firefox: { received: { Origin: ['null'] }, because: 'a sandboxed frame tells its origin with credentials' },
  }),
  once({
    name: 'a module script in a sandboxed frame',
    request: { ...framed, api: 'module' },
    response: { type: scriptType, lines: [nullOrigin] },
    expected: loaded([get]),
  }),
  once({
    name: 'a beacon from a sandboxed frame',
    request: { ...framed, api: 'beacon', body: 'seen' },
    expected: opaque('opaque-beacon', ['POST same-site /orders'], { received: { Origin: ['null'] } }),
    webkit: { received: { Origin: ['{page}'] }, because: 'WebKit sends a beacon as the page itself.' },
  }),
  once({
    name: 'another page, and a server that allows this one',
    request: other,
    response: { lines: [thisPage] },
    expected: blocked('acao-mismatch', [get], fromOther),
  }),
  once({
    name: 'another page that is allowed',
    request: other,
    response: { lines: [otherPage] },
    expected: readable([get], fromOther),
  }),
  sequence({
    name: 'this page and another, both on the list that the server compares with',
    requests: [{}, other],
    response: { lines: [listed, 'Vary: Origin', 'Cache-Control: no-store'] },
    runs: [
      { expected: readable([get], { received: { Origin: ['{page}'] } }) },
      { request: 1, expected: readable([get], fromOther) },
    ],
  }),
  sequence({
    name: 'another page that is on no list',
    requests: [{}, other],
    response: { lines: ['Access-Control-Allow-Origin: {origin in {page}}', 'Cache-Control: no-store'] },
    runs: [{ expected: readable([get]) }, { request: 1, expected: blocked('acao-missing', [get], fromOther) }],
  }),
  once({
    name: 'another page that needs a preflight',
    request: { ...other, method: 'PUT' },
    preflight: { lines: [otherPage, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [otherPage] },
    expected: readable([options, put], { received: { Origin: ['{second}', '{second}'] } }),
  }),
  sequence({
    name: 'what one page was permitted, another must ask for itself',
    requests: [{ method: 'PUT' }, { ...other, method: 'PUT' }],
    preflight: { lines: [listed, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 600'] },
    response: { lines: [listed] },
    runs: [
      { expected: readable([options, put]) },
      { expected: readable([put]) },
      { request: 1, expected: readable([options, put], { received: { Origin: ['{second}', '{second}'] } }) },
      { request: 1, expected: readable([put], fromOther) },
    ],
  }),
  once({
    name: 'another page whose preflight allows this one',
    request: { ...other, method: 'PUT' },
    preflight: { lines: [thisPage, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [otherPage] },
    expected: blocked('acao-mismatch', [options], fromOther),
  }),
  once({
    name: 'another page with credentials',
    request: { ...other, credentials: 'include' },
    response: { lines: [otherPage, credentialed] },
    expected: readable([get], fromOther),
  }),
  once({
    name: 'another page with credentials that nobody allows',
    request: { ...other, credentials: 'include' },
    response: { lines: [otherPage] },
    expected: blocked('acac-missing', [get], fromOther),
  }),
  once({
    name: 'another page that is redirected to this origin',
    request: other,
    response: { lines: ['Access-Control-Allow-Origin: *'], redirects: [redirect('page')] },
    expected: readable([get, 'GET page /@1/orders'], { received: { Origin: ['{second}', 'null'] } }),
  }),
  once({
    name: 'another page asks its own origin',
    request: { ...other, target: 'second' },
    expected: readable(['GET second /orders'], { received: { Origin: [null] } }),
  }),
  once({
    name: 'another page is a stranger to the origin of this one',
    request: { ...other, target: 'page' },
    expected: blocked('acao-missing', ['GET page /orders'], fromOther),
  }),
  once({
    name: 'another page by XMLHttpRequest',
    request: { ...other, api: 'xhr' },
    response: { lines: [otherPage] },
    expected: readable([get], fromOther),
  }),
  once({
    name: 'an image in another page',
    request: { ...other, api: 'image' },
    response: { type: imageType, body: sampleImage, lines: [otherPage] },
    expected: loaded([get], fromOther),
  }),
  once({
    name: 'a module script in another page',
    request: { ...other, api: 'module' },
    response: { type: scriptType, lines: [otherPage] },
    expected: loaded([get], fromOther),
  }),
  once({
    name: 'a font in another page',
    request: { ...other, api: 'font' },
    response: { type: fontType, lines: [otherPage] },
    expected: loaded([get], fromOther),
    webkit: { received: { Origin: [null] }, because: 'it asks for fonts without CORS' },
  }),
  once({
    name: 'a beacon from another page',
    request: { ...other, api: 'beacon', body: 'seen' },
    expected: opaque('opaque-beacon', ['POST same-site /orders'], fromOther),
  }),
];
