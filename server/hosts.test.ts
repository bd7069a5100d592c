import { expect, test } from 'vitest';
import { isLoopbackHost, originOfHost } from './hosts.ts';

test.each([
  ['localhost:4001', 'http://localhost:4001'],
  ['LOCALHOST:4001', 'http://localhost:4001'],
  ['echo.example', 'https://echo.example'],
  ['echo.example:443', 'https://echo.example'],
  ['echo.example:80', null],
  ['localhost', null],
  ['localhost:4002', null],
  ['evil.example:4001', null],
  ['', null],
  [undefined, null],
])('Host %s names %s', (host, origin) => {
  expect(originOfHost(['http://localhost:4001', 'https://echo.example'])(host)).toBe(origin);
});

test.each([
  ['localhost:4000', true],
  ['127.0.0.1:4000', true],
  ['127.1.2.3:4000', true],
  ['[::1]:4000', true],
  ['any.localhost:4000', true],
  ['localhost:4001', false],
  ['localhost', false],
  ['localhost.evil.example:4000', false],
  ['127.0.0.1.evil.example:4000', false],
  ['evil.example:4000', false],
  [undefined, false],
])('Host %s is this port by a loopback name: %s', (host, expected) => {
  expect(isLoopbackHost(host, 4000)).toBe(expected);
});
