import { useMemo } from 'react';
import { answer, type BrowserState, type Deviations, fetchByRules, type Outcome, pageOf, type Scenario } from '#cors';
import { useBrowserState } from '../run/use-run.ts';
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
  return useMemo(() => {
    if (!origins) return null;
    const observed = view.kind === 'observed';
    const now = observed ? view.run.observation.at : Date.now();
    const server = (sent: Parameters<typeof answer>[1]) => answer(plan, sent, origins);
    const { call } = view;
    const page = pageOf(call, origins);
    return {
      fetchBy: (rules, state) => fetchByRules({ call, page, server, state, now }, rules),
      state: observed ? view.run.before : remembered,
      now,
    };
  }, [view, plan, origins, remembered]);
}
