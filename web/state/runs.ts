import { create } from 'zustand';
import { type PersistStorage, persist } from 'zustand/middleware';
import type { BrowserState, Observation, Origins, RealBrowser, Scenario, SharedCache } from '#cors';
import { kept } from './kept.ts';

/** One press of Run for one request. All that is needed to predict and explain it again; both are computed, never kept. */
export interface Run {
  readonly id: string;
  readonly browser: RealBrowser;
  readonly browserLabel: string;
  readonly origins: Origins;
  readonly endpoint: string;
  readonly scenario: Scenario;
  /** Which of the scenario's requests was sent. */
  readonly index: number;
  /** What the browser remembered before it was sent. */
  readonly before: BrowserState;
  /** What the cache in front of the server kept. */
  readonly cache: SharedCache;
  readonly observation: Observation;
}

const most = 30;

interface Runs {
  /** Newest first. */
  readonly runs: readonly Run[];
  runFinished(run: Run): void;
  runsCleared(): void;
}

type Kept = Pick<Runs, 'runs'>;

export const useRuns = create<Runs>()(
  persist(
    (set) => ({
      runs: [],
      runFinished: (run) => set(({ runs }) => ({ runs: [run, ...runs].slice(0, most) })),
      runsCleared: () => set({ runs: [] }),
    }),
    {
      name: 'preflight-runs',
      // A stored Run of another shape must never be read: whoever changes Run counts this up.
      version: 4,
      partialize: ({ runs }) => ({ runs }),
      storage: kept<Kept>(),
    },
  ),
);

const nowhere: PersistStorage<Kept> = { getItem: () => null, setItem: () => undefined, removeItem: () => undefined };

/** For a page whose runs are part of it: they end with it, and those that are kept are left as they are. */
export function keepRunsHere() {
  useRuns.persist.setOptions({ storage: nowhere });
  useRuns.setState({ runs: [] });
}
