import {
  blocked,
  cookie,
  credentialed,
  get,
  opaque,
  options,
  put,
  readable,
  redirect,
  sequence,
  thisPage,
} from './case.ts';

const include = { credentials: 'include' } as const;
const open = { lines: [thisPage, credentialed] };
const reflected = { lines: ['Access-Control-Allow-Origin: {origin}', credentialed] };
const crossSite = 'GET cross-site /orders';
const sent = (value: string | null) => ({ received: { Cookie: [value] } });

/** Cookies are credentials too. https://fetch.spec.whatwg.org/#credentials */
export const cookies = [
  sequence({
    name: 'a cookie is set, then sent',
    requests: [include],
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [{ expected: readable([get], sent(null)) }, { expected: readable([get], sent('session=1')) }],
  }),
  sequence({
    name: 'a strict cookie is sent within the site',
    requests: [include],
    response: { ...open, cookies: [cookie('session=1', { sameSite: 'Strict', httpOnly: true })] },
    runs: [{ expected: readable([get]) }, { expected: readable([get], sent('session=1')) }],
  }),
  ...(['omit', 'same-origin'] as const).map((credentials) =>
    sequence({
      name: `credentials ${credentials}: a cookie is not kept`,
      requests: [{ credentials }, include],
      response: { ...open, cookies: [cookie('session=1')] },
      runs: [{ expected: readable([get], sent(null)) }, { request: 1, expected: readable([get], sent(null)) }],
    }),
  ),
  sequence({
    name: 'a cookie that is kept is not sent without credentials',
    requests: [include, {}],
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [{ expected: readable([get], sent(null)) }, { request: 1, expected: readable([get], sent(null)) }],
  }),
  sequence({
    name: 'a cookie is kept although the response is blocked',
    requests: [include],
    response: { cookies: [cookie('session=1')] },
    runs: [
      { expected: blocked('acao-missing', [get], sent(null)) },
      { expected: blocked('acao-missing', [get], sent('session=1')) },
    ],
  }),
  sequence({
    name: 'a preflight carries no cookie',
    requests: [include, { ...include, method: 'PUT', body: 'one pizza' }],
    preflight: { lines: [thisPage, credentialed, 'Access-Control-Allow-Methods: PUT'] },
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [
      { expected: readable([get]) },
      { request: 1, expected: readable([options, put], { received: { Cookie: [null, 'session=1'] } }) },
    ],
  }),
  sequence({
    name: 'a page keeps the cookies of its own origin',
    requests: [{ target: 'page' }, { target: 'page', credentials: 'omit' }],
    response: { cookies: [cookie('session=1')] },
    runs: [
      { expected: readable(['GET page /orders'], sent(null)) },
      { expected: readable(['GET page /orders'], sent('session=1')) },
      { request: 1, expected: readable(['GET page /orders'], sent(null)) },
    ],
  }),
  sequence({
    name: 'a cookie knows no ports',
    requests: [include, { target: 'page' }],
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [
      { expected: readable([get], sent(null)) },
      { request: 1, expected: readable(['GET page /orders'], sent('session=1')) },
    ],
  }),
  sequence({
    name: 'no-cors keeps and sends cookies too',
    requests: [{ ...include, mode: 'no-cors' }],
    response: { cookies: [cookie('session=1')] },
    runs: [
      { expected: opaque('opaque-no-cors', [get], sent(null)) },
      { expected: opaque('opaque-no-cors', [get], sent('session=1')) },
    ],
  }),
  ...(['Lax', 'Strict'] as const).map((sameSite) =>
    sequence({
      name: `a ${sameSite} cookie is not kept across sites`,
      requests: [{ ...include, target: 'cross-site' }],
      response: { ...open, cookies: [cookie('session=1', { sameSite })] },
      runs: [{ expected: readable([crossSite], sent(null)) }, { expected: readable([crossSite], sent(null)) }],
    }),
  ),
  sequence({
    name: 'a secure cookie for all sites is sent across sites',
    requests: [{ ...include, target: 'cross-site' }],
    response: { ...open, cookies: [cookie('session=1', { sameSite: 'None', secure: true })] },
    runs: [
      { expected: readable([crossSite], sent(null)) },
      {
        expected: readable([crossSite], sent('session=1')),
        chromium: { ...sent(null), because: 'without a profile, no cookie of another site is kept' },
        webkit: { ...sent(null), because: 'no cookie of another site is kept' },
      },
    ],
  }),
  sequence({
    name: 'a cookie for all sites must be secure, even on its own',
    requests: [include],
    response: { ...open, cookies: [cookie('session=1', { sameSite: 'None' })] },
    runs: [
      { expected: readable([get], sent(null)) },
      {
        expected: readable([get], sent(null)),
        webkit: { ...sent('session=1'), because: 'it need not be' },
      },
    ],
  }),
  sequence({
    name: 'a cookie for all sites must be secure',
    requests: [{ ...include, target: 'cross-site' }],
    response: { ...open, cookies: [cookie('session=1', { sameSite: 'None' })] },
    runs: [{ expected: readable([crossSite], sent(null)) }, { expected: readable([crossSite], sent(null)) }],
  }),
  sequence({
    name: 'a cookie that says nothing of sites, across sites',
    requests: [{ ...include, target: 'cross-site' }],
    response: { ...open, cookies: [cookie('session=1')] },
    runs: [
      { expected: readable([crossSite], sent(null)) },
      {
        expected: readable([crossSite], sent(null)),
        firefox: { ...sent('session=1'), because: 'a cookie that says nothing of sites is for all of them' },
      },
    ],
  }),
  sequence({
    name: 'a secure cookie on localhost',
    requests: [include],
    response: { ...open, cookies: [cookie('session=1', { secure: true })] },
    runs: [
      { expected: readable([get], sent(null)) },
      {
        expected: readable([get], sent('session=1')),
        webkit: { ...sent(null), because: 'localhost is no secure place for cookies' },
      },
    ],
  }),
  sequence({
    name: 'a strict cookie after a redirect through another site',
    requests: [include, { ...include, target: 'cross-site' }],
    response: { ...reflected, cookies: [cookie('session=1', { sameSite: 'Strict' })] },
    runs: [
      { expected: readable([get], sent(null)) },
      {
        request: 1,
        plan: { response: { ...reflected, redirects: [redirect('same-site')] } },
        expected: readable([crossSite, 'GET same-site /@1/orders'], { received: { Cookie: [null, null] } }),
        chromium: {
          received: { Cookie: [null, 'session=1'] },
          because: 'redirects do not count for SameSite',
        },
        webkit: { received: { Cookie: [null, 'session=1'] }, because: 'redirects do not count for SameSite' },
      },
    ],
  }),
];
