import type { Finding } from '../findings.ts';
import type { Asker } from '../outcome.ts';
import type { StepCode, StepFacts } from '../steps.ts';
import { steps as english } from './en/steps.ts';
import { plainAsker, type StepResult, type StepText, type Tense } from './language.ts';

/** One line for a step of the standard; a failed one has rows that say what it compared. `finding` and `asker` are the outcome's. */
export function stepWords<C extends StepCode>(
  step: { readonly code: C; readonly facts: Readonly<StepFacts[C]>; readonly result: StepResult },
  tense: Tense = 'did',
  finding: Finding | null = null,
  asker: Asker = plainAsker,
): StepText {
  return english[step.code](step.facts, step.result, tense, finding, asker);
}
