import { expect, test } from 'vitest';
import { advise } from './advise.ts';
import { answer } from './answer.ts';
import { toFetchCall } from './call.ts';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest, defaultScenario } from './defaults.ts';
import { fetchAsBrowser } from './fetch/fetch-as-browser.ts';
import type { Advice, AdviceCode } from './findings.ts';
import type { HeaderLine } from './http.ts';
import { defaultLibrary } from './libraries/index.ts';
import { type Browser, emptyState } from './outcome.ts';
import type { Cookie, Library, Origins, Plan, ScenarioRequest } from './scenario.ts';
import { adviceWords } from './words/advice-words.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};

interface Given {
  readonly request?: Partial<ScenarioRequest>;
  readonly preflight?: readonly HeaderLine[];
  readonly response?: readonly HeaderLine[];
  readonly cookies?: readonly Cookie[];
  readonly browser?: Browser;
  readonly library?: Library;
  readonly origins?: Origins;
}

const planOf = ({ preflight = [], response = [], cookies = [], library }: Given): Plan => ({
  ...defaultPlan,
  library: library ?? null,
  preflight: { ...defaultPreflight, headers: preflight },
  response: { ...defaultAnswer, headers: response, cookies },
});

function adviceFor(given: Given): readonly Advice[] {
  const { browser = 'standard' } = given;
  const plan = planOf(given);
  const at = given.origins ?? origins;
  const call = toFetchCall({ ...defaultRequest, ...given.request }, at, 'abcdefghijklmnop');
  const ask = (state = emptyState) =>
    fetchAsBrowser({
      call,
      page: at.page,
      server: (request) => answer(plan, request, at),
      state,
      browser,
      now: 0,
    });
  return advise({ call, plan, outcome: ask(), page: at.page, browser, origins: at });
}

const allowPage: HeaderLine = ['Access-Control-Allow-Origin', '{page}'];
const allowAny: HeaderLine = ['Access-Control-Allow-Origin', '*'];
const credentials: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
const maxAge: HeaderLine = ['Access-Control-Max-Age', '600'];
const put = { method: 'PUT' } as const;
const include = { credentials: 'include' } as const;
const putAllowed: readonly HeaderLine[] = [allowPage, ['Access-Control-Allow-Methods', 'PUT'], maxAge];
const without = (lines: readonly HeaderLine[], name: string) => lines.filter(([n]) => n !== name);
const cookie: Cookie = { name: 'id', value: '1', sameSite: '', secure: false, httpOnly: false };

const table: readonly (readonly [string, Given, readonly Advice[]])[] = [
  ['a server that allows this page', { response: [allowPage] }, []],
  [
    'a server that answers a preflight well',
    {
      request: { ...put, headers: [['Authorization', 'x']] },
      preflight: [...putAllowed, ['Access-Control-Allow-Headers', 'authorization']],
      response: [allowPage],
    },
    [],
  ],
  [
    'any origin reflected, with credentials',
    { request: include, response: [['Access-Control-Allow-Origin', '{origin}'], credentials, ['Vary', 'Origin']] },
    [{ code: 'reflects-any-origin-with-credentials', facts: { value: 'http://localhost:4000' } }],
  ],
  [
    'a list of origins, with credentials',
    {
      request: include,
      response: [['Access-Control-Allow-Origin', '{origin in {page} {second}}'], credentials, ['Vary', 'Origin']],
    },
    [],
  ],
  [
    'null allowed, with credentials',
    { request: include, response: [['Access-Control-Allow-Origin', 'null'], credentials] },
    [{ code: 'allows-null', facts: { credentials: true } }],
  ],
  [
    'a page without encryption, allowed with credentials',
    {
      request: include,
      origins: { ...origins, page: 'http://app.example', 'same-site': 'http://api.example' },
      response: [allowPage, credentials],
    },
    [{ code: 'insecure-origin-allowed', facts: { value: 'http://app.example' } }],
  ],
  [
    'any origin reflected, without Vary',
    { response: [['Access-Control-Allow-Origin', '{origin}']] },
    [{ code: 'vary-origin-missing', facts: { value: 'http://localhost:4000' } }],
  ],
  [
    'any origin reflected without Vary, but never stored',
    {
      response: [
        ['Access-Control-Allow-Origin', '{origin}'],
        ['Cache-Control', 'no-store'],
      ],
    },
    [],
  ],
  [
    'the same for everybody, but varying',
    { response: [allowAny, ['Vary', 'Origin']] },
    [{ code: 'vary-pointless', facts: {} }],
  ],
  [
    'a day of preflight caching, in Chromium',
    {
      request: put,
      preflight: [...without(putAllowed, 'Access-Control-Max-Age'), ['Access-Control-Max-Age', '86400']],
      response: [allowPage],
      browser: 'chromium',
    },
    [{ code: 'max-age-above-cap', facts: { value: 86400, browser: 'Chromium', cap: 7200 } }],
  ],
  [
    'a day of preflight caching, in Firefox',
    {
      request: put,
      preflight: [...without(putAllowed, 'Access-Control-Max-Age'), ['Access-Control-Max-Age', '86400']],
      response: [allowPage],
      browser: 'firefox',
    },
    [],
  ],
  [
    'preflight caching with a unit',
    {
      request: put,
      preflight: [...without(putAllowed, 'Access-Control-Max-Age'), ['Access-Control-Max-Age', '600s']],
      response: [allowPage],
    },
    [{ code: 'max-age-invalid', facts: { value: '600s' } }],
  ],
  [
    'no word about preflight caching',
    { request: put, preflight: without(putAllowed, 'Access-Control-Max-Age'), response: [allowPage] },
    [{ code: 'max-age-missing', facts: {} }],
  ],
  [
    'preflight caching switched off',
    {
      request: put,
      preflight: [...without(putAllowed, 'Access-Control-Max-Age'), ['Access-Control-Max-Age', '0']],
      response: [allowPage],
    },
    [{ code: 'max-age-zero', facts: {} }],
  ],
  [
    'preflight caching where nothing is to be stored, in Chromium',
    { request: { ...put, cache: 'no-store' }, preflight: putAllowed, response: [allowPage], browser: 'chromium' },
    [{ code: 'preflight-not-kept', facts: { because: 'cache-mode' } }],
  ],
  [
    'preflight caching for a URL of 1024 characters, in Chromium',
    {
      request: { ...put, path: `/${'x'.repeat(1024 - 'http://localhost:4001/e/abcdefghijklmnop/'.length)}` },
      preflight: putAllowed,
      response: [allowPage],
      browser: 'chromium',
    },
    [{ code: 'preflight-not-kept', facts: { because: 'long-url' } }],
  ],
  [
    'Authorization under the wildcard, in Chromium',
    {
      request: { headers: [['Authorization', 'Bearer x']] },
      preflight: [allowPage, maxAge, ['Access-Control-Allow-Headers', '*']],
      response: [allowPage],
      browser: 'chromium',
    },
    [{ code: 'authorization-under-wildcard', facts: {} }],
  ],
  [
    'a bad name among the exposed',
    { response: [allowPage, ['Access-Control-Expose-Headers', 'X-Total, "X-Page"'], ['X-Total', '3']] },
    [{ code: 'expose-invalid', facts: { value: 'X-Total, "X-Page"' } }],
  ],
  [
    'everything exposed, with credentials',
    { request: include, response: [allowPage, credentials, ['Access-Control-Expose-Headers', '*']] },
    [{ code: 'wildcard-literal', facts: { header: 'Access-Control-Expose-Headers' } }],
  ],
  [
    'credentials refused in so many words',
    { response: [allowPage, ['Access-Control-Allow-Credentials', 'false']] },
    [{ code: 'acac-pointless', facts: { value: 'false' } }],
  ],
  [
    'what belongs into the preflight, on the answer',
    { response: [allowPage, ['Access-Control-Allow-Methods', 'PUT'], maxAge] },
    [
      {
        code: 'preflight-header-on-response',
        facts: { names: ['Access-Control-Allow-Methods', 'Access-Control-Max-Age'] },
      },
    ],
  ],
  [
    'what belongs on the answer, in the preflight',
    { request: put, preflight: [...putAllowed, ['Access-Control-Expose-Headers', 'ETag']], response: [allowPage] },
    [{ code: 'response-header-on-preflight', facts: { names: ['Access-Control-Expose-Headers'] } }],
  ],
  [
    'nothing listed that needs it',
    { response: [allowPage, ['Access-Control-Expose-Headers', 'Content-Type, Expires']] },
    [
      {
        code: 'safelisted-listed',
        facts: { header: 'Access-Control-Expose-Headers', names: ['Content-Type', 'Expires'] },
      },
    ],
  ],
  [
    'Set-Cookie exposed',
    { response: [allowPage, ['Access-Control-Expose-Headers', 'Set-Cookie, ETag']] },
    [{ code: 'forbidden-listed', facts: { header: 'Access-Control-Expose-Headers', names: ['Set-Cookie'] } }],
  ],
  [
    'a method that Spring refuses',
    { request: put, library: defaultLibrary('spring') },
    [
      {
        code: 'library-refused',
        facts: { library: 'Spring (@CrossOrigin)', status: 403, refused: ['PUT'], methods: ['GET', 'HEAD', 'POST'] },
      },
    ],
  ],
  [
    'a header that Spring refuses',
    {
      request: { headers: [['X-Token', 't']] },
      library: { ...defaultLibrary('spring'), headers: 'X-Other' },
    },
    [
      {
        code: 'library-refused',
        facts: { library: 'Spring (@CrossOrigin)', status: 403, refused: ['x-token'], methods: null },
      },
    ],
  ],
  [
    'an origin that Spring refuses',
    { request: put, library: { ...defaultLibrary('spring'), origins: 'http://a.example' } },
    [],
  ],
  [
    'an answer’s header on the request',
    { request: { headers: [['Access-Control-Allow-Origin', '*']] } },
    [{ code: 'response-header-on-request', facts: { names: ['Access-Control-Allow-Origin'] } }],
  ],
  [
    'a misspelt header on the answer',
    { response: [['Access-Control-Allowed-Origin', '*']] },
    [
      {
        code: 'header-misspelt',
        facts: { name: 'Access-Control-Allowed-Origin', meant: 'Access-Control-Allow-Origin', side: 'response' },
      },
    ],
  ],
  [
    'a misspelt header on the request',
    { request: { headers: [['Authorisation', 'x']] } },
    [{ code: 'header-misspelt', facts: { name: 'Authorisation', meant: 'Authorization', side: 'request' } }],
  ],
  [
    'a header that only the browser sets',
    { request: { headers: [['Cookie', 'a=b']] }, response: [allowPage] },
    [{ code: 'forbidden-header-dropped', facts: { names: ['Cookie'] } }],
  ],
  [
    'a token in mode no-cors',
    { request: { mode: 'no-cors', headers: [['X-Token', '1']] } },
    [{ code: 'no-cors-header-dropped', facts: { names: ['X-Token'], contentType: null } }],
  ],
  [
    'JSON in mode no-cors',
    {
      request: {
        mode: 'no-cors',
        method: 'POST',
        headers: [['Content-Type', 'application/json']],
        body: { type: 'text', text: '{}', mime: '' },
      },
    },
    [
      {
        code: 'no-cors-header-dropped',
        facts: { names: ['Content-Type'], contentType: 'text/plain;charset=UTF-8' },
      },
    ],
  ],
  ['one origin with a blank before it', { response: [['Access-Control-Allow-Origin', ' {page}']] }, []],
  [
    'a User-Agent, in Chromium',
    { request: { headers: [['User-Agent', 'x']] }, response: [allowPage], browser: 'chromium' },
    [{ code: 'forbidden-header-dropped', facts: { names: ['User-Agent'] } }],
  ],
  [
    'patch in lower case',
    { request: { method: 'patch', target: 'page' } },
    [{ code: 'method-case', facts: { method: 'patch', meant: 'PATCH' } }],
  ],
  [
    'a cookie without credentials',
    { response: [allowPage], cookies: [cookie] },
    [{ code: 'cookie-not-stored', facts: { name: 'id', reason: 'credentials' } }],
  ],
  [
    'an answer with headers of its own, none exposed',
    { response: [allowPage, ['ETag', '"1"'], ['X-Total-Count', '42']] },
    [{ code: 'headers-hidden', facts: { names: ['ETag', 'X-Total-Count'] } }],
  ],
  [
    'an answer of whose headers some are exposed',
    { response: [allowPage, ['ETag', '"1"'], ['X-Total-Count', '42'], ['Access-Control-Expose-Headers', 'ETag']] },
    [],
  ],
  [
    'a POST whose answer is blocked',
    { request: { method: 'POST' } },
    [{ code: 'processed-anyway', facts: { method: 'POST' } }],
  ],
];

test.each(table)('%s', (_, given, expected) => {
  expect(adviceFor(given)).toEqual(expected);
});

test('a cookie that stays at home', () => {
  const call = toFetchCall(defaultRequest, origins, 'abcdefghijklmnop');
  const plan = planOf({ response: [allowPage] });
  const state = {
    ...emptyState,
    cookies: [{ host: 'localhost', path: '/e/abcdefghijklmnop', name: 'id', value: '1', sameSite: '', secure: false }],
  } as const;
  const outcome = fetchAsBrowser({
    call,
    page: origins.page,
    server: (request) => answer(plan, request, origins),
    state,
    browser: 'standard',
    now: 0,
  });
  expect(advise({ call, plan, outcome, page: origins.page, browser: 'standard', origins })).toEqual([
    { code: 'cookie-not-sent', facts: { names: ['id'], reason: 'credentials' } },
  ]);
});

test('every advice there is has its case', () => {
  const produced = new Set<AdviceCode>([
    'cookie-not-sent',
    ...table.flatMap(([, , advice]) => advice.map(({ code }) => code)),
  ]);
  expect([...produced].toSorted()).toEqual([
    'acac-pointless',
    'allows-null',
    'authorization-under-wildcard',
    'cookie-not-sent',
    'cookie-not-stored',
    'expose-invalid',
    'forbidden-header-dropped',
    'forbidden-listed',
    'header-misspelt',
    'headers-hidden',
    'insecure-origin-allowed',
    'library-refused',
    'max-age-above-cap',
    'max-age-invalid',
    'max-age-missing',
    'max-age-zero',
    'method-case',
    'no-cors-header-dropped',
    'preflight-header-on-response',
    'preflight-not-kept',
    'processed-anyway',
    'reflects-any-origin-with-credentials',
    'response-header-on-preflight',
    'response-header-on-request',
    'safelisted-listed',
    'vary-origin-missing',
    'vary-pointless',
    'wildcard-literal',
  ] satisfies AdviceCode[]);
});

test.each(table.flatMap(([, , all]) => all.map((advice) => [advice.code, advice] as const)))(
  '%s has words',
  (_, advice) => {
    const { title, text } = adviceWords(advice);
    for (const words of [title, text]) {
      expect(words.length).toBeGreaterThan(10);
      expect(words).not.toMatch(/undefined|\[object|NaN|``/);
      expect((words.match(/`/g) ?? []).length % 2).toBe(0);
    }
  },
);

test.each<readonly [Advice, string, string]>([
  [
    { code: 'forbidden-header-dropped', facts: { names: ['Cookie'] } },
    'The browser leaves out `Cookie`',
    'Only the browser itself sets this header. What a page puts there is dropped without an error.',
  ],
  [
    { code: 'forbidden-header-dropped', facts: { names: ['User-Agent'] } },
    'The browser leaves out `User-Agent`',
    'The standard lets a page set `User-Agent`. Chromium drops it all the same, without an error.',
  ],
  [
    { code: 'forbidden-header-dropped', facts: { names: ['Cookie', 'User-Agent', 'Origin'] } },
    'The browser leaves out `Cookie`, `User-Agent` and `Origin`',
    'Only the browser itself sets `Cookie` and `Origin`. What a page puts there is dropped without an error. The standard lets a page set `User-Agent`. Chromium drops it all the same, without an error.',
  ],
  [
    { code: 'no-cors-header-dropped', facts: { names: ['Content-Type'], contentType: 'text/plain;charset=UTF-8' } },
    'Mode `no-cors` leaves out your `Content-Type`',
    'It sends only `Accept`, `Accept-Language`, `Content-Language` and a plain `Content-Type`. The rest is dropped without an error. The body’s own `Content-Type` goes instead: `text/plain;charset=UTF-8`.',
  ],
  [
    { code: 'allows-null', facts: { credentials: false } },
    'Every site can pass as `null`',
    'Any site can open a sandboxed frame, whose origin is `null`. Without credentials, that is as open as `*`.',
  ],
  [
    {
      code: 'library-refused',
      facts: { library: 'Spring (@CrossOrigin)', status: 403, refused: ['PUT'], methods: ['GET', 'HEAD', 'POST'] },
    },
    'Spring (@CrossOrigin) refuses `PUT`',
    'No header of its answer `403` says so. It allows `GET`, `HEAD` and `POST`.',
  ],
  [
    { code: 'max-age-missing', facts: {} },
    'The preflight answer is kept for only 5 seconds',
    'It has no `Access-Control-Max-Age`. With `600`, every browser may keep it 10 minutes.',
  ],
  [
    { code: 'max-age-above-cap', facts: { value: 86400, browser: 'Chromium', cap: 7200 } },
    'The preflight answer is kept for only 2 hours',
    '`Access-Control-Max-Age` asks for 24 hours, and Chromium stops at `7200`.',
  ],
  [
    { code: 'preflight-not-kept', facts: { because: 'null-origin' } },
    'The preflight answer is not kept',
    'It was asked for by the origin `null`, and the browser keeps none for that. The next request of this kind has a preflight again.',
  ],
  [
    { code: 'headers-hidden', facts: { names: ['ETag', 'X-Total-Count'] } },
    'Your page cannot see `ETag` and `X-Total-Count`',
    'On another origin, asking for one of them gives a page `null`. List them in `Access-Control-Expose-Headers`.',
  ],
  [
    { code: 'processed-anyway', facts: { method: 'POST' } },
    'The server processed the POST all the same',
    'Only the answer is kept from the page. CORS protects what can be read, not what can be done.',
  ],
  [
    {
      code: 'header-misspelt',
      facts: { name: 'Access-Control-Allow-Orgin', meant: 'Access-Control-Allow-Origin', side: 'response' },
    },
    '`Access-Control-Allow-Orgin` is not a CORS header',
    'Did you mean `Access-Control-Allow-Origin`? Browsers ignore a header that they do not know.',
  ],
])('%o reads', (advice, title, text) => {
  expect(adviceWords(advice)).toMatchObject({ title, text });
});

test('the first visit is not nagged', () => {
  const [request = defaultRequest] = defaultScenario.requests;
  expect(adviceFor({ request, response: defaultScenario.plan.response.headers })).toEqual([]);
});
