import {
  answeredFromHttpCache,
  compare,
  fetchAsBrowser,
  fetchedAt,
  observedVerdict,
  pageOf,
  recordedServer,
  type Server,
  withoutForgotten,
} from '#cors';
import type { Run } from '../state/runs.ts';
import { predict } from './predict.ts';
import type { Observed } from './view.ts';

/** What a run observed, explained from the exchanges and held against its prediction. */
export function observe(run: Run): Observed | null {
  const { scenario, index, origins, endpoint, before, cache, browser, observation } = run;
  const request = scenario.requests[index];
  if (!request) return null;
  const now = observation.at;
  const { exchanges } = observation;
  const { plan } = scenario;
  const at = { origins, endpoint, state: before, browser, now, kept: { plan, cache } };
  const foreseen = predict(scenario, request, at);
  const state = exchanges ? withoutForgotten(before, foreseen.outcome.messages, exchanges) : before;
  const forgot = state !== before;
  const { call, outcome: prediction } = forgot ? predict(scenario, request, { ...at, state }) : foreseen;
  const server = exchanges && recordedServer(exchanges);
  const page = pageOf(call, origins);
  const fetch = (from: Server) => fetchAsBrowser({ call, page, server: from, state, browser, now });
  const outcome = server && fetchedAt({ plan, origins, cache, now }, fetch, server);
  const agreement = compare(prediction, observation);
  return {
    kind: 'observed',
    call,
    run,
    verdict: observedVerdict(observation.result) ?? (outcome ?? prediction).verdict,
    outcome,
    prediction,
    forgot,
    agreement,
    fromHttpCache:
      agreement.differences.every(({ what }) => what === 'messages') && answeredFromHttpCache(prediction, observation),
  };
}
