import { describe, expect, it } from 'vitest';
import { defaultPlan } from '../defaults.ts';
import { callOf, reply } from '../fetch/cases.ts';
import { run } from '../fetch/testing.ts';
import type { HeaderLine } from '../http.ts';
import { exposeInvalid, forbiddenListed, safelistedListed, wildcardLiteral } from './lists.ts';
import { maxAge } from './max-age.ts';
import {
  allowsNull,
  insecureOriginAllowed,
  reflectsAnyOriginWithCredentials,
  varyOriginMissing,
  varyPointless,
} from './origins.ts';
import { headersHidden, methodCase, processedAnyway } from './result.ts';
import { acacPointless, preflightHeaderOnResponse, responseHeaderOnRequest } from './sides.ts';
import { elements, type Situation } from './situation.ts';

const page = 'http://localhost:4000';
const allow = (value: string): HeaderLine => ['Access-Control-Allow-Origin', value];
const withCookies: HeaderLine = ['Access-Control-Allow-Credentials', 'true'];
const answered = (headers: readonly HeaderLine[]) => ({ ...reply(200), headers });

/** A GET that was answered with these lines, whoever asks. */
const situation = (headers: readonly HeaderLine[], given: Partial<Situation> = {}): Situation => ({
  call: callOf(),
  plan: defaultPlan,
  outcome: run({}, [answered(headers)]),
  page,
  browser: 'standard',
  origins: { page, 'same-site': '', 'cross-site': '', second: '' },
  preflight: null,
  response: answered(headers),
  cors: true,
  include: false,
  askedFrom: () => headers,
  ...given,
});
const preflighted = (headers: readonly HeaderLine[], given: Partial<Situation> = {}) =>
  situation([], { preflight: answered(headers), ...given });
/** As a server that answers each origin with itself. */
const reflecting = (...more: HeaderLine[]) => ({
  askedFrom: (origin: string | null) => (origin === null ? more : [allow(origin), ...more]),
});

describe('lists', () => {
  it.each([
    ['Access-Control-Allow-Headers', 'Accept, accept-language, Content-Language', true],
    ['Access-Control-Allow-Headers', 'Accept, X-A', false],
    ['Access-Control-Allow-Methods', 'GET, HEAD, POST', true],
    ['Access-Control-Allow-Methods', 'GET, PUT', false],
  ])('%s: %s names only what needs no permission: %s', (header, value, says) => {
    const names = value.split(', ');
    expect(safelistedListed(preflighted([[header, value]]))).toEqual(
      says ? [{ code: 'safelisted-listed', facts: { header, names } }] : [],
    );
  });

  it.each([
    ['Access-Control-Allow-Headers', 'X-A, Cookie', ['Cookie']],
    ['Access-Control-Allow-Methods', 'GET, TRACE', ['TRACE']],
  ])('%s: %s names what nobody may send', (header, value, names) => {
    expect(forbiddenListed(preflighted([[header, value]]))).toEqual([
      { code: 'forbidden-listed', facts: { header, names } },
    ]);
  });

  it.each(['Access-Control-Allow-Headers', 'Access-Control-Allow-Methods'])(
    '%s: * is a name with credentials',
    (header) => {
      const line: HeaderLine = [header, '*'];
      expect(wildcardLiteral(preflighted([line], { include: true }))).toEqual([
        { code: 'wildcard-literal', facts: { header } },
      ]);
      expect(wildcardLiteral(preflighted([line]))).toEqual([]);
    },
  );

  const broken: HeaderLine = ['Access-Control-Expose-Headers', 'a b'];
  it('what is exposed is judged where the CORS check was', () => {
    expect(exposeInvalid(situation([broken]))).toEqual([{ code: 'expose-invalid', facts: { value: 'a b' } }]);
    expect(exposeInvalid(situation([broken], { cors: false }))).toEqual([]);
    expect(exposeInvalid(situation([broken], { response: null }))).toEqual([]);
  });
  it('nothing is said of lists that are not there', () => {
    const none = situation([], { response: null });
    expect([safelistedListed, forbiddenListed, wildcardLiteral].flatMap((check) => check(none))).toEqual([]);
  });
});

describe('the origin', () => {
  it('reflected with credentials is a danger, to whomever it is told', () => {
    const given = reflecting(withCookies);
    const facts = { value: page };
    const headers = [allow(page), withCookies];
    expect(reflectsAnyOriginWithCredentials(situation(headers, given))).toEqual([
      { code: 'reflects-any-origin-with-credentials', facts },
    ]);
    expect(reflectsAnyOriginWithCredentials(situation(headers, { ...given, cors: false }))).toEqual([]);
    expect(reflectsAnyOriginWithCredentials(situation(headers, { ...given, response: null }))).toEqual([]);
    expect(reflectsAnyOriginWithCredentials(situation(headers))).toEqual([]);
    expect(reflectsAnyOriginWithCredentials(situation(headers, reflecting()))).toEqual([]);
  });

  it('null is allowed to anybody', () => {
    const headers = [allow('null')];
    expect(allowsNull(situation(headers))).toEqual([{ code: 'allows-null', facts: { credentials: false } }]);
    expect(allowsNull(situation([...headers, withCookies]))).toEqual([
      { code: 'allows-null', facts: { credentials: true } },
    ]);
    expect(allowsNull(situation(headers, { cors: false }))).toEqual([]);
    expect(allowsNull(situation(headers, reflecting()))).toEqual([]);
    expect(allowsNull(situation([allow(page)]))).toEqual([]);
  });

  const insecure = allow('http://shop.test');
  it.each<[string, Situation, boolean]>([
    ['with credentials', situation([insecure, withCookies]), true],
    ['from a secure server', situation([insecure], { call: callOf({ url: 'https://api.test/' }) }), true],
    ['with nothing to protect', situation([insecure], { call: callOf({ url: 'http://api.test/?https:' }) }), false],
    ['without a CORS check', situation([insecure, withCookies], { cors: false }), false],
    ['without an answer', situation([insecure, withCookies], { response: null }), false],
    ['that is secure', situation([allow('https://shop.test'), withCookies]), false],
    ['of this machine', situation([allow(page), withCookies]), false],
    ['that is none', situation([allow('nonsense'), withCookies]), false],
    ['that is not there', situation([withCookies]), false],
  ])('without TLS, %s', (_, given, says) => {
    expect(insecureOriginAllowed(given)).toEqual(
      says ? [{ code: 'insecure-origin-allowed', facts: { value: 'http://shop.test' } }] : [],
    );
  });

  const named = [allow(page)];
  const varying = { askedFrom: () => [] };
  const asked = (method: string, headers: readonly HeaderLine[]) => ({
    ...varying,
    outcome: run({ method }, [answered(headers)]),
  });
  it.each<[string, Situation, boolean]>([
    ['of a GET', situation(named, varying), true],
    ['of a HEAD', situation(named, asked('HEAD', named)), true],
    ['of a POST', situation(named, asked('POST', named)), false],
    ['that does not vary', situation(named), false],
    ['without a CORS check', situation(named, { ...varying, cors: false }), false],
    ['that did not come', situation(named, { ...varying, response: null }), false],
    ['that names nobody', situation([], { askedFrom: () => named }), false],
    ['with Vary: Accept', situation([...named, ['Vary', 'Accept']], varying), true],
    ['with Vary: Accept, origin', situation([...named, ['Vary', 'Accept, origin']], varying), false],
    ['with Vary: *', situation([...named, ['Vary', '*']], varying), false],
    ['that is not stored', situation([...named, ['Cache-Control', 'private, no-store']], varying), false],
  ])('needs Vary in an answer %s', (_, given, says) => {
    expect(varyOriginMissing(given)).toEqual(says ? [{ code: 'vary-origin-missing', facts: { value: page } }] : []);
  });

  const vary: HeaderLine = ['Vary', 'Accept, Origin'];
  it.each<[string, Situation, boolean]>([
    ['when it is *', situation([allow('*'), vary]), true],
    ['not when it is * for some', situation([allow('*'), vary], varying), false],
    ['not when it is named', situation([allow(page), vary]), false],
    ['not without Vary', situation([allow('*'), ['Vary', 'Accept']]), false],
    ['not without a CORS check', situation([allow('*'), vary], { cors: false }), false],
    ['not without an answer', situation([allow('*'), vary], { response: null, askedFrom: () => [] }), false],
  ])('needs no Vary %s', (_, given, says) => {
    expect(varyPointless(given)).toEqual(says ? [{ code: 'vary-pointless', facts: {} }] : []);
  });
});

describe('the result', () => {
  it('a method in lower case, once it was sent and nothing else says so', () => {
    const call = callOf({ method: 'patch' });
    const methods = (value: string) => [answered([allow('*'), ['Access-Control-Allow-Methods', value]])];
    const said = [{ code: 'method-case', facts: { method: 'patch', meant: 'PATCH' } }];
    expect(methodCase(situation([], { call, outcome: run(call, methods('*')) }))).toEqual(said);
    expect(methodCase(situation([], { call, outcome: run(call, methods('PUT')) }))).toEqual(said);
    expect(methodCase(situation([], { call, outcome: run(call, methods('PATCH')) }))).toEqual([]);
    expect(methodCase(situation([], { call, outcome: run({ ...call, url: 'http://[' }, []) }))).toEqual([]);
  });

  it.each(['fetch', 'xhr'] as const)('headers that %s does not get to see', (api) => {
    const headers: readonly HeaderLine[] = [
      allow('*'),
      ['X-Total', '1'],
      ['X-Vary', '1'],
      ['Dated', '1'],
      ['Date', 'x'],
      ['ETag', '1'],
      ['etag', '2'],
    ];
    const call = callOf({ api });
    const outcome = run({ api }, [answered(headers)]);
    expect(headersHidden(situation(headers, { call, outcome }))).toEqual([
      { code: 'headers-hidden', facts: { names: ['X-Total', 'X-Vary', 'Dated', 'ETag', 'etag'] } },
    ]);
    expect(headersHidden(situation(headers, { call, outcome, response: null }))).toEqual([]);
    expect(headersHidden(situation(headers, { call: callOf({ api: 'event-source' }), outcome }))).toEqual([]);
    const exposed = [...headers, ['Access-Control-Expose-Headers', ''] as const];
    expect(headersHidden(situation(exposed, { call, outcome: run({ api }, [answered(exposed)]) }))).toEqual([]);
  });

  it.each([
    ['POST', [reply(200)], true],
    ['HEAD', [reply(200)], false],
    ['GET', [reply(200)], false],
    ['POST', [null], false],
    ['PUT', [reply(404)], false],
    ['POST', [answered([allow('*')])], false],
  ])('a %s that is blocked may have been processed', (method, answers, says) => {
    const outcome = run({ method }, answers);
    expect(processedAnyway(situation([], { outcome }))).toEqual(
      says ? [{ code: 'processed-anyway', facts: { method } }] : [],
    );
    const unsent = run({ url: 'http://[' }, []);
    expect(processedAnyway(situation([], { outcome: unsent }))).toEqual([]);
  });
});

describe('sides', () => {
  it('Access-Control-Allow-Credentials that nobody asked for, and is not true', () => {
    const line: HeaderLine = ['Access-Control-Allow-Credentials', 'false'];
    const said = [{ code: 'acac-pointless', facts: { value: 'false' } }];
    expect(acacPointless(situation([line]))).toEqual(said);
    expect(acacPointless(situation([withCookies]))).toEqual([]);
    expect(acacPointless(situation([line], { include: true }))).toEqual([]);
    expect(acacPointless(situation([line], { cors: false }))).toEqual([]);
    expect(acacPointless(situation([]))).toEqual([]);
  });

  it('what only a preflight can say, said by the answer', () => {
    const names = ['Access-Control-Allow-Methods', 'access-control-allow-headers', 'Access-Control-Max-Age'];
    const headers = names.map((name): HeaderLine => [name, 'x']);
    const said = [{ code: 'preflight-header-on-response', facts: { names } }];
    expect(preflightHeaderOnResponse(situation([...headers, allow('*')]))).toEqual(said);
    expect(preflightHeaderOnResponse(situation(headers, { cors: false }))).toEqual([]);
    expect(preflightHeaderOnResponse(situation(headers, { response: null }))).toEqual([]);
  });

  it('what only an answer can say, said by the request', () => {
    const right = ['Access-Control-Max-Ages', 'X-Access-Control-Allow-Origin', 'Access-Control-Request-Method'];
    const wrong = ['Access-Control-Max-Age', 'access-control-expose-headers', 'Access-Control-Allow-Origin'];
    const call = callOf({ headers: [...right, ...wrong].map((name): HeaderLine => [name, 'x']) });
    expect(responseHeaderOnRequest(situation([], { call }))).toEqual([
      { code: 'response-header-on-request', facts: { names: wrong } },
    ]);
  });
});

describe('Access-Control-Max-Age', () => {
  const at = (value: string, browser: Situation['browser']) =>
    maxAge(preflighted([['Access-Control-Max-Age', value]], { browser }));
  it.each([
    ['chromium', 'Chromium', 7200],
    ['firefox', 'Firefox', 86_400],
    ['webkit', 'WebKit', 600],
  ] as const)('above what %s keeps', (browser, name, cap) => {
    expect(at(String(cap), browser)).toEqual([]);
    expect(at(String(cap + 1), browser)).toEqual([
      { code: 'max-age-above-cap', facts: { value: cap + 1, browser: name, cap } },
    ]);
  });
  it.each(['x60', '60x', '-1', '1.5'])('of %s', (value) => {
    expect(at(value, 'standard')).toEqual([{ code: 'max-age-invalid', facts: { value } }]);
  });
  it('is not spoken of where nothing is kept, whatever it says', () => {
    const kept = run({}, []);
    const outcome = { ...kept, advice: [{ code: 'preflight-not-kept', facts: { because: 'long-url' } }] as const };
    expect(maxAge(preflighted([], { outcome }))).toEqual([]);
    const other = { ...kept, advice: [{ code: 'authorization-under-wildcard', facts: {} }] as const };
    expect(maxAge(preflighted([], { outcome: other }))).toEqual([{ code: 'max-age-missing', facts: {} }]);
  });
});

it('a list has the elements that are something', () => {
  expect(elements([['Vary', ' a ,, b,']], 'vary')).toEqual(['a', 'b']);
  expect(elements([], 'vary')).toEqual([]);
});
