import { describe, expect, test } from 'vitest';
import { type BrowserState, emptyState, type HeaderLine, type PreflightCacheEntry, type Scenario } from '#cors';
import { predict } from '../view/predict.ts';
import { keepings, maxAgeOf, type Permission, permissionsOf, serviceOf } from './permissions.ts';
import { endpoint, origins, scenarioOf } from './testing.ts';

const any: HeaderLine = ['Access-Control-Allow-Origin', '*'];
const allowing = (...more: readonly HeaderLine[]) => ({
  preflight: [any, ['Access-Control-Allow-Methods', 'PUT, DELETE'] satisfies HeaderLine, ...more],
  response: [any],
});
const refusing = { response: [any] };
const put = { method: 'PUT' } as const;

const url = `http://localhost:4001/e/${endpoint}/orders`;
const entry: PreflightCacheEntry = {
  origin: origins.page,
  url,
  credentials: false,
  at: 1000,
  maxAge: '60',
  expires: 61_000,
  kind: 'method',
  name: 'PUT',
};
const stateWith = (...preflights: readonly PreflightCacheEntry[]): BrowserState => ({ preflights, cookies: [] });
const circumstances = (state: BrowserState) =>
  ({ origins, endpoint, state, browser: 'chromium', now: 2000, kept: null }) as const;

describe('permissions', () => {
  test('are the entries of one answer together, the newest first', () => {
    const entries: readonly PreflightCacheEntry[] = [
      entry,
      { ...entry, name: 'DELETE' },
      { ...entry, kind: 'header', name: 'x-trace' },
      { ...entry, credentials: true },
      { ...entry, at: 2000, expires: 62_000, kind: 'header', name: 'x-late' },
    ];
    const { kind: _, name: __, ...same } = entry;
    expect(permissionsOf(entries)).toEqual([
      { ...same, at: 2000, expires: 62_000, methods: [], headers: ['x-late'] },
      { ...same, methods: ['PUT', 'DELETE'], headers: ['x-trace'] },
      { ...same, credentials: true, methods: ['PUT'], headers: [] },
    ]);
  });
});

describe('a permission', () => {
  const service = (scenario: Scenario, ...entries: readonly PreflightCacheEntry[]) => {
    const [permission] = permissionsOf(entries) as readonly [Permission];
    return serviceOf(permission, scenario, 0, circumstances(stateWith(...entries)));
  };

  test('that the server would give again saves the preflight', () => {
    expect(service(scenarioOf(put, allowing()), entry)).toEqual({ refusal: null });
  });
  test('that the server would not give again saves it too, and the refusal is known', () => {
    expect(service(scenarioOf(put, refusing), entry)?.refusal?.code).toBe('acao-missing');
  });
  test.each([
    ['needs no preflight', {}],
    ['has another method', { method: 'PATCH' }],
    ['has another path', { ...put, path: '/other' }],
    ['has credentials', { ...put, credentials: 'include' }],
  ] as const)('does nothing for a request that %s', (_, request) => {
    expect(service(scenarioOf(request, refusing), entry)).toBeNull();
  });
  test('does nothing for a request that another permission would serve as well', () => {
    const twice = [entry, { ...entry, credentials: true }];
    expect(service(scenarioOf(put, refusing), ...twice)).toBeNull();
  });
});

describe('Access-Control-Max-Age of a preflight', () => {
  const maxAge = (scenario: Scenario) => {
    const [request] = scenario.requests;
    return request && maxAgeOf(predict(scenario, request, circumstances(emptyState)).outcome);
  };
  test.each([
    ['as it was sent', scenarioOf(put, allowing(['Access-Control-Max-Age', '60s'])), '60s'],
    ['when it was not', scenarioOf(put, allowing()), null],
    ['without a preflight', scenarioOf({}, allowing(['Access-Control-Max-Age', '60'])), undefined],
    ['of one that was refused', scenarioOf(put, { preflight: [['Access-Control-Max-Age', '60']] }), undefined],
  ])('%s', (_, scenario, expected) => {
    expect(maxAge(scenario)).toBe(expected);
  });
});

describe('how long each browser keeps it', () => {
  const kept = (maxAge: string | null, scenario: Scenario) =>
    keepings(maxAge, scenario, 0, circumstances(emptyState)).map(({ browser, seconds, by, notKept }) => [
      browser,
      seconds,
      notKept ?? by,
    ]);
  test('by its own limit', () => {
    expect(kept('100000', scenarioOf(put))).toEqual([
      ['chromium', 7200, 'cap'],
      ['firefox', 86_400, 'cap'],
      ['webkit', 600, 'cap'],
      ['standard', 100_000, 'value'],
    ]);
  });
  test('by its own default', () => {
    expect(kept(null, scenarioOf(put))).toEqual([
      ['chromium', 5, 'absent'],
      ['firefox', 5, 'absent'],
      ['webkit', 5, 'absent'],
      ['standard', 5, 'absent'],
    ]);
  });
  test('not at all where it keeps none for the origin null', () => {
    expect(kept('60', scenarioOf({ ...put, context: 'sandboxed-iframe' }))).toEqual([
      ['chromium', 60, 'null-origin'],
      ['firefox', 60, 'value'],
      ['webkit', 60, 'null-origin'],
      ['standard', 60, 'value'],
    ]);
  });
});
