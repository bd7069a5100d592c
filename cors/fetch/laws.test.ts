import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireResponse } from '../http.ts';
import { type BrowserState, browsers, type FetchCall, type Outcome } from '../outcome.ts';
import {
  apis,
  bodyTypes,
  cacheModes,
  contexts,
  credentialsModes,
  redirectModes,
  referrerPolicies,
  requestModes,
  sameSiteValues,
} from '../scenario.ts';
import { serverOf } from './cases.ts';
import { fetchAsBrowser } from './fetch-as-browser.ts';

const origins = [
  'http://localhost:4000',
  'http://localhost:4001',
  'http://127.0.0.1:4001',
  'https://shop.test',
  'null',
];
const anyOrigin = fc.constantFrom(...origins);
const anyText = fc.oneof(fc.string(), fc.string({ unit: 'binary' }), fc.constantFrom('*', 'true', 'a'.repeat(3000)));
const anyUrl = fc.oneof(
  fc.tuple(anyOrigin, fc.string()).map(([origin, path]) => `${origin}/${path}`),
  fc.webUrl({ withFragments: true, withQueryParameters: true }),
  fc.constantFrom('http://[', 'data:,x', 'http://u:p@localhost:4001/', 'http://localhost:25/', ''),
  anyText,
);
const anyMethod = fc.oneof(fc.constantFrom('GET', 'POST', 'put', 'patch', 'HEAD', 'TRACE', 'OPTIONS'), anyText);

const requestNames = [
  'Accept',
  'Content-Type',
  'Authorization',
  'X-A',
  'Range',
  'Cookie',
  'If-None-Match',
  'User-Agent',
];
const responseNames = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Credentials',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
  'Cross-Origin-Resource-Policy',
  'Location',
  'Set-Cookie',
];
const values = [
  '*',
  'true',
  ...origins,
  'PUT, patch',
  'x-a, authorization',
  '60',
  '-1',
  'same-origin',
  '/next',
  'a=1; Secure',
];
const lines = (names: readonly string[]): fc.Arbitrary<HeaderLine[]> => {
  const name = fc.oneof({ weight: 5, arbitrary: fc.constantFrom(...names) }, anyText);
  return fc.array(fc.tuple(name, fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, anyText)), {
    maxLength: 8,
  });
};

const anyCall: fc.Arbitrary<FetchCall> = fc.record({
  url: anyUrl,
  method: anyMethod,
  headers: lines(requestNames),
  body: fc.option(fc.record({ type: fc.constantFrom(...bodyTypes), text: anyText, mime: anyText })),
  credentials: fc.constantFrom(...credentialsModes),
  mode: fc.constantFrom(...requestModes),
  redirect: fc.constantFrom(...redirectModes),
  cache: fc.constantFrom(...cacheModes),
  referrerPolicy: fc.constantFrom(...referrerPolicies),
  keepalive: fc.boolean(),
  api: fc.oneof({ weight: 3, arbitrary: fc.constant('fetch' as const) }, fc.constantFrom(...apis)),
  context: fc.constantFrom(...contexts),
  uploadListener: fc.boolean(),
});
const anyAnswer: fc.Arbitrary<WireResponse> = fc.record({
  status: fc.oneof(fc.constantFrom(200, 204, 302, 307, 404, 407, 421), fc.integer(), fc.double()),
  statusText: anyText,
  headers: lines(responseNames),
  body: anyText,
});
const anyAnswers = fc.array(fc.option(anyAnswer, { freq: 10 }), { maxLength: 6 });
const anyState: fc.Arbitrary<BrowserState> = fc.record({
  preflights: fc.array(
    fc.record({
      origin: anyOrigin,
      url: anyUrl,
      credentials: fc.boolean(),
      at: fc.double(),
      maxAge: fc.option(anyText),
      expires: fc.double(),
      kind: fc.constantFrom('method', 'header'),
      name: fc.constantFrom('*', 'PUT', 'x-a', 'authorization'),
    }),
    { maxLength: 4 },
  ),
  cookies: fc.array(
    fc.record({
      host: fc.constantFrom('localhost', '127.0.0.1'),
      path: fc.constantFrom('/', '/e'),
      name: anyText,
      value: anyText,
      sameSite: fc.constantFrom(...sameSiteValues),
      secure: fc.boolean(),
    }),
    { maxLength: 4 },
  ),
});
const anyBrowser = fc.constantFrom(...browsers);

type Input = Omit<Parameters<typeof fetchAsBrowser>[0], 'server'>;
const anyInput: fc.Arbitrary<Input> = fc.record({
  call: anyCall,
  page: fc.oneof({ weight: 9, arbitrary: anyOrigin }, anyText),
  state: anyState,
  browser: anyBrowser,
  now: fc.double(),
});

/** A fetch that mostly gets as far as the network. */
const likelyInput: fc.Arbitrary<Input> = fc.record({
  call: anyCall.map((call) => ({
    ...call,
    url: 'http://localhost:4001/orders',
    method: ['POST', 'PUT', 'patch'][call.method.length % 3] ?? 'POST',
    headers: [['X-A', '1']] as const,
    mode: 'cors' as const,
    cache: 'default' as const,
  })),
  page: fc.constantFrom('http://localhost:4000', 'null'),
  state: fc.constant({ preflights: [], cookies: [] }),
  browser: anyBrowser,
  now: fc.constant(0),
});

const told = ({ verdict, finding, response }: Outcome) => ({
  verdict,
  code: finding?.code,
  names: response?.headers.map(([name]) => name),
});

describe('whatever a page, a server and a browser come up with', () => {
  it('fetchAsBrowser never throws, and its parts agree', () => {
    fc.assert(
      fc.property(anyInput, anyAnswers, (input, answers) => {
        const outcome = fetchAsBrowser({ ...input, server: serverOf(answers) });
        expect(outcome.response === null).toBe(outcome.verdict === 'blocked');
        expect(outcome.finding === null).toBe(outcome.verdict === 'readable');
        expect(outcome.steps.some(({ result }) => result === 'failed')).toBe(outcome.verdict === 'blocked');
        expect(outcome.messages.length).toBeLessThan(50);
      }),
      { numRuns: 2000 },
    );
  });

  it('nothing follows a step that failed but what was not reached', () => {
    fc.assert(
      fc.property(anyInput, anyAnswers, (input, answers) => {
        const results = fetchAsBrowser({ ...input, server: serverOf(answers) }).steps.map(({ result }) => result);
        const failed = results.indexOf('failed');
        const after = failed < 0 ? [] : results.slice(failed + 1);
        expect(after.every((result) => result === 'not-reached')).toBe(true);
        expect(results.slice(0, Math.max(0, failed)).every((result) => result === 'passed')).toBe(true);
      }),
    );
  });

  it('the same fetch again is predicted the same', () => {
    fc.assert(
      fc.property(anyInput, anyAnswers, (input, answers) => {
        const once = fetchAsBrowser({ ...input, server: serverOf(answers) });
        expect(fetchAsBrowser({ ...input, server: serverOf(answers) })).toEqual(once);
      }),
    );
  });

  const hasEmptyAllowOrigin = (answer: WireResponse | null) =>
    answer?.headers.some(([name, value]) => name === 'Access-Control-Allow-Origin' && value.trim() === '') ?? false;

  it('the case of header names in an answer changes nothing', () => {
    const swapped = (lines: readonly HeaderLine[]) =>
      lines.map(
        ([name, value]): HeaderLine => [
          name.replace(/[a-z]/gi, (c) => (c < 'a' ? c.toLowerCase() : c.toUpperCase())),
          value,
        ],
      );
    fc.assert(
      fc.property(likelyInput, anyAnswers, (input, answers) => {
        // Firefox counts empty lines of this one header, when they are written just so: withoutEmptyLines.
        fc.pre(input.browser !== 'firefox' || !answers.some(hasEmptyAllowOrigin));
        const plain = fetchAsBrowser({ ...input, server: serverOf(answers) });
        const other = answers.map((answer) => answer && { ...answer, headers: swapped(answer.headers) });
        expect(told(fetchAsBrowser({ ...input, server: serverOf(other) }))).toEqual(told(plain));
      }),
    );
  });

  it('a header that no rule knows changes no verdict', () => {
    fc.assert(
      fc.property(likelyInput, anyAnswers, anyText, (input, answers, value) => {
        const plain = fetchAsBrowser({ ...input, server: serverOf(answers) });
        const more = answers.map(
          (answer) => answer && { ...answer, headers: [...answer.headers, ['X-Powered-By', value] as const] },
        );
        const outcome = fetchAsBrowser({ ...input, server: serverOf(more) });
        expect(outcome.verdict).toBe(plain.verdict);
        expect(outcome.finding).toEqual(plain.finding);
      }),
    );
  });

  it('a header line of enormous length does not take quadratic time', () => {
    const huge = [' ', ',', 'a,', '\t,', '"', 'a;', '1'].map((text) => text.repeat(50_000));
    for (const value of huge) {
      const all = responseNames.map((name): HeaderLine => [name, value]);
      const answer: WireResponse = { status: 200, statusText: '', headers: all, body: '' };
      const headers = requestNames.map((name): HeaderLine => [name, value]);
      for (const mode of ['cors', 'no-cors'] as const) {
        const call: FetchCall = {
          url: `http://localhost:4001/${mode}`,
          method: 'POST',
          headers,
          body: null,
          credentials: 'include',
          mode,
          redirect: 'follow',
          cache: 'default',
          referrerPolicy: '',
          keepalive: false,
          api: 'fetch',
          context: 'document',
          uploadListener: false,
        };
        const state = { preflights: [], cookies: [] };
        const input = { call, page: 'http://localhost:4000', state, browser: 'standard', now: 0 } as const;
        fetchAsBrowser({ ...input, server: () => answer });
        fetchAsBrowser({
          ...input,
          server: (request) => ({ ...answer, status: request.method === 'OPTIONS' ? 204 : 302 }),
        });
      }
    }
  }, 20_000);
});
