import { useMemo } from 'react';
import {
  type BrowserState,
  cacheFor,
  type Deviations,
  fetchByRules,
  type Outcome,
  pageOf,
  type Scenario,
  serverAt,
} from '#cors';
import { useBrowserState, useKept } from '../run/use-run.ts';
import { useServerInfo } from '../server-info.ts';
import type { View } from '../view/view.ts';

interface Fetch {
  readonly fetchBy: (rules: Deviations, state: BrowserState) => Outcome;
  /** What the browser remembered before. */
  readonly state: BrowserState;
  readonly now: number;
}

/** The fetch that the sheet shows, to be made by any rules; null until the deployment's origins are known. */
export function useFetchBy(view: View, { plan }: Scenario): Fetch | null {
  const origins = useServerInfo().data?.origins;
  const remembered = useBrowserState();
  const kept = useKept();
  return useMemo(() => {
    if (!origins) return null;
    const observed = view.kind === 'observed';
    const now = observed ? view.run.observation.at : Date.now();
    const cache = observed ? view.run.cache : cacheFor(kept, plan);
    const endpoint = { plan, origins, cache, now };
    const { call } = view;
    const page = pageOf(call, origins);
    return {
      fetchBy: (rules, state) => fetchByRules({ call, page, server: serverAt(endpoint), state, now }, rules),
      state: observed ? view.run.before : remembered,
      now,
    };
  }, [view, plan, origins, remembered, kept]);
}
