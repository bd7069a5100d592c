import { blocked, cookie, get, library, once, options, put, readable, sequence, thisPage } from './case.ts';

const PUT = { method: 'PUT', body: 'one pizza' };
const include = { credentials: 'include' } as const;
const page = { origins: '{page}' };
const others = { origins: 'https://app.example, https://admin.example' };

/** What people meet who never wrote a CORS header themselves. */
export const libraries = [
  once({
    name: 'express: a single origin is told to everybody',
    library: library('express', { origins: 'https://app.example' }),
    expected: blocked('acao-mismatch', [get]),
  }),
  once({
    name: 'express: of a list, only the origin that asks is told',
    library: library('express', others),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'express: whatever headers are asked for',
    request: { ...PUT, headers: ['X-Trace: 1'] },
    library: library('express', page),
    expected: readable([options, put]),
  }),
  once({
    name: 'express: any origin with credentials, and no complaint',
    request: include,
    library: library('express', { origins: '*', credentials: true }),
    expected: blocked('acao-wildcard-credentials', [get]),
  }),
  once({
    name: 'fastify: PUT has to be listed',
    request: PUT,
    library: library('fastify', page),
    expected: blocked('method-not-allowed', [options]),
  }),
  once({
    name: 'fastify: OPTIONS is refused unless it is a preflight',
    request: { method: 'OPTIONS' },
    library: library('fastify', { ...page, methods: 'OPTIONS' }),
    expected: readable([options, options], { status: 400 }),
  }),
  once({
    name: 'hono: 204 even for an origin that it does not allow',
    request: PUT,
    library: library('hono', { ...others, credentials: true }),
    expected: blocked('acao-missing', [options]),
  }),
  once({
    name: 'hono: PUT is allowed from the start',
    request: PUT,
    library: library('hono', page),
    expected: readable([options, put]),
  }),
  once({
    name: 'FastAPI: a method that is not listed is called a bad status',
    request: PUT,
    library: library('starlette', page),
    expected: blocked('preflight-status', [options]),
  }),
  once({
    name: 'FastAPI: a header that is not listed is called a bad status',
    request: { headers: ['X-Trace: 1'] },
    library: library('starlette', page),
    expected: blocked('preflight-status', [options]),
  }),
  once({
    name: 'FastAPI: an exception takes the headers with it',
    library: library('starlette', page),
    response: { status: 500, body: 'Internal Server Error' },
    expected: blocked('acao-missing', [get]),
  }),
  sequence({
    name: 'FastAPI: any origin with credentials works from the second time on',
    requests: [include],
    library: library('starlette', { origins: '*', credentials: true }),
    response: { cookies: [cookie('session=1')] },
    runs: [
      { expected: blocked('acao-wildcard-credentials', [get], { received: { Cookie: [null] } }) },
      { expected: readable([get], { received: { Cookie: ['session=1'] } }) },
    ],
  }),
  once({
    name: 'Django: any origin with credentials is every origin by its name',
    request: include,
    library: library('django', { origins: '*', credentials: true }),
    expected: readable([get]),
  }),
  once({
    name: 'Django: an exception takes the headers with it',
    library: library('django', page),
    response: { status: 500, body: 'Internal Server Error' },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'Spring: a trailing slash is forgiven',
    library: library('spring', { origins: '{page}/' }),
    expected: readable([get]),
  }),
  once({
    name: 'Spring: any origin with credentials is an exception',
    request: include,
    library: library('spring', { origins: '*', credentials: true }),
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'rs/cors: a star stands for anything',
    library: library('rs-cors', { origins: 'http://local*' }),
    expected: readable([get]),
  }),
  once({
    name: 'rs/cors: a method that is not listed is met with silence',
    request: PUT,
    library: library('rs-cors', page),
    expected: blocked('acao-missing', [options]),
  }),
  once({
    name: 'jub0bs/cors: a method that is not listed is met with silence',
    request: PUT,
    library: library('jub0bs', page),
    expected: blocked('acao-missing', [options]),
    webkit: { ...blocked('preflight-status', [options]), because: 'the status is looked at first' },
  }),
  once({
    name: 'jub0bs/cors: any port of localhost',
    request: PUT,
    library: library('jub0bs', { origins: 'http://localhost:*', methods: 'PUT' }),
    expected: readable([options, put]),
  }),
  once({
    name: 'tower-http: a single origin is told to everybody',
    library: library('tower', { origins: 'https://app.example' }),
    expected: blocked('acao-mismatch', [get]),
  }),
  once({
    name: 'tower-http: PUT has to be listed',
    request: PUT,
    library: library('tower', page),
    expected: blocked('method-not-allowed', [options]),
  }),
  once({
    name: 'nginx: a page that is missing has no headers',
    library: library('nginx', page),
    response: { status: 404 },
    expected: blocked('acao-missing', [get]),
  }),
  once({
    name: 'nginx: the application behind it says the same',
    library: library('nginx', page),
    response: { lines: [thisPage] },
    expected: blocked('acao-multiple', [get]),
  }),
];
