import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireRequest } from './http.ts';
import type { Origins } from './scenario.ts';
import { fillTokens, resolveOrigins, symbolizeOrigins } from './symbolic.ts';

const local: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const hosted: Origins = {
  page: 'https://example.com',
  'same-site': 'https://api.example.com',
  'cross-site': 'https://example.com.example.net',
  second: 'https://api.example.com',
};

it.each([
  ['{page}', 'http://localhost:4000'],
  [
    '{page}, {same-site} {cross-site};{second}',
    'http://localhost:4000, http://localhost:4001 http://127.0.0.1:4001;http://localhost:4002',
  ],
  ['{origin in {page} https://x.example}', '{origin in http://localhost:4000 https://x.example}'],
  ['{Page} {nobody} {', '{Page} {nobody} {'],
  ['{page}/', 'http://localhost:4000/'],
])('%j stands for %j', (text, resolved) => {
  expect(resolveOrigins(text, local)).toBe(resolved);
});

describe('symbolizing', () => {
  it.each([
    ['http://localhost:4000', '{page}'],
    ['http://localhost:4000/', '{page}/'],
    ['http://localhost:4000,http://127.0.0.1:4001', '{page},{cross-site}'],
    ['http://localhost:40001', 'http://localhost:40001'],
    ['http://localhost:4000.evil.example', 'http://localhost:4000.evil.example'],
    ['xhttp://localhost:4000', 'xhttp://localhost:4000'],
    ['HTTP://localhost:4000', 'HTTP://localhost:4000'],
    ['http://localhost', 'http://localhost'],
    ['see http://localhost:4002.', 'see {second}.'],
  ])('%j here is %j', (text, symbolic) => {
    expect(symbolizeOrigins(text, local)).toBe(symbolic);
  });

  it.each([
    ['https://example.com', '{page}'],
    ['https://example.com:8443', 'https://example.com:8443'],
    ['https://example.com-cdn.example', 'https://example.com-cdn.example'],
    ['https://example.com.example.net', '{cross-site}'],
    ['https://api.example.com', '{same-site}'],
  ])('%j on a deployment whose origins begin alike is %j', (text, symbolic) => {
    expect(symbolizeOrigins(text, hosted)).toBe(symbolic);
  });

  it('gives any text without tokens back when resolved', () => {
    const piece = fc.oneof(
      fc.constantFrom(...Object.values(local), ...Object.values(hosted), '/', ':', '1', '.', ' ', '{', '}', 'x', '-'),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.constantFrom(local, hosted), (pieces, origins) => {
        const text = pieces.join('');
        fc.pre(resolveOrigins(text, origins) === text);
        expect(resolveOrigins(symbolizeOrigins(text, origins), origins)).toBe(text);
      }),
    );
  });
});

describe('the tokens of a request', () => {
  const from = (headers: readonly HeaderLine[]): WireRequest => ({
    method: 'OPTIONS',
    url: 'http://localhost:4001/',
    headers,
    body: null,
  });
  const asked = from([
    ['origin', 'http://localhost:4000'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'content-type,x-token'],
  ]);

  it.each([
    ['no token', 'no token'],
    ['{origin}', 'http://localhost:4000'],
    ['{origin}/', 'http://localhost:4000/'],
    ['{requested-method}, DELETE', 'PUT, DELETE'],
    ['{requested-headers}', 'content-type,x-token'],
    ['{origin in https://a.example http://localhost:4000}', 'http://localhost:4000'],
    ['{origin in   http://localhost:4000   }', 'http://localhost:4000'],
    ['{origin in https://a.example\thttp://localhost:4000}', 'http://localhost:4000'],
    ['{origin in https://a.example}', null],
    ['{origin in }', null],
    ['{unknown}', '{unknown}'],
  ])('%j is sent as %j', (value, sent) => {
    expect(fillTokens(value, asked)).toBe(sent);
  });

  it.each([
    '{origin}',
    '{requested-headers}',
    '{requested-method}',
    '{origin in http://localhost:4000}',
    'a {origin} b',
  ])('%j has no value for a request that says nothing', (value) => {
    expect(fillTokens(value, from([]))).toBeNull();
  });

  it('are not looked for in what the request says', () => {
    expect(fillTokens('{origin}', from([['Origin', '{requested-method}']]))).toBe('{requested-method}');
  });
});
