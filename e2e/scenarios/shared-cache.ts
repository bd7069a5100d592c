import { imageType, sampleImage } from '#cors';
import {
  anyOrigin,
  blocked,
  cookie,
  credentialed,
  get,
  opaque,
  options,
  post,
  put,
  readable,
  sequence,
  thisPage,
} from './case.ts';

const other = { context: 'other-page' } as const;
const image = { api: 'image', mode: 'no-cors' } as const;
const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';

/** One message each: the Origin that the server or the cache was told, and what the cache did with it. */
const by = (origin: string | null, cache: string) => ({
  received: { Origin: [origin] },
  answered: { 'X-Cache': [cache] },
});

/** A shared cache in front of the server, and two pages behind one browser that ask through it. */
export const sharedCache = [
  sequence({
    name: 'one page’s answer is handed to another',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('{second}', 'HIT')) },
      { request: 0, expected: readable([get], by('{page}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'the same the other way round: whoever comes first',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed] },
    runs: [
      { request: 1, expected: readable([get], by('{second}', 'MISS')) },
      { request: 0, expected: blocked('acao-mismatch', [get], by('{page}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'with Vary: Origin each page has its own',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed, 'Vary: Origin'] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: readable([get], by('{second}', 'MISS')) },
      { request: 0, expected: readable([get], by('{page}', 'HIT')) },
      { request: 1, expected: readable([get], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'the wildcard needs no Vary',
    cache: true,
    requests: [{}, other],
    response: { lines: [anyOrigin] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: readable([get], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'an image without crossorigin, and then fetch() for the same',
    cache: true,
    requests: [image, {}],
    response: { type: imageType, body: sampleImage, lines: [listed] },
    runs: [
      { expected: opaque('opaque-element', [get], by(null, 'MISS')) },
      { request: 1, expected: blocked('acao-missing', [get], by('{page}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'the same with Vary: Origin',
    cache: true,
    requests: [image, {}],
    response: { type: imageType, body: sampleImage, lines: [listed, 'Vary: Origin'] },
    runs: [
      { expected: opaque('opaque-element', [get], by(null, 'MISS')) },
      { request: 1, expected: readable([get], by('{page}', 'MISS')) },
    ],
  }),
  sequence({
    name: 'mode no-cors, and then mode cors',
    cache: true,
    requests: [{ mode: 'no-cors' }, {}],
    response: { lines: [listed] },
    runs: [
      { expected: opaque('opaque-no-cors', [get], by(null, 'MISS')) },
      { request: 1, expected: blocked('acao-missing', [get], by('{page}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'the server’s own page asks first, without Origin',
    cache: true,
    requests: [{ target: 'page' }, { ...other, target: 'page' }],
    response: { lines: [listed] },
    runs: [
      { expected: readable(['GET page /orders'], by(null, 'MISS')) },
      { request: 1, expected: blocked('acao-missing', ['GET page /orders'], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'with credentials',
    cache: true,
    requests: [{ credentials: 'include' }, { ...other, credentials: 'include' }],
    response: { lines: [listed, credentialed] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'a sandboxed frame is handed the answer of its page',
    cache: true,
    requests: [{}, { context: 'sandboxed-iframe' }],
    response: { lines: ['Access-Control-Allow-Origin: {origin}'] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('null', 'HIT')) },
    ],
  }),
  ...['no-store', 'private', 'no-cache', 's-maxage=0'].map((control) =>
    sequence({
      name: `Cache-Control: ${control} keeps nothing`,
      cache: true,
      requests: [{}, other],
      response: { lines: [listed, `Cache-Control: ${control}`] },
      runs: [
        { expected: readable([get], by('{page}', 'PASS')) },
        { request: 1, expected: readable([get], by('{second}', 'PASS')) },
      ],
    }),
  ),
  sequence({
    name: 'CDN-Cache-Control is for the cache alone, while browsers keep nothing',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed, 'CDN-Cache-Control: max-age=600', 'Cache-Control: no-store'] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 's-maxage lets an error be kept',
    cache: true,
    requests: [{}, other],
    response: { status: 404, lines: [listed, 'Cache-Control: s-maxage=600'] },
    runs: [
      { expected: readable([get], { status: 404, ...by('{page}', 'MISS') }) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('{second}', 'HIT')) },
    ],
  }),
  sequence({
    name: 'an error of which nothing is said is not kept',
    cache: true,
    requests: [{}, other],
    response: { status: 404, lines: [listed] },
    runs: [
      { expected: readable([get], { status: 404, ...by('{page}', 'PASS') }) },
      { request: 1, expected: readable([get], { status: 404, ...by('{second}', 'PASS') }) },
    ],
  }),
  sequence({
    name: 'an answer with a cookie is not kept',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed], cookies: [cookie('session=1')] },
    runs: [
      { expected: readable([get], by('{page}', 'PASS')) },
      { request: 1, expected: readable([get], by('{second}', 'PASS')) },
    ],
  }),
  sequence({
    name: 'the answer to a request with Authorization is not kept',
    cache: true,
    requests: [{ headers: ['Authorization: Bearer abc'] }],
    preflight: { lines: [thisPage, 'Access-Control-Allow-Headers: Authorization', 'Access-Control-Max-Age: 600'] },
    response: { lines: [thisPage] },
    runs: [
      { expected: readable([options, get], { answered: { 'X-Cache': ['PASS', 'PASS'] } }) },
      { expected: readable([get], { answered: { 'X-Cache': ['PASS'] } }) },
    ],
  }),
  sequence({
    name: 'preflights are passed on, and so is what is not GET',
    cache: true,
    requests: [{ method: 'PUT' }, { ...other, method: 'PUT' }],
    preflight: { lines: [listed, 'Access-Control-Allow-Methods: PUT'] },
    response: { lines: [listed, 'Cache-Control: s-maxage=600'] },
    runs: [
      { expected: readable([options, put], { answered: { 'X-Cache': ['PASS', 'PASS'] } }) },
      { request: 1, expected: readable([options, put], { answered: { 'X-Cache': ['PASS', 'PASS'] } }) },
    ],
  }),
  sequence({
    name: 'a POST takes away what is kept of its URL',
    cache: true,
    requests: [{}, { method: 'POST', body: 'one more' }],
    response: { lines: [listed] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { expected: readable([get], by('{page}', 'HIT')) },
      { request: 1, expected: readable([post], by('{page}', 'PASS')) },
      { request: 0, expected: readable([get], by('{page}', 'MISS')) },
    ],
  }),
  sequence({
    name: 'a changed plan empties the cache',
    cache: true,
    requests: [{}, other],
    response: { lines: [listed] },
    runs: [
      { expected: readable([get], by('{page}', 'MISS')) },
      { request: 1, expected: blocked('acao-mismatch', [get], by('{second}', 'HIT')) },
      {
        request: 1,
        plan: { cache: true, response: { lines: [listed, 'Vary: Origin'] } },
        expected: readable([get], by('{second}', 'MISS')),
      },
      { request: 0, expected: readable([get], by('{page}', 'MISS')) },
    ],
  }),
  sequence({
    name: 'what the cache adds, a page on another origin cannot see',
    cache: true,
    requests: [{}, { target: 'page' }],
    response: { lines: [anyOrigin] },
    runs: [
      { expected: readable([get], { visible: ['content-length', 'content-type'], ...by('{page}', 'MISS') }) },
      { expected: readable([get], { visible: ['content-length', 'content-type'], ...by('{page}', 'HIT') }) },
      { request: 1, expected: readable(['GET page /orders'], by(null, 'MISS')) },
    ],
  }),
];
