import type { QueryClient } from '@tanstack/react-query';
import {
  cacheAfter,
  cacheFor,
  type Exchange,
  fetchAsBrowser,
  type Outcome,
  type PageResult,
  type Plan,
  pageOf,
  recordedServer,
  withoutForgotten,
} from '#cors';
import { ApiError, putPlan } from '../api.ts';
import { endpointId } from '../endpoint.ts';
import { ownBrowser } from '../own-browser.ts';
import { serverInfoQuery } from '../server-info.ts';
import { type Run, useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { predict } from '../view/predict.ts';
import { countedFromAnswer, datedMessages } from './answered.ts';
import { recordedAfter } from './evidence.ts';
import { send } from './send.ts';
import { useBrowserState, useKept } from './use-run.ts';

/** The server's evidence, or null when it has lost it or is away. Lost evidence is unknown, never "not sent". */
async function evidence(
  boot: string,
  after: number,
  result: PageResult,
  { messages }: Outcome,
  { preflight, response }: Plan,
): Promise<readonly Exchange[] | null> {
  try {
    const recorded = await recordedAfter(endpointId, after, result, messages.length, preflight.delay + response.delay);
    return recorded.boot === boot && recorded.complete ? recorded.exchanges : null;
  } catch (error) {
    if (error instanceof ApiError || error instanceof TypeError) return null;
    throw error;
  }
}

/** Puts the plan, lets the browser ask, and keeps what came of it. */
export async function runRequest(queries: QueryClient, index: number): Promise<void> {
  const { scenario } = useScenario.getState();
  const request = scenario.requests[index];
  if (!request) throw new Error(`There is no request ${index}`);
  const { origins } = await queries.ensureQueryData(serverInfoQuery);
  const { boot, number } = await putPlan(endpointId, scenario.plan);
  const before = useBrowserState.getState();
  const at = Date.now();
  // Another server, or the endpoint made again, keeps nothing yet.
  const known = useKept.getState();
  const kept = known?.boot === boot ? known : null;
  const { call, outcome } = predict(scenario, request, {
    origins,
    endpoint: endpointId,
    state: before,
    browser: ownBrowser.browser,
    now: at,
    kept,
  });
  const { plan } = scenario;
  const cache = cacheFor(kept, plan);
  const started = performance.now();
  const result = await send(call, origins);
  const duration = performance.now() - started;
  const exchanges = await evidence(boot, number, result, outcome, plan);
  const run: Run = {
    id: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    browser: ownBrowser.browser,
    browserLabel: ownBrowser.label,
    origins,
    endpoint: endpointId,
    scenario,
    index,
    before,
    cache,
    observation: { result, exchanges, at, duration },
  };
  if (exchanges) {
    const server = recordedServer(exchanges);
    const state = withoutForgotten(before, outcome.messages, exchanges);
    const page = pageOf(call, origins);
    const told = fetchAsBrowser({ call, page, server, state, browser: run.browser, now: at });
    const preflights = countedFromAnswer(told.state.preflights, at, exchanges);
    useBrowserState.setState({ ...told.state, preflights });
    const endpoint = { plan, origins, cache, now: at };
    useKept.setState({ boot, plan, cache: cacheAfter(endpoint, datedMessages(told.messages, exchanges)) }, true);
  }
  useRuns.getState().runFinished(run);
}
