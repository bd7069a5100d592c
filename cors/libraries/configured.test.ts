import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireRequest } from '../http.ts';
import type { Library, LibraryName } from '../scenario.ts';
import { defaultLibrary, libraryAnswer } from './index.ts';

const page = 'http://localhost:4000';
const ask = (method: string, headers: readonly HeaderLine[]): WireRequest => ({
  method,
  url: 'http://localhost:4001/e/AAAAAAAAAAAAAAAA/orders',
  headers,
  body: null,
});
const origin: HeaderLine = ['Origin', page];
const preflight = (method: string, names: string) =>
  ask('OPTIONS', [origin, ['Access-Control-Request-Method', method], ['Access-Control-Request-Headers', names]]);

/** The lines of an answer to which the application adds nothing. */
function said(name: LibraryName, options: Partial<Library>, request: WireRequest): readonly string[] {
  const draft = { status: 200, headers: [], body: '' };
  const { status, headers, body } = libraryAnswer({ ...defaultLibrary(name), ...options }, request, draft);
  return [String(status), ...headers.map(([line, value]) => `${line}: ${value}`), ...(body === '' ? [] : [body])];
}

const everything = {
  origins: 'https://b.example, http://localhost:4000',
  methods: 'PUT, PATCH',
  headers: 'X-B, X-A',
  expose: 'X-Total, ETag',
  credentials: true,
  maxAge: '60',
};
const situations: Readonly<Record<string, readonly [Partial<Library>, WireRequest]>> = {
  'a PUT': [everything, ask('PUT', [origin])],
  'a preflight': [everything, preflight('PATCH', 'x-a,x-b')],
  'a preflight for one header too many': [everything, preflight('PATCH', 'x-a,x-c')],
  'an OPTIONS that is no preflight': [everything, ask('OPTIONS', [origin])],
  'a request without Origin': [everything, ask('GET', [])],
  anybody: [{ origins: '*', expose: 'X-Total, ETag' }, ask('GET', [origin])],
};

it.each<[LibraryName, keyof typeof situations, readonly string[]]>([
  [
    'express',
    'a PUT',
    [
      '200',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Vary: Origin',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Expose-Headers: X-Total,ETag',
    ],
  ],
  [
    'express',
    'a preflight',
    [
      '204',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Vary: Origin',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Methods: PUT,PATCH',
      'Access-Control-Allow-Headers: X-B,X-A',
      'Access-Control-Max-Age: 60',
      'Access-Control-Expose-Headers: X-Total,ETag',
    ],
  ],
  [
    'express',
    'a preflight for one header too many',
    [
      '204',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Vary: Origin',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Methods: PUT,PATCH',
      'Access-Control-Allow-Headers: X-B,X-A',
      'Access-Control-Max-Age: 60',
      'Access-Control-Expose-Headers: X-Total,ETag',
    ],
  ],
  [
    'express',
    'an OPTIONS that is no preflight',
    [
      '204',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Vary: Origin',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Methods: PUT,PATCH',
      'Access-Control-Allow-Headers: X-B,X-A',
      'Access-Control-Max-Age: 60',
      'Access-Control-Expose-Headers: X-Total,ETag',
    ],
  ],
  [
    'express',
    'a request without Origin',
    ['200', 'Vary: Origin', 'Access-Control-Allow-Credentials: true', 'Access-Control-Expose-Headers: X-Total,ETag'],
  ],
  ['express', 'anybody', ['200', 'Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: X-Total,ETag']],
  [
    'fastify',
    'a PUT',
    [
      '200',
      'vary: Origin',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
    ],
  ],
  [
    'fastify',
    'a preflight',
    [
      '204',
      'vary: Origin',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-allow-headers: X-B, X-A',
      'access-control-max-age: 60',
    ],
  ],
  [
    'fastify',
    'a preflight for one header too many',
    [
      '204',
      'vary: Origin',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-allow-headers: X-B, X-A',
      'access-control-max-age: 60',
    ],
  ],
  [
    'fastify',
    'an OPTIONS that is no preflight',
    [
      '400',
      'vary: Origin',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
      'Content-Type: text/plain',
      'Invalid Preflight Request',
    ],
  ],
  [
    'fastify',
    'a request without Origin',
    ['200', 'vary: Origin', 'access-control-allow-credentials: true', 'access-control-expose-headers: X-Total, ETag'],
  ],
  ['fastify', 'anybody', ['200', 'access-control-allow-origin: *', 'access-control-expose-headers: X-Total, ETag']],
  [
    'hono',
    'a PUT',
    [
      '200',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total,ETag',
      'vary: Origin',
    ],
  ],
  [
    'hono',
    'a preflight',
    [
      '204',
      'access-control-allow-credentials: true',
      'access-control-allow-headers: X-B,X-A',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total,ETag',
      'access-control-max-age: 60',
      'vary: Origin, Access-Control-Request-Headers',
    ],
  ],
  [
    'hono',
    'a preflight for one header too many',
    [
      '204',
      'access-control-allow-credentials: true',
      'access-control-allow-headers: X-B,X-A',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total,ETag',
      'access-control-max-age: 60',
      'vary: Origin, Access-Control-Request-Headers',
    ],
  ],
  [
    'hono',
    'an OPTIONS that is no preflight',
    [
      '204',
      'access-control-allow-credentials: true',
      'access-control-allow-headers: X-B,X-A',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total,ETag',
      'access-control-max-age: 60',
      'vary: Origin, Access-Control-Request-Headers',
    ],
  ],
  [
    'hono',
    'a request without Origin',
    ['200', 'access-control-allow-credentials: true', 'access-control-expose-headers: X-Total,ETag', 'vary: Origin'],
  ],
  ['hono', 'anybody', ['200', 'access-control-allow-origin: *', 'access-control-expose-headers: X-Total,ETag']],
  [
    'starlette',
    'a PUT',
    [
      '200',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
      'vary: Origin',
    ],
  ],
  [
    'starlette',
    'a preflight',
    [
      '200',
      'vary: Origin',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-max-age: 60',
      'access-control-allow-headers: Accept, Accept-Language, Content-Language, Content-Type, X-A, X-B',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'Content-Type: text/plain; charset=utf-8',
      'OK',
    ],
  ],
  [
    'starlette',
    'a preflight for one header too many',
    [
      '400',
      'vary: Origin',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-max-age: 60',
      'access-control-allow-headers: Accept, Accept-Language, Content-Language, Content-Type, X-A, X-B',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'Content-Type: text/plain; charset=utf-8',
      'Disallowed CORS headers',
    ],
  ],
  [
    'starlette',
    'an OPTIONS that is no preflight',
    [
      '200',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-allow-credentials: true',
      'access-control-expose-headers: X-Total, ETag',
      'vary: Origin',
    ],
  ],
  ['starlette', 'a request without Origin', ['200']],
  ['starlette', 'anybody', ['200', 'access-control-allow-origin: *', 'access-control-expose-headers: X-Total, ETag']],
  [
    'django',
    'a PUT',
    [
      '200',
      'vary: origin',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total, ETag',
    ],
  ],
  [
    'django',
    'a preflight',
    [
      '200',
      'vary: origin',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total, ETag',
      'access-control-allow-headers: X-B, X-A',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-max-age: 60',
    ],
  ],
  [
    'django',
    'a preflight for one header too many',
    [
      '200',
      'vary: origin',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total, ETag',
      'access-control-allow-headers: X-B, X-A',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-max-age: 60',
    ],
  ],
  [
    'django',
    'an OPTIONS that is no preflight',
    [
      '200',
      'vary: origin',
      'access-control-allow-credentials: true',
      'access-control-allow-origin: http://localhost:4000',
      'access-control-expose-headers: X-Total, ETag',
      'access-control-allow-headers: X-B, X-A',
      'access-control-allow-methods: PUT, PATCH',
      'access-control-max-age: 60',
    ],
  ],
  ['django', 'a request without Origin', ['200', 'vary: origin']],
  [
    'django',
    'anybody',
    ['200', 'vary: origin', 'access-control-allow-origin: *', 'access-control-expose-headers: X-Total, ETag'],
  ],
  [
    'spring',
    'a PUT',
    [
      '200',
      'Vary: Origin',
      'Vary: Access-Control-Request-Method',
      'Vary: Access-Control-Request-Headers',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
    ],
  ],
  [
    'spring',
    'a preflight',
    [
      '200',
      'Vary: Origin',
      'Vary: Access-Control-Request-Method',
      'Vary: Access-Control-Request-Headers',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Allow-Methods: PUT,PATCH',
      'Access-Control-Allow-Headers: x-a, x-b',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'spring',
    'a preflight for one header too many',
    [
      '200',
      'Vary: Origin',
      'Vary: Access-Control-Request-Method',
      'Vary: Access-Control-Request-Headers',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Allow-Methods: PUT,PATCH',
      'Access-Control-Allow-Headers: x-a',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'spring',
    'an OPTIONS that is no preflight',
    [
      '403',
      'Vary: Origin',
      'Vary: Access-Control-Request-Method',
      'Vary: Access-Control-Request-Headers',
      'Content-Type: text/plain',
      'Invalid CORS request',
    ],
  ],
  [
    'spring',
    'a request without Origin',
    ['200', 'Vary: Origin', 'Vary: Access-Control-Request-Method', 'Vary: Access-Control-Request-Headers'],
  ],
  [
    'spring',
    'anybody',
    [
      '200',
      'Vary: Origin',
      'Vary: Access-Control-Request-Method',
      'Vary: Access-Control-Request-Headers',
      'Access-Control-Allow-Origin: *',
      'Access-Control-Expose-Headers: X-Total, ETag',
    ],
  ],
  [
    'rs-cors',
    'a PUT',
    [
      '200',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Vary: Origin',
    ],
  ],
  [
    'rs-cors',
    'a preflight',
    [
      '204',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Headers: x-a,x-b',
      'Access-Control-Allow-Methods: PATCH',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Max-Age: 60',
      'Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers',
    ],
  ],
  [
    'rs-cors',
    'a preflight for one header too many',
    ['204', 'Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers'],
  ],
  [
    'rs-cors',
    'an OPTIONS that is no preflight',
    [
      '200',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Vary: Origin',
    ],
  ],
  ['rs-cors', 'a request without Origin', ['200', 'Vary: Origin']],
  [
    'rs-cors',
    'anybody',
    ['200', 'Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: X-Total, ETag', 'Vary: Origin'],
  ],
  [
    'jub0bs',
    'a PUT',
    [
      '200',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Expose-Headers: x-total,etag',
      'Vary: Origin',
    ],
  ],
  [
    'jub0bs',
    'a preflight',
    [
      '204',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Headers: x-a,x-b',
      'Access-Control-Allow-Methods: PATCH',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Max-Age: 60',
      'Vary: Access-Control-Request-Headers, Access-Control-Request-Method, Origin',
    ],
  ],
  [
    'jub0bs',
    'a preflight for one header too many',
    ['403', 'Vary: Access-Control-Request-Headers, Access-Control-Request-Method, Origin'],
  ],
  [
    'jub0bs',
    'an OPTIONS that is no preflight',
    [
      '200',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Origin: http://localhost:4000',
      'Access-Control-Expose-Headers: x-total,etag',
      'Vary: Access-Control-Request-Headers, Access-Control-Request-Method, Origin',
    ],
  ],
  ['jub0bs', 'a request without Origin', ['200', 'Vary: Origin']],
  ['jub0bs', 'anybody', ['200', 'Access-Control-Allow-Origin: *', 'Access-Control-Expose-Headers: x-total,etag']],
  [
    'tower',
    'a PUT',
    [
      '200',
      'access-control-allow-credentials: true',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-expose-headers: x-total,etag',
      'access-control-allow-origin: http://localhost:4000',
    ],
  ],
  [
    'tower',
    'a preflight',
    [
      '200',
      'access-control-allow-credentials: true',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-headers: x-b,x-a',
      'access-control-max-age: 60',
      'access-control-allow-origin: http://localhost:4000',
    ],
  ],
  [
    'tower',
    'a preflight for one header too many',
    [
      '200',
      'access-control-allow-credentials: true',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-headers: x-b,x-a',
      'access-control-max-age: 60',
      'access-control-allow-origin: http://localhost:4000',
    ],
  ],
  [
    'tower',
    'an OPTIONS that is no preflight',
    [
      '200',
      'access-control-allow-credentials: true',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-allow-methods: PUT,PATCH',
      'access-control-allow-headers: x-b,x-a',
      'access-control-max-age: 60',
      'access-control-allow-origin: http://localhost:4000',
    ],
  ],
  [
    'tower',
    'a request without Origin',
    [
      '200',
      'access-control-allow-credentials: true',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-expose-headers: x-total,etag',
    ],
  ],
  [
    'tower',
    'anybody',
    [
      '200',
      'vary: origin, access-control-request-method, access-control-request-headers',
      'access-control-expose-headers: x-total,etag',
      'access-control-allow-origin: *',
    ],
  ],
  [
    'nginx',
    'a PUT',
    [
      '200',
      'Access-Control-Allow-Origin: https://b.example, http://localhost:4000',
      'Access-Control-Allow-Methods: PUT, PATCH',
      'Access-Control-Allow-Headers: X-B, X-A',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'nginx',
    'a preflight',
    [
      '200',
      'Access-Control-Allow-Origin: https://b.example, http://localhost:4000',
      'Access-Control-Allow-Methods: PUT, PATCH',
      'Access-Control-Allow-Headers: X-B, X-A',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'nginx',
    'a preflight for one header too many',
    [
      '200',
      'Access-Control-Allow-Origin: https://b.example, http://localhost:4000',
      'Access-Control-Allow-Methods: PUT, PATCH',
      'Access-Control-Allow-Headers: X-B, X-A',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'nginx',
    'an OPTIONS that is no preflight',
    [
      '200',
      'Access-Control-Allow-Origin: https://b.example, http://localhost:4000',
      'Access-Control-Allow-Methods: PUT, PATCH',
      'Access-Control-Allow-Headers: X-B, X-A',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'nginx',
    'a request without Origin',
    [
      '200',
      'Access-Control-Allow-Origin: https://b.example, http://localhost:4000',
      'Access-Control-Allow-Methods: PUT, PATCH',
      'Access-Control-Allow-Headers: X-B, X-A',
      'Access-Control-Expose-Headers: X-Total, ETag',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Max-Age: 60',
    ],
  ],
  [
    'nginx',
    'anybody',
    [
      '200',
      'Access-Control-Allow-Origin: *',
      'Access-Control-Allow-Methods: GET, POST, PUT, DELETE',
      'Access-Control-Allow-Headers: Content-Type, Authorization',
      'Access-Control-Expose-Headers: X-Total, ETag',
    ],
  ],
])('%s, with everything configured, answers %s', (name, situation, answer) => {
  const [options, request] = situations[situation] ?? [{}, ask('GET', [])];
  expect(said(name, options, request)).toEqual(answer);
});

describe('rs-cors', () => {
  it.each([
    ['https://*.a.example', 'https://x.a.example', true],
    ['https://*.a.example', 'https://x.y.a.example', true],
    ['https://*.a.example', 'https://a.example', false],
    ['https://*.a.example', 'http://x.a.example', false],
    ['https://*.a.example', 'https://x.b.example', false],
    ['https://other.*.example', 'https://other.example', false],
    ['https://a.example', 'https://b.example', false],
    ['https://b.example, https://a.example', 'https://a.example', true],
  ])('configured with %s lets %s in: %s', (origins, from, isAllowed) => {
    const lines = said('rs-cors', { origins }, ask('GET', [['Origin', from]]));
    expect(lines.includes(`Access-Control-Allow-Origin: ${from}`)).toBe(isAllowed);
  });

  it('takes * for any header, and lets OPTIONS be asked for without being listed', () => {
    expect(said('rs-cors', { origins: page, headers: '*' }, preflight('GET', 'x-any'))).toContain(
      `Access-Control-Allow-Origin: ${page}`,
    );
    expect(said('rs-cors', { origins: page, methods: 'GET' }, preflight('OPTIONS', ''))).toContain(
      `Access-Control-Allow-Origin: ${page}`,
    );
  });

  it('lists no methods or exposed names where it refuses', () => {
    const refused = { origins: 'https://a.example', expose: 'X-A' };
    expect(said('rs-cors', refused, ask('GET', [origin]))).toEqual(['200', 'Vary: Origin']);
  });
});

describe('jub0bs', () => {
  it.each([
    ['https://*.a.example', 'https://x.a.example', true],
    ['https://*.a.example', 'https://x.y.a.example', true],
    ['https://*.a.example', 'https://a.example', false],
    ['https://*.a.example', 'https://.a.example', false],
    ['https://*.a.example', 'http://x.a.example', false],
    ['https://*.a.example', 'https://xa.example', false],
    ['https://*.a.example:*', 'https://x.a.example:8443', true],
    ['https://a.example:*', 'https://a.example', true],
    ['https://a.example:*', 'https://a.example:8443', true],
    ['https://a.example', 'https://a.example:8443', false],
    ['https://a.example', 'https://b.example', false],
    ['https://b.example, https://a.example', 'https://a.example', true],
    ['https://[::1]:8443', 'https://[::1]:8443', true],
    ['ws2+x.y-z://a1.example:1', 'ws2+x.y-z://a1.example:1', true],
  ])('configured with %s lets %s in: %s', (origins, from, isAllowed) => {
    const lines = said('jub0bs', { origins }, ask('GET', [['Origin', from]]));
    expect(lines.includes(`Access-Control-Allow-Origin: ${from}`)).toBe(isAllowed);
    expect(lines[0]).toBe('200');
  });

  it.each([
    { origins: '1http://a.example' },
    { origins: 'https://a_b.example' },
    { origins: 'https://[zz]' },
    { origins: 'https://a.example:x' },
    { origins: 'https://a.example', maxAge: '-2' },
    { origins: 'http://127.x', credentials: true },
    { origins: 'http://localhost.example', credentials: true },
  ])('does not start with %j', (options) => {
    expect(said('jub0bs', options, ask('GET', [origin]))[0]).toBe('502');
  });
  it.each([
    { origins: 'http://localhost', credentials: true },
    { origins: 'http://127.0.0.1:4000', credentials: true },
    { origins: 'http://[::1]', credentials: true },
    { origins: 'https://http.example', credentials: true },
    { origins: 'https://a.example', maxAge: '-1' },
    { origins: 'https://a.example', maxAge: '86400' },
  ])('starts with %j', (options) => {
    expect(said('jub0bs', options, ask('GET', [origin]))[0]).toBe('200');
  });

  const passes = (options: Partial<Library>, method: string, names: string) =>
    said('jub0bs', { origins: page, ...options }, preflight(method, names)).slice(0, -1);
  it('repeats what is asked where credentials forbid *', () => {
    expect(passes({ methods: '*', headers: '*', credentials: true }, 'PUT', 'x-a')).toEqual([
      '204',
      'Access-Control-Allow-Credentials: true',
      'Access-Control-Allow-Headers: x-a',
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Origin: http://localhost:4000',
    ]);
  });
  it('writes * for methods and headers without credentials', () => {
    expect(passes({ methods: ' * ', headers: '*' }, 'PUT', 'x-a')).toEqual([
      '204',
      'Access-Control-Allow-Headers: *',
      'Access-Control-Allow-Methods: *',
      'Access-Control-Allow-Origin: http://localhost:4000',
    ]);
  });
  it('repeats a method that is listed', () => {
    expect(passes({ methods: 'GETTER, TARGET' }, 'GETTER', '')).toContain('Access-Control-Allow-Methods: GETTER');
    expect(passes({ methods: 'GETTER, TARGET' }, 'TARGET', '')).toContain('Access-Control-Allow-Methods: TARGET');
  });
  it.each(['GET', 'HEAD', 'POST'])('takes %s for granted', (method) => {
    expect(passes({ methods: 'PUT' }, method, '')).toEqual([
      '204',
      'Access-Control-Allow-Origin: http://localhost:4000',
    ]);
  });
  it('refuses a header that is not listed beside one that is', () => {
    expect(passes({ headers: 'X-A' }, 'GET', 'x-a,x-b')).toEqual(['403']);
  });
});

it.each<[LibraryName, string]>([
  ['express', '*'],
  ['fastify', '*'],
  ['hono', '*'],
  ['spring', '*'],
  ['rs-cors', '*'],
  ['starlette', '{page}'],
  ['django', '{page}'],
  ['jub0bs', '{page}'],
  ['tower', '{page}'],
  ['nginx', '{page}'],
])('%s begins with the origin %s', (name, origins) => {
  expect(defaultLibrary(name).origins).toBe(origins);
});

it.each<[LibraryName, string, string | null]>([
  ['express', '', 'Access-Control-Allow-Origin: *'],
  ['express', ' https://a.example ', 'Access-Control-Allow-Origin: https://a.example'],
  ['fastify', '', 'access-control-allow-origin: *'],
  ['fastify', 'https://a.example, *', 'access-control-allow-origin: *'],
  ['hono', '', 'access-control-allow-origin: *'],
  ['tower', 'https://a.example, https://b.example', null],
  ['rs-cors', '', 'Access-Control-Allow-Origin: *'],
])('%s, given the origins %j, sends %s', (name, origins, line) => {
  const lines = said(name, { origins }, ask('GET', [origin]));
  expect(lines.find((each) => /^access-control-allow-origin/i.test(each)) ?? null).toBe(line);
});

it.each<LibraryName>(['fastify', 'rs-cors'])('%s takes a GET for none of its preflights, whatever it asks', (name) => {
  const asking = ask('GET', [origin, ['Access-Control-Request-Method', 'PUT']]);
  expect(said(name, { origins: page }, asking)).toEqual(said(name, { origins: page }, ask('GET', [origin])));
});

it('fastify varies by both, for a list of origins and any header', () => {
  const options = { origins: 'https://a.example, https://b.example', headers: '' };
  expect(said('fastify', options, preflight('GET', 'x-a'))[1]).toBe('vary: Origin, Access-Control-Request-Headers');
});

it('tower sees * amid blanks', () => {
  expect(said('tower', { methods: ' * ', credentials: true }, ask('GET', [origin]))[0]).toBe('502');
});

it.each(['x*', 'h!tp://a.example'])('django does not start with %s', (origins) => {
  expect(said('django', { origins }, ask('GET', [origin]))[0]).toBe('502');
});

it.each([
  ['https://a.example', 'http://xa.example', false],
  ['https://[1:2::1]:*', 'https://[1:2::1]:8443', true],
])('jub0bs, configured with %s, lets %s in: %s', (origins, from, isAllowed) => {
  const lines = said('jub0bs', { origins }, ask('GET', [['Origin', from]]));
  expect(lines.includes(`Access-Control-Allow-Origin: ${from}`)).toBe(isAllowed);
});
