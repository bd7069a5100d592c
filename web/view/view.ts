import {
  type Agreement,
  type Browser,
  type BrowserState,
  type FetchCall,
  fetchAsBrowser,
  type Kept,
  type Origins,
  type Outcome,
  type Plan,
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

export interface Circumstances {
  readonly origins: Origins;
  readonly endpoint: string;
  readonly state: BrowserState;
  readonly browser: Browser;
  readonly now: number;
  /** What the cache in front keeps, and for which plan; null when nothing. */
  readonly kept: Kept | null;
}

/** Lets something be fetched from a server that answers by this plan. */
export type FetchFrom = (plan: Plan, at: Circumstances, fetch: (server: Server) => Outcome) => Outcome;

/** What the rules say will happen when this request meets such a server. */
export function predictBy(
  fetchFrom: FetchFrom,
  scenario: Scenario,
  request: ScenarioRequest,
  at: Circumstances,
): Prediction {
  const { origins, endpoint, state, browser, now } = at;
  const call = toFetchCall(request, origins, endpoint);
  const page = pageOf(call, origins);
  const fetch = (server: Server) => fetchAsBrowser({ call, page, server, state, browser, now });
  return { kind: 'prediction', call, outcome: fetchFrom(scenario.plan, at, fetch) };
}
