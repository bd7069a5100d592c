import {
  defaultAnswer,
  defaultPreflight,
  defaultRequest,
  emptyCache,
  emptyState,
  type HeaderLine,
  type Kept,
  type Observation,
  type Origins,
  type Plan,
  type Scenario,
  type ScenarioRequest,
} from '#cors';
import type { Run } from '../state/runs.ts';
import { observe } from '../view/observe.ts';
import { predict } from '../view/predict.ts';
import type { Observed, Prediction } from '../view/view.ts';

export const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
export const endpoint = 'abcdefghijklmnop';

/** A scenario of one request, which the preflight and the response answer with these header lines. */
export function scenarioOf(
  request: Partial<ScenarioRequest>,
  answers: { preflight?: readonly HeaderLine[]; response?: readonly HeaderLine[]; plan?: Partial<Plan> } = {},
): Scenario {
  const plan: Plan = {
    preflight: { ...defaultPreflight, headers: answers.preflight ?? [] },
    response: { ...defaultAnswer, headers: answers.response ?? [] },
    library: null,
    cache: false,
    ...answers.plan,
  };
  return { title: 'Test', expect: '', requests: [{ ...defaultRequest, ...request }], plan, seen: null };
}

export function predicted(scenario: Scenario, kept: Kept | null = null): Prediction {
  const [request = defaultRequest] = scenario.requests;
  return predict(scenario, request, { origins, endpoint, state: emptyState, browser: 'chromium', now: 0, kept });
}

export function runOf(scenario: Scenario, observation: Partial<Observation> & Pick<Observation, 'result'>): Run {
  return {
    id: 'run',
    browser: 'chromium',
    browserLabel: 'Chromium 156',
    origins,
    endpoint,
    scenario,
    index: 0,
    before: emptyState,
    cache: emptyCache,
    observation: { exchanges: [], at: 0, duration: 9, ...observation },
  };
}

export function observed(
  scenario: Scenario,
  observation: Partial<Observation> & Pick<Observation, 'result'>,
): Observed {
  const view = observe(runOf(scenario, observation));
  if (!view) throw new Error('A run of a request that is not there');
  return view;
}

/** The exchanges that a server which does as the plan says would have recorded. */
export function recordedOf(scenario: Scenario): Observation['exchanges'] {
  return predicted(scenario).outcome.messages.map(({ request, response }, i) => ({
    number: i + 1,
    at: i,
    request: { ...request, headers: [...request.headers, ['User-Agent', 'Chromium/156']] },
    response: response && { ...response, headers: [...response.headers, ['Date', 'Sun, 22 Nov 2026 09:14:07 GMT']] },
  }));
}

export const typeError: Observation['result'] = { kind: 'error', name: 'TypeError', message: 'Failed to fetch' };
