import { expect, test } from 'vitest';
import type { Exchange, HeaderLine } from '../http.ts';
import type { PageResult } from '../outcome.ts';
import { conditionText } from '../words/en/conditions.ts';
import { asObserved, type Condition, isMet } from './condition.ts';

const origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const url = 'http://localhost:4001/e/abcdefghijklmnop/orders';

const exchange = (
  method: string,
  headers: readonly HeaderLine[],
  body: string | null,
  answered: readonly HeaderLine[],
): Exchange => ({
  number: 1,
  at: 0,
  request: { method, url, headers, body },
  response: { status: 200, statusText: 'OK', headers: answered, body: '' },
});
const preflight = exchange(
  'OPTIONS',
  [
    ['Origin', origins.page],
    ['Access-Control-Request-Method', 'PUT'],
  ],
  null,
  [],
);
const put = exchange(
  'PUT',
  [
    ['origin', origins.page],
    ['Cookie', 'theme=dark; session=42'],
  ],
  'two pizzas',
  [
    ['X-Cache', 'the server’s own'],
    ['X-Cache', 'HIT'],
  ],
);
const read: PageResult = {
  kind: 'response',
  type: 'cors',
  status: 201,
  statusText: 'Created',
  url,
  redirected: false,
  headers: [['x-total-count', '42']],
  body: '',
};
const failed: PageResult = { kind: 'error', name: 'TypeError', message: '' };
const hidden: PageResult = { ...read, type: 'opaque', status: 0, headers: [] };
const seen = (result: PageResult, exchanges: readonly Exchange[] | null) => ({ result, exchanges, at: 0, duration: 1 });
const whole = seen(read, [preflight, put]);
const stopped = seen(failed, [preflight]);
const opaque = seen(hidden, [put]);

const named = { name: 'X-Total-Count' };
const cases: readonly [Condition, ReturnType<typeof seen>, Condition['is'], string][] = [
  [{ about: 'verdict', is: 'readable' }, whole, 'readable', 'The page reads the answer'],
  [{ about: 'verdict', is: 'readable' }, stopped, 'blocked', 'The browser keeps the answer from the page'],
  [{ about: 'verdict', is: 'readable' }, opaque, 'opaque', 'The page gets an answer that it cannot look into'],
  [{ about: 'preflight', is: true }, whole, true, 'A preflight is sent'],
  [{ about: 'preflight', is: true }, opaque, false, 'No preflight is sent'],
  [{ about: 'request', is: true }, whole, true, 'The request itself reaches the server'],
  [{ about: 'request', is: true }, stopped, false, 'The request itself does not reach the server'],
  [{ about: 'messages', is: 1 }, whole, 2, '2 messages reach the server'],
  [{ about: 'messages', is: 1 }, stopped, 1, '1 message reaches the server'],
  [{ about: 'status', is: 200 }, whole, 201, 'The page reads the status `201`'],
  [{ about: 'status', is: 200 }, opaque, null, 'The page reads no status'],
  [{ about: 'readable header', ...named, is: true }, whole, true, 'The page can read `X-Total-Count`'],
  [{ about: 'readable header', ...named, is: true }, opaque, false, 'The page cannot read `X-Total-Count`'],
  [{ about: 'request header', name: 'Origin', is: null }, whole, '{page}', 'The server is sent `Origin: {page}`'],
  [{ about: 'request header', name: 'X-Debug', is: 'on' }, whole, null, 'The server is sent no `X-Debug`'],
  [{ about: 'request header', name: 'Origin', is: '{page}' }, stopped, null, 'The server is sent no `Origin`'],
  [{ about: 'cookie', name: 'session', is: true }, whole, true, 'The server is sent the cookie `session`'],
  [{ about: 'cookie', name: 'ses', is: true }, whole, false, 'The server is not sent the cookie `ses`'],
  [{ about: 'cookie', name: 'session', is: true }, stopped, false, 'The server is not sent the cookie `session`'],
  [{ about: 'cache', is: false }, whole, true, 'The shared cache answers'],
  [{ about: 'cache', is: false }, stopped, false, 'The shared cache passes the request on'],
  [{ about: 'body', is: '' }, whole, 'two pizzas', 'The server is sent the body `two pizzas`'],
  [{ about: 'body', is: '' }, stopped, null, 'The server is sent no body'],
];

test.each(cases)('%o', (condition, observation, is, text) => {
  const observed = asObserved(condition, observation, origins);
  expect(observed).toEqual({ ...condition, is });
  expect(observed && conditionText(observed)).toBe(text);
  expect(isMet(condition, observation, origins)).toBe(condition.is === is);
});

test('what the server has forgotten is not known; what the page was told is', () => {
  const forgotten = seen(read, null);
  expect(isMet({ about: 'preflight', is: true }, forgotten, origins)).toBeNull();
  expect(isMet({ about: 'status', is: 201 }, forgotten, origins)).toBe(true);
});
