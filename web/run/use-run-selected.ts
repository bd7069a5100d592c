import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext } from 'react';
import { emptyState } from '#cors';
import { endpointRenewed } from '../endpoint.ts';
import { useScenario } from '../state/scenario.ts';
import { runKey, useBrowserState, useKept, useRun } from './use-run.ts';

/** Where the requests of a scenario belong together, Run sends them all, in order, to a server that is new to the browser. */
export const RunsWhole = createContext(false);

/** Runs the request that is being edited, or all of them; one press at a time. */
export function useRunSelected() {
  const queries = useQueryClient();
  const { mutate } = useRun();
  const runIndexes = (indexes: readonly number[]) => {
    if (queries.isMutating({ mutationKey: runKey }) === 0) mutate(indexes);
  };
  const runAll = () => runIndexes(useScenario.getState().scenario.requests.map((_, i) => i));
  const runSelected = () => runIndexes([useScenario.getState().selected]);
  const runWhole = () => {
    if (queries.isMutating({ mutationKey: runKey }) > 0) return;
    endpointRenewed();
    useBrowserState.setState(emptyState, true);
    useKept.setState(null, true);
    runAll();
  };
  return { run: useContext(RunsWhole) ? runWhole : runSelected, runAll };
}
