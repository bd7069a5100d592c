import { describe, expect, test } from 'vitest';
import { callOf, casePage, cases, reply, serverOf } from '../fetch/cases.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { run } from '../fetch/testing.ts';
import type { Finding } from '../findings.ts';
import type { WireResponse } from '../http.ts';
import { type Asker, type BrowserState, emptyState, type FetchCall, type Outcome } from '../outcome.ts';
import { sampleImage } from '../samples.ts';
import { findings } from './en/findings.ts';
import { factsWords } from './facts-words.ts';
import { findingWords } from './finding-words.ts';
import type { Tense } from './language.ts';
import { maxAgeWords } from './max-age-words.ts';
import { stepWords } from './step-words.ts';
import { verdictWords } from './verdict-words.ts';

const outcomes: ReadonlyMap<string, Outcome> = new Map(
  cases.map(({ name, call, page = casePage, answers, browser = 'standard' }) => [
    name,
    fetchAsBrowser({ call, page, server: serverOf(answers), state: emptyState, browser, now: 0 }),
  ]),
);

function outcomeOf(name: string): Outcome {
  const outcome = outcomes.get(name);
  if (outcome === undefined) throw new Error(`no case "${name}"`);
  return outcome;
}

function verdictOf(name: string, tense: Tense): string {
  const { lead, word, where, sentence } = verdictWords(outcomeOf(name), tense);
  return `${lead} ${word} ${where}. ${sentence}`.trim();
}

test.each<readonly [string, string]>([
  [
    'the server allows any page',
    'Allowed without a preflight. The server allows any origin. Your page reads the status and no header.',
  ],
  [
    'the page asks its own server',
    'Allowed on its own origin. Page and server share one origin, so no consent is needed. Your page reads the status.',
  ],
  [
    'a preflight allows PUT with a token',
    'Allowed after a preflight. The server allows any origin, `PUT` and `authorization`. Your page reads the status and no header.',
  ],
  [
    'cookies are included and the server agrees',
    'Allowed without a preflight. The server allows `http://localhost:4000`, with credentials. Your page reads the status and no header.',
  ],
  [
    'a bracket makes the URL unreadable',
    'Blocked before anything was sent. `fetch()` cannot parse `http://[/orders` as a URL.',
  ],
  [
    'TRACE is forbidden',
    'Blocked before anything was sent. Your page asks with the method `trace`, which no page may use.',
  ],
  [
    'no-cors takes no PUT',
    'Blocked before anything was sent. Your page asks with `PUT` in mode `no-cors`, which takes only `GET`, `HEAD` and `POST`.',
  ],
  [
    'a header value over two lines',
    'Blocked before anything was sent. The header `X-Y` has the value `one\\u000atwo`, which no header can carry.',
  ],
  ['GET with a body', 'Blocked before anything was sent. Your page asks with `GET` and a body. `GET` takes none.'],
  [
    'the port of SMTP',
    'Blocked before anything was sent. Browsers never connect to port `25`, so `http://localhost:25/orders` was not asked.',
  ],
  [
    'a secure page asks an insecure server',
    'Blocked before anything was sent. The page `https://shop.example` is secure, and `http://api.example/orders` is not.',
  ],
  [
    'mode same-origin goes nowhere else',
    'Blocked before anything was sent. Your page asks with mode `same-origin`, but `http://localhost:4001` is not its origin `http://localhost:4000`.',
  ],
  [
    'the server says nothing about CORS',
    'Blocked on the way back. The server processed the GET and said `200 OK`. Without `Access-Control-Allow-Origin`, your page may not read it.',
  ],
  [
    'the wildcard does not go with cookies',
    'Blocked on the way back. The server’s answer allows any origin with `*`. Your page asks with credentials `include`, where `*` does not count.',
  ],
  [
    'proxy and application both add the header',
    'Blocked on the way back. The server’s answer sends `Access-Control-Allow-Origin` twice: `*, *`. It takes only one origin.',
  ],
  [
    'an allowed origin without its scheme',
    'Blocked on the way back. The server’s answer allows `www.shop.example`, which is not an origin. `http://` is missing.',
  ],
  [
    'the server allows another page',
    'Blocked on the way back. The server’s answer allows `http://localhost:3000`, your page is `http://localhost:4000`. They differ in the port: `3000` and `4000`.',
  ],
  [
    'cookies are included and the server does not mention them',
    'Blocked on the way back. Your page asks with credentials `include`. The server’s answer lacks `Access-Control-Allow-Credentials: true`.',
  ],
  [
    'True is not true',
    'Blocked on the way back. Your page asks with credentials `include`. The server’s answer says `True` in `Access-Control-Allow-Credentials`, which is not `true`.',
  ],
  [
    'the preflight is sent on',
    'Blocked before it was sent. The server redirected the preflight with `301` to `http://localhost:4002/moved`. Browsers never follow that.',
  ],
  [
    'the preflight needs a login',
    'Blocked before it was sent. The server answered the preflight with `401`. Only `200` to `299` lets the request go.',
  ],
  [
    'the allowed methods are quoted',
    'Blocked before it was sent. The server’s preflight answer says `"PUT"` in `Access-Control-Allow-Methods`, which is not a list of names.',
  ],
  [
    'the preflight does not list PUT',
    'Blocked before it was sent. Your page wants to use `PUT`. The server’s preflight answer allows only `GET` and `POST`.',
  ],
  [
    'the preflight does not list a header',
    'Blocked before it was sent. Your page wants to send `X-Trace`. The server’s preflight answer allows only `content-type`.',
  ],
  [
    'the wildcard does not cover Authorization',
    'Blocked before it was sent. Your page wants to send `authorization`. The server’s preflight answer allows `*`, which does not cover it.',
  ],
  [
    'redirects are errors',
    'Blocked at a redirect. The server redirected with `302`. Your page asks with redirect mode `error`.',
  ],
  [
    'a redirect to a data: URL',
    'Blocked at a redirect. The server redirected to `data:text/plain,hello`. A redirect may not lead to `data:`.',
  ],
  ['a redirect to itself, for ever', 'Blocked at a redirect. The server redirected more than 20 times.'],
  [
    'the resource is for its own origin only',
    'Blocked on the way back. The answer of `http://localhost:4001` says `Cross-Origin-Resource-Policy: same-origin`, so `http://localhost:4000` may not have it, not even unread.',
  ],
  [
    'the server is down',
    'Failed without an answer. No answer came from `http://localhost:4001/orders`. CORS has no part in that.',
  ],
  [
    'no-cors gets an answer that it cannot look into',
    'Opaque to your page. The server processed the GET. In mode `no-cors`, your page may not read the answer: no status, no headers, no body.',
  ],
  [
    'a redirect that is not followed',
    'Opaque at a redirect. The server redirected with `302`. In redirect mode `manual`, your page is not told where to.',
  ],
])('observed: %s', (name, expected) => {
  expect(verdictOf(name, 'did')).toBe(expected);
});

test.each<readonly [string, string]>([
  [
    'a preflight allows PUT with a token',
    'Would be allowed after a preflight. The server would allow any origin, `PUT` and `authorization`. Your page would read the status and no header.',
  ],
  [
    'the server says nothing about CORS',
    'Would be blocked on the way back. The server would process the GET and say `200 OK`. Without `Access-Control-Allow-Origin`, your page could not read it.',
  ],
  [
    'the preflight does not list a header',
    'Would be blocked before it is sent. Your page wants to send `X-Trace`. The server’s preflight answer would allow only `content-type`.',
  ],
  [
    'the server is down',
    'Would fail without an answer. No answer would come from `http://localhost:4001/orders`. CORS has no part in that.',
  ],
])('predicted: %s', (name, expected) => {
  expect(verdictOf(name, 'would')).toBe(expected);
});

const told = (call: Partial<FetchCall>, ...answers: readonly WireResponse[]) => {
  const outcome = run(call, answers);
  const { lead, word, where, sentence } = verdictWords(outcome);
  const [, , page] = factsWords(outcome);
  return [`${lead} ${word} ${where}. ${sentence}`.trim(), `${page?.value}, ${page?.note}`];
};
const anyone = 'Access-Control-Allow-Origin: *';
const script = reply(200, anyone, 'Content-Type: text/javascript');
const drawn = { ...reply(200, anyone, 'Content-Type: image/svg+xml'), body: sampleImage };

test.each<readonly [Partial<FetchCall>, WireResponse, string, string]>([
  [
    { api: 'image' },
    drawn,
    'Allowed without a preflight. The server allows any origin. The image is shown, and a canvas that it is drawn on can be read.',
    'Shown, Its pixels can be read',
  ],
  [
    { api: 'image', mode: 'no-cors' },
    drawn,
    'Opaque to your page. The image is shown, but without `crossorigin` your page may not read its pixels. A canvas that it is drawn on is tainted.',
    'Shown, It taints a canvas',
  ],
  [
    { api: 'image' },
    reply(200),
    'Blocked on the way back. The server processed the GET and said `200 OK`. Without `Access-Control-Allow-Origin`, the image is not shown.',
    'Error event, No image, and no reason',
  ],
  [
    { api: 'image' },
    reply(200, anyone, 'Content-Type: text/html'),
    'Failed for another reason. An image needs something that can be drawn. The server answered with `text/html`, and nothing of the kind in it. CORS has no part in that.',
    'Error event, No image, and no reason',
  ],
  [
    { api: 'script', credentials: 'include' },
    script,
    'Blocked on the way back. The server’s answer allows any origin with `*`. Your page asks with `crossorigin="use-credentials"`, where `*` does not count.',
    'Error event, Nothing runs, without a reason',
  ],
  [
    { api: 'script', mode: 'no-cors' },
    script,
    'Opaque to your page. The script ran, but without `crossorigin` your page is told nothing of its errors but `Script error.`',
    'Run, Its errors are muted',
  ],
  [
    { api: 'event-source' },
    reply(200, anyone, 'Content-Type: text/event-stream'),
    'Allowed without a preflight. The server allows any origin. The stream opened, and your page may read its events.',
    'Open, Its events can be read',
  ],
  [
    { api: 'xhr', credentials: 'include' },
    reply(200, 'Access-Control-Allow-Origin: http://localhost:4000'),
    'Blocked on the way back. Your page asks with `withCredentials`. The server’s answer lacks `Access-Control-Allow-Credentials: true`.',
    'Error event, Scripts are not told why',
  ],
  [
    { api: 'xhr', method: 'TRACE' },
    reply(200),
    'Blocked before anything was sent. Your page asks with the method `TRACE`, which no page may use.',
    'Exception, Its message says why',
  ],
  [
    { api: 'beacon', body: { type: 'text', text: 'seen', mime: '' } },
    reply(200),
    'Opaque to your page. The beacon was sent. `sendBeacon()` never tells a page what the server answered.',
    'Nothing, Beacons tell nothing',
  ],
  [
    { api: 'font' },
    reply(200),
    'Blocked on the way back. The server processed the GET and said `200 OK`. Without `Access-Control-Allow-Origin`, the font is not used.',
    'NetworkError, Scripts are not told why',
  ],
  [
    { context: 'sandboxed-iframe' },
    reply(200, 'Access-Control-Allow-Origin: http://localhost:4000'),
    'Blocked on the way back. The server’s answer allows `http://localhost:4000`, but the origin of a sandboxed frame is `null`.',
    'TypeError, Scripts are not told why',
  ],
])('what asked, and what it got: %o', (call, answer, sentence, fact) => {
  expect(told(call, answer)).toEqual([sentence, fact]);
});

test('the same finding asks for another change of what asks in another way', () => {
  const missing: Finding = { code: 'acac-missing', facts: { at: 'response', origin: casePage, method: 'POST' } };
  const changeOf = (asker: Asker) => findingWords(missing, 'did', asker).change;
  expect(changeOf({ api: 'xhr', context: 'document' })).toBe(
    'let the server send that header, or ask without credentials.',
  );
  expect(changeOf({ api: 'beacon', context: 'document' })).toBe(
    'let the server send that header, or use `fetch()` with `keepalive` and without credentials.',
  );
});

const mismatch = (
  value: string,
  hint: Extract<Finding, { code: 'acao-mismatch' }>['facts']['hint'],
  origin = casePage,
) => findingWords({ code: 'acao-mismatch', facts: { at: 'response', method: 'GET', origin, value, hint } }).what;

describe('what sets two origins apart', () => {
  test.each([
    ['http://localhost:4000/', 'trailing-slash', 'They differ in the slash at the end.'],
    ['http://localhost:4000/app', 'path', 'An origin has no path.'],
    ['http://LOCALHOST:4000', 'case', 'They differ in upper and lower case.'],
    ['https://localhost:4000', 'scheme', 'They differ in the scheme: `https:` and `http:`.'],
    ['localhost:4000', 'scheme-missing', 'That is not an origin: `http://` is missing.'],
    ['http://localhost', 'port', 'They differ in the port: no port and `4000`.'],
    ['http://app.example:4000', 'host', 'They differ in the host: `app.example` and `localhost`.'],
    [
      'http://127.0.0.1:4000',
      'loopback-name',
      '`127.0.0.1` and `localhost` are the same machine, but not the same origin.',
    ],
    ['http://*.localhost:4000', 'subdomain-wildcard', 'Inside an origin, `*` is not a wildcard.'],
    ['null', 'null-for-origin', '`null` is the origin of sandboxed pages, not of yours.'],
  ] as const)('%s', (value, hint, difference) => {
    expect(mismatch(value, hint)).toBe(
      `The server’s answer allows \`${value}\`, your page is \`http://localhost:4000\`. ${difference}`,
    );
  });

  test('an origin that a redirect has taken away', () => {
    expect(mismatch('http://localhost:4000', 'origin-for-null', 'null')).toBe(
      'The server’s answer allows `http://localhost:4000`, but the request’s origin is `null` by then.',
    );
  });
});

describe('what to change', () => {
  test.each<readonly [Finding, string]>([
    [
      {
        code: 'header-not-allowed',
        facts: { missing: ['x-a', 'x-b', 'x-c'], requested: ['x-a', 'x-b', 'x-c'], allowed: [], credentials: false },
      },
      'let the server list `x-a`, `x-b` and `x-c` in `Access-Control-Allow-Headers`.',
    ],
    [
      {
        code: 'header-not-allowed',
        facts: {
          missing: ['access-control-allow-origin'],
          requested: ['access-control-allow-origin'],
          allowed: [],
          credentials: false,
        },
      },
      'take `access-control-allow-origin` out of the request. Headers of that kind belong in the server’s answer.',
    ],
    [
      {
        code: 'method-not-allowed',
        facts: { method: 'patch', allowed: ['PATCH'], credentials: false, caseOnly: true },
      },
      'ask with `PATCH`.',
    ],
    [
      { code: 'acao-missing', facts: { at: 'preflight', origin: casePage, status: 404, method: 'PUT' } },
      'let the server name `http://localhost:4000` in `Access-Control-Allow-Origin` of both its preflight answer and the answer itself.',
    ],
    [
      { code: 'acao-missing', facts: { at: 'preflight', origin: casePage, status: 403, method: 'PUT' } },
      'let the server allow `http://localhost:4000`, `PUT` and every header asked for. Its answer does not say which of them it refused.',
    ],
    [
      { code: 'acao-missing', facts: { at: 'redirect', origin: casePage, status: 302, method: 'GET' } },
      'let the server name `http://localhost:4000` in `Access-Control-Allow-Origin` of both the redirect and the final answer.',
    ],
    [
      { code: 'acao-missing', facts: { at: 'redirect', origin: casePage, status: 302, method: 'GET', thenNull: true } },
      'let the redirect and the final answer both send `*` in `Access-Control-Allow-Origin`: after this redirect, the request’s origin is `null`. With credentials, let the page ask the final URL directly.',
    ],
    [
      {
        code: 'acao-multiple',
        facts: { at: 'response', origin: casePage, value: `${casePage}, http://a.example`, lines: 1, method: 'GET' },
      },
      'let the server send only the one that asks, `http://localhost:4000`.',
    ],
    [
      { code: 'scheme-unsupported', facts: { url: 'localhost:4001/orders', scheme: 'localhost' } },
      'write `http://localhost:4001/orders`. Without `http://`, the host is taken for a scheme.',
    ],
  ])('%o', (finding, expected) => {
    expect(findingWords(finding).change).toBe(expected);
  });
});

test('a refusal need not be about the header that it lacks', () => {
  const facts = { at: 'preflight', origin: casePage, status: 403, method: 'PUT' } as const;
  expect(findingWords({ code: 'acao-missing', facts })).toMatchObject({
    what: 'The server refused the preflight with `403 Forbidden` and no `Access-Control-Allow-Origin`, so the PUT was not sent.',
    why: 'A library or gateway that refuses a preflight often leaves out every CORS header. What it refused may be the origin, the method or a header.',
  });
});

test('hostile values neither end the code nor hide what follows', () => {
  const value = `\`<b>\u202e\n${'x'.repeat(200)}`;
  expect(mismatch(value, 'other')).toBe(
    `The server’s answer allows \`ˋ<b>\\u202e\\u000a${'x'.repeat(73)}…\`, your page is \`http://localhost:4000\`.`,
  );
});

test('many names are not all told', () => {
  const missing = Array.from({ length: 30 }, (_, i) => `x-${i}`);
  const facts = { missing, requested: missing, allowed: [], credentials: false };
  expect(findingWords({ code: 'header-not-allowed', facts }, 'would').what).toBe(
    'Your page wants to send `x-0`, `x-1`, `x-2`, `x-3`, `x-4`, `x-5`, `x-6` and 23 more. The server’s preflight answer would name none in `Access-Control-Allow-Headers`.',
  );
});

describe('the three facts', () => {
  test.each<readonly [string, readonly string[]]>([
    [
      'the preflight does not list a header',
      [
        'Preflight: Failed, 204, x-trace not listed',
        'GET: Never sent, Server saw only OPTIONS',
        'Your page: TypeError, Scripts are not told why',
      ],
    ],
    [
      'the server says nothing about CORS',
      [
        'Preflight: Not needed, GET, no extra headers',
        'GET: Processed, Server answered 200',
        'Your page: TypeError, Scripts are not told why',
      ],
    ],
    [
      'a preflight allows PUT with a token',
      [
        'Preflight: Passed, 204, PUT and authorization are listed',
        'PUT: Processed, Server answered 200',
        'Your page: 200, 1 header stays hidden',
      ],
    ],
    [
      'TRACE is forbidden',
      [
        'Preflight: Not sent, It did not come to that',
        'trace: Never sent, Server saw nothing',
        'Your page: TypeError, Its message says why',
      ],
    ],
    [
      'a redirect to itself, for ever',
      [
        'Preflight: Not needed, GET, no extra headers',
        'GET: Processed, Server answered 302 after 20 redirects',
        'Your page: TypeError, Scripts are not told why',
      ],
    ],
    [
      'no-cors gets an answer that it cannot look into',
      [
        'Preflight: Not needed, Mode no-cors does not ask',
        'GET: Processed, Server answered 200',
        'Your page: Opaque, Status 0, no headers, no body',
      ],
    ],
  ])('%s', (name, expected) => {
    expect(factsWords(outcomeOf(name)).map(({ label, value, note }) => `${label}: ${value}, ${note}`)).toEqual(
      expected,
    );
  });
});

const stepsOf = (name: string): readonly string[] => {
  const { steps, finding } = outcomeOf(name);
  return steps.map((step) => `${step.result}: ${stepWords(step, 'did', finding).text}`);
};

test('the steps of a preflight that does not list a header', () => {
  expect(stepsOf('the preflight does not list a header')).toEqual([
    'passed: Another origin, so CORS applies',
    'passed: Mode `cors` permits another origin',
    'passed: Needs a preflight: `x-trace` is not safelisted',
    'passed: No earlier preflight answer is kept for this',
    'passed: Preflight answer passes the CORS check',
    'passed: Preflight status 204 is in 200–299',
    'passed: The lists in its answer are well-formed',
    'passed: `GET` is safelisted and need not be listed',
    'failed: `x-trace` is not in Access-Control-Allow-Headers',
    'not-reached: Send the GET',
    'not-reached: Its answer passes the CORS check',
    'not-reached: Give the answer to the page',
  ]);
});

test.each([
  [{ seconds: 7200, by: 'cap' }, null, '2 hours, its limit'],
  [{ seconds: 600, by: 'value' }, null, '10 minutes, as asked'],
  [{ seconds: 601, by: 'value' }, null, '601 seconds, as asked'],
  [{ seconds: 1, by: 'value' }, null, '1 second, as asked'],
  [{ seconds: 5, by: 'absent' }, null, '5 seconds, its default'],
  [{ seconds: 0, by: 'negative' }, null, 'not kept, negative'],
  [{ seconds: 0, by: 'unparsable' }, null, 'not kept, not a number'],
  [{ seconds: 0, by: 'value' }, 'cache-mode', 'not kept, as asked'],
  [{ seconds: 600, by: 'value' }, 'cache-mode', 'not kept, by the cache mode'],
  [{ seconds: 600, by: 'cap' }, 'null-origin', 'not kept, the origin is `null`'],
] as const)('%o, %s: %s', (reading, notKept, words) => {
  const { kept, why } = maxAgeWords(reading, notKept);
  expect(`${kept}, ${why}`).toBe(words);
});

describe('an earlier preflight', () => {
  const call = callOf({ method: 'PUT' });
  const origin = 'Access-Control-Allow-Origin: *';
  const answers = [reply(204, origin, 'Access-Control-Allow-Methods: PUT'), reply(200, origin)];
  const run = (state: BrowserState, now: number) =>
    fetchAsBrowser({ call, page: casePage, server: serverOf(answers), state, browser: 'standard', now });
  const again = run(run(emptyState, 0).state, 1800);

  test.each([
    ['would', 'From cache, Kept from an earlier run, for 4 more seconds at most'],
    ['did', 'From cache, Kept from an earlier run'],
  ] as const)('%s', (tense, expected) => {
    const [fact] = factsWords(again, tense);
    expect(`${fact?.value}, ${fact?.note}`).toBe(expected);
  });

  test('is not taken for what the server would say now', () => {
    const { word, where, sentence } = verdictWords(again, 'did');
    expect(`${word} ${where}. ${sentence}`).toBe(
      'Allowed by an earlier preflight. The server allows any origin, and allowed `PUT` earlier. Your page reads the status and no header.',
    );
  });
});

describe('headers that the page reads', () => {
  const call = callOf({});
  const lines = ['Access-Control-Allow-Origin: *', 'Content-Type: text/plain', 'ETag: x'];
  const outcome = fetchAsBrowser({
    call,
    page: casePage,
    server: serverOf([reply(200, ...lines)]),
    state: emptyState,
    browser: 'standard',
    now: 0,
  });

  // A server adds lines of its own, which a prediction cannot count.
  test.each([
    ['would', 'Your page would read the status and 1 header.', '1 header would be safelisted or exposed'],
    ['did', 'Your page reads the status and 1 of the 3 headers.', '1 of 3 headers is safelisted or exposed'],
  ] as const)('%s', (tense, sentence, text) => {
    expect(verdictWords(outcome, tense).sentence).toContain(sentence);
    expect(outcome.steps.map((step) => stepWords(step, tense).text)).toContain(text);
  });
});

test('the wildcard for a preflight with credentials', () => {
  const answers = [reply(204, 'Access-Control-Allow-Origin: *', 'Access-Control-Allow-Methods: PUT')];
  const call = callOf({ method: 'PUT', credentials: 'include' });
  const given = { call, page: casePage, server: serverOf(answers), state: emptyState, now: 0 };
  const [fact] = factsWords(fetchAsBrowser({ ...given, browser: 'standard' }));
  expect(fact?.note).toBe('204, * not with credentials');
});

test('a failed step says what it compared', () => {
  const detailsOf = (name: string) => {
    const { steps, finding } = outcomeOf(name);
    const failed = steps.find(({ result }) => result === 'failed');
    return failed && stepWords(failed, 'did', finding).details;
  };
  const unexplained = outcomeOf('cookies are included and the server does not mention them');
  const failed = unexplained.steps.find(({ result }) => result === 'failed');
  expect(failed && stepWords(failed).details).toEqual([
    { label: 'needed', value: '`Access-Control-Allow-Credentials: true`' },
    { label: 'received', value: 'nothing by that name', missing: true },
  ]);
  expect(detailsOf('the preflight does not list a header')).toEqual([
    { label: 'asked for', value: '`x-trace`' },
    { label: 'allowed', value: '`content-type`' },
    { label: 'missing', value: '`x-trace`', missing: true },
  ]);
  expect(detailsOf('the server says nothing about CORS')).toEqual([
    { label: 'needed', value: '`Access-Control-Allow-Origin: http://localhost:4000`' },
    { label: 'received', value: 'nothing by that name', missing: true },
  ]);
  expect(detailsOf('True is not true')).toEqual([
    { label: 'needed', value: '`Access-Control-Allow-Credentials: true`' },
    { label: 'received', value: '`Access-Control-Allow-Credentials: True`', missing: true },
  ]);
});

describe.each(['did', 'would'] as const)('in the tense "%s", nothing is left unsaid', (tense) => {
  test.each(cases.map(({ name, code }) => [name, code] as const))('%s', (name, code) => {
    const outcome = outcomeOf(name);
    expect(outcome.finding?.code ?? null).toBe(code);
    const { word, where, sentence } = verdictWords(outcome, tense);
    const finding = outcome.finding === null ? [] : [findingWords(outcome.finding, tense, outcome.asker)];
    const texts = [
      word,
      where,
      sentence,
      ...finding.flatMap(({ what, change, why, link }) => [what, change, why, link.label, link.href]),
      ...factsWords(outcome, tense).flatMap(({ label, value, note }) => [label, value, note]),
      ...outcome.steps.flatMap((step) => {
        const { text, details = [], link } = stepWords(step, tense, outcome.finding, outcome.asker);
        return [text, link.href, ...details.flatMap(({ label, value }) => [label, value])];
      }),
    ];
    for (const text of texts) {
      expect(text.trim()).not.toBe('');
      expect(text).not.toMatch(/undefined|\[object|NaN|``|CORS error/);
      expect((text.match(/`/g) ?? []).length % 2).toBe(0);
    }
  });
});

test('every finding there is has its case', () => {
  const told = new Set<string | null>(cases.map(({ code }) => code));
  const all = Object.keys(findings);
  expect(all.filter((code) => !told.has(code))).toEqual([]);
});
