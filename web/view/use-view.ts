import { useMemo } from 'react';
import { answerThrough, type Browser, type Kept } from '#cors';
import { endpointId } from '../endpoint.ts';
import { ownBrowser } from '../own-browser.ts';
import { useBrowserState, useKept } from '../run/use-run.ts';
import { useServerInfo } from '../server-info.ts';
import { afterRun, anyAnswer, useSoon } from '../soon.ts';
import { usePreferences } from '../state/preferences.ts';
import { type Run, useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { useClock } from './use-clock.ts';
import { type FetchFrom, predictBy, type View } from './view.ts';

export function usePredictAs(): Browser {
  return usePreferences(({ predictAs }) => predictAs) ?? ownBrowser.browser;
}

/** The newest run of each request as it stands. With another plan, or once the request was edited, a run is past. */
export function useCurrentRuns(): readonly (Run | undefined)[] {
  const requests = useScenario((state) => state.scenario.requests);
  const plan = useScenario((state) => state.scenario.plan);
  const runs = useRuns((state) => state.runs);
  return useMemo(() => {
    const ofPlan = runs.filter((run) => run.scenario.plan === plan);
    return requests.map((request) => ofPlan.find((run) => run.scenario.requests[run.index] === request));
  }, [requests, plan, runs]);
}

/** From a server without a library or a cache, which is most. */
const fetchPlainly: FetchFrom = (plan, { origins }, fetch) => fetch((sent) => answerThrough(null, plan, sent, origins));

/** When each answer that the cache in front keeps is fresh no longer, in ms. */
const expiriesOf = (kept: Kept | null) => kept?.cache.map(({ at, lifetime }) => at + lifetime * 1000) ?? [];

/** One view for each request of the scenario, in order; empty until the deployment's origins are known. */
export function useViews(): readonly View[] {
  const scenario = useScenario((state) => state.scenario);
  const origins = useServerInfo().data?.origins;
  const state = useBrowserState();
  const browser = usePredictAs();
  const runs = useCurrentRuns();
  const kept = useKept();
  const now = useClock([...state.preflights.map(({ expires }) => expires), ...expiriesOf(kept)]);
  // A run shows what this very browser did; asking how another would do shows that prediction instead.
  const ran = useSoon(
    afterRun,
    runs.some((run) => run?.browser === browser),
  );
  const observed = useMemo(
    () => runs.map((run) => (ran && run?.browser === browser ? ran.observe(run) : null)),
    [runs, ran, browser],
  );
  const { library, cache } = scenario.plan;
  const fetchFrom = useSoon(anyAnswer, library !== null || cache)?.fetchFromAny ?? fetchPlainly;
  return useMemo(() => {
    if (!origins) return [];
    const at = { origins, endpoint: endpointId, state, browser, now, kept };
    return scenario.requests.map((request, i) => observed[i] ?? predictBy(fetchFrom, scenario, request, at));
  }, [fetchFrom, scenario, origins, state, browser, observed, now, kept]);
}

/** The view of the request being edited, or null until the deployment's origins are known. */
export function useView(): View | null {
  const views = useViews();
  return views[useScenario(({ selected }) => selected)] ?? null;
}
