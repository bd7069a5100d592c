import { anyOrigin, blocked, type Departure, get, options, post, readable, sequence } from './case.ts';

const preflight = { lines: [anyOrigin] };
const response = { lines: [anyOrigin] };

type Departures = { readonly chromium?: Departure; readonly webkit?: Departure };

/** One request for each of these values, to a preflight that allows nothing. */
const safe = (name: string, headers: readonly string[]) =>
  sequence({
    name,
    requests: headers.map((header) => ({ method: 'POST', headers: [header], body: 'data' })),
    preflight,
    response,
    runs: headers.map((_, request) => ({ request, expected: readable([post]) })),
  });
const unsafe = (name: string, headers: readonly string[], departures: Departures = {}) =>
  sequence({
    name,
    requests: headers.map((header) => ({ method: 'POST', headers: [header], body: 'data' })),
    preflight,
    response,
    runs: headers.map((_, request) => ({
      request,
      expected: blocked('header-not-allowed', [options]),
      ...departures,
    })),
  });
const types = (...values: readonly string[]) => values.map((value) => `Content-Type: ${value}`);
const ranges = (...values: readonly string[]) => values.map((value) => `Range: ${value}`);
const hints = { chromium: { ...readable([post]), because: 'client hints are still safelisted' } };
const long = '0123456789'.repeat(13);

const listed = ['Accept: "', 'Accept-Language: @', 'Content-Language: @', 'Content-Type: text/html', 'Range: bytes 0-'];
const names = ['accept', 'accept-language', 'content-language', 'content-type', 'range'];

const simple = [
  ['Accept: test'],
  ['Accept-Language: test'],
  ['CONTENT-language: test'],
  ['Content-Type: application/x-www-form-urlencoded'],
  ['content-type: multipart/form-data'],
  ['content-type: text/plain'],
  ['Accept: test', 'Accept-Language: test', 'Content-Language: test', 'Content-Type: text/plain; parameter=whatever'],
];

/** What needs a preflight: https://github.com/web-platform-tests/wpt/blob/master/cors/cors-safelisted-request-header.any.js */
export const wptRequests = [
  ...['GET', 'HEAD', 'POST'].map((method) =>
    sequence({
      name: `${method} with safelisted headers`,
      requests: simple.map((headers) => ({ method, headers, ...(method === 'POST' && { body: 'data' }) })),
      preflight,
      response,
      runs: simple.map((_, request) => ({ request, expected: readable([`${method} same-site /orders`]) })),
    }),
  ),
  safe('types that need no preflight', types('text/plain;', 'text/plain;garbage', 'multipart/form-data')),
  unsafe('types that are none', types('text /plain', 'text\t/\tplain', 'text/plain\u000b', 'text/plain\u000c')),
  unsafe('types in a list', types('text/plain,', ',text/plain', 'text/plain,x/x')),
  unsafe(
    'types with a byte too many',
    types('text/plain;garbage\u0001\u0002', 'application/x-www-form-urlencoded;\u007f', 'multipart/form-data;"'),
  ),
  unsafe('types of another name', types('application/www-form-urlencoded', 'text/html', `text/plain; long=${long}`)),
  safe('ranges that need no preflight', ranges('bytes=100-200', 'bytes=200-')),
  unsafe('ranges in another unit', ranges('100-200', 'MB=100-200', 'bytes 100-200')),
  unsafe('ranges in capital letters', ranges('BYTES=100-200', 'Bytes=100-200'), {
    webkit: { ...readable([post]), because: 'the unit may be written in any case' },
  }),
  unsafe(
    'ranges with blanks around the equals sign',
    ranges('bytes =100-200', 'bytes\t=100-200', 'bytes=  100-200', 'bytes=\t\t100-200', 'bytes= \t100-200'),
  ),
  unsafe(
    'ranges with blanks around the hyphen',
    ranges('bytes = 100-200', 'bytes=100 -200', 'bytes=100\t-200', 'bytes=100- 200', 'bytes=100-\t200'),
  ),
  unsafe(
    'ranges that are none',
    ranges('bytes=100-200hello', 'bytes=abc-def', 'bytes=-200', 'bytes=200-100', 'bytes=0--1', 'bytes 0-'),
  ),
  unsafe(
    'ranges in a list, or too long',
    ranges('bytes=100-200,300-400', ',bytes=100-200', 'bytes=,100-200', `bytes=1${'0'.repeat(60)}-2${'0'.repeat(60)}`),
  ),
  unsafe('ranges with signs', ranges('bytes=+0-100', 'bytes=0-+100', 'bytes=+5-'), {
    webkit: { ...readable([post]), because: 'a plus sign is read' },
  }),
  unsafe(
    'ranges with a form feed',
    // Behind the equals sign WebKit takes one for a blank, asks for no preflight, and then cannot send it: safelist.test.ts
    // holds those.
    ranges('bytes\u000c=100-200', 'bytes\u000c=0-'),
  ),
  unsafe('languages with a byte too many', [
    'Accept-Language: \u0001',
    'Accept-Language: @',
    'Content-Language: \u0001',
    'Content-Language: @',
  ]),
  unsafe('headers that need a preflight', [
    'Accept: "',
    `Accept: ${long}`,
    'Authorization: basics',
    'Last-Event-ID: "',
    `Last-Event-ID: ${long}`,
    'Test: hi',
  ]),

  sequence({
    name: 'headers that need a preflight and get it',
    requests: listed.map((header) => ({ headers: [header] })),
    preflight: {
      lines: [anyOrigin, `Access-Control-Allow-Headers: ${names.join(', ')}`, 'Access-Control-Max-Age: 0'],
    },
    response,
    runs: listed.map((_, request) => ({
      request,
      expected: readable([options, get], {
        received: { 'Access-Control-Request-Headers': [names[request] ?? '', null] },
      }),
    })),
  }),

  unsafe('client hints', ['Device-Memory: 2.0', 'Width: 1200', 'Viewport-Width: 1300'], hints),
  unsafe('client hints of the network', ['RTT: 1', 'Downlink: 1.0', 'ECT: 2g'], hints),
  unsafe('empty client hints', ['Device-Memory:', 'DPR:', 'Width:', 'Viewport-Width:']),
  unsafe('client hints without meaning', ['RTT:', 'RTT: -1', 'Downlink:', 'Downlink: -1.0', 'ECT:', 'ECT: 6g']),

  sequence({
    name: 'headers of which the preflight allows only some',
    requests: [{ headers: ['X-Print: unicorn'] }, { headers: ['X-Print: unicorn', 'Y-Print: unicorn'] }],
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: x-print', 'Access-Control-Max-Age: 0'] },
    response,
    runs: [
      { expected: readable([options, get], { received: { 'X-Print': [null, 'unicorn'] } }) },
      { request: 1, expected: blocked('header-not-allowed', [options]) },
    ],
  }),
  sequence({
    name: 'a strange list of headers, in any case',
    requests: [{ headers: ['X-Print: unicorn', 'Y-Print: narwhal'] }],
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: ,y-lol,x-PriNT, ,,,Y-PRINT'] },
    response,
    runs: [
      {
        expected: readable([options, get], {
          received: { 'X-Print': [null, 'unicorn'], 'Y-Print': [null, 'narwhal'] },
        }),
      },
    ],
  }),
];
