import { describe, expect, it } from 'vitest';
import { defaultPlan, defaultRequest, defaultScenario } from './defaults.ts';
import { parsePlan, parseScenario, parseScenarioLeniently } from './schema.ts';

it('takes the defaults for whatever is missing, and leaves out what it does not know', () => {
  expect(parsePlan({})).toEqual({ ok: true, value: defaultPlan });
  expect(parsePlan({ response: { status: 404, colour: 'red' }, extra: 1 })).toEqual({
    ok: true,
    value: { ...defaultPlan, response: { ...defaultPlan.response, status: 404 } },
  });
  expect(parseScenario({})).toEqual({ ok: true, value: { ...defaultScenario, title: '' } });
  expect(parseScenario({ requests: [{ method: 'put' }] })).toMatchObject({
    value: { requests: [{ ...defaultRequest, method: 'put' }] },
  });
});

it('takes a whole plan as it is', () => {
  const plan = {
    preflight: { status: 200, headers: [['Vary', 'Origin']], body: 'x', delay: 10_000, cookies: [], redirects: [] },
    response: {
      status: 599,
      headers: [
        ['access-control-allow-origin', '{origin in {page} null}'],
        ['access-control-allow-origin', ''],
      ],
      body: '\ud800',
      delay: 0,
      cookies: [{ name: '__Host-a', value: '', sameSite: 'None', secure: true, httpOnly: true }],
      redirects: [{ to: 'unparsable', status: 399, cors: false, userinfo: true }],
    },
    library: {
      name: 'rs-cors',
      origins: '*',
      methods: 'PUT',
      headers: '',
      expose: '',
      credentials: true,
      maxAge: '-1',
    },
    cache: true,
  };
  expect(parsePlan(plan)).toEqual({ ok: true, value: plan });
});

it.each<[unknown, string, string]>([
  [null, '', 'must be an object'],
  ['plan', '', 'must be an object'],
  [[], '', 'must be an object'],
  [{ response: null }, 'response', 'must be an object'],
  [{ response: { status: 101 } }, 'response.status', 'must be a whole number from 200 to 599'],
  [{ response: { status: 600 } }, 'response.status', 'must be a whole number from 200 to 599'],
  [{ response: { status: 200.5 } }, 'response.status', 'must be a whole number from 200 to 599'],
  [{ response: { status: '200' } }, 'response.status', 'must be a whole number from 200 to 599'],
  [{ preflight: { delay: 10_001 } }, 'preflight.delay', 'must be a whole number from 0 to 10000'],
  [{ preflight: { body: 'x'.repeat(16_385) } }, 'preflight.body', 'must be at most 16384 characters long'],
  [{ preflight: { headers: [['X']] } }, 'preflight.headers.0', 'must be a name and a value'],
  [{ preflight: { headers: [['X', 1]] } }, 'preflight.headers.0', 'must be a name and a value'],
  [{ preflight: { headers: { X: '1' } } }, 'preflight.headers', 'must be a list'],
  [
    {
      preflight: {
        headers: [
          ['X', '1'],
          ['Y', 'a\r\nb'],
        ],
      },
    },
    'preflight.headers.1',
    'has a value with a line break or a NUL, which no header can hold',
  ],
  [{ response: { headers: [['Location', '/']] } }, 'response.headers.0', 'is set by the redirects of the answer'],
  [{ response: { headers: Array(51).fill(['X', '1']) } }, 'response.headers', 'must have at most 50 entries'],
  [
    { response: { headers: Array(5).fill(['X', 'x'.repeat(4000)]) } },
    'response.headers',
    'have more than 16384 characters in all',
  ],
  [{ response: { cookies: [{ value: '1' }] } }, 'response.cookies.0', 'needs a name of letters, digits and hyphens'],
  [
    { response: { cookies: [{ name: 'a', sameSite: 'lax' }] } },
    'response.cookies.0.sameSite',
    'must be one of (empty), Strict, Lax, None',
  ],
  [{ response: { cookies: Array(11).fill({ name: 'a' }) } }, 'response.cookies', 'must have at most 10 entries'],
  [
    { response: { redirects: [{ status: 200 }] } },
    'response.redirects.0.status',
    'must be a whole number from 300 to 399',
  ],
  [{ response: { redirects: Array(23).fill({}) } }, 'response.redirects', 'must have at most 22 entries'],
  [{ library: { credentials: 'true' } }, 'library.credentials', 'must be true or false'],
  [
    { library: { origins: 'a\nb' } },
    'library.origins',
    'has a value with a line break or a NUL, which no header can hold',
  ],
  [{ library: { maxAge: '1h' } }, 'library.maxAge', 'must be whole seconds or empty'],
  [
    JSON.parse('{"response":{"__proto__":{"status":1},"status":1}}'),
    'response.status',
    'must be a whole number from 200 to 599',
  ],
])('refuses %j', (plan, path, message) => {
  expect(parsePlan(plan)).toEqual({ ok: false, path, message });
});

it.each<[unknown, string, string]>([
  [{ requests: [] }, 'requests', 'must have at least one entry'],
  [{ requests: Array(21).fill({}) }, 'requests', 'must have at most 20 entries'],
  [{ requests: [{}, { path: '/../x' }] }, 'requests.1.path', 'must not hold . or .. as a segment'],
  [{ requests: [{ target: 'elsewhere' }] }, 'requests.0.target', 'must be one of page, same-site, cross-site, second'],
  [
    { requests: [{ body: { type: 'json' } }] },
    'requests.0.body.type',
    'must be one of text, form, multipart, blob, bytes',
  ],
  [{ title: 'x'.repeat(201) }, 'title', 'must be at most 200 characters long'],
  [{ plan: { response: { status: 100 } } }, 'plan.response.status', 'must be a whole number from 200 to 599'],
])('refuses the scenario %j', (scenario, path, message) => {
  expect(parseScenario(scenario)).toEqual({ ok: false, path, message });
});

it('lets a request be as wrong as fetch() must find it', () => {
  const request = { ...defaultRequest, method: 'no method', headers: [['no name', 'a\r\nb']] };
  expect(parseScenario({ requests: [request] })).toMatchObject({ ok: true, value: { requests: [request] } });
});

describe('leniently', () => {
  it('drops a bad field, so that its default stands, and says which', () => {
    const { scenario, dropped } = parseScenarioLeniently({
      title: 7,
      expect: 'kept',
      requests: [{ method: 'PUT', mode: 'corse', path: 'orders' }],
      plan: { response: { status: 1, body: 'kept' }, library: { name: 'laravel', credentials: true } },
    });
    expect(scenario.title).toBe('');
    expect(scenario.expect).toBe('kept');
    expect(scenario.requests).toEqual([{ ...defaultRequest, method: 'PUT' }]);
    expect(scenario.plan.response).toEqual({ ...defaultPlan.response, body: 'kept' });
    expect(scenario.plan.library).toMatchObject({ name: 'express', credentials: true });
    expect(dropped.toSorted()).toEqual([
      'plan.library.name',
      'plan.response.status',
      'requests.0.mode',
      'requests.0.path',
      'title',
    ]);
  });

  it('drops single entries of a list, and keeps the others in order', () => {
    const headers = [
      ['A', '1'],
      ['B', 'a\nb'],
      ['C', '3'],
      ['Date', 'x'],
      ['E', '5'],
    ];
    const { scenario, dropped } = parseScenarioLeniently({ plan: { response: { headers } } });
    expect(scenario.plan.response.headers).toEqual([
      ['A', '1'],
      ['C', '3'],
      ['E', '5'],
    ]);
    expect(dropped.toSorted()).toEqual(['plan.response.headers.1', 'plan.response.headers.3']);
  });

  it.each([[null], [7], ['x'], [[]], [true]])('makes the default scenario of %j', (input) => {
    expect(parseScenarioLeniently(input)).toEqual({ scenario: { ...defaultScenario, title: '' }, dropped: [''] });
  });
});

it('takes the defaults for whatever is missing deeper down', () => {
  const plan = parsePlan({ response: { cookies: [{ name: 'a' }], redirects: [{}] }, library: {} });
  expect(plan).toMatchObject({
    value: {
      response: {
        cookies: [{ name: 'a', value: '', sameSite: '', secure: false, httpOnly: false }],
        redirects: [{ to: 'cross-site', status: 302, cors: true, userinfo: false }],
      },
      library: {
        name: 'express',
        origins: '',
        methods: '',
        headers: '',
        expose: '',
        credentials: false,
        maxAge: '',
      },
    },
  });
  expect(parseScenario({ requests: [{ body: {} }, { headers: undefined }] })).toMatchObject({
    value: { requests: [{ body: { type: 'text', text: '', mime: '' } }, { headers: defaultRequest.headers }] },
  });
});

it.each([
  [{ response: { body: 1 } }, 'response.body', 'must be text'],
  [{ library: { maxAge: 60 } }, 'library.maxAge', 'must be text'],
  [{ cache: 'on' }, 'cache', 'must be true or false'],
  [{ response: { headers: 'Vary' } }, 'response.headers', 'must be a list'],
  [{ response: { status: 'x', delay: 'y' } }, 'response.status', 'must be a whole number from 200 to 599'],
])('%j is refused at %s: %s', (plan, path, message) => {
  expect(parsePlan(plan)).toEqual({ ok: false, path, message });
});

it('takes a max-age of several digits', () => {
  expect(parsePlan({ library: { maxAge: '86400' } })).toMatchObject({ value: { library: { maxAge: '86400' } } });
});
