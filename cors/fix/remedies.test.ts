import { describe, expect, it } from 'vitest';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest } from '../defaults.ts';
import { reply } from '../fetch/cases.ts';
import type { HeaderLine } from '../http.ts';
import type { Message } from '../outcome.ts';
import type { Answer, Origins, Redirect, ScenarioRequest } from '../scenario.ts';
import { type Failed, headerSet, listExtended } from './draft.ts';
import { remedies } from './remedies.ts';

const page = 'http://localhost:4000';
const origins: Origins = {
  page,
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const redirect = (given: Partial<Redirect> = {}): Redirect => ({
  to: 'cross-site',
  status: 302,
  cors: true,
  userinfo: false,
  ...given,
});
const messageAt = (hop: number): Message => ({
  kind: 'request',
  hop,
  request: { method: 'GET', url: 'http://localhost:4001/orders', headers: [], body: null },
  response: reply(200),
  stopped: true,
});

interface Given {
  readonly request?: Partial<ScenarioRequest>;
  readonly preflight?: Partial<Answer>;
  readonly response?: Partial<Answer>;
  readonly hop?: number;
}
const failed = ({ request, preflight, response, hop }: Given = {}): Failed => ({
  plan: {
    ...defaultPlan,
    preflight: { ...defaultPreflight, headers: [], ...preflight },
    response: { ...defaultAnswer, headers: [], ...response },
  },
  request: { ...defaultRequest, ...request },
  origins,
  messages: hop === undefined ? [] : [messageAt(hop)],
});
const allow = (value: string): HeaderLine => ['Access-Control-Allow-Origin', value];
const missing = (at: 'preflight' | 'response' | 'redirect', origin = page) =>
  ({ at, origin, status: 200, method: 'GET' }) as const;

describe('what is changed in the request', () => {
  it('the cache mode, where only the cache was asked', () => {
    expect(remedies['only-if-cached-mode']({ mode: 'cors' }, failed())?.request.cache).toBe('force-cache');
    expect(remedies['not-cached']({ url: '' }, failed())?.request.cache).toBe('force-cache');
  });

  it('a header whose name is none goes', () => {
    const headers: readonly HeaderLine[] = [
      ['a b', '1'],
      ['X-A', '2'],
    ];
    const draft = remedies['header-name-invalid']({ name: 'a b' }, failed({ request: { headers } }));
    expect(draft?.request.headers).toEqual([['X-A', '2']]);
  });

  it('a value loses its line breaks, unless that is not all', () => {
    const value = (...headers: HeaderLine[]) =>
      remedies['header-value-invalid']({ name: 'X-A', value: '' }, failed({ request: { headers } }))?.request.headers;
    expect(value(['X-A', ' a\r\n\0b\n'], ['X-B', ' c '])).toEqual([
      ['X-A', 'a b'],
      ['X-B', ' c '],
    ]);
    expect(value(['X-A', '€'])).toBeUndefined();
    expect(value(['X-A', 'a\nb'], ['X-B', '€'])).toBeUndefined();
  });

  it('a method that is allowed in capitals is written so', () => {
    const facts = { allowed: ['PATCH'], credentials: false, caseOnly: true };
    const lower = remedies['method-not-allowed']({ ...facts, method: 'patch' }, failed());
    expect(lower?.request.method).toBe('PATCH');
    const upper = remedies['method-not-allowed']({ ...facts, method: 'PATCH' }, failed());
    expect(upper?.plan.preflight.headers).toEqual([['Access-Control-Allow-Methods', 'PATCH']]);
    const other = remedies['method-not-allowed']({ ...facts, method: 'patch', caseOnly: false }, failed());
    expect(other?.plan.preflight.headers).toEqual([['Access-Control-Allow-Methods', 'patch']]);
  });

  it('headers that only a server says go, and no others', () => {
    const headers: readonly HeaderLine[] = [
      ['Access-Control-Allow-Origin', '*'],
      ['X-A', '1'],
    ];
    const facts = { requested: [], allowed: [], credentials: false };
    const draft = remedies['header-not-allowed'](
      { ...facts, missing: ['access-control-allow-origin', 'x-a'] },
      failed({ request: { headers } }),
    );
    expect(draft?.request.headers).toEqual([['X-A', '1']]);
  });

  it('an API that is missing is looked for in the document', () => {
    const worker = failed({ request: { context: 'worker' } });
    expect(remedies['api-missing']({ api: 'image', context: 'worker' }, worker)?.request.context).toBe('document');
  });
});

describe('what is changed in the redirects', () => {
  it('the one that leads nowhere goes, with all after it', () => {
    const redirects = [redirect(), redirect({ to: 'data-url' }), redirect()];
    const draft = remedies['redirect-scheme'](
      { location: '', scheme: 'data' },
      failed({ response: { redirects }, hop: 1 }),
    );
    expect(draft?.plan.response.redirects).toEqual([redirect()]);
  });

  it('the twenty-first goes', () => {
    const redirects = Array.from({ length: 22 }, () => redirect());
    const draft = remedies['redirect-too-many']({ count: 21 }, failed({ response: { redirects }, hop: 21 }));
    expect(draft?.plan.response.redirects).toHaveLength(20);
  });

  it('the one with userinfo loses it', () => {
    const redirects = [redirect({ userinfo: true }), redirect({ userinfo: true })];
    const draft = remedies['redirect-userinfo']({ location: '' }, failed({ response: { redirects }, hop: 1 }));
    expect(draft?.plan.response.redirects).toEqual([redirect({ userinfo: true }), redirect()]);
  });

  it('a preflight’s goes, or its status becomes one of success', () => {
    const facts = { status: 302, location: null };
    const redirects = [redirect()];
    expect(remedies['preflight-redirect'](facts, failed({ preflight: { redirects } }))?.plan.preflight).toMatchObject({
      redirects: [],
      status: defaultPreflight.status,
    });
    const bare = remedies['preflight-redirect'](facts, failed({ preflight: { status: 302 } }));
    expect(bare?.plan.preflight.status).toBe(204);
  });

  it('of a preflight that allows nobody goes before anything is allowed', () => {
    const draft = remedies['acao-missing'](missing('preflight'), failed({ preflight: { redirects: [redirect()] } }));
    expect(draft?.plan.preflight).toMatchObject({ redirects: [], headers: [] });
  });

  it('that one which stopped is sent with the CORS headers there are', () => {
    const redirects = [redirect({ cors: false }), redirect({ cors: false })];
    const headers: readonly HeaderLine[] = [['X-A', '1'], allow('{page}')];
    const draft = remedies['acao-missing'](missing('redirect'), failed({ response: { redirects, headers }, hop: 1 }));
    expect(draft?.plan.response).toMatchObject({ redirects: [redirect({ cors: false }), redirect()], headers });
  });

  it('and with one, where there is none', () => {
    const given = { response: { redirects: [redirect({ cors: false })] }, hop: 0 };
    const draft = remedies['acao-missing'](missing('redirect'), failed(given));
    expect(draft?.plan.response).toMatchObject({ redirects: [redirect()], headers: [allow('{page}')] });
  });
});

describe('the origin that is allowed', () => {
  const allowed = (value: string | null, origin: string, request: Partial<ScenarioRequest> = {}) => {
    const headers: readonly HeaderLine[] = value === null ? [['X-A', '1']] : [['X-A', '1'], allow(value)];
    const draft = remedies['acao-mismatch'](
      { at: 'response', origin, method: 'GET', value: value ?? '', hint: 'other' },
      failed({ response: { headers }, request }),
    );
    return draft?.plan.response.headers.slice(1);
  };

  it.each([
    [null, page, '{page}'],
    ['{page}', 'http://localhost:4002', '{second}'],
    ['http://other.test', page, '{page}'],
    ['http://other.test', 'http://third.test', 'http://third.test'],
    ['{origin in http://a.test}', page, '{origin in http://a.test {page}}'],
    ['{origin in {second} {same-site}}', page, '{origin in {second} {same-site} {page}}'],
    ['x {origin in http://a.test}', page, '{page}'],
    ['{origin in http://a.test} x', page, '{page}'],
    ['http://other.test', 'null', '*'],
  ])('where %s is, for %s: %s', (value, origin, after) => {
    expect(allowed(value, origin)).toEqual([allow(after)]);
  });

  it('null is not, with credentials: the page asks from the document', () => {
    const request = { credentials: 'include', context: 'sandboxed-iframe' } as const;
    const draft = remedies['acao-missing'](missing('response', 'null'), failed({ request }));
    expect(draft?.request.context).toBe('document');
  });

  it('or asks where the redirects lead', () => {
    const given = {
      request: { credentials: 'include' },
      response: { redirects: [redirect(), redirect({ to: 'second' })] },
    } as const;
    const draft = remedies['acao-missing'](missing('response', 'null'), failed(given));
    expect(draft?.request.target).toBe('second');
    expect(draft?.plan.response.redirects).toEqual([]);
    const nowhere = { ...given, response: { redirects: [redirect({ to: 'data-url' })] } } as const;
    expect(remedies['acao-missing'](missing('response', 'null'), failed(nowhere))).toBeNull();
  });
});

it('a list that cannot be read keeps what can', () => {
  const value = '"x-a";  (x-b), [x/c] x-d';
  const preflight = { headers: [['Access-Control-Allow-Headers', value]] } as const;
  expect(remedies['acah-invalid']({ value }, failed({ preflight }))?.plan.preflight.headers).toEqual([
    ['Access-Control-Allow-Headers', 'x-a, x-b, x-d'],
  ]);
});

describe('a header that is set', () => {
  const set = (...headers: HeaderLine[]) =>
    headerSet(failed({ response: { headers } }), 'response', 'Vary', 'Origin').plan.response.headers;
  it.each<[HeaderLine[], HeaderLine[]]>([
    [[], [['Vary', 'Origin']]],
    [
      [['X-A', 'Origin']],
      [
        ['X-A', 'Origin'],
        ['Vary', 'Origin'],
      ],
    ],
    [
      [
        ['vary', 'Accept'],
        ['X-A', '1'],
      ],
      [
        ['vary', 'Origin'],
        ['X-A', '1'],
      ],
    ],
    [
      [
        ['vary', 'Accept'],
        ['X-A', '1'],
        ['VARY', 'Origin'],
      ],
      [
        ['X-A', '1'],
        ['VARY', 'Origin'],
      ],
    ],
    [
      [
        ['Vary', 'Origin'],
        ['vary', 'Accept'],
      ],
      [['Vary', 'Origin']],
    ],
  ])('%j becomes %j', (before, after) => {
    expect(set(...before)).toEqual(after);
  });
});

describe('a list that is extended', () => {
  const name = 'Access-Control-Allow-Methods';
  const extended = (request: Partial<ScenarioRequest>, ...headers: HeaderLine[]) =>
    listExtended(failed({ preflight: { headers }, request }), 'preflight', name, ['PUT', 'PATCH']).plan.preflight
      .headers;
  it.each<[HeaderLine[], HeaderLine[]]>([
    [[], [[name, 'PUT, PATCH']]],
    [[[name, ' ']], [[name, 'PUT, PATCH']]],
    [
      [
        ['X-A', '1'],
        [name, 'GET'],
      ],
      [
        ['X-A', '1'],
        [name, 'GET, PUT, PATCH'],
      ],
    ],
    [
      [[name, '{requested-method}']],
      [
        [name, '{requested-method}'],
        [name, 'PUT, PATCH'],
      ],
    ],
    [[[name, ' * ']], [[name, ' * , PUT, PATCH']]],
  ])('%j becomes %j', (before, after) => {
    expect(extended({}, ...before)).toEqual(after);
  });
  it('has no wildcard with credentials', () => {
    expect(extended({ credentials: 'include' }, [name, ' * '])).toEqual([[name, 'PUT, PATCH']]);
    expect(extended({ credentials: 'include' }, [name, 'GET'])).toEqual([[name, 'GET, PUT, PATCH']]);
  });
});
