import { expect, test } from 'vitest';
import { suggestHeaderName } from './header-names.ts';

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
