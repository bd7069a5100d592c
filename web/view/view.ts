import {
  type Agreement,
  answer,
  type Browser,
  type BrowserState,
  compare,
  type FetchCall,
  fetchAsBrowser,
  type Origins,
  type Outcome,
  pageOf,
  recordedServer,
  type Scenario,
  type ScenarioRequest,
  toFetchCall,
  withoutForgotten,
} from '#cors';
import type { Run } from '../state/runs.ts';

/** What the sheet shows of one request: a prediction, or what a run observed. */
export interface Prediction {
  readonly kind: 'prediction';
  readonly call: FetchCall;
  readonly outcome: Outcome;
}
export interface Observed {
  readonly kind: 'observed';
  readonly call: FetchCall;
  readonly run: Run;
  /** The rules applied to what the server saw; null when that evidence is lost. */
  readonly outcome: Outcome | null;
  readonly prediction: Outcome;
  /** The browser had forgotten a permission that it was thought to remember. The prediction is the one without it. */
  readonly forgot: boolean;
  readonly agreement: Agreement;
}
export type View = Prediction | Observed;

export interface Circumstances {
  readonly origins: Origins;
  readonly endpoint: string;
  readonly state: BrowserState;
  readonly browser: Browser;
  readonly now: number;
}

/** What the rules say will happen when this request meets this scenario's plan. */
export function predict(scenario: Scenario, request: ScenarioRequest, at: Circumstances): Prediction {
  const { origins, endpoint, state, browser, now } = at;
  const call = toFetchCall(request, origins, endpoint);
  const server = (sent: Parameters<typeof answer>[1]) => answer(scenario.plan, sent, origins);
  return {
    kind: 'prediction',
    call,
    outcome: fetchAsBrowser({ call, page: pageOf(call, origins), server, state, browser, now }),
  };
}

/** What a run observed, explained from the exchanges and held against its prediction. */
export function observe(run: Run): Observed | null {
  const { scenario, index, origins, endpoint, before, browser, observation } = run;
  const request = scenario.requests[index];
  if (!request) return null;
  const now = observation.at;
  const { exchanges } = observation;
  const at = { origins, endpoint, state: before, browser, now };
  const foreseen = predict(scenario, request, at);
  const state = exchanges ? withoutForgotten(before, foreseen.outcome.messages, exchanges) : before;
  const forgot = state !== before;
  const { call, outcome: prediction } = forgot ? predict(scenario, request, { ...at, state }) : foreseen;
  const server = exchanges && recordedServer(exchanges);
  const outcome = server && fetchAsBrowser({ call, page: pageOf(call, origins), server, state, browser, now });
  return { kind: 'observed', call, run, outcome, prediction, forgot, agreement: compare(prediction, observation) };
}
