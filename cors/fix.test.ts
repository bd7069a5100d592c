import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { answer } from './answer.ts';
import { toFetchCall } from './call.ts';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from './defaults.ts';
import { fetchAsBrowser } from './fetch/fetch-as-browser.ts';
import { type Fix, fixFor } from './fix.ts';
import type { HeaderLine } from './http.ts';
import { defaultLibrary } from './libraries/index.ts';
import { emptyState, type Outcome } from './outcome.ts';
import {
  type Answer,
  libraryNames,
  type Origins,
  originNames,
  type Plan,
  redirectTargets,
  type Scenario,
  type ScenarioRequest,
} from './scenario.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const id = 'abcdefghijklmnop';

const outcomeOf = (plan: Plan, request: ScenarioRequest): Outcome =>
  fetchAsBrowser({
    call: toFetchCall(request, origins, id),
    page: origins.page,
    server: (sent) => answer(plan, sent, origins),
    state: emptyState,
    browser: 'standard',
    now: 0,
  });

function fixOf(plan: Plan, request: ScenarioRequest): Fix | null {
  const scenario: Scenario = { title: '', expect: '', requests: [request], plan, seen: null };
  return fixFor({ scenario, index: 0, outcome: outcomeOf(plan, request), origins, page: origins.page, id });
}

interface Given {
  readonly request?: Partial<ScenarioRequest>;
  readonly preflight?: Partial<Answer>;
  readonly response?: Partial<Answer>;
}

const planOf = ({ preflight, response }: Given): Plan => ({
  ...defaultPlan,
  preflight: { ...defaultPreflight, ...preflight },
  response: { ...defaultAnswer, ...response },
});

/** Each change as `where: before > after`. */
const changesOf = (fix: Fix | null) => fix?.changes.map(({ where, before, after }) => `${where}: ${before} > ${after}`);

const allowPage: HeaderLine = ['Access-Control-Allow-Origin', '{page}'];
const allowAny: HeaderLine = ['Access-Control-Allow-Origin', '*'];
const svg = '<svg xmlns="http://www.w3.org/2000/svg"/>';
const put = { method: 'PUT' } as const;
const include = { credentials: 'include' } as const;

describe('the smallest change', () => {
  test.each<readonly [string, Given, readonly string[]]>([
    ['a server that says nothing', {}, ['response: null > Access-Control-Allow-Origin: http://localhost:4000']],
    [
      'an image of an answer that is none',
      { request: { api: 'image' }, response: { status: 404, headers: [allowAny, ['Content-Type', 'text/html']] } },
      [
        'response: Content-Type: text/html > Content-Type: image/svg+xml',
        'response: {"ok":true} > <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>',
      ],
    ],
    [
      'a font that is not there, where a redirect leads nowhere',
      {
        request: { api: 'font' },
        response: {
          headers: [allowAny, ['Content-Type', 'font/ttf']],
          redirects: [{ to: 'no-location', status: 302, cors: true, userinfo: false }],
        },
      },
      ['response: HTTP/1.1 302 Found > null'],
    ],
    [
      'a script of another type and status',
      { request: { api: 'script' }, response: { status: 500, headers: [allowAny] } },
      [
        'response: HTTP/1.1 500 Internal Server Error > HTTP/1.1 200 OK',
        'response: null > Content-Type: text/javascript',
      ],
    ],
    [
      'events of another type',
      { request: { api: 'event-source' }, response: { headers: [allowAny, ['Content-Type', 'text/plain']] } },
      ['response: Content-Type: text/plain > Content-Type: text/event-stream'],
    ],
    [
      'an image without crossorigin, to be read',
      {
        request: { api: 'image', mode: 'no-cors' },
        response: { headers: [['Content-Type', 'image/svg+xml']], body: svg },
      },
      ['response: null > Access-Control-Allow-Origin: http://localhost:4000', 'request: no crossorigin > crossorigin'],
    ],
    [
      'an image in a worker',
      {
        request: { api: 'image', context: 'worker' },
        response: { headers: [allowAny, ['Content-Type', 'image/svg+xml']], body: svg },
      },
      ['request: from: worker > from: document'],
    ],
    [
      'a beacon with JSON, which asks with credentials',
      {
        request: { api: 'beacon', body: { type: 'blob', text: '{}', mime: 'application/json' } },
        preflight: { headers: [allowAny, ['Access-Control-Allow-Headers', 'content-type']] },
        response: { headers: [allowPage, ['Access-Control-Allow-Credentials', 'true']] },
      },
      [
        'preflight: Access-Control-Allow-Origin: * > Access-Control-Allow-Origin: http://localhost:4000',
        'preflight: null > Access-Control-Allow-Credentials: true',
      ],
    ],
    [
      'a sandboxed frame',
      { request: { context: 'sandboxed-iframe' }, response: { headers: [allowPage] } },
      ['response: Access-Control-Allow-Origin: http://localhost:4000 > Access-Control-Allow-Origin: *'],
    ],
    [
      'a sandboxed frame with credentials',
      {
        request: { context: 'sandboxed-iframe', ...include },
        response: { headers: [allowPage, ['Access-Control-Allow-Credentials', 'true']] },
      },
      ['request: from: sandboxed-iframe > from: document'],
    ],
    [
      'another origin',
      { response: { headers: [['Access-Control-Allow-Origin', 'http://localhost:3000']] } },
      [
        'response: Access-Control-Allow-Origin: http://localhost:3000 > Access-Control-Allow-Origin: http://localhost:4000',
      ],
    ],
    [
      'a list of origins without this one',
      { response: { headers: [['Access-Control-Allow-Origin', '{origin in {second} http://a.example}']] } },
      [
        'response: Access-Control-Allow-Origin: {origin in http://localhost:4002 http://a.example} > Access-Control-Allow-Origin: {origin in http://localhost:4002 http://a.example http://localhost:4000}',
      ],
    ],
    [
      'the header twice',
      { response: { headers: [allowAny, allowPage] } },
      ['response: Access-Control-Allow-Origin: * > null'],
    ],
    [
      'the header twice, the origin written out',
      { response: { headers: [allowAny, ['Access-Control-Allow-Origin', 'http://localhost:4000']] } },
      ['response: Access-Control-Allow-Origin: * > null'],
    ],
    [
      'the wildcard with credentials',
      { request: include, response: { headers: [allowAny] } },
      [
        'response: Access-Control-Allow-Origin: * > Access-Control-Allow-Origin: http://localhost:4000',
        'response: null > Access-Control-Allow-Credentials: true',
      ],
    ],
    [
      'a header that is not listed',
      {
        request: {
          ...put,
          headers: [
            ['Content-Type', 'application/json'],
            ['X-Token', 't'],
          ],
        },
        preflight: {
          headers: [
            allowPage,
            ['Access-Control-Allow-Methods', 'PUT'],
            ['Access-Control-Allow-Headers', 'content-type'],
          ],
        },
        response: { headers: [allowPage] },
      },
      ['preflight: Access-Control-Allow-Headers: content-type > Access-Control-Allow-Headers: content-type, x-token'],
    ],
    [
      'a preflight that says nothing, and answers 404',
      { request: put, preflight: { status: 404 }, response: { headers: [allowPage] } },
      [
        'preflight: HTTP/1.1 404 Not Found > HTTP/1.1 204 No Content',
        'preflight: null > Access-Control-Allow-Origin: http://localhost:4000',
        'preflight: null > Access-Control-Allow-Methods: PUT',
      ],
    ],
    [
      'a list in quotes',
      {
        request: put,
        preflight: { headers: [allowPage, ['Access-Control-Allow-Methods', '"PUT"; "POST"']] },
        response: { headers: [allowPage] },
      },
      ['preflight: Access-Control-Allow-Methods: "PUT"; "POST" > Access-Control-Allow-Methods: PUT, POST'],
    ],
    [
      'Authorization under the wildcard',
      {
        request: { headers: [['Authorization', 'x']] },
        preflight: { headers: [allowPage, ['Access-Control-Allow-Headers', '*']] },
        response: { headers: [allowPage] },
      },
      ['preflight: Access-Control-Allow-Headers: * > Access-Control-Allow-Headers: *, authorization'],
    ],
    [
      'patch in lower case',
      {
        request: { method: 'patch' },
        preflight: { headers: [allowPage, ['Access-Control-Allow-Methods', 'PATCH']] },
        response: { headers: [allowPage] },
      },
      ['request: method: "patch" > method: "PATCH"'],
    ],
    [
      'an answer’s header on the request',
      { request: { headers: [allowAny] }, preflight: { headers: [allowPage] }, response: { headers: [allowPage] } },
      ['request: Access-Control-Allow-Origin: * > null'],
    ],
    [
      'mode no-cors',
      { request: { mode: 'no-cors' }, response: { headers: [allowPage] } },
      ['request: mode: "no-cors" > mode: "cors"'],
    ],
    [
      'GET with a body',
      { request: { body: { type: 'text', text: 'x', mime: '' } }, response: { headers: [allowPage] } },
      ['request: method: "GET" > method: "POST"'],
    ],
    [
      'a redirect without CORS headers',
      {
        response: {
          headers: [allowPage],
          redirects: [{ to: 'same-site', status: 302, cors: false, userinfo: false }],
        },
      },
      ['response: HTTP/1.1 302 Found, without CORS headers > HTTP/1.1 302 Found, with CORS headers'],
    ],
    [
      'a redirect to a third origin',
      { response: { headers: [allowPage], redirects: [{ to: 'second', status: 302, cors: true, userinfo: false }] } },
      ['response: Access-Control-Allow-Origin: http://localhost:4000 > Access-Control-Allow-Origin: *'],
    ],
    [
      'a redirect to a third origin, with credentials',
      {
        request: include,
        response: {
          headers: [allowPage, ['Access-Control-Allow-Credentials', 'true']],
          redirects: [{ to: 'second', status: 302, cors: true, userinfo: false }],
        },
      },
      [
        'response: HTTP/1.1 302 Found > null',
        'response: Location: http://localhost:4002/e/abcdefghijklmnop/@1/orders > null',
        'request: http://localhost:4001/e/abcdefghijklmnop/orders > http://localhost:4002/e/abcdefghijklmnop/orders',
      ],
    ],
    [
      'a preflight that is redirected',
      {
        request: put,
        preflight: {
          headers: [allowPage, ['Access-Control-Allow-Methods', 'PUT']],
          redirects: [{ to: 'second', status: 301, cors: true, userinfo: false }],
        },
        response: { headers: [allowPage] },
      },
      [
        'preflight: HTTP/1.1 301 Moved Permanently > null',
        'preflight: Location: http://localhost:4002/e/abcdefghijklmnop/@1/orders > null',
      ],
    ],
    [
      'redirect mode error',
      {
        request: { redirect: 'error' },
        response: { headers: [allowPage], redirects: [{ to: 'same-site', status: 302, cors: true, userinfo: false }] },
      },
      ['request: redirect: "error" > redirect: "follow"'],
    ],
  ])('%s', (_, given, expected) => {
    expect(changesOf(fixOf(planOf(given), { ...defaultRequest, ...given.request }))).toEqual(expected);
  });

  test.each<readonly [string, Given]>([
    ['what is readable', { response: { headers: [allowPage] } }],
    ['a method that is none', { request: { method: 'GET IT' } }],
    ['TRACE', { request: { method: 'TRACE' } }],
  ])('there is none for %s', (_, given) => {
    expect(fixOf(planOf(given), { ...defaultRequest, ...given.request })).toBe(null);
  });
});

test('a library’s options change, not its headers', () => {
  const library = { ...defaultLibrary('starlette'), origins: 'http://localhost:3000' };
  const fix = fixOf({ ...defaultPlan, library }, { ...defaultRequest, method: 'PUT', headers: [['X-Token', 't']] });
  expect(changesOf(fix)).toEqual([
    'response: origins: http://localhost:3000 > origins: http://localhost:3000, http://localhost:4000',
    'response: methods: its own default > methods: GET, HEAD, POST, PUT',
    'response: headers: its own default > headers: x-token',
  ]);
});

test('a library that allows any origin, with credentials', () => {
  const library = { ...defaultLibrary('express'), credentials: true };
  const fix = fixOf({ ...defaultPlan, library }, { ...defaultRequest, credentials: 'include' });
  expect(changesOf(fix)).toEqual(['response: origins: * > origins: http://localhost:4000']);
});

const headerLine = fc.tuple(
  fc.constantFrom(
    'Access-Control-Allow-Origin',
    'Access-Control-Allow-Credentials',
    'Access-Control-Allow-Methods',
    'Access-Control-Allow-Headers',
    'Vary',
  ),
  fc.constantFrom(
    '*',
    '{page}',
    '{page}/',
    '{origin}',
    '{origin in {second}}',
    'null',
    'true',
    'True',
    'PUT',
    '"x"',
    '',
  ),
);
const answers = fc.record({
  status: fc.constantFrom(200, 204, 302, 401, 404, 500),
  headers: fc.array(headerLine, { maxLength: 5 }),
  redirects: fc.array(
    fc.record({
      to: fc.constantFrom(...redirectTargets),
      status: fc.constantFrom(301, 302, 307),
      cors: fc.boolean(),
      userinfo: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
const requests = fc.record({
  target: fc.constantFrom(...originNames),
  method: fc.constantFrom('GET', 'POST', 'PUT', 'patch', 'DELETE'),
  headers: fc.array(fc.tuple(fc.constantFrom('X-Token', 'Authorization', 'Content-Type'), fc.constant('x/y')), {
    maxLength: 3,
  }),
  credentials: fc.constantFrom('omit', 'same-origin', 'include'),
  mode: fc.constantFrom('cors', 'no-cors', 'same-origin'),
  redirect: fc.constantFrom('follow', 'manual', 'error'),
} as const);

test('every plan here has a fix, and it makes the answer readable', () => {
  fc.assert(
    fc.property(requests, answers, answers, (given, preflight, response) => {
      const request = { ...defaultRequest, ...given };
      const plan = planOf({ preflight, response });
      if (outcomeOf(plan, request).verdict === 'readable') return;
      const fix = fixOf(plan, request);
      if (fix === null) throw new Error('no fix');
      expect(outcomeOf(fix.plan, fix.request).verdict).toBe('readable');
      expect(fix.changes.length).toBeGreaterThan(0);
    }),
    { numRuns: 150 },
  );
}, 30_000);

test.each(libraryNames)('%s can be configured to allow a demanding request', (name) => {
  const plan = { ...defaultPlan, library: defaultLibrary(name) };
  const request: ScenarioRequest = {
    ...defaultRequest,
    method: 'PUT',
    headers: [['X-Token', 't']],
    credentials: 'include',
  };
  const fix = fixOf(plan, request);
  expect(fix && outcomeOf(fix.plan, fix.request).verdict).toBe('readable');
});
