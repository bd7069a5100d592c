import {
  type Agreement,
  type answer,
  type Browser,
  type BrowserState,
  type FetchCall,
  fetchAsBrowser,
  type Origins,
  type Outcome,
  pageOf,
  type Scenario,
  type ScenarioRequest,
  type Server,
  toFetchCall,
  type Verdict,
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
  /** What the page really got; by the rules where an API tells its page nothing. */
  readonly verdict: Verdict;
  /** The rules applied to what the server saw; null when that evidence is lost. */
  readonly outcome: Outcome | null;
  readonly prediction: Outcome;
  /** The browser had forgotten a permission that it was thought to remember. The prediction is the one without it. */
  readonly forgot: boolean;
  readonly agreement: Agreement;
  /** The verdict is as predicted, but the browser's HTTP cache gave the answer: nobody is wrong about CORS. */
  readonly fromHttpCache: boolean;
}
export type View = Prediction | Observed;

export type Answering = typeof answer;

export interface Circumstances {
  readonly origins: Origins;
  readonly endpoint: string;
  readonly state: BrowserState;
  readonly browser: Browser;
  readonly now: number;
}

/** What the rules say will happen when this request meets a server that answers so by the scenario's plan. */
export function predictBy(
  answer: Answering,
  scenario: Scenario,
  request: ScenarioRequest,
  at: Circumstances,
): Prediction {
  const { origins, endpoint, state, browser, now } = at;
  const call = toFetchCall(request, origins, endpoint);
  const server: Server = (sent) => answer(scenario.plan, sent, origins);
  return {
    kind: 'prediction',
    call,
    outcome: fetchAsBrowser({ call, page: pageOf(call, origins), server, state, browser, now }),
  };
}
