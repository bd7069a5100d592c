import { describe, expect, it } from 'vitest';
import type { HeaderLine, WireRequest, WireResponse } from './http.ts';
import {
  type CacheResult,
  cacheBounds,
  cacheFor,
  cacheSize,
  emptyCache,
  keepsCache,
  type SharedCache,
  throughCache,
} from './shared-cache.ts';
import { plan } from './spec.ts';

const url = 'http://localhost:4001/e/abcdefghijklmnop/orders';
const a = 'http://localhost:4000';
const b = 'http://localhost:4002';

const line = (text: string): HeaderLine => {
  const colon = text.indexOf(': ');
  return [text.slice(0, colon), text.slice(colon + 2)];
};
const request = (...lines: readonly string[]): WireRequest => ({
  method: 'GET',
  url,
  headers: lines.map(line),
  body: null,
});
const response = (lines: readonly string[] = [], status = 200, body = 'orders'): WireResponse => ({
  status,
  statusText: '',
  headers: lines.map(line),
  body,
});

/** The requests one after the other, each so many seconds after the one before, to a server that always answers this. */
function results(
  requests: readonly (WireRequest | readonly [seconds: number, request: WireRequest])[],
  answer: WireResponse,
): readonly CacheResult[] {
  let cache: SharedCache = emptyCache;
  let now = 1_000_000;
  return requests.map((each) => {
    const [seconds, asked] = 'url' in each ? [0, each] : each;
    now += seconds * 1000;
    const answered = throughCache(cache, asked, now, () => answer);
    cache = answered.cache;
    return answered.result;
  });
}
/** Twice the same request: HIT where the first answer was kept. */
const twice = (answer: WireResponse, asked = request()) => results([asked, asked], answer);
const kept = ['MISS', 'HIT'];
const passed = ['PASS', 'PASS'];

describe('what is kept', () => {
  it.each<[what: string, lines: readonly string[], status: number, results: readonly string[]]>([
    ['200, and nothing said', [], 200, kept],
    ['404, and nothing said', [], 404, passed],
    ['204, and nothing said', [], 204, passed],
    ['max-age', ['Cache-Control: max-age=60'], 200, kept],
    ['max-age, for an error', ['Cache-Control: max-age=60'], 404, kept],
    ['max-age, for an error that no cache may keep', ['Cache-Control: max-age=60'], 500, passed],
    ['max-age, for a partial answer', ['Cache-Control: max-age=60'], 206, passed],
    ['s-maxage', ['Cache-Control: s-maxage=60'], 410, kept],
    ['s-maxage before max-age', ['Cache-Control: max-age=0, s-maxage=60'], 200, kept],
    ['max-age=0', ['Cache-Control: max-age=0'], 200, passed],
    ['s-maxage=0', ['Cache-Control: max-age=60, s-maxage=0'], 200, passed],
    ['an age that is no number', ['Cache-Control: max-age=1h'], 200, passed],
    ['an age below zero', ['Cache-Control: max-age=-1'], 200, passed],
    ['the first of two ages', ['Cache-Control: max-age=0, max-age=60'], 200, passed],
    ['a quoted age', ['Cache-Control: max-age="60"'], 200, kept],
    ['no-store', ['Cache-Control: no-store'], 200, passed],
    [
      'no-store in another case, on a second line',
      ['Cache-Control: max-age=60', 'cache-control: No-Store'],
      200,
      passed,
    ],
    ['private', ['Cache-Control: private, max-age=60'], 200, passed],
    ['private for one header', ['Cache-Control: private="x-a, x-b", max-age=60'], 200, passed],
    ['no-cache, which would have to be validated', ['Cache-Control: no-cache'], 200, passed],
    ['a directive that nobody knows', ['Cache-Control: immutable, x=no-store'], 200, kept],
    ['public', ['Cache-Control: public'], 200, kept],
    ['public, for an error', ['Cache-Control: public'], 404, passed],
    ['CDN-Cache-Control before Cache-Control', ['CDN-Cache-Control: max-age=60', 'Cache-Control: no-store'], 200, kept],
    ['CDN-Cache-Control that forbids', ['CDN-Cache-Control: no-store', 'Cache-Control: max-age=60'], 200, passed],
    ['CDN-Cache-Control before Expires', ['CDN-Cache-Control: public', 'Expires: 0'], 200, kept],
    ['Expires to come', ['Expires: Thu, 01 Jan 1970 01:00:00 GMT'], 404, kept],
    ['Expires that has passed', ['Expires: Thu, 01 Jan 1970 00:16:40 GMT'], 200, passed],
    ['Expires that is no date', ['Expires: 0'], 200, passed],
    ['max-age before Expires', ['Cache-Control: max-age=60', 'Expires: 0'], 200, kept],
    ['a cookie', ['Cache-Control: s-maxage=60', 'set-cookie: a=1'], 200, passed],
    ['Vary: *', ['Vary: *'], 200, passed],
    ['Vary: * among others', ['Vary: Origin, *'], 200, passed],
    ['an empty Vary', ['Vary: '], 200, kept],
  ])('%s', (_, lines, status, expected) => {
    expect(twice(response(lines, status))).toEqual(expected);
  });

  it.each<[what: string, control: string, results: readonly string[]]>([
    ['nothing said', 'x', passed],
    ['max-age', 'max-age=60', passed],
    ['public', 'public', kept],
    ['s-maxage', 's-maxage=60', kept],
    ['must-revalidate', 'must-revalidate, max-age=60', kept],
  ])('of a request with Authorization: %s', (_, control, expected) => {
    expect(twice(response([`Cache-Control: ${control}`]), request('Authorization: Bearer abc'))).toEqual(expected);
  });

  it('whatever the request says of caches, as at most CDNs', () => {
    expect(twice(response(), request('Cache-Control: no-cache', 'Pragma: no-cache'))).toEqual(kept);
  });

  it('nothing of other methods, which never meet what is kept', () => {
    const others = ['HEAD', 'OPTIONS', 'POST', 'PUT'].map((method) => ({ ...request(), method }));
    expect(results([...others, ...others], response(['Cache-Control: max-age=60']))).toEqual(Array(8).fill('PASS'));
    const mixed = [
      request(),
      { ...request(), method: 'HEAD' },
      request(),
      { ...request(), method: 'OPTIONS' },
      request(),
    ];
    expect(results(mixed, response())).toEqual(['MISS', 'PASS', 'HIT', 'PASS', 'HIT']);
  });
});

describe('for how long', () => {
  it.each<[what: string, lines: readonly string[], seconds: number]>([
    ['max-age', ['Cache-Control: max-age=60'], 60],
    ['s-maxage', ['Cache-Control: max-age=60, s-maxage=7'], 7],
    ['nothing said: an hour', [], 3600],
    ['a day at most', ['Cache-Control: max-age=99999999999999999999'], 86_400],
    ['Expires', ['Expires: Thu, 01 Jan 1970 00:16:50 GMT'], 10],
  ])('%s', (_, lines, seconds) => {
    const answer = response(lines);
    expect(results([request(), [seconds - 0.001, request()]], answer)).toEqual(['MISS', 'HIT']);
    expect(results([request(), [seconds, request()]], answer)[1]).not.toBe('HIT');
  });

  it('counts from when it was stored, not from when it was used', () => {
    expect(results([request(), [40, request()], [40, request()]], response(['Cache-Control: max-age=60']))).toEqual([
      'MISS',
      'HIT',
      'MISS',
    ]);
  });
});

describe('for whom', () => {
  it.each<[what: string, vary: string, requests: readonly WireRequest[], results: readonly string[]]>([
    [
      'everybody, where nothing is said',
      '',
      [request(`Origin: ${a}`), request(`Origin: ${b}`), request()],
      ['MISS', 'HIT', 'HIT'],
    ],
    [
      'each origin',
      'Origin',
      [
        request(`Origin: ${a}`),
        request(`Origin: ${b}`),
        request(`origin: ${a}`),
        request(),
        request(),
        request(`Origin: ${b}`),
      ],
      ['MISS', 'MISS', 'HIT', 'MISS', 'HIT', 'HIT'],
    ],
    [
      'each origin, named in lower case among others',
      'accept-encoding, origin',
      [request(`Origin: ${a}`), request(`Origin: ${b}`)],
      ['MISS', 'MISS'],
    ],
    [
      'each of another header',
      'X-Token',
      [request('X-Token: 1', `Origin: ${a}`), request('X-Token: 1', `Origin: ${b}`), request('X-Token: 2')],
      ['MISS', 'HIT', 'MISS'],
    ],
  ])('%s', (_, vary, requests, expected) => {
    expect(results(requests, response(vary === '' ? [] : [`Vary: ${vary}`]))).toEqual(expected);
  });

  it('two lines of one header are one value', () => {
    const lines = [request('X-Token: 1', 'x-token: 2'), request('X-Token: 1, 2'), request('X-Token: 2', 'X-Token: 1')];
    expect(results(lines, response(['Vary: X-Token']))).toEqual(['MISS', 'HIT', 'MISS']);
  });

  it('for each URL', () => {
    const other = { ...request(), url: `${url}?page=2` };
    expect(results([request(), other, other, request()], response())).toEqual(['MISS', 'MISS', 'HIT', 'HIT']);
  });

  it('an answer that has no Vary is for everybody, although a later one has', () => {
    let cache: SharedCache = emptyCache;
    const ask = (asked: WireRequest, lines: readonly string[]) => {
      const answered = throughCache(cache, asked, 0, () => response(lines));
      cache = answered.cache;
      return answered.result;
    };
    expect(ask(request(), [])).toBe('MISS');
    expect(ask(request(`Origin: ${a}`), ['Vary: Origin'])).toBe('HIT');
  });
});

describe('what is answered', () => {
  it('from the cache: the stored lines, their age, and that it is a hit', () => {
    const stored = response(['Content-Type: text/plain', 'Age: 7', 'Access-Control-Allow-Origin: *']);
    const first = throughCache(emptyCache, request(`Origin: ${a}`), 5000, () => stored);
    expect(first.response).toEqual(
      response(['Content-Type: text/plain', 'Age: 7', 'Access-Control-Allow-Origin: *', 'X-Cache: MISS']),
    );
    const second = throughCache(first.cache, request(`Origin: ${b}`), 17_999, () => {
      throw new Error('The server is not asked');
    });
    expect(second.response).toEqual(
      response(['Content-Type: text/plain', 'Access-Control-Allow-Origin: *', 'Age: 12', 'X-Cache: HIT']),
    );
    expect(second.hit).toMatchObject({ madeFor: a, at: 5000, lifetime: 3600 });
    expect(second.cache).toBe(first.cache);
  });

  it('past the cache: the lines, and that nothing is kept', () => {
    const { response: passing, cache } = throughCache(emptyCache, request(), 0, () => response(['Vary: *']));
    expect(passing).toEqual(response(['Vary: *', 'X-Cache: PASS']));
    expect(cache).toEqual([]);
  });
});

describe('what changes a URL', () => {
  const put = { ...request(), method: 'PUT' };
  const kinds = (status: number, changing = put) => {
    let { cache } = throughCache(emptyCache, request(), 0, () => response());
    cache = throughCache(cache, changing, 0, () => response([], status)).cache;
    return throughCache(cache, request(), 0, () => response()).result;
  };
  it('takes its stored answers away', () => {
    expect([kinds(200), kinds(303), kinds(204, { ...put, method: 'DELETE' })]).toEqual(['MISS', 'MISS', 'MISS']);
  });
  it('not where it failed, or was for another URL', () => {
    expect([kinds(403), kinds(500), kinds(200, { ...put, url: `${url}/1` })]).toEqual(['HIT', 'HIT', 'HIT']);
  });
});

describe('its bounds', () => {
  const filled = (count: number, body: string) => {
    let cache: SharedCache = emptyCache;
    for (let i = 0; i < count; i++)
      cache = throughCache(cache, { ...request(), url: `${url}/${i}` }, 0, () => response([], 200, body)).cache;
    return cache;
  };
  it('hold fifty answers, the newest', () => {
    const cache = filled(52, 'x');
    expect(cache.map((each) => each.url)).toEqual(Array.from({ length: 50 }, (_, i) => `${url}/${i + 2}`));
  });
  it('hold 256 Ki characters, and nothing that is larger by itself', () => {
    const cache = filled(30, 'x'.repeat(16_384));
    expect(cache.length).toBe(15);
    expect(cache.at(-1)?.url).toBe(`${url}/29`);
    expect(cacheSize(cache)).toBeLessThanOrEqual(cacheBounds.size);
    expect(filled(1, 'x'.repeat(300_000))).toEqual([]);
  });
  it('forget what is no longer fresh', () => {
    const { cache } = throughCache(emptyCache, request(), 0, () => response(['Cache-Control: max-age=1']));
    expect(
      throughCache(cache, { ...request(), url: `${url}/1` }, 1000, () => response()).cache.map((each) => each.url),
    ).toEqual([`${url}/1`]);
  });
});

describe('a plan that is put', () => {
  const cached = plan({ cache: true });
  it.each([
    ['the same', cached, cached, true],
    [
      'one that says the same, put together otherwise',
      cached,
      { cache: true, library: null, response: cached.response, preflight: { ...cached.preflight } },
      true,
    ],
    ['another answer', cached, plan({ cache: true, response: { lines: ['Vary: Origin'] } }), false],
    ['the cache switched off', cached, plan(), false],
    ['the cache switched on', plan(), cached, false],
  ])('%s', (_, before, after, keeps) => {
    expect(keepsCache(before, after)).toBe(keeps);
  });

  it('takes over what is kept only where it says the same', () => {
    const { cache } = throughCache(emptyCache, request(), 0, () => response());
    expect(cacheFor({ plan: cached, cache }, plan({ cache: true }))).toBe(cache);
    expect(cacheFor({ plan: cached, cache }, plan())).toEqual([]);
    expect(cacheFor(null, cached)).toEqual([]);
  });
});
