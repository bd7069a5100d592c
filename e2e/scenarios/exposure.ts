import { anyOrigin, cookie, credentialed, get, once, options, readable, thisPage } from './case.ts';

const expose = (value: string) => `Access-Control-Expose-Headers: ${value}`;
const lines = [anyOrigin, 'X-Request-Id: 7', 'ETag: "a"'];
const visible = (...names: string[]) =>
  readable([get], { visible: ['content-length', 'content-type', ...names].sort() });
const everything = visible(
  'access-control-allow-origin',
  'access-control-expose-headers',
  'content-security-policy',
  'etag',
  'x-content-type-options',
  'x-request-id',
);

/** https://fetch.spec.whatwg.org/#cors-safelisted-response-header-name */
export const exposure = [
  once({ name: 'nothing exposed', response: { lines }, expected: visible() }),
  once({
    name: 'one header exposed',
    response: { lines: [...lines, expose('x-request-id')] },
    expected: visible('x-request-id'),
  }),
  once({
    name: 'headers exposed in two lines',
    response: { lines: [...lines, expose('ETag'), expose('X-Request-Id')] },
    expected: visible('etag', 'x-request-id'),
  }),
  once({
    name: 'every header exposed',
    response: { lines: [...lines, expose('*')] },
    expected: everything,
  }),
  once({
    name: 'with credentials, every header is a header called *',
    request: { credentials: 'include' },
    response: { lines: [thisPage, credentialed, 'X-Request-Id: 7', expose('*')] },
    expected: visible(),
  }),
  once({
    name: 'exposed names that are no list',
    response: { lines: [...lines, expose('X-Request-Id; ETag')] },
    expected: visible(),
  }),
  once({
    name: 'one bad name hides the good ones',
    response: { lines: [...lines, expose('X-Request-Id, E Tag')] },
    expected: visible(),
  }),
  once({
    name: 'a wildcard, then a bad name',
    response: { lines: [...lines, expose('*, E Tag')] },
    expected: visible(),
    firefox: { ...everything, because: 'nothing is read after the wildcard' },
  }),
  once({
    name: 'exposed names with empty elements',
    response: { lines: [...lines, expose(',X-Request-Id, ,')] },
    expected: visible('x-request-id'),
  }),
  once({
    name: 'a cookie is never exposed',
    request: { credentials: 'include' },
    response: { lines: [thisPage, credentialed, expose('Set-Cookie, X-None')], cookies: [cookie('session=1')] },
    expected: visible(),
  }),
  once({
    name: 'safelisted response headers',
    response: {
      lines: [
        anyOrigin,
        'Cache-Control: no-store',
        'Content-Language: en',
        'Expires: 0',
        'Last-Modified: Thu, 01 Jan 2026 00:00:00 GMT',
        'Pragma: no-cache',
        'Retry-After: 5',
      ],
    },
    expected: visible('cache-control', 'content-language', 'expires', 'last-modified', 'pragma'),
  }),
  once({
    name: 'exposed by the preflight only',
    request: { headers: ['X-Trace: 1'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: X-Trace', expose('X-Request-Id')] },
    response: { lines },
    expected: { ...visible(), wire: [options, get] },
  }),
  once({
    name: 'on its own origin the page reads all but the cookie',
    request: { target: 'page' },
    response: { lines: ['X-Request-Id: 7'], cookies: [cookie('session=1')] },
    expected: {
      ...visible('content-security-policy', 'x-content-type-options', 'x-request-id'),
      wire: ['GET page /orders'],
    },
  }),
];
