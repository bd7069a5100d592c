import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireRequest } from '../http.ts';
import { type Library, type LibraryName, libraryNames } from '../scenario.ts';
import { defaultLibrary, libraries, libraryAnswer } from './index.ts';

const page = 'http://localhost:4000';
const other = 'https://other.example';

const get = (origin: string | null, more: readonly HeaderLine[] = []): WireRequest => ({
  method: 'GET',
  url: 'http://localhost:4001/e/AAAAAAAAAAAAAAAA/orders',
  headers: [...(origin === null ? [] : [['Origin', origin] as const]), ...more],
  body: null,
});

const preflight = (origin: string, method: string, headers: string | null): WireRequest => ({
  ...get(origin, [['Access-Control-Request-Method', method]]),
  method: 'OPTIONS',
  ...(headers === null
    ? {}
    : {
        headers: [
          ['Origin', origin],
          ['Access-Control-Request-Method', method],
          ['Access-Control-Request-Headers', headers],
        ],
      }),
});

const plainOptions = { ...get(page), method: 'OPTIONS' };
const cookie: readonly HeaderLine[] = [['Cookie', 'session=1']];

function told(
  name: LibraryName,
  options: Partial<Library>,
  request: WireRequest,
  app: Partial<{ status: number; headers: readonly HeaderLine[]; body: string }> = {},
): string {
  const library: Library = { ...defaultLibrary(name), origins: page, ...options };
  const answer = libraryAnswer(library, request, { status: 200, headers: [], body: '', ...app });
  return [
    String(answer.status),
    ...answer.headers.map(([line, value]) => `${line}: ${value}`),
    ...(answer.body === '' ? [] : [answer.body]),
  ].join('\n');
}

it.each(libraryNames)('%s has a label, a sentence that says what surprises, and options to begin with', (name) => {
  expect(libraries[name].label).not.toBe('');
  expect(libraries[name].note).toMatch(/^[A-Z].*\.$/);
  expect(defaultLibrary(name).name).toBe(name);
});

it.each(libraryNames)('%s lets its own page read a GET with the options to begin with', (name) => {
  expect(told(name, {}, get(page))).toMatch(new RegExp(`^200\\n(.*\\n)*access-control-allow-origin: ${page}`, 'i'));
});

describe('express', () => {
  it.each<[string, Partial<Library>, string]>([
    [
      'sends one configured origin to a page that it does not match',
      { origins: other },
      '200\nAccess-Control-Allow-Origin: https://other.example\nVary: Origin',
    ],
    [
      'sends * with credentials, unchecked',
      { origins: '*', credentials: true },
      '200\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true',
    ],
    ['omits the header when a list does not match', { origins: `${other}, https://b.example` }, '200\nVary: Origin'],
  ])('%s', (_, options, answer) => {
    expect(told('express', options, get(page))).toBe(answer);
  });

  it('gives way to a line that the application sets later, Vary apart', () => {
    const headers: readonly HeaderLine[] = [
      ['access-control-allow-origin', '*'],
      ['Vary', 'Accept'],
    ];
    expect(told('express', {}, get(page), { headers })).toBe(
      '200\nVary: Origin\naccess-control-allow-origin: *\nVary: Accept',
    );
  });

  it('never lets an OPTIONS reach the application', () => {
    expect(told('express', {}, plainOptions, { status: 405, body: 'no' })).toMatch(/^204\n/);
  });
});

describe('fastify', () => {
  it.each([
    [
      'allows three methods and repeats the requested headers',
      { origins: '*' },
      preflight(page, 'PUT', 'x-token'),
      '204\nvary: Access-Control-Request-Headers\naccess-control-allow-origin: *\naccess-control-allow-methods: GET,HEAD,POST\naccess-control-allow-headers: x-token',
    ],
    [
      'sends credentials to a page that is not on the list',
      { origins: `${other}, https://b.example`, credentials: true },
      get(page),
      '200\nvary: Origin\naccess-control-allow-credentials: true',
    ],
    [
      'refuses an OPTIONS that is no preflight',
      {},
      plainOptions,
      '400\naccess-control-allow-origin: http://localhost:4000\nContent-Type: text/plain\nInvalid Preflight Request',
    ],
  ])('%s', (_, options, request, answer) => {
    expect(told('fastify', options, request)).toBe(answer);
  });
});

describe('starlette', () => {
  const preflightLines = `access-control-allow-methods: GET
access-control-max-age: 600
access-control-allow-headers: Accept, Accept-Language, Content-Language, Content-Type`;
  it.each<[string, Partial<Library>, WireRequest, string]>([
    [
      'answers 200 OK to what it allows',
      {},
      preflight(page, 'GET', 'content-type'),
      `200\nvary: Origin\n${preflightLines}\naccess-control-allow-origin: http://localhost:4000\nContent-Type: text/plain; charset=utf-8\nOK`,
    ],
    [
      'hides the true cause behind a 400 that does carry the origin',
      {},
      preflight(page, 'PUT', 'x-token'),
      `400\nvary: Origin\n${preflightLines}\naccess-control-allow-origin: http://localhost:4000\nContent-Type: text/plain; charset=utf-8\nDisallowed CORS method, headers`,
    ],
    [
      'names all that it disallows',
      { methods: 'PUT' },
      preflight(other, 'GET', 'x-token'),
      `400\nvary: Origin\n${preflightLines.replace('GET', 'PUT')}\nContent-Type: text/plain; charset=utf-8\nDisallowed CORS origin, method, headers`,
    ],
    [
      'repeats the requested headers for *, and knows what * methods are',
      { methods: '*', headers: '*', origins: '*' },
      preflight(page, 'PATCH', 'x-token'),
      '200\naccess-control-allow-methods: DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT\naccess-control-max-age: 600\naccess-control-allow-headers: x-token\naccess-control-allow-origin: *\nContent-Type: text/plain; charset=utf-8\nOK',
    ],
    [
      'sends * with credentials until a cookie comes along',
      { origins: '*', credentials: true },
      get(page),
      '200\naccess-control-allow-origin: *\naccess-control-allow-credentials: true',
    ],
    [
      'then reflects any origin',
      { origins: '*', credentials: true },
      get(other, cookie),
      '200\naccess-control-allow-origin: https://other.example\naccess-control-allow-credentials: true\nvary: Origin',
    ],
    ['says nothing to a request without Origin', { origins: '*' }, get(null), '200'],
  ])('%s', (_, options, request, answer) => {
    expect(told('starlette', options, request)).toBe(answer);
  });

  it('loses its headers on an uncaught error', () => {
    expect(told('starlette', {}, get(page), { status: 500 })).toBe('500');
  });

  it('replaces what the application says', () => {
    expect(told('starlette', {}, get(page), { headers: [['Access-Control-Allow-Origin', '*']] })).toBe(
      '200\naccess-control-allow-origin: http://localhost:4000\nvary: Origin',
    );
  });
});

describe('django', () => {
  it.each<[string, Partial<Library>, WireRequest, string]>([
    [
      'reflects every origin for * with credentials',
      { origins: '*', credentials: true },
      get(other),
      '200\nvary: origin\naccess-control-allow-credentials: true\naccess-control-allow-origin: https://other.example',
    ],
    [
      'sends credentials to origins that it does not allow',
      { credentials: true },
      get(other),
      '200\nvary: origin\naccess-control-allow-credentials: true',
    ],
    [
      'answers every preflight with 200, whatever is asked',
      {},
      preflight(page, 'PURGE', 'x-token'),
      '200\nvary: origin\naccess-control-allow-origin: http://localhost:4000\naccess-control-allow-headers: accept, authorization, content-type, user-agent, x-csrftoken, x-requested-with\naccess-control-allow-methods: DELETE, GET, OPTIONS, PATCH, POST, PUT\naccess-control-max-age: 86400',
    ],
    ['answers 200 to strangers too', {}, preflight(other, 'GET', null), '200\nvary: origin'],
    [
      'does not start with a trailing slash',
      { origins: `${page}/` },
      get(page),
      "502\nContent-Type: text/plain\nThe server did not start: Django's checks refuse the origin http://localhost:4000/ for its missing scheme (E013) or its path (E014).\n",
    ],
  ])('%s', (_, options, request, answer) => {
    expect(told('django', options, request)).toBe(answer);
  });

  it('loses its headers on an uncaught error', () => {
    expect(told('django', {}, get(page), { status: 500 })).toBe('500');
  });
});

describe('spring', () => {
  const vary = 'Vary: Origin\nVary: Access-Control-Request-Method\nVary: Access-Control-Request-Headers';
  it.each<[string, Partial<Library>, WireRequest, string]>([
    [
      'refuses a disallowed origin outright',
      {},
      get(other),
      `403\n${vary}\nContent-Type: text/plain\nInvalid CORS request`,
    ],
    [
      'refuses a method that is not listed, even without a preflight',
      { methods: 'PUT' },
      get(page),
      `403\n${vary}\nContent-Type: text/plain\nInvalid CORS request`,
    ],
    [
      'throws for * with credentials',
      { origins: '*', credentials: true },
      get(page),
      '500\nContent-Type: application/json\n{"status":500,"error":"Internal Server Error"}',
    ],
    [
      'forgives a trailing slash',
      { origins: `${page}/` },
      get(page),
      `200\n${vary}\nAccess-Control-Allow-Origin: http://localhost:4000`,
    ],
    [
      'allows any header for half an hour by default',
      {},
      preflight(page, 'POST', 'x-a,x-b'),
      `200\n${vary}\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Allow-Methods: GET,HEAD,POST\nAccess-Control-Allow-Headers: x-a, x-b\nAccess-Control-Max-Age: 1800`,
    ],
    [
      'leaves out the headers that are not allowed as long as one is',
      { headers: 'X-A', maxAge: '60' },
      preflight(page, 'POST', 'x-a,x-b'),
      `200\n${vary}\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Allow-Methods: GET,HEAD,POST\nAccess-Control-Allow-Headers: x-a\nAccess-Control-Max-Age: 60`,
    ],
    [
      'refuses when no header is',
      { headers: 'X-A' },
      preflight(page, 'POST', 'x-b'),
      `403\n${vary}\nContent-Type: text/plain\nInvalid CORS request`,
    ],
    ['adds only Vary for its own origin', {}, get('http://localhost:4001'), `200\n${vary}`],
  ])('%s', (_, options, request, answer) => {
    expect(told('spring', options, request)).toBe(answer);
  });

  it('keeps out when the answer already has the header', () => {
    expect(told('spring', {}, get(other), { headers: [['Access-Control-Allow-Origin', '*']] })).toBe(
      `200\nAccess-Control-Allow-Origin: *\n${vary}`,
    );
  });
});

describe('rs-cors', () => {
  const vary = 'Vary: Origin, Access-Control-Request-Method, Access-Control-Request-Headers';
  it.each<[string, Partial<Library>, WireRequest, string]>([
    ['says only Vary when a preflight fails', {}, preflight(page, 'PUT', null), `204\n${vary}`],
    ['says only Vary when a header is not listed', {}, preflight(page, 'POST', 'x-token'), `204\n${vary}`],
    [
      'repeats what was asked when it passes',
      { credentials: true, maxAge: '600' },
      preflight(page, 'POST', 'content-type,x-requested-with'),
      `204\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Headers: content-type,x-requested-with\nAccess-Control-Allow-Methods: POST\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Max-Age: 600\n${vary}`,
    ],
    ['holds actual requests to the methods too', { methods: 'POST' }, get(page), '200\nVary: Origin'],
    [
      'takes origins in any case',
      { origins: 'HTTP://LOCALHOST:4000' },
      get(page),
      '200\nAccess-Control-Allow-Origin: http://localhost:4000\nVary: Origin',
    ],
    [
      'lets one * stand for anything',
      { origins: 'https://other.*' },
      get('https://other.evil.example'),
      '200\nAccess-Control-Allow-Origin: https://other.evil.example\nVary: Origin',
    ],
    [
      'sends * with credentials',
      { origins: '*', credentials: true },
      get(page),
      '200\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Origin: *\nVary: Origin',
    ],
  ])('%s', (_, options, request, answer) => {
    expect(told('rs-cors', options, request)).toBe(answer);
  });
});

describe('jub0bs', () => {
  const vary = 'Vary: Access-Control-Request-Headers, Access-Control-Request-Method, Origin';
  it.each<[string, Partial<Library>, WireRequest, string]>([
    ['answers a failed preflight with nothing but 403', {}, preflight(page, 'PUT', null), `403\n${vary}`],
    [
      'takes safelisted methods for granted',
      {},
      preflight(page, 'POST', null),
      `204\nAccess-Control-Allow-Origin: http://localhost:4000\n${vary}`,
    ],
    [
      'repeats what was asked',
      { methods: 'PUT', headers: 'X-Token', credentials: true, maxAge: '-1' },
      preflight(page, 'PUT', 'x-token'),
      `204\nAccess-Control-Allow-Credentials: true\nAccess-Control-Allow-Headers: x-token\nAccess-Control-Allow-Methods: PUT\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Max-Age: 0\n${vary}`,
    ],
    [
      'writes * where * will do',
      { origins: '*', methods: '*', headers: '*, Authorization' },
      preflight(page, 'PUT', 'x-token'),
      `204\nAccess-Control-Allow-Headers: *,authorization\nAccess-Control-Allow-Methods: *\nAccess-Control-Allow-Origin: *\n${vary}`,
    ],
    [
      'knows subdomains',
      { origins: 'https://*.example' },
      get(other),
      '200\nAccess-Control-Allow-Origin: https://other.example\nVary: Origin',
    ],
    [
      'knows any port',
      { origins: 'http://localhost:*' },
      get(page),
      '200\nAccess-Control-Allow-Origin: http://localhost:4000\nVary: Origin',
    ],
    ['says only Vary to strangers', {}, get(other), '200\nVary: Origin'],
  ])('%s', (_, options, request, answer) => {
    expect(told('jub0bs', options, request)).toBe(answer);
  });

  it.each<[string, Partial<Library>]>([
    ['* together with credentials', { origins: '*', credentials: true }],
    ['an empty list of origins', { origins: ' ' }],
    ['the origin https://other.example/', { origins: 'https://other.example/' }],
    ['the origin null', { origins: 'null' }],
    [
      'the insecure origin http://other.example together with credentials',
      { origins: 'http://other.example', credentials: true },
    ],
    ['exposing * together with credentials', { expose: '*', credentials: true }],
    ['a max-age of 86401 seconds', { maxAge: '86401' }],
  ])('does not start with %s', (problem, options) => {
    expect(told('jub0bs', options, get(page))).toBe(
      `502\nContent-Type: text/plain\nThe server did not start: jub0bs/cors refuses ${problem}.\n`,
    );
  });
});

describe('tower', () => {
  const vary = 'vary: origin, access-control-request-method, access-control-request-headers';
  it.each<[string, Partial<Library>, WireRequest, string]>([
    [
      'sends one configured origin to everybody',
      { origins: other },
      get(page),
      `200\n${vary}\naccess-control-allow-origin: https://other.example`,
    ],
    [
      'picks from a list',
      { origins: `${other}, ${page}` },
      get(page),
      `200\n${vary}\naccess-control-allow-origin: http://localhost:4000`,
    ],
    [
      'answers every OPTIONS itself',
      { methods: 'GET, PUT', headers: 'X-Token, Content-Type', credentials: true },
      plainOptions,
      `200\naccess-control-allow-credentials: true\n${vary}\naccess-control-allow-methods: GET,PUT\naccess-control-allow-headers: x-token,content-type\naccess-control-allow-origin: http://localhost:4000`,
    ],
    [
      'panics when any * meets credentials',
      { headers: '*', credentials: true },
      get(page),
      '502\nContent-Type: text/plain\nThe server did not start: tower-http panics, because * cannot go with credentials.\n',
    ],
  ])('%s', (_, options, request, answer) => {
    expect(told('tower', options, request)).toBe(answer);
  });
});

describe('nginx', () => {
  const options: Partial<Library> = { methods: 'GET', headers: '' };
  it.each([
    [
      "adds its lines below the upstream's own",
      200,
      'Access-Control-Allow-Origin: *\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Allow-Methods: GET',
    ],
    [
      'adds them to a redirect',
      307,
      'Access-Control-Allow-Origin: *\nAccess-Control-Allow-Origin: http://localhost:4000\nAccess-Control-Allow-Methods: GET',
    ],
    ['forgets them on 404', 404, 'Access-Control-Allow-Origin: *'],
    ['forgets them on 500', 500, 'Access-Control-Allow-Origin: *'],
  ])('%s', (_, status, lines) => {
    const app = { status, headers: [['Access-Control-Allow-Origin', '*']] as const };
    expect(told('nginx', options, get(other), app)).toBe(`${status}\n${lines}`);
  });

  it('cannot choose from a list', () => {
    expect(told('nginx', { ...options, origins: `${page}, ${other}` }, get(page))).toContain(
      'Access-Control-Allow-Origin: http://localhost:4000, https://other.example',
    );
  });
});
