import {
  anyOrigin,
  blocked,
  credentialed,
  type Expected,
  get,
  once,
  options,
  put,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const methods = (value: string) => `Access-Control-Allow-Methods: ${value}`;
const headers = (value: string) => `Access-Control-Allow-Headers: ${value}`;
const maxAge = (value: string) => `Access-Control-Max-Age: ${value}`;
const anew = maxAge('0');
const response = { lines: [anyOrigin] };
const PUT = { method: 'PUT', body: 'one pizza' };
const trace = { headers: ['X-Trace: 1'] };
const notListed = blocked('header-not-allowed', [options]);
const notAllowed = blocked('method-not-allowed', [options]);
const allowed = (method: string) => readable([options, `${method} same-site /orders`]);

const statuses = (name: string, list: readonly number[], expected: Expected) =>
  sequence({
    name,
    requests: [PUT],
    runs: list.map((status) => ({
      plan: { preflight: { status, lines: [anyOrigin, methods('PUT'), anew] }, response },
      expected,
    })),
  });
const refused = blocked('preflight-status', [options]);

const lists = (credentials: 'omit' | 'include', method: string, header: string, [acam, acah]: [string, string]) => {
  const policy = credentials === 'include' ? [thisPage, credentialed] : [anyOrigin];
  return {
    name: `credentials ${credentials}: ${method} with ${header || 'no header'} where ${acam} and ${acah || 'no header'} are allowed`,
    request: { credentials, method, headers: header ? [`${header}: 1`] : [] },
    preflight: { lines: [...policy, methods(acam), headers(acah)] },
    response: { lines: policy },
  };
};

const several = [
  'x-test-header1: 1',
  'x-test-header2: 2',
  'X-test-header3: 3',
  'x-test-header-b: 4',
  'x-test-header-D: 5',
  'x-test-header-C: 6',
  'x-test-header-a: 7',
  'Content-Type: application/json',
];
const safe = ['Accept: *', 'Accept-Language: bzh', 'Content-Language: eu'];
const inOrder = [
  'content-type',
  ...['a', 'b', 'c', 'd'].map((letter) => `x-test-header-${letter}`),
  ...['1', '2', '3'].map((digit) => `x-test-header${digit}`),
];
const both = [{ headers: [...several, ...safe] }, { ...PUT, headers: [...several, ...safe] }];

/** https://github.com/web-platform-tests/wpt/tree/master/fetch/api/cors */
export const wptPreflights = [
  statuses(
    'a preflight may be answered with any status of success',
    [201, 202, 203, 205, 206],
    readable([options, put]),
  ),
  statuses('a preflight answered with 3xx that is no redirect', [300, 305, 306], refused),
  statuses('a preflight answered with 4xx', [402, 403, 406, 407, 409, 410, 411], refused),
  statuses('a preflight answered with another 4xx', [412, 413, 414, 415, 416, 417], refused),
  statuses('a preflight answered with 5xx', [501, 502, 503, 504, 505], refused),
  sequence({
    name: 'a preflight redirected with any status',
    requests: [PUT],
    runs: [302, 303, 308].map((status) => ({
      plan: {
        preflight: { lines: [anyOrigin, methods('PUT')], redirects: [redirect('same-site', { status })] },
        response,
      },
      expected: blocked('preflight-redirect', [options]),
    })),
  }),

  once({ ...lists('omit', 'GET', 'X-Test', ['get', 'x-test']), expected: allowed('GET') }),
  once({ ...lists('omit', 'SUPER', 'X-Test', ['*', 'x-test']), expected: allowed('SUPER') }),
  once({ ...lists('omit', 'OK', 'X-Test', ['*', '*']), expected: allowed('OK') }),
  once({ ...lists('include', 'OK', 'X-Test', ['*', '*']), expected: notAllowed }),
  once({ ...lists('include', 'PUT', '', ['*', '']), expected: notAllowed }),
  once({ ...lists('include', 'PUT', '', ['PUT', '*']), expected: allowed('PUT') }),
  once({ ...lists('include', 'GET', 'X-Test', ['get', '*']), expected: notListed }),
  once({ ...lists('include', 'GET', 'X-Test', ['*', '*']), expected: notListed }),
  once({ ...lists('include', '*', '*', ['*', '*']), expected: allowed('*') }),
  once({ ...lists('include', 'PUT', '', ['put', '*']), expected: notAllowed }),

  sequence({
    name: 'methods that a preflight refuses',
    requests: [{ method: 'DELETE' }, { method: 'PATCH' }, { method: 'NEW' }],
    preflight: { lines: [anyOrigin] },
    response,
    runs: [0, 1, 2].map((request) => ({ request, expected: notAllowed })),
  }),
  sequence({
    name: 'methods that a preflight allows',
    requests: [{ method: 'DELETE' }, { method: 'PATCH' }, { method: 'NEW' }],
    preflight: { lines: [anyOrigin, methods('DELETE, PATCH, NEW'), anew] },
    response,
    runs: ['DELETE', 'PATCH', 'NEW'].map((method, request) => ({ request, expected: allowed(method) })),
  }),
  sequence({
    name: 'several headers, of which the safelisted ones are not asked for',
    requests: both,
    preflight: { lines: [anyOrigin, methods('PUT'), headers(inOrder.join(' ,')), anew] },
    response,
    runs: ['GET', 'PUT'].map((method, request) => ({
      request,
      expected: { ...allowed(method), received: { 'Access-Control-Request-Headers': [inOrder.join(','), null] } },
    })),
  }),
  sequence({
    name: 'several headers, of which none is allowed',
    requests: both,
    preflight: { lines: [anyOrigin, methods('PUT')] },
    response,
    runs: [0, 1].map((request) => ({ request, expected: notListed })),
  }),
  once({
    name: 'only safelisted headers: no header is asked for',
    request: { ...PUT, headers: safe },
    preflight: { lines: [anyOrigin, methods('PUT')] },
    response,
    expected: { ...allowed('PUT'), received: { 'Access-Control-Request-Headers': [null, null] } },
  }),
  sequence({
    name: 'a preflight tells the referrer that its request tells',
    requests: [
      { ...trace, referrerPolicy: 'no-referrer' },
      { ...trace, referrerPolicy: 'origin' },
    ],
    preflight: { lines: [anyOrigin, headers('X-Trace'), anew] },
    response,
    runs: [null, '{page}/'].map((referrer, request) => ({
      request,
      expected: readable([options, get], { received: { Referer: [referrer, referrer] } }),
    })),
  }),

  sequence({
    name: 'an empty max-age',
    requests: [PUT],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('')] },
    response,
    runs: [{ expected: readable([options, put]) }, { expected: readable([put]) }],
  }),
  sequence({
    name: 'a permission does not serve another method',
    requests: [PUT, { method: 'DELETE' }],
    preflight: { lines: [anyOrigin, methods('PUT'), maxAge('600')] },
    response,
    runs: [{ expected: readable([options, put]) }, { request: 1, expected: notAllowed }],
  }),
  sequence({
    name: 'any header, remembered, does not serve Authorization',
    requests: [trace, { headers: ['Authorization: Bearer abc'] }],
    preflight: { lines: [anyOrigin, headers('*'), maxAge('600')] },
    response,
    runs: [
      { expected: readable([options, get]) },
      {
        request: 1,
        expected: blocked('authorization-not-listed', [options]),
        chromium: {
          ...readable([options, get]),
          because: 'the wildcard covers Authorization, but not when remembered',
        },
        firefox: { ...readable([options, get]), because: 'the wildcard covers Authorization, but not when remembered' },
        webkit: { ...readable([get]), because: 'the wildcard covers Authorization, and does so when remembered' },
      },
    ],
  }),
];
