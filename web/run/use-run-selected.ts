import { useIsMutating } from '@tanstack/react-query';
import { useScenario } from '../state/scenario.ts';
import { useRun } from './use-run.ts';

/** Whether anything is being run, wherever it was started. */
export const useIsRunning = () => useIsMutating({ mutationKey: ['run'] }) > 0;

/** Runs the request that is being edited, or all of them; one press at a time. */
export function useRunSelected() {
  const { mutate } = useRun();
  const running = useIsRunning();
  const runIndexes = (indexes: readonly number[]) => {
    if (!running) mutate(indexes);
  };
  return {
    running,
    run: () => runIndexes([useScenario.getState().selected]),
    runAll: () => runIndexes(useScenario.getState().scenario.requests.map((_, i) => i)),
  };
}
