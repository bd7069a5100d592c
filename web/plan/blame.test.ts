import { expect, test } from 'vitest';
import {
  answer,
  defaultScenario,
  emptyState,
  fetchAsBrowser,
  type Plan,
  type ScenarioRequest,
  toFetchCall,
} from '#cors';
import { blameFor } from './blame.ts';

const origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const [plain] = defaultScenario.requests;
const { plan: bare } = defaultScenario;

const withHeaders = (name: 'preflight' | 'response', ...headers: [string, string][]): Plan => ({
  ...bare,
  [name]: { ...bare[name], headers },
});

function blamed(edit: Partial<ScenarioRequest>, plan: Plan) {
  if (!plain) throw new Error('no request');
  const call = toFetchCall({ ...plain, ...edit }, origins, 'AAAAAAAAAAAAAAAA');
  const { finding } = fetchAsBrowser({
    call,
    page: origins.page,
    server: (request) => answer(plan, request, origins),
    state: emptyState,
    browser: 'standard',
    now: 0,
  });
  return blameFor(finding);
}

test('an answer without Access-Control-Allow-Origin is blamed at its switch', () => {
  expect(blamed({}, bare)).toMatchObject({
    tab: 'response',
    header: 'Access-Control-Allow-Origin',
    off: 'Off, so no other origin may read the answer',
  });
});

test('a request header that is not listed is named at the list, where the preflight is answered', () => {
  const plan = withHeaders(
    'preflight',
    ['Access-Control-Allow-Origin', '{page}'],
    ['Access-Control-Allow-Headers', 'content-type'],
  );
  expect(blamed({ headers: [['X-Token', 't']] }, plan)).toEqual({
    tab: 'preflight',
    header: 'Access-Control-Allow-Headers',
    says: '`x-token` is asked for, but not listed',
    off: 'Off, but `x-token` is asked for',
  });
});

test('a method in another case is told apart from one that is missing', () => {
  const allowing = (methods: string) =>
    withHeaders('preflight', ['Access-Control-Allow-Origin', '*'], ['Access-Control-Allow-Methods', methods]);
  expect(blamed({ method: 'PATCH' }, allowing('patch'))?.says).toBe(
    '`PATCH` is listed in another case, and case counts',
  );
  expect(blamed({ method: 'PATCH' }, allowing('PUT'))?.says).toBe('`PATCH` is asked for, but not listed');
});

test.each([
  ['*', 'Access-Control-Allow-Origin', '`*` does not count for a request with credentials'],
  ['{page}', 'Access-Control-Allow-Credentials', 'On, but nothing was sent'],
  ['https://app.example', 'Access-Control-Allow-Origin', 'Not the asking origin, which is `http://localhost:4000`'],
  ['localhost', 'Access-Control-Allow-Origin', 'Neither `*` nor an origin'],
])('with credentials, Access-Control-Allow-Origin: %s is blamed at %s', (value, header, says) => {
  const plan = withHeaders('response', ['Access-Control-Allow-Origin', value]);
  expect(blamed({ credentials: 'include' }, plan)).toMatchObject({ tab: 'response', header, says });
});

test('a redirect that lacks the header is blamed among the redirects', () => {
  const plan: Plan = {
    ...bare,
    response: { ...bare.response, redirects: [{ to: 'second', status: 302, cors: true, userinfo: false }] },
  };
  expect(blamed({}, plan)).toMatchObject({
    tab: 'redirect',
    header: 'response',
    says: 'A hop has no `Access-Control-Allow-Origin`',
  });
});

test('a preflight may be blamed for its status, or for redirecting', () => {
  const preflight = { ...bare.preflight, headers: [['Access-Control-Allow-Origin', '*']] as const };
  expect(blamed({ method: 'PUT' }, { ...bare, preflight: { ...preflight, status: 404 } })).toMatchObject({
    tab: 'preflight',
    header: 'status',
  });
  const redirects = [{ to: 'second', status: 307, cors: true, userinfo: false }] as const;
  expect(blamed({ method: 'PUT' }, { ...bare, preflight: { ...preflight, redirects } })).toMatchObject({
    tab: 'redirect',
    header: 'preflight',
  });
});

test('the plan is not blamed for what the page itself cannot ask', () => {
  expect(blamed({ mode: 'navigate' }, bare)).toBe(null);
  expect(blamed({ mode: 'no-cors' }, bare)).toBe(null);
});

test('where the cache in front mixes up two origins, Vary is to blame', () => {
  const cached = { madeFor: origins.page, seconds: 3, isCause: true };
  const facts = { at: 'response', method: 'GET', origin: origins.second, value: origins.page, hint: 'port' } as const;
  expect(blameFor({ code: 'acao-mismatch', facts: { ...facts, cached } })).toEqual({
    tab: 'response',
    header: 'Vary',
    says: '`Origin` is not named, so the cache in front mixes up the origins',
    off: 'Off, so the cache in front mixes up the origins',
  });
  const byServer = { ...facts, cached: { ...cached, isCause: false } };
  expect(blameFor({ code: 'acao-mismatch', facts: byServer })?.header).toBe('Access-Control-Allow-Origin');
});
