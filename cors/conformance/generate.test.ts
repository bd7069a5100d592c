import { describe, expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import type { FindingCode } from '../findings.ts';
import type { Verdict } from '../outcome.ts';
import { apis, contexts } from '../scenario.ts';
import { parseScenario } from '../schema.ts';
import { generateCase } from './generate.ts';
import { predictAll } from './predict.ts';

const origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const place = { origins, endpoint: 'AAAAAAAAAAAAAAAA', now: 0 };
const cases = Array.from({ length: 2000 }, (_, number) => generateCase(7, number));

it('makes scenarios that a plan may say and a link may carry', () => {
  for (const scenario of cases) expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
});

it('makes any case again from its seed and number', () => {
  expect(generateCase(7, 41)).toEqual(generateCase(7, 41));
  expect(generateCase(7, 41)).not.toEqual(generateCase(8, 41));
  expect(generateCase(7, 41)).not.toEqual(generateCase(7, 42));
});

it('makes requests that cost nothing: no delays, no cookies, and nobody is asked to log in', () => {
  for (const { plan } of cases) {
    for (const { delay, cookies, status, headers } of [plan.preflight, plan.response]) {
      expect([delay, cookies, status === 401]).toEqual([0, [], false]);
      expect(headers.filter(([name]) => /^www-authenticate$/i.test(name))).toEqual([]);
    }
  }
});

describe('two thousand cases in Chromium', () => {
  const outcomes = cases.flatMap((scenario) =>
    predictAll(scenario, place, deviations.chromium).map(({ outcome }) => outcome),
  );
  const share = (wanted: Verdict) => outcomes.filter(({ verdict }) => verdict === wanted).length / outcomes.length;

  it('come to every verdict often', () => {
    expect(share('readable')).toBeGreaterThan(0.4);
    expect(share('readable')).toBeLessThan(0.6);
    expect(share('blocked')).toBeGreaterThan(0.3);
    expect(share('opaque')).toBeGreaterThan(0.05);
  });

  it.each<FindingCode>([
    'mode-navigate',
    'only-if-cached-mode',
    'method-invalid',
    'method-forbidden',
    'no-cors-method',
    'header-name-invalid',
    'header-value-invalid',
    'body-with-get',
    'same-origin-mode',
    'no-cors-redirect-mode',
    'acao-missing',
    'acao-wildcard-credentials',
    'acao-multiple',
    'acao-invalid',
    'acao-mismatch',
    'acac-missing',
    'acac-not-true',
    'preflight-redirect',
    'preflight-status',
    'acam-invalid',
    'acah-invalid',
    'method-not-allowed',
    'header-not-allowed',
    'redirect-mode-error',
    'redirect-location-invalid',
    'redirect-scheme',
    'redirect-too-many',
    'redirect-userinfo',
    'corp-blocked',
    'no-answer',
    'opaque-no-cors',
    'opaque-redirect',
  ])('are decided by %s too', (code) => {
    expect(outcomes.some(({ finding }) => finding?.code === code)).toBe(true);
  });

  it('remember preflights', () => {
    const hits = outcomes.filter(({ steps }) =>
      steps.some(({ code, facts }) => code === 'preflight-cache' && facts.hit),
    );
    expect(hits.length).toBeGreaterThan(30);
  });
});

it('asks by several APIs, and from everywhere', () => {
  const requests = cases.flatMap((scenario) => scenario.requests);
  const [byApi, byContext] = [
    apis.filter((wanted) => requests.some(({ api }) => api === wanted)),
    contexts.filter((wanted) => requests.some(({ context }) => context === wanted)),
  ];
  expect(byApi).toEqual(['fetch', 'xhr']);
  expect(byContext).toEqual(['document', 'worker', 'sandboxed-iframe']);
});
