import { expect, test } from 'vitest';
import { editDistance, suggestHeaderName } from './header-names.ts';

test.each([
  ['Access-Control-Allowed-Origin', 'Access-Control-Allow-Origin'],
  ['Access-Control-Allow-Orgin', 'Access-Control-Allow-Origin'],
  ['Access-Control-Allow-Origins', 'Access-Control-Allow-Origin'],
  ['Acess-Control-Allow-Origin', 'Access-Control-Allow-Origin'],
  ['Access-Control-Origin', 'Access-Control-Allow-Origin'],
  ['Access-Allow-Origin', 'Access-Control-Allow-Origin'],
  ['Access_Control_Allow_Origin', 'Access-Control-Allow-Origin'],
  ['AccessControlAllowOrigin', 'Access-Control-Allow-Origin'],
  ['Allow-Origin', 'Access-Control-Allow-Origin'],
  ['Access-Control-Allow-Method', 'Access-Control-Allow-Methods'],
  ['Access-Control-Allowed-Headers', 'Access-Control-Allow-Headers'],
  ['Access-Control-Allow-Header', 'Access-Control-Allow-Headers'],
  ['Access-Control-Request-Headers', 'Access-Control-Allow-Headers'],
  ['Access-Control-Request-Method', 'Access-Control-Allow-Methods'],
  ['Access-Control-Expose-Header', 'Access-Control-Expose-Headers'],
  ['Access-Control-Exposed-Headers', 'Access-Control-Expose-Headers'],
  ['Access-Control-Allow-Credential', 'Access-Control-Allow-Credentials'],
  ['Access-Control-MaxAge', 'Access-Control-Max-Age'],
  ['Content-Tpye', 'Content-Type'],
  ['Access-Control-Allow-Origin', null],
  ['access-control-allow-origin', null],
  ['Access-Control-Allow-Private-Network', null],
  ['X-Token', null],
  ['X-Content-Type', null],
  ['Vary', null],
  ['ETag', null],
  ['Location', null],
  ['', null],
])('an answer with %s', (name, meant) => {
  expect(suggestHeaderName(name, 'response')).toBe(meant);
});

test.each([
  ['Authorisation', 'Authorization'],
  ['Content-Types', 'Content-Type'],
  ['If-None-Mach', 'If-None-Match'],
  ['Access-Control-Allowed-Origin', 'Access-Control-Allow-Origin'],
  ['Access-Control-Allow-Origin', null],
  ['Access-Control-Request-Headers', null],
  ['Accept', null],
  ['Range', null],
  ['X-Requested-With', null],
])('a request with %s', (name, meant) => {
  expect(suggestHeaderName(name, 'request')).toBe(meant);
});

test('a long hostile name is not measured', () => {
  expect(suggestHeaderName(`access-control-${'a'.repeat(4000)}`, 'response')).toBe(null);
});

test.each([
  ['Content-Langauge', 'Content-Language'],
  ['Cache-Contol', 'Cache-Control'],
  ['Last-Modifed', 'Last-Modified'],
  ['Cross-Origin-Resource-Polcy', 'Cross-Origin-Resource-Policy'],
  ['Timing-Alow-Origin', 'Timing-Allow-Origin'],
  ['Content-Dispositon', 'Content-Disposition'],
  ['WWW-Authentcate', 'WWW-Authenticate'],
  ['Retry-Aftr', 'Retry-After'],
  ['Cache-Contrl-', 'Cache-Control'],
  ['Cache-Ctrl', null],
  ['Authorisation', null],
  ['Conten', null],
])('an answer with %s, which is no CORS header', (name, meant) => {
  expect(suggestHeaderName(name, 'response')).toBe(meant);
});

test.each([
  ['Accept-Langage', 'Accept-Language'],
  ['If-Modified-Sinc', 'If-Modified-Since'],
  ['Idempotency-Ky', 'Idempotency-Key'],
  ['Last-Modifed', 'Last-Modified'],
  ['Orign', null],
  ['Origins', 'Origin'],
  ['Retry-Aftr', null],
])('a request with %s, which is no CORS header', (name, meant) => {
  expect(suggestHeaderName(name, 'request')).toBe(meant);
});

test.each([
  'Authorization',
  'Accept-Language',
  'If-None-Match',
  'If-Modified-Since',
  'Idempotency-Key',
  'Content-Type',
  'Cache-Control',
  'Retry-After',
  'WWW-Authenticate',
  'Origin',
])('%s is right, wherever it is', (name) => {
  expect([suggestHeaderName(name, 'request'), suggestHeaderName(name, 'response')]).toEqual([null, null]);
});

test.each([
  ['', '', 0],
  ['abc', 'abc', 0],
  ['', 'abc', 3],
  ['abc', '', 3],
  ['abc', 'acb', 1],
  ['abc', 'bac', 1],
  ['abcd', 'badc', 2],
  ['abc', 'abxc', 1],
  ['abc', 'xabc', 1],
  ['abxc', 'abc', 1],
  ['abc', 'axc', 1],
  ['kitten', 'sitting', 3],
  ['ab', 'cd', 2],
])('from %j to %j there are %i edits', (a, b, count) => {
  expect(editDistance(a, b)).toBe(count);
});
