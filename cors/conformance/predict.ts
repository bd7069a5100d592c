import { answer } from '../answer.ts';
import { pageOf } from '../ask.ts';
import type { Deviations } from '../browsers.ts';
import { toFetchCall } from '../call.ts';
import { fetchByRules } from '../fetch/fetch-as-browser.ts';
import { type BrowserState, emptyState, type FetchCall, type Outcome } from '../outcome.ts';
import type { Origins, Scenario } from '../scenario.ts';

/** Where a case is played. `now` in milliseconds. */
export interface Place {
  readonly origins: Origins;
  readonly endpoint: string;
  readonly now: number;
}

export interface Foretold {
  readonly call: FetchCall;
  readonly outcome: Outcome;
}

/** What the rules say of a scenario's requests, made one after the other by a browser that remembers nothing yet. */
export function predictAll(scenario: Scenario, place: Place, rules: Deviations): readonly Foretold[] {
  const { origins, endpoint, now } = place;
  let state: BrowserState = emptyState;
  return scenario.requests.map((request) => {
    const call = toFetchCall(request, origins, endpoint);
    const server = (sent: Parameters<typeof answer>[1]) => answer(scenario.plan, sent, origins);
    const outcome = fetchByRules({ call, page: pageOf(call, origins), server, state, now }, rules);
    state = outcome.state;
    return { call, outcome };
  });
}
