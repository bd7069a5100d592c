import type { RealBrowser } from '#cors';
import { anyOrigin, blocked, get, inEach, once, options, post, type Run, readable } from './case.ts';

const response = { lines: [anyOrigin] };
const preflight = { lines: [anyOrigin] };

/** The preflight allows nothing, so a header that is not safelisted is blocked. */
const safe = (header: string, name = header) =>
  once({
    name: `${name} needs no preflight`,
    request: { headers: [header] },
    preflight,
    response,
    expected: readable([get]),
  });
const unsafe = (header: string, name = header, departures: Pick<Run, RealBrowser> = {}) =>
  once({
    name: `${name} needs a preflight`,
    request: { headers: [header] },
    preflight,
    response,
    expected: blocked('header-not-allowed', [options]),
    ...departures,
  });
const type = (value: string, wire: string) =>
  once({
    name: `Content-Type ${value} ${wire === post ? 'needs no preflight' : 'needs a preflight'}`,
    request: { method: 'POST', headers: [`Content-Type: ${value}`], body: 'pizza' },
    preflight,
    response,
    expected: wire === post ? readable([post]) : blocked('header-not-allowed', [options]),
  });

/** https://fetch.spec.whatwg.org/#cors-safelisted-request-header */
export const safelist = [
  type('text/plain', post),
  type('TEXT/PLAIN;charset=utf-8', post),
  type('application/x-www-form-urlencoded', post),
  type('application/json', options),
  type('text/plain;charset="utf-8"', options),
  type('text/plain,text/plain', options),
  safe('Accept: application/json'),
  unsafe('Accept: {json}'),
  unsafe('Accept: text/html (best)'),
  safe(`Accept-Language: ${'a'.repeat(128)}`, 'a value of 128 bytes'),
  unsafe(`Accept-Language: ${'a'.repeat(129)}`, 'a value of 129 bytes'),
  safe('Accept-Language: en-GB, en;q=0.5'),
  unsafe('Content-Language: de_DE'),
  once({
    name: 'safelisted values of more than 1024 bytes together need a preflight',
    request: { headers: Array.from({ length: 9 }, () => `Accept-Language: ${'a'.repeat(128)}`) },
    preflight,
    response,
    expected: blocked('header-not-allowed', [options]),
    firefox: { ...readable([get]), because: 'no limit to all of them together' },
  }),
  once({
    name: 'beyond 1024 bytes the Accept that nobody set is asked for too',
    request: {
      headers: [
        ...Array.from({ length: 8 }, () => `Accept-Language: ${'a'.repeat(127)}`),
        `Content-Language: ${'a'.repeat(8)}`,
      ],
    },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: Accept-Language, Content-Language'] },
    response,
    expected: blocked('header-not-allowed', [options], {
      received: { 'Access-Control-Request-Headers': ['accept,accept-language,content-language'] },
    }),
    chromium: {
      ...readable([options, get], { received: { 'Access-Control-Request-Headers': ['accept-language', null] } }),
      because: 'several lines of one name are one line to it, and that one is too long by itself',
    },
    webkit: {
      ...readable([options, get], { received: { 'Access-Control-Request-Headers': ['accept-language', null] } }),
      because: 'several lines of one name are one line to it, and that one is too long by itself',
    },
    firefox: {
      ...readable([get], { received: {} }),
      because: 'no limit to all of them together',
    },
  }),
  once({
    name: 'two values of 100 bytes under one name',
    request: { headers: Array.from({ length: 2 }, () => `Accept-Language: ${'a'.repeat(100)}`) },
    preflight,
    response,
    expected: readable([get]),
    chromium: { ...blocked('header-not-allowed', [options]), because: 'they are judged as one value of 202 bytes' },
    webkit: { ...blocked('header-not-allowed', [options]), because: 'they are judged as one value of 202 bytes' },
  }),
  once({
    name: 'the first five bytes',
    request: { headers: ['Range: bytes=0-4'] },
    preflight,
    response: { ...response, status: 206, body: '{"ok"' },
    expected: readable([get], { status: 206 }),
  }),
  unsafe('Range: bytes=-5'),
  unsafe('Range: Bytes=0-4', undefined, {
    webkit: { ...readable([get]), because: 'capital letters make no difference' },
  }),
  once({
    name: 'a range beyond 64 bits',
    request: { headers: ['Range: bytes=0-18446744073709551616'] },
    preflight,
    response,
    expected: readable([get]),
    ...inEach({ ...blocked('header-not-allowed', [options]), because: 'its end does not fit into 64 bits' }),
  }),
  unsafe('Range: bytes=+0-+4', 'a range with plus signs', {
    webkit: { ...readable([get]), because: 'a plus sign is read as part of a number' },
  }),
  unsafe('Range: bytes=0-1,3-4'),
  unsafe('Range: items=0-4'),
  unsafe('Cache-Control: no-cache'),
  unsafe('X-Requested-With: XMLHttpRequest'),
  unsafe('X-HTTP-Method-Override: PUT'),
  unsafe('User-Agent: curl/8', 'User-Agent', {
    chromium: { ...readable([get]), because: 'scripts still cannot set it' },
  }),
  unsafe('Save-Data: on', 'Save-Data', {
    chromium: { ...readable([get]), because: 'client hints are still safelisted' },
  }),
  unsafe('DPR: 2', 'DPR', { chromium: { ...readable([get]), because: 'client hints are still safelisted' } }),
  once({
    name: 'a Content-Type that is not tidy',
    request: { method: 'POST', headers: ['Content-Type: text/plain;a=b;'], body: 'pizza' },
    preflight,
    response,
    expected: readable([post]),
    firefox: {
      ...blocked('header-not-allowed', [options]),
      because: 'its parser wants something after each semicolon',
    },
  }),
  once({
    name: 'bytes beyond ASCII',
    request: { headers: ['Accept: caf\xe9', 'Content-Type: text/plain;a=\xe9'] },
    preflight,
    response,
    expected: readable([get]),
    firefox: { ...blocked('header-not-allowed', [options]), because: 'it takes no byte beyond ASCII for safe' },
  }),
  once({
    name: 'a header that is set twice is asked for once',
    request: { headers: ['X-B: 1', 'X-A: 1', 'x-b: 2'] },
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: X-A, X-B'] },
    response,
    expected: readable([options, get], { received: { 'Access-Control-Request-Headers': ['x-a,x-b', null] } }),
    firefox: {
      received: { 'Access-Control-Request-Headers': ['x-a,x-b,x-b', null] },
      because: 'it names a header once for each of its lines',
    },
  }),
  safe('Cookie: a=b', 'a header that scripts may not set'),
  safe('Sec-Fetch-Site: none', 'a Sec- header that scripts may not set'),
  safe('X-HTTP-Method-Override: TRACE', 'an override to a forbidden method'),
  ...(['no-store', 'reload', 'no-cache', 'force-cache'] as const).map((cache) =>
    once({
      name: `cache mode ${cache} needs no preflight`,
      request: { cache, path: `/${cache}` },
      preflight,
      response,
      expected: readable([`GET same-site /${cache}`]),
    }),
  ),
];
