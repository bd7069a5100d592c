import { useMutationState } from '@tanstack/react-query';
import { useState } from 'react';
import { useScenario } from '../state/scenario.ts';
import { runKey } from './use-run.ts';

export interface RunFailure {
  readonly error: Error;
  readonly at: number;
  dismiss(): void;
}

/** Why the last press of Run came to nothing, until the scenario changes, Run is pressed again or one looks away. */
export function useRunFailure(): RunFailure | null {
  const scenario = useScenario((state) => state.scenario);
  const [dismissed, setDismissed] = useState(0);
  const last = useMutationState({ filters: { mutationKey: runKey }, select: ({ state }) => state }).at(-1);
  if (last?.status !== 'error' || last.submittedAt === dismissed || last.context !== scenario) return null;
  if (!(last.error instanceof Error)) return null;
  return { error: last.error, at: last.submittedAt, dismiss: () => setDismissed(last.submittedAt) };
}
