import {
  anyOrigin,
  blocked,
  credentialed,
  get,
  inEach,
  once,
  options,
  post,
  put,
  readable,
  redirect,
  thisPage,
} from './case.ts';

const methods = (value: string) => `Access-Control-Allow-Methods: ${value}`;
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const response = { lines: [anyOrigin] };
const allow = (...lines: string[]) => ({ preflight: { lines: [anyOrigin, ...lines] }, response });

const PUT = { method: 'PUT', body: 'one pizza' };
const trace = { headers: ['X-Trace: 1'] };
const json = { method: 'POST', headers: ['Content-Type: application/json'], body: '{"item":"pizza"}' };
const notListed = blocked('header-not-allowed', [options]);
const notAllowed = blocked('method-not-allowed', [options]);

/** https://fetch.spec.whatwg.org/#cors-preflight-fetch-0 */
export const preflighted = [
  once({
    name: 'JSON, and the server does not know preflights',
    request: json,
    response,
    expected: blocked('acao-missing', [options]),
  }),
  once({
    name: 'JSON with permission',
    request: json,
    ...allow(headers('Content-Type')),
    expected: readable([options, post], {
      received: {
        'Access-Control-Request-Method': ['POST', null],
        'Access-Control-Request-Headers': ['content-type', null],
        Origin: ['{page}', '{page}'],
      },
    }),
  }),
  once({
    name: 'JSON, permitted by the preflight but not by the response',
    request: json,
    preflight: { lines: [anyOrigin, headers('Content-Type')] },
    expected: blocked('acao-missing', [options, post]),
  }),
  once({
    name: 'JSON in a Blob',
    request: { method: 'POST', body: { type: 'blob', text: '{}', mime: 'application/json' } },
    ...allow(),
    expected: notListed,
  }),
  once({
    name: 'a Blob without type needs no preflight',
    request: { method: 'POST', body: { type: 'blob', text: '{}', mime: '' } },
    response,
    expected: readable([post]),
  }),
  once({
    name: 'the preflight allows another origin',
    request: PUT,
    preflight: { lines: ['Access-Control-Allow-Origin: https://app.example', methods('PUT')] },
    response,
    expected: blocked('acao-mismatch', [options]),
  }),
  once({
    name: 'the preflight allows this page twice',
    request: PUT,
    preflight: { lines: [thisPage, thisPage, methods('PUT')] },
    response,
    expected: blocked('acao-multiple', [options]),
  }),

  ...[200, 204, 299].map((status) =>
    once({
      name: `preflight answered with ${status}`,
      request: PUT,
      preflight: { status, lines: [anyOrigin, methods('PUT')] },
      response,
      expected: readable([options, put]),
    }),
  ),
  ...[304, 400, 401, 404, 405, 500].map((status) =>
    once({
      name: `preflight answered with ${status}, and every header right`,
      request: PUT,
      preflight: { status, lines: [anyOrigin, methods('PUT')] },
      response,
      expected: blocked('preflight-status', [options]),
    }),
  ),
  once({
    name: 'preflight answered with 401 by a guard who knows no CORS',
    request: PUT,
    preflight: { status: 401 },
    response,
    expected: blocked('acao-missing', [options]),
    webkit: { ...blocked('preflight-status', [options]), because: 'the status is looked at first' },
  }),
  once({
    name: 'preflight redirected by a guard who knows no CORS',
    request: PUT,
    preflight: { redirects: [redirect('same-site')] },
    response,
    expected: blocked('acao-missing', [options]),
    chromium: { ...blocked('preflight-redirect', [options]), because: 'a redirect is refused before its headers' },
    webkit: { ...blocked('preflight-redirect', [options]), because: 'the status is looked at first' },
  }),
  ...[301, 307].map((status) =>
    once({
      name: `preflight redirected with ${status}`,
      request: PUT,
      preflight: { lines: [anyOrigin, methods('PUT')], redirects: [redirect('same-site', { status })] },
      response,
      expected: blocked('preflight-redirect', [options]),
    }),
  ),

  once({ name: 'PUT is not listed', request: PUT, ...allow(), expected: notAllowed }),
  once({ name: 'PUT is listed', request: PUT, ...allow(methods('GET, PUT')), expected: readable([options, put]) }),
  once({ name: 'put in lower case does not allow PUT', request: PUT, ...allow(methods('put')), expected: notAllowed }),
  once({
    name: 'lower-case put is PUT',
    request: { ...PUT, method: 'put' },
    ...allow(methods('PUT')),
    expected: readable([options, put]),
  }),
  once({
    name: 'any method',
    request: { method: 'DELETE' },
    ...allow(methods('*')),
    expected: readable([options, 'DELETE same-site /orders']),
  }),
  once({
    name: 'any method, but with credentials that is a method called *',
    request: { ...PUT, credentials: 'include' },
    preflight: { lines: [thisPage, credentialed, methods('*')] },
    response: { lines: [thisPage, credentialed] },
    expected: notAllowed,
  }),
  once({
    name: 'PATCH',
    request: { ...PUT, method: 'PATCH' },
    ...allow(methods('PATCH')),
    expected: readable([options, 'PATCH same-site /orders']),
  }),
  once({
    name: 'lower-case patch is not PATCH',
    request: { ...PUT, method: 'patch' },
    ...allow(methods('PATCH')),
    expected: blocked('method-not-allowed', [options], {
      received: { 'Access-Control-Request-Method': ['patch'] },
    }),
  }),
  once({
    name: 'a method of one’s own is not listed',
    request: { method: 'CHICKEN' },
    ...allow(methods('GET')),
    expected: notAllowed,
  }),
  once({
    name: 'lower-case patch, listed as it is',
    request: { ...PUT, method: 'patch' },
    ...allow(methods('patch')),
    expected: readable([options, 'patch same-site /orders']),
  }),
  once({
    name: 'a method of one’s own is listed',
    request: { method: 'CHICKEN' },
    ...allow(methods('CHICKEN')),
    expected: readable([options, 'CHICKEN same-site /orders']),
  }),
  once({
    name: 'PROPFIND',
    request: { method: 'PROPFIND' },
    ...allow(methods('PROPFIND')),
    expected: readable([options, 'PROPFIND same-site /orders']),
  }),
  once({
    name: 'OPTIONS itself needs a preflight',
    request: { method: 'OPTIONS' },
    ...allow(methods('OPTIONS')),
    expected: readable([options, options], { received: { 'Access-Control-Request-Method': ['OPTIONS', null] } }),
  }),
  once({
    name: 'HEAD with a header of one’s own',
    request: { ...trace, method: 'HEAD' },
    ...allow(headers('X-Trace')),
    expected: readable([options, 'HEAD same-site /orders']),
  }),

  once({ name: 'a header is not listed', request: trace, ...allow(headers('X-Other')), expected: notListed }),
  once({
    name: 'header names in any case',
    request: trace,
    ...allow(headers('x-TRACE')),
    expected: readable([options, get], { received: { 'Access-Control-Request-Headers': ['x-trace', null] } }),
  }),
  once({ name: 'any header', request: trace, ...allow(headers('*')), expected: readable([options, get]) }),
  once({
    name: 'any header, but with credentials that is a header called *',
    request: { ...trace, credentials: 'include' },
    preflight: { lines: [thisPage, credentialed, headers('*')] },
    response: { lines: [thisPage, credentialed] },
    expected: notListed,
  }),
  once({
    name: 'several headers, sorted',
    request: { headers: ['X-Zebra: 1', 'X-Apple: 2'] },
    ...allow(headers('X-Apple, X-Zebra')),
    expected: readable([options, get], { received: { 'Access-Control-Request-Headers': ['x-apple,x-zebra', null] } }),
  }),
  once({
    name: 'headers listed in two lines',
    request: { headers: ['X-Zebra: 1', 'X-Apple: 2'] },
    ...allow(headers('X-Apple'), headers('X-Zebra')),
    expected: readable([options, get]),
  }),
  once({
    name: 'whatever headers are asked for',
    request: { headers: ['X-Zebra: 1', 'X-Apple: 2'] },
    ...allow(headers('{requested-headers}'), methods('{requested-method}')),
    expected: readable([options, get]),
  }),
  once({
    name: 'Authorization listed',
    request: { headers: ['Authorization: Bearer abc'] },
    ...allow(headers('Authorization')),
    expected: readable([options, get], { received: { Authorization: [null, 'Bearer abc'] } }),
  }),
  once({
    name: 'Authorization under the wildcard',
    request: { headers: ['Authorization: Bearer abc'] },
    ...allow(headers('*')),
    expected: blocked('authorization-not-listed', [options]),
    ...inEach({ ...readable([options, get]), because: 'the wildcard still covers Authorization' }),
  }),
  once({
    name: 'Authorization under the wildcard, with credentials',
    request: { headers: ['Authorization: Bearer abc'], credentials: 'include' },
    preflight: { lines: [thisPage, credentialed, headers('*')] },
    response: { lines: [thisPage, credentialed] },
    expected: notListed,
  }),
  once({
    name: 'a CORS response header sent with the request',
    request: { headers: ['Access-Control-Allow-Origin: *'] },
    ...allow(headers('X-Trace')),
    expected: notListed,
  }),

  once({
    name: 'lists with empty elements',
    request: { ...PUT, ...trace },
    ...allow(methods(', PUT , ,'), headers(',X-Trace, ,')),
    expected: readable([options, put]),
  }),
  once({
    name: 'a preflight answered 421 is sent once more',
    request: PUT,
    preflight: { status: 421, lines: [anyOrigin, methods('PUT')] },
    response,
    expected: blocked('preflight-status', [options, options]),
  }),
  once({
    name: 'an empty list of headers',
    request: trace,
    ...allow(headers('')),
    expected: notListed,
  }),
  ...['GET PUT', 'PUT; GET', '"PUT"'].map((value) =>
    once({
      name: `methods that are no list: ${value}`,
      request: PUT,
      ...allow(methods(value)),
      expected: blocked('acam-invalid', [options]),
    }),
  ),
  ...['X-Trace X-Other', 'X-Trace; X-Other', 'X-Trace: 1', '"X-Trace"'].map((value) =>
    once({
      name: `headers that are no list: ${value}`,
      request: trace,
      ...allow(headers(value)),
      expected: blocked('acah-invalid', [options]),
    }),
  ),
  once({
    name: 'methods that are no list spoil a header’s permission',
    request: trace,
    ...allow(methods('GET, PUT;'), headers('X-Trace')),
    expected: blocked('acam-invalid', [options]),
  }),
];
