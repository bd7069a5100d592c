import { describe, expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import { defaultAnswer, defaultPlan, defaultRequest } from '../defaults.ts';
import type { Exchange } from '../http.ts';
import type { Observation, PageResult } from '../outcome.ts';
import type { Scenario } from '../scenario.ts';
import { departuresSeen, judge } from './judge.ts';
import { type Foretold, predictAll } from './predict.ts';
import { counted, emptyCounts } from './report.ts';

const origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const place = { origins, endpoint: 'AAAAAAAAAAAAAAAA', now: 0 };
/** A GET that anybody may read, and one that needs a preflight which is refused. */
const scenario: Scenario = {
  title: '',
  expect: '',
  requests: [defaultRequest, { ...defaultRequest, method: 'PUT' }],
  plan: {
    ...defaultPlan,
    response: { ...defaultAnswer, headers: [...defaultAnswer.headers, ['Access-Control-Allow-Origin', '*']] },
  },
  seen: null,
};
const foretold = predictAll(scenario, place, deviations.chromium);

const failure: PageResult = { kind: 'error', name: 'TypeError', message: '' };
/** Just what was foretold. */
function asForetold({ outcome: { response, messages } }: Foretold): Observation {
  const exchanges = messages.map((message, index): Exchange => ({ number: index + 1, at: 0, ...message }));
  const result: PageResult = response === null ? failure : { kind: 'response', ...response };
  return { result, exchanges, at: 0, duration: 1 };
}
const [first, second] = foretold.map(asForetold);
if (!first || !second) throw new Error('There are two requests');

describe('a case', () => {
  it('agrees when all of its requests do', () => {
    expect(judge(5, foretold, [first, second], ['maxAgeCap'])).toEqual({
      number: 5,
      result: 'agreed',
      differences: [],
      rules: [
        'origin',
        'mode',
        'preflight-needed',
        'send',
        'cors-check',
        'filter',
        'preflight-cache',
        'preflight-cors-check',
      ],
      findings: ['readable', 'acao-missing'],
      deviations: ['maxAgeCap'],
      apis: ['fetch'],
      contexts: ['document'],
    });
  });

  it('disagrees when one of them does', () => {
    const judged = judge(5, foretold, [first, { ...second, exchanges: [] }], []);
    expect(judged.result).toBe('disagreed');
    expect(judged.differences).toEqual([
      {
        request: 1,
        what: 'messages',
        predicted: 'OPTIONS http://localhost:4001/e/AAAAAAAAAAAAAAAA/orders',
        observed: '',
      },
    ]);
  });

  it.each([
    ['the evidence is lost', [first, { ...second, exchanges: null }]],
    ['a request came to nothing', [first]],
    [
      'the evidence is lost, though the page was told otherwise',
      [{ ...first, result: failure, exchanges: null }, second],
    ],
  ])('is unclear when %s', (_, observations) => {
    expect(judge(5, foretold, observations, []).result).toBe('unclear');
  });
});

it('is predicted in the state that its earlier requests leave', () => {
  const preflight = [
    ['Access-Control-Allow-Origin', '*'],
    ['Access-Control-Allow-Methods', 'PUT'],
  ] as const;
  const put = { ...defaultRequest, method: 'PUT' };
  const twice: Scenario = {
    ...scenario,
    requests: [put, put],
    plan: { ...scenario.plan, preflight: { ...scenario.plan.preflight, headers: preflight } },
  };
  const kinds = predictAll(twice, place, deviations.standard).map(({ outcome }) =>
    outcome.messages.map(({ kind }) => kind),
  );
  expect(kinds).toEqual([['preflight', 'request'], ['request']]);
});

describe('a departure is seen', () => {
  const answering = (value: string): Scenario => ({
    ...scenario,
    requests: [{ ...defaultRequest, method: 'PUT' }],
    plan: {
      ...scenario.plan,
      preflight: {
        ...scenario.plan.preflight,
        headers: [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Allow-Methods', 'PUT'],
          ['Access-Control-Max-Age', value],
        ],
      },
    },
  });

  it('when something comes of it', () => {
    const again = answering('-1');
    expect(departuresSeen({ ...again, requests: [...again.requests, ...again.requests] }, place, 'firefox')).toEqual([
      'maxAgeNegative',
    ]);
  });

  it('not when only a further request would show it', () => {
    expect(departuresSeen(answering('-1'), place, 'firefox')).toEqual([]);
  });
});

describe('the counts', () => {
  const agreed = judge(0, foretold, [first, second], ['maxAgeCap']);

  it('begin empty', () => {
    expect(emptyCounts.cases).toEqual({ agreed: 0, disagreed: 0, unclear: 0 });
  });

  it('count a case once for each rule, finding, departure, API and context', () => {
    const { cases, rules, findings, deviations, apis, contexts } = [
      agreed,
      { ...agreed, result: 'disagreed' as const, rules: ['origin'] as const, deviations: [] },
    ].reduce(counted, emptyCounts);
    expect(cases).toEqual({ agreed: 1, disagreed: 1, unclear: 0 });
    expect(rules.origin).toEqual({ agreed: 1, disagreed: 1 });
    expect(rules['cors-check']).toEqual({ agreed: 1, disagreed: 0 });
    expect(findings).toEqual({
      readable: { agreed: 1, disagreed: 1 },
      'acao-missing': { agreed: 1, disagreed: 1 },
    });
    expect(deviations).toEqual({ maxAgeCap: { agreed: 1, disagreed: 0 } });
    expect([apis, contexts]).toEqual([
      { fetch: { agreed: 1, disagreed: 1 } },
      { document: { agreed: 1, disagreed: 1 } },
    ]);
  });

  it('count what is unclear for no rule', () => {
    expect(counted(emptyCounts, { ...agreed, result: 'unclear' })).toEqual({
      ...emptyCounts,
      cases: { agreed: 0, disagreed: 0, unclear: 1 },
    });
  });
});
