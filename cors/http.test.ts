import { expect, it } from 'vitest';
import { type HeaderLine, isPreflight } from './http.ts';

const origin: HeaderLine = ['Origin', 'http://a.test'];
const asked: HeaderLine = ['access-control-request-method', 'PUT'];

it.each<[string, HeaderLine[], boolean]>([
  ['OPTIONS', [origin, asked], true],
  ['OPTIONS', [origin], false],
  ['OPTIONS', [asked], false],
  ['GET', [origin, asked], false],
])('a %s with %j is a preflight: %s', (method, headers, is) => {
  expect(isPreflight({ method, url: 'http://b.test/', headers, body: null })).toBe(is);
});
