import type { Scenario } from '#cors';
import type { View } from '../view/view.ts';
import { Beside } from './beside.tsx';
import { explanationOf, tenseOf } from './shown.ts';
import { Why } from './why.tsx';

export interface LowerProps {
  readonly view: View;
  readonly scenario: Scenario;
  /** Which of the scenario's requests the view is of. */
  readonly index: number;
}

/** The lower part of the sheet: why, and beside it what to change and what else is worth knowing. */
export function Lower({ view, scenario, index }: LowerProps) {
  const explained = explanationOf(view);
  // Without an explanation of what happened, the rules still say what should have.
  const outcome = explained ?? (view.kind === 'observed' ? view.prediction : view.outcome);
  return (
    <div className={`lower ${explained ? '' : 'guess'}`}>
      <Why
        outcome={outcome}
        tense={explained ? tenseOf(view) : 'would'}
        hint={explained ? 'Fetch standard, in its own order' : 'what the rules expected'}
      />
      <Beside view={view} outcome={outcome} explained={explained !== null} scenario={scenario} index={index} />
    </div>
  );
}
