import { expect, it } from 'vitest';
import { cookieProblem, headerNameProblem, headersSizeProblem, headerValueProblem, pathProblem } from './problems.ts';
import { limits } from './scenario.ts';

it.each([
  'X-Token',
  'access-control-allow-origin',
  "!#$%&'*+-.^_`|~9",
  'Content-Type',
  'Vary',
  'Access-Control-Allowed-Origin',
  '__proto__',
  'constructor',
])('a plan may send %s', (name) => {
  expect(headerNameProblem(name)).toBeNull();
});

it.each([
  ['', 'needs a name'],
  ['X Token', "has a name with characters other than letters, digits and !#$%&'*+-.^_`|~"],
  ['X-Token:', "has a name with characters other than letters, digits and !#$%&'*+-.^_`|~"],
  ['X\r\nY', "has a name with characters other than letters, digits and !#$%&'*+-.^_`|~"],
  ['é', "has a name with characters other than letters, digits and !#$%&'*+-.^_`|~"],
  ['x'.repeat(129), 'has a name longer than 128 characters'],
  ['Set-Cookie', 'is set by the cookies of the answer'],
  ['Set-Cookie2', 'is set by the cookies of the answer'],
  ['LOCATION', 'is set by the redirects of the answer'],
  ['content-length', 'is counted by the server'],
])('a plan may not send %j: %s', (name, problem) => {
  expect(headerNameProblem(name)).toBe(problem);
});

it.each([
  'Transfer-Encoding',
  'Connection',
  'Keep-Alive',
  'Upgrade',
  'Trailer',
  'Content-Security-Policy',
  'Content-Security-Policy-Report-Only',
  'X-Content-Type-Options',
  'Strict-Transport-Security',
  'Clear-Site-Data',
  'Alt-Svc',
  'NEL',
  'Report-To',
  'Reporting-Endpoints',
  'Refresh',
  'Service-Worker-Allowed',
  'Public-Key-Pins',
  'Content-Encoding',
  'Date',
])('a plan may not send %s', (name) => {
  expect(headerNameProblem(name)).toBe('is a header that an answer here cannot set');
});

it.each(['', ' ', '*', '*, *', 'a\tb', '{page}', 'caf\u00e9', 'x'.repeat(4096)])('a header may hold %j', (value) => {
  expect(headerValueProblem(value)).toBeNull();
});

it.each([
  ['a\r\nSet-Cookie: b=c', 'has a value with a line break or a NUL, which no header can hold'],
  ['a\n', 'has a value with a line break or a NUL, which no header can hold'],
  ['a\0', 'has a value with a line break or a NUL, which no header can hold'],
  ['a\u007f', 'has a value with a character that no header can hold'],
  ['a\u0008', 'has a value with a character that no header can hold'],
  ['100 €', 'has a value with a character that no header can hold'],
  ['x'.repeat(4097), 'has a value longer than 4096 characters'],
])('a header may not hold %j', (value, problem) => {
  expect(headerValueProblem(value)).toBe(problem);
});

it('headers may be large, but not all of them', () => {
  const large = ['A', 'x'.repeat(4095)] as const;
  expect(headersSizeProblem([large, large, large, large])).toBeNull();
  expect(headersSizeProblem([large, large, large, large, ['B', '']])).toBe('have more than 16384 characters in all');
});

it.each([
  ['session', 'abc-123_%7E', null],
  ['', 'a', 'needs a name of letters, digits and hyphens'],
  ['a b', 'a', 'needs a name of letters, digits and hyphens'],
  ['a', 'b; Domain=example.com', 'has a value with a blank, a quote, a comma, a semicolon or a backslash'],
  ['a', 'b\r\nX: y', 'has a value with a blank, a quote, a comma, a semicolon or a backslash'],
  ['a', '€', 'has a value with a character that no header can hold'],
])('the cookie %j=%j: %j', (name, value, problem) => {
  expect(cookieProblem({ name, value })).toBe(problem);
});

it.each(['/', '/orders?page=2', '/orders/42/', '/@me', '/a.b/..c', '/?../..', '/%2e%2e%2f'])(
  'the path %j is fine',
  (path) => {
    expect(pathProblem(path)).toBeNull();
  },
);

it.each([
  ['', 'must begin with /'],
  ['orders', 'must begin with /'],
  ['/@1/orders', 'must not begin with /@ and a digit, which is how a redirect is named'],
  ['/a b', 'must not hold a blank, a backslash or #'],
  ['/a#b', 'must not hold a blank, a backslash or #'],
  ['/..\\..\\api', 'must not hold a blank, a backslash or #'],
  ['/.\t./api', 'must not hold a blank, a backslash or #'],
  ['/../../api/server', 'must not hold . or .. as a segment'],
  ['/a/%2E%2e/../b', 'must not hold . or .. as a segment'],
  ['/.%2e', 'must not hold . or .. as a segment'],
  ['/./a', 'must not hold . or .. as a segment'],
  [`/${'x'.repeat(2048)}`, 'must be at most 2048 characters long'],
])('the path %j %s', (path, problem) => {
  expect(pathProblem(path)).toBe(problem);
});

it('a name and a path may be as long as they may be', () => {
  expect(headerNameProblem('x'.repeat(128))).toBeNull();
  expect(pathProblem(`/${'x'.repeat(limits.pathLength - 1)}`)).toBeNull();
  expect(pathProblem(`/${'x'.repeat(limits.pathLength)}`)).toBe(`must be at most ${limits.pathLength} characters long`);
});

it.each(['/a/@1', '/x..', '/a../b', '/x%2e%2e', '/...'])('a request may go to %s', (path) => {
  expect(pathProblem(path)).toBeNull();
});
