import { describe, expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest, defaultScenario } from '../defaults.ts';
import type { Exchange } from '../http.ts';
import type { Observation, Outcome } from '../outcome.ts';
import type { Scenario } from '../scenario.ts';
import { toldBy } from '../told.ts';
import { departuresSeen, judge } from './judge.ts';
import { type Foretold, predictAll } from './predict.ts';

const place = {
  origins: {
    page: 'http://localhost:4000',
    'same-site': 'http://localhost:4001',
    'cross-site': 'http://127.0.0.1:4001',
    second: 'http://localhost:4002',
  },
  endpoint: 'abcdefghijklmnop',
  now: 1000,
};
const maxAge = (value: string) => ['Access-Control-Max-Age', value] as const;
const put = { ...defaultRequest, method: 'PUT' };
const scenario: Scenario = {
  ...defaultScenario,
  requests: [put, put],
  plan: {
    ...defaultPlan,
    preflight: {
      ...defaultPreflight,
      headers: [['Access-Control-Allow-Origin', '*'], ['Access-Control-Allow-Methods', 'PUT'], maxAge('600')],
    },
    response: { ...defaultAnswer, headers: [['Access-Control-Allow-Origin', '*']] },
  },
};

const seen = (outcome: Outcome, given: Partial<Observation> = {}): Observation => ({
  result: toldBy(outcome),
  exchanges: outcome.messages.map(({ request, response }, number): Exchange => ({ number, at: 0, request, response })),
  at: 0,
  duration: 0,
  ...given,
});

describe('the requests of a scenario', () => {
  const foretold = predictAll(scenario, place, deviations.standard);

  it('are foretold one after the other, by one browser that remembers', () => {
    expect(foretold.map(({ call }) => call.url)).toEqual([
      'http://localhost:4001/e/abcdefghijklmnop/orders',
      'http://localhost:4001/e/abcdefghijklmnop/orders',
    ]);
    expect(foretold.map(({ outcome }) => outcome.messages.map(({ kind }) => kind))).toEqual([
      ['preflight', 'request'],
      ['request'],
    ]);
    expect(foretold.map(({ outcome }) => outcome.verdict)).toEqual(['readable', 'readable']);
    expect(foretold[0]?.outcome.state.preflights[0]?.expires).toBe(601_000);
  });

  const judged = (...given: (Observation | null)[]) => judge(7, foretold, given, ['maxAgeCap']);
  const [first, second] = foretold.map(({ outcome }) => seen(outcome)) as [Observation, Observation];

  it('agree when all that was foretold was seen', () => {
    expect(judged(first, second)).toEqual({
      number: 7,
      result: 'agreed',
      differences: [],
      rules: [
        'origin',
        'mode',
        'preflight-needed',
        'preflight-cache',
        'preflight-cors-check',
        'preflight-status',
        'preflight-lists',
        'preflight-method',
        'send',
        'cors-check',
        'filter',
      ],
      findings: ['readable'],
      deviations: ['maxAgeCap'],
      apis: ['fetch'],
      contexts: ['document'],
    });
  });

  it('disagree when one was seen otherwise, and it says which', () => {
    const error = { kind: 'error', name: 'TypeError', message: '' } as const;
    expect(judged(first, { ...second, result: error })).toMatchObject({
      result: 'disagreed',
      differences: [{ what: 'verdict', predicted: 'readable', observed: 'blocked', request: 1 }],
    });
  });

  it('are unclear as soon as the evidence of one is lost', () => {
    expect(judged(first, { ...second, exchanges: null }).result).toBe('unclear');
    expect(judged(first, null).result).toBe('unclear');
    expect(judged(first).result).toBe('unclear');
  });

  it('count for no rule that was not reached', () => {
    const blocked: Foretold[] = [...predictAll({ ...scenario, plan: defaultPlan }, place, deviations.standard)].slice(
      0,
      1,
    );
    const [outcome] = blocked.map((each) => each.outcome) as [Outcome];
    const { rules, findings } = judge(0, blocked, [seen(outcome)], []);
    expect(rules).toEqual(['origin', 'mode', 'preflight-needed', 'preflight-cache', 'preflight-cors-check']);
    expect(findings).toEqual(['acao-missing']);
  });
});

describe('the departures that are seen', () => {
  const preflightSaying = (value: string): Scenario => ({
    ...scenario,
    plan: {
      ...scenario.plan,
      preflight: {
        ...scenario.plan.preflight,
        headers: [...scenario.plan.preflight.headers.slice(0, 2), maxAge(value)],
      },
    },
  });

  it('are those that show in what crosses the wire', () => {
    expect(departuresSeen(preflightSaying('-1'), place, 'chromium')).toEqual(['maxAgeNegative']);
  });
  it('not those that only a later request would show', () => {
    const once = { ...preflightSaying('-1'), requests: [put] };
    expect(departuresSeen(once, place, 'chromium')).toEqual([]);
    expect(departuresSeen(preflightSaying('600'), place, 'chromium')).toEqual([]);
  });
});
