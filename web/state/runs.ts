import { create } from 'zustand';
import { createJSONStorage, persist } from 'zustand/middleware';
import type { BrowserState, Observation, Origins, RealBrowser, Scenario } from '#cors';

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

// Where storage is full or forbidden, runs are kept for as long as the page.
const storage = createJSONStorage<Runs>(() => ({
  getItem: (name) => localStorage.getItem(name),
  removeItem: (name) => localStorage.removeItem(name),
  setItem: (name, value) => {
    try {
      localStorage.setItem(name, value);
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
    }
  },
}));

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
    // A stored Run of another shape must never be read: whoever changes Run counts the version up.
    { name: 'preflight-runs', version: 1, storage },
  ),
);
