import { describe, expect, it } from 'vitest';
import { callOf, casePage, reply } from './fetch/cases.ts';
import { fetchAsBrowser } from './fetch/fetch-as-browser.ts';
import { run } from './fetch/testing.ts';
import type { Exchange, HeaderLine, WireRequest } from './http.ts';
import {
  type BrowserState,
  emptyState,
  type Message,
  type Observation,
  type Outcome,
  type PageResult,
  type PreflightCacheEntry,
} from './outcome.ts';
import { answeredFromHttpCache, compare, observedVerdict, recordedServer, withoutForgotten } from './replay.ts';

const request = (method: string, url = 'http://localhost:4001/orders'): WireRequest => ({
  method,
  url,
  headers: [['Origin', casePage]],
  body: null,
});
const exchange = (number: number, asked: WireRequest, status: number | null): Exchange => ({
  number,
  at: 0,
  request: asked,
  response: status === null ? null : reply(status),
});
const result: PageResult = {
  kind: 'response',
  type: 'cors',
  status: 200,
  statusText: 'OK',
  url: 'http://localhost:4001/orders',
  redirected: false,
  headers: [['content-type', 'text/plain']],
  body: '',
};
const failure: PageResult = { kind: 'error', name: 'TypeError', message: 'Failed to fetch' };
const observation = (given: Partial<Observation>): Observation => ({
  result,
  exchanges: [exchange(1, request('GET'), 200)],
  at: 0,
  duration: 1,
  ...given,
});
const allowed = run({}, [reply(200, 'Access-Control-Allow-Origin: *', 'Content-Type: text/plain')]);

describe('a server that answers as recorded', () => {
  const server = recordedServer([
    exchange(1, request('OPTIONS'), 204),
    exchange(2, request('PUT'), 200),
    exchange(3, request('PUT'), 500),
    exchange(4, request('GET'), null),
  ]);

  it('gives each answer once, in order, by method and URL', () => {
    const statuses = ['PUT', 'OPTIONS', 'PUT', 'PUT', 'GET', 'get'].map(
      (method) => server(request(method))?.status ?? null,
    );
    expect(statuses).toEqual([200, 204, 500, null, null, null]);
    expect(server(request('PUT', 'http://localhost:4001/other'))).toBeNull();
  });

  it('explains what happened', () => {
    const call = callOf({ method: 'PUT' });
    const recorded = recordedServer([exchange(1, request('OPTIONS'), 404)]);
    const input = { call, page: casePage, server: recorded, state: emptyState, browser: 'webkit', now: 0 } as const;
    expect(fetchAsBrowser(input).finding).toEqual({ code: 'preflight-status', facts: { status: 404 } });
  });
});

it.each([
  ['cors', 'readable'],
  ['basic', 'readable'],
  ['opaque', 'opaque'],
  ['opaqueredirect', 'opaque'],
] as const)('a response of type %s is %s', (type, verdict) => {
  expect(observedVerdict({ ...result, type })).toBe(verdict);
});
it('an error is blocked', () => {
  expect(observedVerdict(failure)).toBe('blocked');
});
it('what loads is readable or not, as the page found', () => {
  expect(observedVerdict({ kind: 'event', event: 'load', readable: true })).toBe('readable');
  expect(observedVerdict({ kind: 'event', event: 'load', readable: false })).toBe('opaque');
});
it('a beacon that was taken tells nothing', () => {
  expect(observedVerdict({ kind: 'queued' })).toBeNull();
});

describe('what did not cross the wire', () => {
  const origin = 'Access-Control-Allow-Origin: *';
  const lines = { method: 'GET', headers: [['X-Token', 't']] } as const;
  const preflight = reply(204, origin, 'Access-Control-Allow-Headers: *');
  const differing = (prediction: Outcome, given: Partial<Observation>) =>
    compare(prediction, observation(given)).differences.filter(({ what }) => what === 'messages');
  const GET = 'GET http://localhost:4001/orders';
  const OPTIONS = 'OPTIONS http://localhost:4001/orders';
  const cache = 'the rest came from the browser’s HTTP cache, which is not predicted';

  it.each<readonly [string, Outcome, Partial<Observation>, string, string]>([
    [
      'is in the HTTP cache, after a preflight',
      run(lines, [preflight, reply(200, origin)]),
      { exchanges: [exchange(1, request('OPTIONS'), 204)] },
      `${OPTIONS}\n${GET}`,
      `${OPTIONS}\n${cache}`,
    ],
    [
      'is not there when nothing may be stored',
      run({}, [reply(200, origin, 'Cache-Control: no-store')]),
      { exchanges: [] },
      GET,
      '',
    ],
    [
      'is not there for a POST',
      run({ method: 'POST' }, [reply(200, origin)]),
      { exchanges: [] },
      'POST http://localhost:4001/orders',
      '',
    ],
    [
      'is there for a HEAD',
      run({ method: 'HEAD' }, [reply(200, origin)]),
      { exchanges: [] },
      'HEAD http://localhost:4001/orders',
      'nothing: the answer came from the browser’s HTTP cache, which is not predicted',
    ],
    [
      'is not there when the preflight is missing as well',
      run(lines, [preflight, reply(200, origin)]),
      { exchanges: [] },
      `${OPTIONS}\n${GET}`,
      '',
    ],
    ['is not there when no answer was to come', run({}, [null]), { exchanges: [] }, GET, ''],
    ['is not there when the fetch failed', allowed, { result: failure, exchanges: [] }, GET, ''],
    [
      'is not there when a preflight is missing',
      run(lines, [preflight, reply(200, origin)]),
      { exchanges: [exchange(1, request('GET'), 200)] },
      `${OPTIONS}\n${GET}`,
      GET,
    ],
  ])('%s', (_, prediction, given, predicted, observed) => {
    expect(differing(prediction, given)).toEqual([{ what: 'messages', predicted, observed }]);
  });
});

describe('prediction and observation', () => {
  it('agree', () => {
    expect(compare(allowed, observation({}))).toEqual({ agrees: true, differences: [] });
  });

  it('agree although the server adds headers of its own', () => {
    const headers = [...result.headers, ['date', 'x'], ['connection', 'close'], ['keep-alive', 'timeout=5']] as const;
    expect(compare(allowed, observation({ result: { ...result, headers } })).agrees).toBe(true);
  });

  it('differ in the verdict alone, when there is no response to compare', () => {
    expect(compare(run({}, [reply(200)]), observation({})).differences).toEqual([
      { what: 'verdict', predicted: 'blocked', observed: 'readable' },
    ]);
  });

  it('are not compared in headers that nobody was to read', () => {
    const opaque = run({ mode: 'no-cors' }, [reply(200)]);
    const given = observation({ result: { ...result, type: 'basic', status: 0 } });
    const differences = compare(opaque, given).differences.filter(({ what }) => what !== 'request headers');
    expect(differences).toEqual([
      { what: 'verdict', predicted: 'opaque', observed: 'readable' },
      { what: 'type', predicted: 'opaque', observed: 'basic' },
    ]);
  });

  it('agree as far as one knows, when the evidence is lost', () => {
    expect(compare(allowed, observation({ exchanges: null })).agrees).toBe(true);
  });

  it.each([
    ['the verdict', { result: failure }, [{ what: 'verdict', predicted: 'readable', observed: 'blocked' }]],
    [
      'what was sent',
      { exchanges: [exchange(1, request('OPTIONS'), 204), exchange(2, request('GET'), 200)] },
      [
        {
          what: 'messages',
          predicted: 'GET http://localhost:4001/orders',
          observed: 'OPTIONS http://localhost:4001/orders\nGET http://localhost:4001/orders',
        },
      ],
    ],
    [
      'that anything was sent',
      { exchanges: [] },
      [
        {
          what: 'messages',
          predicted: 'GET http://localhost:4001/orders',
          observed: 'nothing: the answer came from the browser’s HTTP cache, which is not predicted',
        },
      ],
    ],
    ['the status', { result: { ...result, status: 404 } }, [{ what: 'status', predicted: '200', observed: '404' }]],
    ['the type', { result: { ...result, type: 'basic' } }, [{ what: 'type', predicted: 'cors', observed: 'basic' }]],
    [
      'what is readable',
      {
        result: {
          ...result,
          headers: [
            ['x-b', ''],
            ['X-A', ''],
          ],
        },
      },
      [{ what: 'headers', predicted: 'content-type', observed: 'x-a, x-b' }],
    ],
    [
      'more than one thing',
      { result: { ...result, type: 'opaque', status: 0, headers: [] } },
      [
        { what: 'verdict', predicted: 'readable', observed: 'opaque' },
        { what: 'status', predicted: '200', observed: '0' },
        { what: 'type', predicted: 'cors', observed: 'opaque' },
      ],
    ],
  ] as const)('differ in %s', (_, given, differences) => {
    expect(compare(allowed, observation(given))).toEqual({ agrees: false, differences });
  });
});

describe('what CORS says in the request headers', () => {
  const prediction = run({ method: 'PUT', headers: [['X-A', '1']] }, [
    reply(204, 'Access-Control-Allow-Origin: *', 'Access-Control-Allow-Methods: *', 'Access-Control-Allow-Headers: *'),
    reply(200, 'Access-Control-Allow-Origin: *'),
  ]);
  const put = 'PUT http://localhost:4001/orders';
  const seen = (asked: readonly HeaderLine[], sent: readonly HeaderLine[]) =>
    compare(
      prediction,
      observation({
        exchanges: [
          exchange(1, { ...request('OPTIONS'), headers: asked }, 204),
          exchange(2, { ...request('PUT'), headers: sent }, 200),
        ],
      }),
    ).differences.filter(({ what }) => what !== 'headers');
  const asked: readonly HeaderLine[] = [
    ['access-control-request-method', 'PUT'],
    ['Access-Control-Request-Headers', 'x-a'],
    ['Origin', 'http://localhost:4000'],
  ];
  const sent: readonly HeaderLine[] = [
    ['User-Agent', 'x'],
    ['Origin', 'http://localhost:4000'],
  ];

  it('is compared line by line', () => {
    expect(seen(asked, sent)).toEqual([]);
    expect(seen([...asked.slice(0, 1), ['Access-Control-Request-Headers', 'x-a,x-a']], [['Origin', 'null']])).toEqual([
      {
        what: 'request headers',
        predicted: [
          'OPTIONS http://localhost:4001/orders with Origin: http://localhost:4000',
          'OPTIONS http://localhost:4001/orders with Access-Control-Request-Headers: x-a',
          `${put} with Origin: http://localhost:4000`,
        ].join('\n'),
        observed: [
          'OPTIONS http://localhost:4001/orders without Origin',
          'OPTIONS http://localhost:4001/orders with Access-Control-Request-Headers: x-a,x-a',
          `${put} with Origin: null`,
        ].join('\n'),
      },
    ]);
  });

  it('is not, where other messages crossed the wire', () => {
    const exchanges = [exchange(1, { ...request('PUT'), headers: [] }, 200)];
    const { differences } = compare(prediction, observation({ exchanges }));
    expect(differences.map(({ what }) => what)).toEqual(['messages', 'headers']);
  });
});

describe('the HTTP cache answered', () => {
  it.each([
    ['when the page got a response and nothing crossed the wire', { exchanges: [] }, true],
    ['not when the request crossed the wire', {}, false],
    ['not when the evidence is lost', { exchanges: null }, false],
    ['not when the fetch failed', { exchanges: [], result: failure }, false],
  ] as const)('%s', (_, given, expected) => {
    expect(answeredFromHttpCache(allowed, observation(given))).toBe(expected);
  });
});

describe('a permission that the browser had forgotten', () => {
  const orders = 'http://localhost:4001/orders';
  const entry: PreflightCacheEntry = {
    origin: 'http://localhost:4000',
    url: `${orders}#first`,
    credentials: false,
    at: 0,
    maxAge: null,
    expires: 5000,
    kind: 'method',
    name: 'PUT',
  };
  const other = { ...entry, url: 'http://localhost:4001/other' };
  const state: BrowserState = { preflights: [entry, other], cookies: [] };
  const asking = (url: string): WireRequest => ({
    method: 'OPTIONS',
    url,
    headers: [
      ['Origin', 'http://localhost:4000'],
      ['Access-Control-Request-Method', 'PUT'],
    ],
    body: null,
  });
  const crossed = (url: string): Exchange => ({ number: 1, at: 0, request: asking(url), response: null });
  const foreseen = (url: string): Message => ({
    kind: 'preflight',
    hop: 0,
    request: asking(url),
    response: null,
    stopped: false,
  });

  it('is one for whose URL there was a preflight that nobody foresaw', () => {
    expect(withoutForgotten(state, [], [crossed(orders)])).toEqual({ preflights: [other], cookies: [] });
  });
  it.each([
    ['there was none', [], []],
    ['it was foreseen', [foreseen(orders)], [crossed(orders)]],
    ['it went to another URL', [], [crossed(`${orders}/7`)]],
  ] as const)('is none where %s', (_, messages, exchanges) => {
    expect(withoutForgotten(state, messages, exchanges)).toBe(state);
  });
});
