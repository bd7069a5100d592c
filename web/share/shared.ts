import { useMemo } from 'react';
import {
  cacheFor,
  findSecrets,
  limits,
  maskCache,
  maskObservation,
  maskScenario,
  maskState,
  type Origins,
  type Scenario,
  type Secret,
} from '#cors';
import { endpointId } from '../endpoint.ts';
import { ownBrowser } from '../own-browser.ts';
import { useBrowserState, useKept } from '../run/use-run.ts';
import { useServerInfo } from '../server-info.ts';
import { linkOf } from '../state/link.ts';
import type { Run } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { titleOf } from '../state/title.ts';
import { observe } from '../view/observe.ts';
import { predict } from '../view/predict.ts';
import { seenIn } from '../view/seen.ts';
import { useCurrentRuns } from '../view/use-view.ts';
import type { View } from '../view/view.ts';

/** What every way of sharing is made from, with its secrets masked or not. */
export interface Shared {
  readonly scenario: Scenario;
  /** Of the scenario's requests, the one that reports, files and images are about. */
  readonly index: number;
  readonly title: string;
  readonly view: View;
  readonly origins: Origins;
  readonly link: string;
}

const maskRun = (run: Run): Run => ({
  ...run,
  scenario: maskScenario(run.scenario),
  before: maskState(run.before),
  cache: maskCache(run.cache),
  observation: maskObservation(run.observation),
});

/** The scenario and its newest run as they are shared; null until the deployment's origins are known. */
export function useShared(masked: boolean): { shared: Shared | null; secrets: readonly Secret[] } {
  const written = useScenario((state) => state.scenario);
  const index = useScenario(({ selected }) => selected);
  const run = useCurrentRuns()[index];
  const origins = useServerInfo().data?.origins;
  const state = useBrowserState();
  const known = useKept();
  const secrets = useMemo(() => findSecrets(written, run?.observation.exchanges ?? []), [written, run]);
  const shared = useMemo(() => {
    const given = masked ? maskScenario(written) : written;
    const request = given.requests[index];
    if (!origins || !request) return null;
    const before = masked ? maskState(state) : state;
    const cached = cacheFor(known, written.plan);
    const kept = { plan: given.plan, cache: masked ? maskCache(cached) : cached };
    const at = { origins, endpoint: endpointId, state: before, browser: ownBrowser.browser, now: Date.now(), kept };
    const observed = run ? observe(masked ? maskRun(run) : run) : null;
    // What happened here counts before what happened to whoever gave the scenario to us.
    const seen = (observed && seenIn(observed, index)) ?? given.seen;
    const scenario: Scenario = { ...given, seen };
    const view = observed ?? predict(scenario, request, at);
    return {
      scenario,
      index,
      title: titleOf(scenario).slice(0, limits.titleLength),
      view,
      origins,
      link: linkOf(scenario),
    };
  }, [written, index, run, origins, state, known, masked]);
  return { shared, secrets };
}
