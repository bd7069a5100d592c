import {
  anyOrigin,
  blocked,
  cookie,
  credentialed,
  type Expected,
  get,
  once,
  opaque,
  options,
  type PlanSpec,
  post,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const lines = [anyOrigin];
const include = { credentials: 'include' } as const;
const open = [thisPage, credentialed];
const reflected = 'Access-Control-Allow-Origin: {origin}';
const expose = (value: string) => `Access-Control-Expose-Headers: ${value}`;
const visible = (...names: string[]): Expected =>
  readable([get], { visible: ['content-length', 'content-type', ...names].sort() });

const byPlan = (name: string, runs: readonly (readonly [PlanSpec, Expected])[], request = {}) =>
  sequence({ name, requests: [request], runs: runs.map(([plan, expected]) => ({ plan, expected })) });
const statuses = (name: string, wire: string, list: readonly number[], request = {}) =>
  byPlan(
    name,
    list.map((status) => [{ response: { status, lines } }, readable([wire], { status })]),
    request,
  );
const afterPreflight = (method: string, list: readonly number[]) =>
  byPlan(
    `the page reads any status of ${method} after a preflight`,
    list.map((status) => [
      {
        preflight: {
          lines: [
            anyOrigin,
            'Access-Control-Allow-Headers: X-Nonsimple',
            `Access-Control-Allow-Methods: ${method}`,
            'Access-Control-Max-Age: 0',
          ],
        },
        response: { status, lines },
      },
      readable([options, `${method} same-site /orders`], { status }),
    ]),
    { method, headers: ['X-Nonsimple: true'] },
  );

const exposed = (name: string, list: readonly (readonly string[])[], more: readonly string[]) =>
  byPlan(
    name,
    list.map((values) => [{ response: { lines: [...lines, 'BB-8: hey', ...values.map(expose)] } }, visible(...more)]),
  );

const hidden = ['Age: 27', 'Server: wptServe', 'Warning: Mind the gap'];
const star = ['Test: X', '*: whoa'];

/** What a page reads: https://github.com/web-platform-tests/wpt/blob/master/cors/response-headers.htm */
export const wptResponses = [
  statuses('the page reads any status of success', get, [201, 202, 203, 205, 206, 209, 299]),
  statuses('the page reads any status of failure', get, [400, 403, 404, 500, 501]),
  statuses('the page reads the status of a POST', post, [404, 500], { method: 'POST', body: 'pizza' }),
  statuses('the page reads the status of a HEAD', 'HEAD same-site /orders', [200, 401], { method: 'HEAD' }),
  afterPreflight('GET', [204, 400, 401]),
  afterPreflight('HEAD', [204, 400, 401, 501]),
  afterPreflight('POST', [204, 400, 401, 404]),
  afterPreflight('PUT', [200, 599]),
  afterPreflight('CHICKEN', [200, 501]),
  byPlan('a status that nobody may read', [
    [{ response: { status: 400 } }, blocked('acao-missing', [get])],
    [{ response: { status: 501 } }, blocked('acao-missing', [get])],
  ]),

  exposed(
    'lists that expose BB-8',
    [['BB-8'], ['bb-8', 'no'], ['no', 'bb-8'], ['', 'bb-8'], [',bb-8'], ["'bb-8',bb-8"]],
    ['bb-8'],
  ),
  exposed(
    'lists of which one element is no name',
    [['bb-8,,@#$#%%&^&^*()()11!'], ['bb-8, no no'], ['@#$#%%&^&^*()()11!,bb-8'], ['bb-8', 'no no'], ['"bb-8",bb-8']],
    [],
  ),
  exposed('lists of another name', [["'bb-8'"]], []),
  once({
    name: 'headers that are hidden unless exposed',
    response: { lines: [...lines, ...hidden] },
    expected: visible(),
  }),
  once({
    name: 'headers that are hidden unless exposed, exposed',
    response: { lines: [...lines, ...hidden, expose('Age, Server, Warning')] },
    expected: visible('age', 'server', 'warning'),
  }),
  once({
    name: 'a header called * under the wildcard',
    response: { lines: [...lines, ...star, expose('*')], cookies: [cookie('a=1')] },
    expected: visible(
      '*',
      'access-control-allow-origin',
      'access-control-expose-headers',
      'content-security-policy',
      'test',
      'x-content-type-options',
    ),
  }),
  once({
    name: 'a header called * under the wildcard and another name',
    response: { lines: [...lines, ...star, expose('*'), expose('set-cookie')], cookies: [cookie('a=1')] },
    expected: visible(
      '*',
      'access-control-allow-origin',
      'access-control-expose-headers',
      'content-security-policy',
      'test',
      'x-content-type-options',
    ),
  }),
  once({
    name: 'with credentials, only the header called * is exposed by *',
    request: include,
    response: { lines: [...open, ...star, expose('*')], cookies: [cookie('a=1')] },
    expected: visible('*'),
  }),
  once({
    name: 'with credentials, Access-Control-Allow-Credentials: 0',
    request: include,
    response: { lines: [thisPage, 'Access-Control-Allow-Credentials: 0'] },
    expected: blocked('acac-not-true', [get]),
  }),

  ...(['same-site', 'cross-site'] as const).map((target) =>
    sequence({
      name: `keepalive asks like any other request, ${target}`,
      requests: [
        { target, keepalive: true, mode: 'no-cors' },
        { target, keepalive: true },
      ],
      runs: [
        { expected: opaque('opaque-no-cors', [`GET ${target} /orders`], { status: 0, visible: [] }) },
        { request: 1, expected: blocked('acao-missing', [`GET ${target} /orders`]) },
        { request: 1, plan: { response: { lines } }, expected: readable([`GET ${target} /orders`]) },
      ],
    }),
  ),

  sequence({
    name: 'a cookie of the page is not sent across sites',
    requests: [
      { ...include, target: 'page' },
      { ...include, target: 'cross-site' },
    ],
    response: { lines: open, cookies: [cookie('session=1')] },
    runs: [
      { expected: readable(['GET page /orders']) },
      { request: 1, expected: readable(['GET cross-site /orders'], { received: { Cookie: [null] } }) },
    ],
  }),
  ...[
    { whom: 'the page', target: 'page' as const, wire: 'GET page /orders' },
    { whom: 'the API', target: 'same-site' as const, wire: get },
  ].map(({ whom, target, wire }) =>
    sequence({
      name: `a cookie of another site is not sent to ${whom}`,
      requests: [
        { ...include, target: 'cross-site' },
        { ...include, target },
      ],
      response: { lines: open, cookies: [cookie('session=1', { sameSite: 'None', secure: true })] },
      runs: [
        { expected: readable(['GET cross-site /orders']) },
        { request: 1, expected: readable([wire], { received: { Cookie: [null] } }) },
      ],
    }),
  ),
  sequence({
    name: 'cookies go along a redirect to another API',
    requests: [include],
    response: { lines: [reflected, credentialed], cookies: [cookie('a=2')], redirects: [redirect('second')] },
    runs: [null, 'a=2'].map((value) => ({
      expected: readable([get, 'GET second /@1/orders'], { received: { Cookie: [value, value] } }),
    })),
  }),
  sequence({
    name: 'cookies go along a redirect to another API, after preflights',
    requests: [{ ...include, headers: ['A: b'] }],
    preflight: {
      lines: [reflected, credentialed, 'Access-Control-Allow-Headers: a', 'Access-Control-Max-Age: 0'],
    },
    response: { lines: [reflected, credentialed], cookies: [cookie('a=2')], redirects: [redirect('second')] },
    runs: [null, 'a=2'].map((value) => ({
      expected: readable([options, get, 'OPTIONS second /@1/orders', 'GET second /@1/orders'], {
        received: { Cookie: [null, value, null, value] },
      }),
    })),
  }),
];
