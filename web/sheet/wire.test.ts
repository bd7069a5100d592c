import { describe, expect, test } from 'vitest';
import { cacheAfter, defaultAnswer, defaultRequest, emptyCache, type Scenario, withSampleFor } from '#cors';
import type { View } from '../view/view.ts';
import { observed, origins, predicted, recordedOf, scenarioOf, typeError } from './testing.ts';
import { wireOf } from './wire.ts';

const allow = (what: string) => `Access-Control-Allow-${what}`;
const page = [[allow('Origin'), '{page}']] as const;

/** Each arrow in one line: direction, label, state, note, which server, and what is said below it. */
function drawn(view: View): readonly string[] {
  const arrow = { call: '→', 'to-server': '⇒', 'to-browser': '⇐', result: '←', unknown: '?' };
  return wireOf(view).arrows.map(({ kind, state, label, note, server, busy, processed, lines, offending }) =>
    [
      `${arrow[kind]} ${label}`,
      state === 'plain' ? '' : state,
      note ?? '',
      server > 0 ? `server ${server}` : '',
      busy ? 'busy' : '',
      processed ? 'processed' : '',
      ...lines.map(({ name, value }) => `${name}: ${value}`),
      ...offending.map((line) => (line.kind === 'absent' ? `no ${line.name}` : `${line.text} (${line.hit})`)),
    ]
      .filter((part) => part !== '')
      .join(' | '),
  );
}

const cases: readonly (readonly [string, Scenario, readonly string[]])[] = [
  [
    'a GET without a word about CORS stops on the way back, processed',
    scenarioOf({}),
    [
      '→ fetch()',
      '⇒ GET …/orders | no preflight | busy | processed | Origin: http://localhost:4000',
      '⇐ 200 OK | stopped | would stop here | busy | no Access-Control-Allow-Origin',
      '← TypeError',
    ],
  ],
  [
    'a header that is not listed stops the preflight, and the PUT is a ghost',
    scenarioOf(
      { method: 'PUT', headers: [['X-Token', 't']] },
      { preflight: [...page, [allow('Methods'), 'PUT'], [allow('Headers'), 'content-type']] },
    ),
    [
      '→ fetch()',
      '⇒ OPTIONS …/orders | preflight | Access-Control-Request-Method: PUT | Access-Control-Request-Headers: x-token',
      '⇐ 204 No Content | stopped | would stop here | Access-Control-Allow-Headers: content-type (x-token is missing)',
      '⇒ PUT …/orders | unsent | would not be sent',
      '← TypeError',
    ],
  ],
  [
    'an allowed request after a preflight',
    scenarioOf(
      { headers: [['X-Token', 't']] },
      { preflight: [...page, [allow('Headers'), 'x-token']], response: page },
    ),
    [
      '→ fetch()',
      '⇒ OPTIONS …/orders | preflight | Access-Control-Request-Headers: x-token',
      '⇐ 204 No Content | Access-Control-Allow-Headers: x-token',
      '⇒ GET …/orders | busy | Origin: http://localhost:4000 | X-Token: t',
      '⇐ 200 OK | busy | Access-Control-Allow-Origin: http://localhost:4000',
      '← 200 OK',
    ],
  ],
  [
    'a redirect to a third origin makes the origin null',
    scenarioOf(
      {},
      {
        plan: {
          response: {
            ...defaultAnswer,
            headers: page,
            redirects: [{ to: 'second', status: 302, cors: true, userinfo: false }],
          },
        },
      },
    ),
    [
      '→ fetch()',
      '⇒ GET …/orders | no preflight | busy | Origin: http://localhost:4000',
      '⇐ 302 Found | busy | Location: http://localhost:4002/e/abcdefghijklmnop/@1/orders | Access-Control-Allow-Origin: http://localhost:4000',
      '⇒ GET …/orders | to http://localhost:4002 | server 1 | busy | processed | Origin: null',
      '⇐ 200 OK | stopped | would stop here | server 1 | busy | Access-Control-Allow-Origin: http://localhost:4000 (is not null)',
      '← TypeError',
    ],
  ],
  [
    'an opaque answer passes the browser, but not to the page',
    scenarioOf({ mode: 'no-cors' }),
    ['→ fetch()', '⇒ GET …/orders | no preflight | busy | processed', '⇐ 200 OK | busy', '← opaque'],
  ],
  [
    'a request to the own origin',
    scenarioOf({ target: 'page' }),
    ['→ fetch()', '⇒ GET …/orders | same origin | busy', '⇐ 200 OK | busy', '← 200 OK'],
  ],
  [
    'XMLHttpRequest in a worker is told less of an error',
    scenarioOf({ api: 'xhr', context: 'worker' }),
    [
      '→ xhr.send() | in a worker',
      '⇒ GET …/orders | no preflight | busy | processed | Origin: http://localhost:4000',
      '⇐ 200 OK | stopped | would stop here | busy | no Access-Control-Allow-Origin',
      '← error event',
    ],
  ],
  [
    'an image without crossorigin is shown, and not read',
    scenarioOf(
      { api: 'image', mode: 'no-cors', method: 'PUT' },
      { plan: { response: withSampleFor('image', defaultAnswer) } },
    ),
    [
      '→ <img>',
      '⇒ GET …/orders | no preflight | busy | processed',
      '⇐ 200 OK | busy',
      '← load event | a canvas of it is tainted',
    ],
  ],
  [
    'a module script in a sandboxed frame',
    scenarioOf({ api: 'module', context: 'sandboxed-iframe', credentials: 'include' }),
    [
      '→ <script> | module, use-credentials, in a sandboxed frame',
      '⇒ GET …/orders | no preflight | busy | processed | Origin: null',
      '⇐ 200 OK | stopped | would stop here | busy | no Access-Control-Allow-Origin',
      '← error event',
    ],
  ],
  [
    'a beacon tells nothing',
    scenarioOf({ api: 'beacon', body: { type: 'text', text: 'seen', mime: '' } }),
    [
      '→ sendBeacon()',
      '⇒ POST …/orders | no preflight | busy | processed | Origin: http://localhost:4000',
      '⇐ 200 OK | busy',
      '← nothing | is told',
    ],
  ],
  [
    'an image in a worker is not asked for',
    scenarioOf({ api: 'image', context: 'worker' }),
    ['→ <img> | stopped | would be refused', '← ReferenceError'],
  ],
  [
    'a method that no page may use never leaves the browser',
    scenarioOf({ method: 'TRACE' }),
    ['→ fetch() | stopped | would be refused', '← TypeError'],
  ],
];

test.each(cases)('%s', (_, scenario, expected) => {
  expect(drawn(predicted(scenario))).toEqual(expected);
});

/** The lines of the last answer that are marked, with what is said of each. */
const marked = (view: View) =>
  wireOf(view)
    .arrows.findLast(({ kind }) => kind === 'to-browser')
    ?.raw.flatMap((line) =>
      line.kind === 'line' && (line.hit ?? line.slip) !== undefined ? [`${line.text} (${line.hit ?? line.slip})`] : [],
    );

test('of a preflight answer, the lines that answer what was asked', () => {
  const lists = [
    [allow('Headers'), 'x-token'],
    [allow('Methods'), 'PUT'],
  ] as const;
  const answersTo = (request: Parameters<typeof scenarioOf>[0]) =>
    wireOf(predicted(scenarioOf(request, { preflight: [...page, ...lists] })))
      .arrows.find(({ label }) => label === '204 No Content')
      ?.lines.map(({ name }) => name);
  expect(answersTo({ method: 'PUT' })).toEqual([allow('Methods')]);
  expect(answersTo({ headers: [['X-Token', 't']] })).toEqual([allow('Headers')]);
  expect(answersTo({ method: 'PUT', headers: [['X-Token', 't']] })).toEqual([allow('Methods'), allow('Headers')]);
});

test('a misspelt CORS header is marked where it stands, beside the one that is missing', () => {
  const view = predicted(scenarioOf({}, { response: [['Access-Control-Allowed-Origin', '*']] }));
  expect(marked(view)).toEqual(['Access-Control-Allowed-Origin: * (not a CORS header)']);
  expect(wireOf(view).arrows.find(({ state }) => state === 'stopped')?.offending).toMatchObject([
    { text: 'Access-Control-Allowed-Origin: *', slip: 'not a CORS header' },
    { kind: 'absent', name: 'Access-Control-Allow-Origin' },
  ]);
});

test('what is wrong with two lines is said once', () => {
  const twice = scenarioOf(
    {},
    {
      response: [
        [allow('Origin'), 'http://a.example'],
        [allow('Origin'), 'http://b.example'],
      ],
    },
  );
  expect(marked(predicted(twice))).toEqual([
    'Access-Control-Allow-Origin: http://a.example (only one may stand here)',
    'Access-Control-Allow-Origin: http://b.example ()',
  ]);
});

describe('what was observed', () => {
  const scenario = scenarioOf({});

  test('is told from what the server recorded, with the lines that only it knows', () => {
    const { arrows } = wireOf(observed(scenario, { result: typeError, exchanges: recordedOf(scenario) }));
    const [, request, response, result] = arrows;
    expect(request?.raw).toContainEqual({ kind: 'line', text: 'User-Agent: Chromium/156', mine: false });
    expect(response?.note).toBe('stopped here');
    expect(response?.raw).toContainEqual({ kind: 'absent', name: 'Access-Control-Allow-Origin' });
    expect(result?.raw).toEqual([{ kind: 'line', text: 'TypeError: Failed to fetch' }]);
  });

  test('is unknown between the browser and the server when the evidence is lost', () => {
    expect(drawn(observed(scenario, { result: typeError, exchanges: null }))).toEqual([
      '→ fetch()',
      '? What crossed the wire is not known',
      '← TypeError',
    ]);
  });

  test('is never drawn as stopped when the page could read it all the same', () => {
    const result = {
      kind: 'response',
      type: 'cors',
      status: 200,
      statusText: 'OK',
      url: 'http://localhost:4001/',
      redirected: false,
      headers: [],
      body: '',
    } as const;
    expect(drawn(observed(scenario, { result, exchanges: recordedOf(scenario) }))).toEqual([
      '→ fetch()',
      '⇒ GET …/orders | no preflight | busy | processed | Origin: http://localhost:4000',
      '⇐ 200 OK | busy',
      '← 200 OK',
    ]);
  });

  test('says so when the server has not seen what the page got an answer to', () => {
    const answered = {
      kind: 'response',
      type: 'cors',
      status: 200,
      statusText: 'OK',
      url: '',
      redirected: false,
    } as const;
    const view = observed(scenario, { result: { ...answered, headers: [], body: '' }, exchanges: [] });
    expect(drawn(view)).toEqual(['→ fetch()', '⇒ GET …/orders | unsent | not seen by the server', '← 200 OK']);
  });

  test('shows an exchange that the rules did not expect', () => {
    const [exchange] = recordedOf(scenario) ?? [];
    if (!exchange) throw new Error('Nothing recorded');
    const more = { ...exchange, number: 2, request: { ...exchange.request, method: 'DELETE' } };
    const arrows = drawn(observed(scenario, { result: typeError, exchanges: [exchange, more] }));
    expect(arrows.filter((arrow) => arrow.includes('DELETE'))).toHaveLength(1);
  });
});

test('the lines that the code asked for are told from those that the browser added', () => {
  const scenario = scenarioOf(
    { headers: [['X-Token', 't']], mode: 'cors' },
    { preflight: [[allow('Headers'), '*'], ...page] },
  );
  const request = wireOf(predicted(scenario)).arrows.find(({ label }) => label === 'GET …/orders');
  expect(request?.raw).toContainEqual({ kind: 'line', text: 'X-Token: t', mine: true });
  expect(request?.raw).toContainEqual({ kind: 'line', text: 'Origin: http://localhost:4000', mine: false });
});

describe('a cache in front', () => {
  const response = [[allow('Origin'), '{origin in {page} {second}}']] as const;
  const first = scenarioOf({}, { response, plan: { cache: true } });
  const second = { ...first, requests: [{ ...defaultRequest, context: 'other-page' as const }] };

  test('says that it asks the server', () => {
    expect(drawn(predicted(first))).toEqual([
      '→ fetch()',
      '⇒ GET …/orders | no preflight | busy | Origin: http://localhost:4000',
      '⇐ 200 OK | busy | Access-Control-Allow-Origin: http://localhost:4000 | X-Cache: MISS',
      '← 200 OK',
    ]);
  });

  test('is told by the answer on what that depends', () => {
    const varying = scenarioOf({}, { response: [...response, ['Vary', 'Origin']], plan: { cache: true } });
    expect(drawn(predicted(varying))[2]).toBe(
      '⇐ 200 OK | busy | Access-Control-Allow-Origin: http://localhost:4000 | Vary: Origin | X-Cache: MISS',
    );
  });

  test('says that it answers, and nothing is said to be processed', () => {
    const { plan } = first;
    const messages = predicted(first).outcome.messages.map((message) => ({ ...message, after: 0 }));
    const cache = cacheAfter({ plan, origins, cache: emptyCache, now: 0 }, messages);
    expect(drawn(predicted(second, { plan, cache }))).toEqual([
      '→ fetch() | on another page',
      '⇒ GET …/orders | no preflight | Origin: http://localhost:4002',
      '⇐ 200 OK | stopped | from the cache, would stop here | X-Cache: HIT | Access-Control-Allow-Origin: http://localhost:4000 (is another origin)',
      '← TypeError',
    ]);
  });
});
