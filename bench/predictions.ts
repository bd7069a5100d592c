import {
  answer,
  defaultPlan,
  defaultRequest,
  emptyState,
  fetchAsBrowser,
  type Origins,
  type Plan,
  toFetchCall,
} from '#cors';
import { type Goal, median, print } from './report.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const id = 'bench-bench-benc';

const simple = toFetchCall(defaultRequest, origins, id);
const preflighted = toFetchCall(
  {
    ...defaultRequest,
    method: 'PUT',
    headers: [
      ['X-Token', '1'],
      ['Content-Type', 'application/json'],
    ],
  },
  origins,
  id,
);
const allowing: Plan = {
  ...defaultPlan,
  preflight: {
    ...defaultPlan.preflight,
    headers: [
      ['Access-Control-Allow-Origin', '{origin}'],
      ['Access-Control-Allow-Methods', 'PUT'],
      ['Access-Control-Allow-Headers', 'x-token, content-type'],
    ],
  },
  response: { ...defaultPlan.response, headers: [['Access-Control-Allow-Origin', '{origin}']] },
};

const cases = [
  ['GET, blocked', simple, defaultPlan],
  ['GET, allowed', simple, allowing],
  ['PUT, preflight blocked', preflighted, defaultPlan],
  ['PUT, preflight and request allowed', preflighted, allowing],
] as const;

function perSecond(call: typeof simple, plan: Plan): number {
  const count = 20_000;
  const began = performance.now();
  for (let i = 0; i < count; i += 1) {
    const server: Parameters<typeof fetchAsBrowser>[0]['server'] = (request) => answer(plan, request, origins);
    fetchAsBrowser({ call, page: origins.page, server, state: emptyState, browser: 'chromium', now: 0 });
  }
  return (count / (performance.now() - began)) * 1000;
}

/** Whole predictions a second on one core: the answers, the steps and the outcome. */
export function benchPredictions(): readonly Goal[] {
  const medians = cases.map(([name, call, plan]) => {
    const rounds = Array.from({ length: 6 }, () => perSecond(call, plan));
    return [name, median(rounds.slice(1))] as const;
  });
  print(
    'Predictions a second, with every step',
    medians.map(([name, value]) => [name, Math.round(value).toLocaleString('en')]),
  );
  const slowest = Math.min(...medians.map(([, value]) => value));
  return [{ what: 'slowest prediction', is: slowest, atLeast: 50_000, unit: '/s' }];
}
