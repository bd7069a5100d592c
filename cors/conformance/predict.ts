import { pageOf } from '../ask.ts';
import type { Deviations } from '../browsers.ts';
import { toFetchCall } from '../call.ts';
import { cacheAfter, fetchedAt } from '../endpoint.ts';
import { fetchByRules } from '../fetch/fetch-as-browser.ts';
import { type BrowserState, emptyState, type FetchCall, type Outcome } from '../outcome.ts';
import type { Origins, Scenario } from '../scenario.ts';
import { emptyCache } from '../shared-cache.ts';

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

/** What the rules say of a scenario's requests, made one after the other by a browser and through a cache that keep nothing yet. */
export function predictAll(scenario: Scenario, place: Place, rules: Deviations): readonly Foretold[] {
  const { origins, endpoint, now } = place;
  let state: BrowserState = emptyState;
  let cache = emptyCache;
  return scenario.requests.map((request) => {
    const call = toFetchCall(request, origins, endpoint);
    const page = pageOf(call, origins);
    const met = { plan: scenario.plan, origins, cache, now };
    const outcome = fetchedAt(met, (server) => fetchByRules({ call, page, server, state, now }, rules));
    state = outcome.state;
    cache = cacheAfter(
      met,
      outcome.messages.map(({ request }) => ({ request, after: 0 })),
    );
    return { call, outcome };
  });
}
