import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import {
  type Browser,
  type BrowserState,
  type Exchange,
  emptyState,
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
import { usePreferences } from '../state/preferences.ts';
import { type Run, useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { predict } from '../view/view.ts';
import { countedFromAnswer } from './answered.ts';
import { recordedAfter } from './evidence.ts';
import { send } from './send.ts';

/** What this page's browser remembers for its endpoint, as far as the rules tell: replayed from what the server saw. */
export const useBrowserState = create<BrowserState>()(() => emptyState);

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

async function runRequest(queries: QueryClient, index: number): Promise<void> {
  const { scenario } = useScenario.getState();
  const request = scenario.requests[index];
  if (!request) throw new Error(`There is no request ${index}`);
  const { origins } = await queries.ensureQueryData(serverInfoQuery);
  const { boot, number } = await putPlan(endpointId, scenario.plan);
  const before = useBrowserState.getState();
  const at = Date.now();
  const circumstances = { origins, endpoint: endpointId, state: before, browser: ownBrowser.browser, now: at };
  const { call, outcome } = predict(scenario, request, circumstances);
  const started = performance.now();
  const result = await send(call, origins);
  const duration = performance.now() - started;
  const exchanges = await evidence(boot, number, result, outcome, scenario.plan);
  const run: Run = {
    id: crypto.getRandomValues(new Uint32Array(2)).join('-'),
    browser: ownBrowser.browser,
    browserLabel: ownBrowser.label,
    origins,
    endpoint: endpointId,
    scenario,
    index,
    before,
    observation: { result, exchanges, at, duration },
  };
  if (exchanges) {
    const server = recordedServer(exchanges);
    const state = withoutForgotten(before, outcome.messages, exchanges);
    const page = pageOf(call, origins);
    const told = fetchAsBrowser({ call, page, server, state, browser: run.browser, now: at });
    const preflights = countedFromAnswer(told.state.preflights, at, exchanges);
    useBrowserState.setState({ ...told.state, preflights });
  }
  useRuns.getState().runFinished(run);
}

export const runKey = ['run'];

/** Whether a run has been under way for so long that one wants to be told. Most are over before that. */
export const useIsRunning = create<boolean>()(() => false);
const tellAfter = 100;

/** Whose rules were shown when Run was last pressed; null for this browser's own. */
export const useAskedAs = create<Browser | null>()(() => null);

/** Runs requests of the scenario one after the other, in the order given. */
export function useRun() {
  const queries = useQueryClient();
  return useMutation({
    mutationKey: runKey,
    // What a failure was about: it is out of date as soon as the scenario changes.
    onMutate: () => useScenario.getState().scenario,
    mutationFn: async (indexes: readonly number[]) => {
      const { predictAs, predictAsChosen } = usePreferences.getState();
      useAskedAs.setState(predictAs, true);
      predictAsChosen(null);
      const tell = setTimeout(() => useIsRunning.setState(true, true), tellAfter);
      try {
        for (const index of indexes) await runRequest(queries, index);
      } finally {
        clearTimeout(tell);
        useIsRunning.setState(false, true);
      }
    },
  });
}
