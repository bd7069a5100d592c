import { describe, expect, it } from 'vitest';
import { answer } from '../answer.ts';
import { toFetchCall } from '../call.ts';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from '../defaults.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { defaultLibrary } from '../libraries/index.ts';
import { emptyState } from '../outcome.ts';
import type { Library, LibraryName, Origins, Plan, ScenarioRequest } from '../scenario.ts';
import { libraryRefused } from './library.ts';
import { type Input, situationOf } from './situation.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const withLibrary = (name: LibraryName, options: Partial<Library>): Plan => ({
  ...defaultPlan,
  library: { ...defaultLibrary(name), origins: '{page}', ...options },
});
const asked = (plan: Plan, request: Partial<ScenarioRequest>, isAnswered = true): Input => {
  const call = toFetchCall({ ...defaultRequest, ...request }, origins, 'abcdefghijklmnop');
  const { page } = origins;
  const server = (sent: Parameters<typeof answer>[1]) => (isAnswered ? answer(plan, sent, origins) : null);
  const outcome = fetchAsBrowser({ call, page, server, state: emptyState, browser: 'standard', now: 0 });
  return { call, plan, outcome, page, browser: 'standard', origins };
};
const put = { method: 'PUT' } as const;
const headers = [
  ['X-A', '1'],
  ['X-B', '1'],
] as const;

describe('what a library refuses', () => {
  const facts = (name: LibraryName, options: Partial<Library>, request: Partial<ScenarioRequest>) =>
    libraryRefused(situationOf(asked(withLibrary(name, options), request))).map((advice) => advice.facts);

  it.each<[string, LibraryName, Partial<Library>, Partial<ScenarioRequest>, object]>([
    [
      'is the method',
      'jub0bs',
      { methods: 'PATCH' },
      put,
      { library: 'Go (jub0bs/cors)', status: 403, refused: ['PUT'], methods: ['GET', 'HEAD', 'POST', 'PATCH'] },
    ],
    [
      'is the method, of one that allows all others',
      'jub0bs',
      { methods: 'PUT, PATCH, DELETE' },
      { method: 'PURGE' },
      {
        library: 'Go (jub0bs/cors)',
        status: 403,
        refused: ['PURGE'],
        methods: ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'],
      },
    ],
    [
      'is a header',
      'jub0bs',
      { methods: 'PUT', headers: 'X-B' },
      { ...put, headers },
      { library: 'Go (jub0bs/cors)', status: 403, refused: ['x-a'], methods: null },
    ],
    [
      'is both',
      'rs-cors',
      { methods: 'PATCH', headers: 'X-A' },
      { ...put, headers },
      { library: 'Go (rs/cors)', status: 204, refused: ['PUT', 'x-b'], methods: ['PATCH'] },
    ],
    [
      'is told by the status alone',
      'starlette',
      {},
      put,
      { library: 'FastAPI, Starlette', status: 400, refused: ['PUT'], methods: ['GET'] },
    ],
  ])('%s', (_, name, options, request, expected) => {
    expect(facts(name, options, request)).toEqual([expected]);
  });

  it.each<[string, Input]>([
    ['nothing, when it lets the request pass', asked(withLibrary('jub0bs', { methods: 'PUT' }), put)],
    ['the origin, which its answer shows', asked(withLibrary('jub0bs', { origins: 'https://a.example' }), put)],
    ['the origin, without a preflight', asked(withLibrary('jub0bs', { origins: 'https://a.example' }), {})],
    ['nothing, when no answer comes', asked(withLibrary('jub0bs', {}), put, false)],
    ['nothing, where there is none', asked({ ...defaultPlan, preflight: { ...defaultPreflight, status: 404 } }, put)],
    ['what it lists, for everybody to see', asked(withLibrary('django', { methods: 'GET' }), put)],
    ['nothing, when nothing is asked', asked(withLibrary('jub0bs', {}), { path: '/', target: 'page' })],
  ])('is not said: %s', (_, input) => {
    expect(libraryRefused(situationOf(input))).toEqual([]);
  });
});

describe('a situation', () => {
  const open: Plan = {
    ...defaultPlan,
    preflight: { ...defaultPreflight, headers: [['Access-Control-Allow-Origin', '*']] },
    response: {
      ...defaultAnswer,
      headers: [
        ['Access-Control-Allow-Origin', '{origin}'],
        ['X-Sent', 'x'],
      ],
    },
  };

  it('has no answer to a request that was not sent', () => {
    const { response, preflight, cors, askedFrom } = situationOf(asked(open, put));
    expect({ response, preflight, cors }).toEqual({ response: null, preflight: null, cors: false });
    expect(askedFrom('https://a.example')).toEqual([]);
  });

  it.each<[string, Partial<ScenarioRequest>, boolean, boolean]>([
    ['mode cors', {}, true, true],
    ['mode no-cors', { mode: 'no-cors' }, true, false],
    ['the page’s own server', { target: 'page' }, true, false],
    ['no answer', {}, false, false],
  ])('had to pass the CORS check: %s', (_, request, isAnswered, cors) => {
    expect(situationOf(asked(open, request, isAnswered)).cors).toBe(cors);
  });

  it('tells what another origin would be answered, or none', () => {
    const { askedFrom } = situationOf(asked(open, {}));
    const allowed = (origin: string | null) =>
      askedFrom(origin).filter(([name]) => name === 'Access-Control-Allow-Origin' || name === 'X-Sent');
    expect(allowed('https://a.example')).toEqual([
      ['Access-Control-Allow-Origin', 'https://a.example'],
      ['X-Sent', 'x'],
    ]);
    expect(allowed(null)).toEqual([['X-Sent', 'x']]);
  });

  it('keeps the rest of the request when another origin asks', () => {
    const plan = withLibrary('starlette', { origins: '*', credentials: true });
    const cookie = { ...asked(plan, {}) };
    const sent = cookie.outcome.messages.map((message) => ({
      ...message,
      request: { ...message.request, headers: [...message.request.headers, ['Cookie', 'a=1'] as const] },
    }));
    const { askedFrom } = situationOf({ ...cookie, outcome: { ...cookie.outcome, messages: sent } });
    expect(askedFrom('https://a.example')).toContainEqual(['access-control-allow-origin', 'https://a.example']);
  });
});
