import { useQueryClient } from '@tanstack/react-query';
import { useScenario } from '../state/scenario.ts';
import { runKey, useRun } from './use-run.ts';

/** Runs the request that is being edited, or all of them; one press at a time. */
export function useRunSelected() {
  const queries = useQueryClient();
  const { mutate } = useRun();
  const runIndexes = (indexes: readonly number[]) => {
    if (queries.isMutating({ mutationKey: runKey }) === 0) mutate(indexes);
  };
  return {
    run: () => runIndexes([useScenario.getState().selected]),
    runAll: () => runIndexes(useScenario.getState().scenario.requests.map((_, i) => i)),
  };
}
