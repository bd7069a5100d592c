import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pageOf } from './ask.ts';
import { toFetchCall } from './call.ts';
import { answerAt, cacheAfter, type Endpoint, fetchedAt, serverAt } from './endpoint.ts';
import { fetchAsBrowser } from './fetch/fetch-as-browser.ts';
import { fixFor } from './fix.ts';
import type { HeaderLine, WireRequest, WireResponse } from './http.ts';
import { emptyState, type Outcome, type Server } from './outcome.ts';
import { recordedServer } from './replay.ts';
import { emptyCache } from './shared-cache.ts';
import { plan, type RequestSpec, request as requestOf, type ScenarioSpec, scenario } from './spec.ts';

const page = 'http://localhost:4000';
const second = 'http://localhost:4002';
const origins = { page, 'same-site': 'http://localhost:4001', 'cross-site': 'http://127.0.0.1:4001', second };
const id = 'abcdefghijklmnop';
const url = `http://localhost:4001/e/${id}/orders`;
const listed = ['Access-Control-Allow-Origin: {origin in {page} {second}}'];

const endpoint = (spec: ScenarioSpec): Endpoint => ({ plan: plan(spec), origins, cache: emptyCache, now: 0 });
const get = (...headers: readonly HeaderLine[]): WireRequest => ({ method: 'GET', url, headers, body: null });
const shown = ({ headers }: WireResponse) =>
  headers.filter(([name]) => /^(access-control|x-cache|age)/i.test(name)).map((each) => each.join(': '));

describe('an endpoint', () => {
  it('without a cache answers as its plan says', () => {
    const { response, hit, cache } = answerAt(endpoint({ response: { lines: listed } }), get(['Origin', page]));
    expect([shown(response), hit, cache]).toEqual([[`Access-Control-Allow-Origin: ${page}`], null, emptyCache]);
  });

  it('with one hands the first origin’s answer to the second', () => {
    const server = serverAt(endpoint({ cache: true, response: { lines: listed } }));
    const answered = [page, second].map((origin) => server(get(['Origin', origin])));
    expect(answered.map((each) => each && shown(each))).toEqual([
      [`Access-Control-Allow-Origin: ${page}`, 'X-Cache: MISS'],
      [`Access-Control-Allow-Origin: ${page}`, 'Age: 0', 'X-Cache: HIT'],
    ]);
  });

  it('never keeps a redirect, but where it leads', () => {
    const redirects = [{ to: 'second', status: 308, cors: true, userinfo: false }] as const;
    const server = serverAt(endpoint({ cache: true, response: { lines: listed, redirects } }));
    const there = { ...get(), url: `${second}/e/${id}/@1/orders` };
    const last = (asked: WireRequest) => server(asked)?.headers.at(-1);
    expect([get(), get(), there, there].map(last)).toEqual([
      ['X-Cache', 'PASS'],
      ['X-Cache', 'PASS'],
      ['X-Cache', 'MISS'],
      ['X-Cache', 'HIT'],
    ]);
  });

  it('passes preflights on, whatever their answer says', () => {
    const preflight = { ...get(['Origin', page], ['Access-Control-Request-Method', 'PUT']), method: 'OPTIONS' };
    const server = serverAt(endpoint({ cache: true, preflight: { lines: ['Cache-Control: max-age=60', ...listed] } }));
    const last = (asked: WireRequest) => server(asked)?.headers.at(-1);
    expect([preflight, preflight].map(last)).toEqual([
      ['X-Cache', 'PASS'],
      ['X-Cache', 'PASS'],
    ]);
  });
});

/** Requests one after the other, a minute between them, each meeting the cache as the one before has left it. */
function fetched(spec: ScenarioSpec, ...requests: readonly RequestSpec[]): readonly Outcome[] {
  let at = endpoint(spec);
  return requests.map((each) => {
    const call = toFetchCall(requestOf(each), origins, id);
    const fetch = (server: Server) =>
      fetchAsBrowser({
        call,
        page: pageOf(call, origins),
        server,
        state: emptyState,
        browser: 'standard',
        now: at.now,
      });
    const outcome = fetchedAt(at, fetch);
    const messages = outcome.messages.map(({ request }) => ({ request, after: 0 }));
    at = { ...at, cache: cacheAfter(at, messages), now: at.now + 60_000 };
    return outcome;
  });
}
const other = { context: 'other-page' } as const;
const image = { api: 'image', mode: 'no-cors' } as const;

describe('a fetch that the cache answers', () => {
  it('is blocked because of it, where the server would have allowed it', () => {
    const [first, then] = fetched({ cache: true, response: { lines: listed } }, {}, other);
    expect([first?.verdict, first?.messages.map(({ cache }) => cache)]).toEqual(['readable', ['MISS']]);
    expect([then?.verdict, then?.messages.map(({ cache }) => cache)]).toEqual(['blocked', ['HIT']]);
    expect(then?.finding).toMatchObject({
      code: 'acao-mismatch',
      facts: { value: page, origin: second, cached: { madeFor: page, seconds: 60, isCause: true } },
    });
    expect(then?.steps.find(({ code }) => code === 'send')?.facts).toEqual({ method: 'GET', hop: 0, cached: true });
    expect(then?.advice).toEqual([]);
  });

  it('is blocked by what was made for a request without Origin', () => {
    const [, then] = fetched({ cache: true, response: { lines: listed } }, image, {});
    expect(then?.finding).toMatchObject({
      code: 'acao-missing',
      facts: { cached: { madeFor: null, seconds: 60, isCause: true } },
    });
  });

  it('is blocked all the same, where the server would not have allowed it either', () => {
    const lines = ['Access-Control-Allow-Origin: {page}'];
    const [, then] = fetched({ cache: true, response: { lines } }, {}, other);
    expect(then?.finding).toMatchObject({
      code: 'acao-mismatch',
      facts: { cached: { madeFor: page, isCause: false } },
    });
    expect(then?.advice).toEqual([
      { code: 'served-from-shared-cache', facts: { madeFor: page, seconds: 60, isCause: false } },
    ]);
  });

  it('may be readable, and it is said who answered', () => {
    const [, then] = fetched({ cache: true, response: { lines: ['Access-Control-Allow-Origin: *'] } }, {}, other);
    expect([then?.verdict, then?.finding]).toEqual(['readable', null]);
    expect(then?.advice).toEqual([
      { code: 'served-from-shared-cache', facts: { madeFor: page, seconds: 60, isCause: false } },
    ]);
  });

  it('meets its own origin’s answer with Vary, and the server where there is none yet', () => {
    const lines = [...listed, 'Vary: Origin'];
    const outcomes = fetched({ cache: true, response: { lines } }, {}, other, {}, other);
    expect(outcomes.map(({ verdict, messages }) => [verdict, messages[0]?.cache])).toEqual([
      ['readable', 'MISS'],
      ['readable', 'MISS'],
      ['readable', 'HIT'],
      ['readable', 'HIT'],
    ]);
  });

  it('is told apart from a server that says so itself', () => {
    const lines = [...listed, 'X-Cache: HIT'];
    expect(fetched({ response: { lines } }, {})[0]?.messages[0]?.cache).toBeUndefined();
    expect(fetched({ cache: true, response: { lines } }, {})[0]?.messages[0]?.cache).toBe('MISS');
  });

  it('is told from what was recorded too', () => {
    const at = endpoint({ cache: true, response: { lines: listed } });
    const { response, cache } = answerAt(at, get(['Origin', page]));
    expect(shown(response)).toContain('X-Cache: MISS');
    const later: Endpoint = { ...at, cache, now: 5000 };
    const call = toFetchCall(requestOf(other), origins, id);
    const recorded = { number: 1, at: 0, request: get(), response: answerAt(later, get()).response };
    const fetch = (server: Server) =>
      fetchAsBrowser({ call, page: second, server, state: emptyState, browser: 'standard', now: 5000 });
    expect(fetchedAt(later, fetch, recordedServer([recorded])).finding).toMatchObject({
      code: 'acao-mismatch',
      facts: { cached: { madeFor: page, seconds: 5, isCause: true } },
    });
  });
});

it('with Vary: Origin changes nothing for anybody, whoever asks in whatever order', () => {
  const asking = fc.array(fc.record({ origin: fc.constantFrom(null, page, second, 'null'), path: fc.nat(2) }));
  const policies = fc.constantFrom(...listed, 'Access-Control-Allow-Origin: {origin}', 'X-A: 1');
  fc.assert(
    fc.property(asking, policies, (asked, policy) => {
      const response = { lines: [policy, 'Vary: Origin'] };
      const [behind, direct] = [serverAt(endpoint({ cache: true, response })), serverAt(endpoint({ response }))];
      for (const { origin, path } of asked) {
        const request = { ...get(...(origin === null ? [] : [['Origin', origin] as const])), url: `${url}/${path}` };
        const without = behind(request)?.headers.filter(([name]) => name !== 'Age' && name !== 'X-Cache');
        expect(without).toEqual(direct(request)?.headers);
      }
    }),
  );
});

describe('the change that is offered', () => {
  const fixOf = (spec: ScenarioSpec, before: RequestSpec, then: RequestSpec) => {
    const outcome = fetched(spec, before, then)[1];
    if (outcome === undefined) throw new Error('Nothing was fetched');
    const whole = scenario('', { ...spec, requests: [before, then] });
    const asking = pageOf(outcome.asker, origins);
    const fix = fixFor({ scenario: whole, index: 1, outcome, origins, page: asking, id });
    return fix?.changes.map(({ where, before: old, after }) => `${where}: ${old} > ${after}`);
  };

  it.each<[string, readonly string[], RequestSpec, RequestSpec, readonly string[]]>([
    ['is Vary: Origin', [], {}, other, ['response: null > Vary: Origin']],
    ['adds to a Vary that is there', ['Vary: Accept'], {}, other, ['response: Vary: Accept > Vary: Accept, Origin']],
    ['is Vary: Origin after an image too', [], image, {}, ['response: null > Vary: Origin']],
  ])('%s', (_, lines, before, then, changes) => {
    expect(fixOf({ cache: true, response: { lines: [...listed, ...lines] } }, before, then)).toEqual(changes);
  });

  it('is the usual one where the cache is not the cause', () => {
    const lines = ['Access-Control-Allow-Origin: {page}'];
    expect(fixOf({ cache: true, response: { lines } }, {}, other)).toEqual([
      `response: Access-Control-Allow-Origin: ${page} > Access-Control-Allow-Origin: ${second}`,
    ]);
  });
});
