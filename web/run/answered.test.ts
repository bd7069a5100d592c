import { expect, test } from 'vitest';
import type { Exchange, PreflightCacheEntry } from '#cors';
import { countedFromAnswer } from './answered.ts';

const page = 'http://localhost:4000';
const orders = 'http://localhost:4001/e/abcdefghijklmnop/orders';
const moved = 'http://localhost:4001/e/abcdefghijklmnop/@1/orders';

const entry = (url: string, at: number): PreflightCacheEntry => ({
  origin: page,
  url,
  credentials: false,
  at,
  maxAge: null,
  expires: at + 5000,
  kind: 'method',
  name: 'PUT',
});
const exchange = (method: string, url: string, at: number): Exchange => ({
  number: at,
  at,
  request: {
    method,
    url,
    headers: [
      ['Origin', page],
      ['Access-Control-Request-Method', 'PUT'],
    ],
    body: null,
  },
  response: null,
});

test('a permission counts from when the slow preflight was answered', () => {
  // By the server's clock, which is a day behind.
  const exchanges = [exchange('OPTIONS', orders, 100), exchange('PUT', orders, 3104)];
  expect(countedFromAnswer([entry(orders, 86_400_000)], 86_400_000, exchanges)).toEqual([
    { ...entry(orders, 86_403_004), expires: 86_408_004 },
  ]);
});

test('each hop from its own answer, and an earlier run’s stay as they are', () => {
  const exchanges = [
    exchange('OPTIONS', orders, 10),
    exchange('PUT', orders, 30),
    exchange('OPTIONS', moved, 60),
    exchange('PUT', moved, 100),
  ];
  const entries = [
    entry('http://localhost:4002/e/abcdefghijklmnop/orders', 400),
    entry(orders, 1000),
    entry(moved, 1000),
  ];
  expect(countedFromAnswer(entries, 1000, exchanges).map(({ at, expires }) => [at, expires])).toEqual([
    [400, 5400],
    [1020, 6020],
    [1090, 6090],
  ]);
});

test('and from the beginning where nothing came next', () => {
  expect(countedFromAnswer([entry(orders, 1000)], 1000, [exchange('OPTIONS', orders, 10)])).toEqual([
    entry(orders, 1000),
  ]);
});
