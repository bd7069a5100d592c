import { cacheFor, fetchedAt, type Scenario, type ScenarioRequest } from '#cors';
import { type Circumstances, type FetchFrom, type Prediction, predictBy } from './view.ts';

/** From any server: with a library's ways, and with a cache in front. */
export const fetchFromAny: FetchFrom = (plan, { origins, kept, now }, fetch) =>
  fetchedAt({ plan, origins, cache: cacheFor(kept, plan), now }, fetch);

/** What the rules say will happen when this request meets this scenario's plan. */
export const predict = (scenario: Scenario, request: ScenarioRequest, at: Circumstances): Prediction =>
  predictBy(fetchFromAny, scenario, request, at);
