import { useMutation, useQueryClient } from '@tanstack/react-query';
import { create } from 'zustand';
import { type Browser, type BrowserState, emptyState, type Kept } from '#cors';
import { afterRun } from '../soon.ts';
import { usePreferences } from '../state/preferences.ts';
import { useScenario } from '../state/scenario.ts';

/** What this page's browser remembers for its endpoint, as far as the rules tell: replayed from what the server saw. */
export const useBrowserState = create<BrowserState>()(() => emptyState);

/** What the cache in front of this page's endpoint keeps, replayed likewise; `boot` names the server that keeps it. */
export const useKept = create<(Kept & { readonly boot: string }) | null>()(() => null);

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
        const { runRequest } = await afterRun.loading;
        for (const index of indexes) await runRequest(queries, index);
      } finally {
        clearTimeout(tell);
        useIsRunning.setState(false, true);
      }
    },
  });
}
