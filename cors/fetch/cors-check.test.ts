import { describe, expect, it } from 'vitest';
import { reply } from './cases.ts';
import { mismatchHint } from './cors-check.ts';
import { run } from './testing.ts';

const page = 'http://localhost:4000';
const acao = (value: string) => `Access-Control-Allow-Origin: ${value}`;
const acac = (value: string) => `Access-Control-Allow-Credentials: ${value}`;

describe('the CORS check without credentials', () => {
  it.each([
    ['the wildcard', [acao('*')]],
    ['this page', [acao(page)]],
    ['the wildcard amid blanks', ['access-control-allow-origin:  \t*  ']],
    ['any spelling of the name', ['ACCESS-control-ALLOW-origin: *']],
    ['credentials that nobody asked about', [acao('*'), acac('nonsense')]],
  ])('passes: %s', (_, lines) => {
    expect(run({}, [reply(200, ...lines)]).verdict).toBe('readable');
    expect(run({ credentials: 'omit' }, [reply(200, ...lines)]).verdict).toBe('readable');
  });

  it.each([
    ['nothing', [], 'acao-missing'],
    ['an empty value', [acao('')], 'acao-invalid'],
    ['a list', [acao(`${page}, http://localhost:3000`)], 'acao-multiple'],
    ['a list with blanks', [acao(`${page} http://localhost:3000`)], 'acao-multiple'],
    ['two lines', [acao(page), acao(page)], 'acao-multiple'],
    ['two wildcards', [acao('*'), acao('*')], 'acao-multiple'],
    ['a quoted wildcard', [acao('"*"')], 'acao-invalid'],
    ['a name without its scheme', [acao('www.shop.test')], 'acao-invalid'],
    ['true', [acao('true')], 'acao-invalid'],
    ['null', [acao('null')], 'acao-mismatch'],
    ['another port', [acao('http://localhost:3000')], 'acao-mismatch'],
    ['a host for a scheme', [acao('localhost:4000')], 'acao-mismatch'],
    ['a vertical tab before it', [acao('\u000b*')], 'acao-invalid'],
    ['a form feed after it', [acao('*\u000c')], 'acao-invalid'],
    ['a NUL before it', [acao('\0*')], 'acao-invalid'],
    ['a NUL after it', [acao(`${page}\0`)], 'acao-mismatch'],
  ])('fails: %s', (_, lines, code) => {
    expect(run({}, [reply(200, ...lines)]).finding?.code).toBe(code);
  });

  it.each([200, 204, 304, 400, 401, 404, 500, 599])('does not look at the status %i', (status) => {
    expect(run({}, [reply(status, acao('*'))]).verdict).toBe('readable');
    expect(run({}, [reply(status)]).finding).toEqual({
      code: 'acao-missing',
      facts: { at: 'response', origin: page, status, method: 'GET' },
    });
  });

  it('counts the lines that made a list', () => {
    expect(run({}, [reply(200, acao(page), acao(page))]).finding?.facts).toMatchObject({
      value: 'http://localhost:4000, http://localhost:4000',
      lines: 2,
    });
    expect(run({}, [reply(200, acao('a, b'))]).finding?.facts).toMatchObject({ value: 'a, b', lines: 1 });
  });
});

describe('the CORS check with credentials', () => {
  it.each([
    ['this page and true', [acao(page), acac('true')], null],
    ['the wildcard', [acao('*'), acac('true')], 'acao-wildcard-credentials'],
    ['this page alone', [acao(page)], 'acac-missing'],
    ['True', [acao(page), acac('True')], 'acac-not-true'],
    ['1', [acao(page), acac('1')], 'acac-not-true'],
    ['"true"', [acao(page), acac('"true"')], 'acac-not-true'],
    ['true twice', [acao(page), acac('true'), acac('true')], 'acac-not-true'],
    ['nothing after the colon', [acao(page), acac('')], 'acac-not-true'],
    ['another page and true', [acao('http://localhost:3000'), acac('true')], 'acao-mismatch'],
    ['only true', [acac('true')], 'acao-missing'],
  ])('%s', (_, lines, code) => {
    expect(run({ credentials: 'include' }, [reply(200, ...lines)]).finding?.code ?? null).toBe(code);
  });

  it('is not made of the own server', () => {
    expect(run({ credentials: 'include', url: `${page}/orders` }, [reply(200)]).verdict).toBe('readable');
  });
});

describe('a page without an origin', () => {
  it.each([
    ['null', 'readable'],
    ['*', 'readable'],
    ['http://localhost:4001', 'blocked'],
  ])('is allowed by %s: %s', (value, verdict) => {
    expect(run({}, [reply(200, acao(value))], { page: 'null' }).verdict).toBe(verdict);
  });

  it('is a stranger to the very server that it came from', () => {
    const outcome = run({}, [reply(200)], { page: 'null' });
    expect(outcome.finding?.code).toBe('acao-missing');
    expect(outcome.steps[0]?.facts).toMatchObject({ page: 'null', target: 'http://localhost:4001', same: false });
  });
});

describe('what is wrong with an origin that is not the page', () => {
  it.each([
    ['https://shop.test/', 'https://shop.test', 'trailing-slash'],
    ['https://shop.test/cart', 'https://shop.test', 'path'],
    ['https://shop.test?x', 'https://shop.test', 'path'],
    ['https://Shop.test', 'https://shop.test', 'case'],
    ['HTTPS://shop.test', 'https://shop.test', 'case'],
    ['http://shop.test', 'https://shop.test', 'scheme'],
    ['http://localhost:4000', 'https://localhost:4000', 'scheme'],
    ['localhost:4000', 'http://localhost:4000', 'scheme-missing'],
    ['http://localhost:3000', 'http://localhost:4000', 'port'],
    ['http://localhost', 'http://localhost:4000', 'port'],
    ['https://shop.test:443', 'https://shop.test', 'default-port'],
    ['https://www.shop.test', 'https://shop.test', 'host'],
    ['https://shop.test.evil.test', 'https://shop.test', 'host'],
    ['http://127.0.0.1:4000', 'http://localhost:4000', 'loopback-name'],
    ['http://localhost:4000', 'http://[::1]:4000', 'loopback-name'],
    ['http://127.0.0.1:3000', 'http://localhost:4000', 'host'],
    ['https://*.shop.test', 'https://www.shop.test', 'subdomain-wildcard'],
    ['http://localhost:*', 'http://localhost:4000', 'subdomain-wildcard'],
    ['null', 'https://shop.test', 'null-for-origin'],
    ['https://shop.test', 'null', 'origin-for-null'],
    ['https://me@shop.test', 'https://shop.test', 'other'],
  ])('%s for %s: %s', (value, origin, hint) => {
    expect(mismatchHint(value, origin)).toBe(hint);
  });
});

describe('a redirect that the CORS check stops', () => {
  const facts = (call: object, ...answers: ReturnType<typeof reply>[]) => run(call, answers).finding?.facts;
  const told = { at: 'redirect', origin: page, status: 302, method: 'GET' };
  const away = 'Location: http://127.0.0.1:4002/x';

  it.each([
    ['to a third origin would make the origin null', {}, away, { ...told, thenNull: true }],
    ['within its origin would not', {}, 'Location: /x', told],
    ['to nowhere would not', {}, 'Location: http://[', told],
    ['that is not followed would not', { redirect: 'manual' }, away, told],
  ])('%s', (_, call, location, expected) => {
    expect(facts(call, reply(302, location))).toEqual(expected);
  });

  it('would not, when it is null already', () => {
    expect(facts({}, reply(302, acao('*'), away), reply(302, 'Location: http://third.test/'))).toEqual({
      ...told,
      origin: 'null',
    });
  });

  it('says nothing of a Location that does not redirect', () => {
    expect(facts({}, reply(200, away))).toEqual({ ...told, at: 'response', status: 200 });
  });
});

it('only the lines of that name are counted', () => {
  expect(run({}, [reply(200, 'X-A: 1', acao('a'), acao('b'), 'X-B: 2')]).finding?.facts).toMatchObject({ lines: 2 });
});

it.each([
  ['http://*', 'acao-mismatch'],
  ['http://[', 'acao-invalid'],
])('%s is %s', (value, code) => {
  expect(run({}, [reply(200, acao(value))]).finding?.code).toBe(code);
});

it.each([
  ['nonsense', page, 'other'],
  ['http://localhost:3000', 'nonsense', 'other'],
  ['ws://localhost:4000', page, 'scheme'],
  ['localhost:4000', page, 'scheme-missing'],
  ['http://127.0.0.1:4000', page, 'loopback-name'],
  ['https://127.0.0.1:4000', page, 'host'],
  ['http://127.0.0.1:4001', page, 'host'],
])('%s is set apart from %s by: %s', (value, origin, hint) => {
  expect(mismatchHint(value, origin)).toBe(hint);
});
