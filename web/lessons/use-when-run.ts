import { useLayoutEffect, useRef } from 'react';
import { useRuns } from '../state/runs.ts';
import { useCurrentRuns } from '../view/use-view.ts';

/** Calls once a press of Run is over, but not where earlier runs only count again. */
export function useWhenRun(then: () => void) {
  const newest = useRuns(({ runs }) => runs[0]);
  const last = useCurrentRuns().at(-1);
  const told = useRef(newest);
  useLayoutEffect(() => {
    if (newest === told.current || newest !== last) return;
    told.current = newest;
    then();
  });
}
