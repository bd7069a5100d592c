import { describe, expect, it } from 'vitest';
import {
  combineLines,
  extractList,
  isForbiddenRequestHeader,
  isForbiddenResponseHeader,
  isHeaderValue,
  isRequestBodyHeader,
  isSafelistedResponseHeader,
  normalizeValue,
  receivedHeaders,
  withoutEmptyLines,
} from './headers.ts';

it('an empty line beside another one is none, unless it could be counted', () => {
  expect(
    withoutEmptyLines([
      ['A', ''],
      ['B', ''],
      ['b', '1'],
      ['B', ''],
      ['Access-Control-Allow-Origin', ''],
      ['access-control-allow-origin', ''],
      ['Access-Control-Allow-Origin', '*'],
    ]),
  ).toEqual([
    ['A', ''],
    ['b', '1'],
    ['Access-Control-Allow-Origin', ''],
    ['Access-Control-Allow-Origin', '*'],
  ]);
});

describe('request headers that scripts may not set', () => {
  it.each([
    'Accept-Charset',
    'Accept-Encoding',
    'Access-Control-Request-Headers',
    'Access-Control-Request-Method',
    'Connection',
    'Content-Length',
    'Cookie',
    'Cookie2',
    'Date',
    'DNT',
    'Expect',
    'Host',
    'Keep-Alive',
    'Origin',
    'Referer',
    'Set-Cookie',
    'TE',
    'Trailer',
    'Transfer-Encoding',
    'Upgrade',
    'Via',
  ])('%s', (name) => {
    expect(isForbiddenRequestHeader(name, 'x')).toBe(true);
  });

  it.each([
    ['Cookie', 'a=1'],
    ['ORIGIN', 'http://a.test'],
    ['host', 'a.test'],
    ['Referer', 'x'],
    ['Content-Length', '1'],
    ['Access-Control-Request-Method', 'PUT'],
    ['Access-Control-Request-Headers', 'x'],
    ['Set-Cookie', 'a=1'],
    ['Proxy-Authorization', 'x'],
    ['proxy-', 'x'],
    ['Sec-Fetch-Mode', 'cors'],
    ['DNT', '1'],
    ['X-HTTP-Method-Override', 'trace'],
    ['X-Method-Override', 'GET, CONNECT'],
    ['x-http-method', ' TRACK '],
    ['X-HTTP-Method', '"a,b", TRACE'],
  ])('%s: %s', (name, value) => {
    expect(isForbiddenRequestHeader(name, value)).toBe(true);
  });

  it.each([
    ['Authorization', 'Bearer x'],
    ['User-Agent', 'mine'],
    ['Accept', '*/*'],
    ['Access-Control-Request-Private-Network', 'true'],
    ['Access-Control-Allow-Origin', '*'],
    ['Proxy', 'x'],
    ['Secure', 'x'],
    ['X-HTTP-Method-Override', 'PATCH'],
    ['X-HTTP-Method', '"TRACE"'],
    ['X-HTTP-Method', '"a, TRACE"'],
    ['X-HTTP-Method', '"a\\", TRACE'],
    ['X-HTTP-Method', ''],
  ])('but may set %s: %s', (name, value) => {
    expect(isForbiddenRequestHeader(name, value)).toBe(false);
  });
});

describe('response headers', () => {
  it.each([
    'Cache-Control',
    'content-language',
    'CONTENT-LENGTH',
    'Content-Type',
    'Expires',
    'Last-Modified',
    'Pragma',
  ])('%s is always readable', (name) => {
    expect(isSafelistedResponseHeader(name)).toBe(true);
  });
  it.each(['ETag', 'Date', 'Location', 'Link', 'X-Total', 'Content-Encoding', 'Retry-After', 'WWW-Authenticate'])(
    '%s has to be exposed',
    (name) => {
      expect(isSafelistedResponseHeader(name)).toBe(false);
    },
  );
  it('Set-Cookie is never readable', () => {
    expect(['Set-Cookie', 'set-cookie2', 'Set-Cookies'].map(isForbiddenResponseHeader)).toEqual([true, true, false]);
  });
});

describe('header values', () => {
  it.each([
    ['', true],
    ['plain', true],
    ['tab\tinside', true],
    ['\u00ff', true],
    ['\u0001', true],
    ['two\nlines', false],
    ['carriage\rreturn', false],
    ['nul\0', false],
    ['\u0100', false],
    ['€', false],
  ])('%j is one: %s', (value, is) => {
    expect(isHeaderValue(value)).toBe(is);
  });

  it('lose the whitespace around them', () => {
    expect(normalizeValue(' \t\r\n a  b \n')).toBe('a  b');
    expect(normalizeValue(' \n ')).toBe('');
    expect(normalizeValue('a')).toBe('a');
    expect(normalizeValue('')).toBe('');
    expect(normalizeValue('\u00a0a\u000b')).toBe('\u00a0a\u000b');
  });

  it('are received without the blanks around them', () => {
    expect(
      receivedHeaders([
        ['A', ' \t* '],
        ['B', '1'],
      ]),
    ).toEqual([
      ['A', '*'],
      ['B', '1'],
    ]);
  });

  it('of one name make one line', () => {
    const lines = [
      ['X-A', '1'],
      ['B', '2'],
      ['x-a', '3'],
      ['X-A', ''],
    ] as const;
    expect(combineLines(lines)).toEqual([
      ['X-A', '1, 3, '],
      ['B', '2'],
    ]);
  });
});

describe('a list of tokens', () => {
  it.each([
    [[], null],
    [[''], []],
    [[' , ,'], []],
    [['PUT'], ['PUT']],
    [['GET,PUT'], ['GET', 'PUT']],
    [[' GET ,\tPUT ,,'], ['GET', 'PUT']],
    [['*'], ['*']],
    [
      ['GET', 'PUT, *'],
      ['GET', 'PUT', '*'],
    ],
    [['GET PUT'], 'failure'],
    [['"PUT"'], 'failure'],
    [['X-A; X-B'], 'failure'],
    [['x/y'], 'failure'],
    [['https://a.test'], 'failure'],
    [['GET', 'P(UT'], 'failure'],
    [['GET\u000b'], 'failure'],
    [['é'], 'failure'],
  ])('%j is %j', (values, list) => {
    expect(
      extractList(
        values.map((value) => ['X-LIST', value]),
        'x-list',
      ),
    ).toEqual(list);
  });

  it('is read up to a token at which one stops', () => {
    const lines = [['List', 'a, *, not good']] as const;
    expect(extractList(lines, 'list')).toBe('failure');
    expect(extractList(lines, 'list', '*')).toEqual(['a', '*']);
  });

  it('is not slow for long runs of blanks', () => {
    const value = `a${' '.repeat(200_000)}b`;
    expect(extractList([['List', value]], 'list')).toBe('failure');
  });
});

it('a redirect that becomes a GET drops the headers of the body', () => {
  const names = ['Content-Type', 'content-encoding', 'Content-Language', 'Content-Location', 'Content-Length', 'X-A'];
  expect(names.filter(isRequestBodyHeader)).toEqual([
    'Content-Type',
    'content-encoding',
    'Content-Language',
    'Content-Location',
  ]);
});
