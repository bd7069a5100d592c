import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { BrowserState, Observation, Origins, Scenario } from '#cors';
import type { RealBrowser } from '../own-browser.ts';

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
  readonly observation: Observation;
}

const kept = 30;

interface Runs {
  /** Newest first. */
  readonly runs: readonly Run[];
  runFinished(run: Run): void;
  runsCleared(): void;
}

export const useRuns = create<Runs>()(
  persist(
    (set) => ({
      runs: [],
      runFinished: (run) => set(({ runs }) => ({ runs: [run, ...runs].slice(0, kept) })),
      runsCleared: () => set({ runs: [] }),
    }),
    { name: 'preflight-runs', version: 1 },
  ),
);
