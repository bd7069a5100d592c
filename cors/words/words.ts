import type { Finding, FindingCode, FindingFacts } from '../findings.ts';
import type { Outcome } from '../outcome.ts';
import type { StepCode, StepFacts } from '../steps.ts';
import { english } from './en/index.ts';
import type { Fact, FindingText, StepResult, StepText, Tense, VerdictText } from './language.ts';

/** Why a fetch is blocked or opaque, and what to change. */
export function findingWords<C extends FindingCode>(
  finding: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> },
  tense: Tense = 'did',
): FindingText {
  return english.findings[finding.code](finding.facts, tense);
}

/** One line for a step of the standard; a failed one has rows that say what it compared. `finding` is the outcome's. */
export function stepWords<C extends StepCode>(
  step: { readonly code: C; readonly facts: Readonly<StepFacts[C]>; readonly result: StepResult },
  tense: Tense = 'did',
  finding: Finding | null = null,
): StepText {
  return english.steps[step.code](step.facts, step.result, tense, finding);
}

/** The headline and its sentence. */
export const verdictWords = (outcome: Outcome, tense: Tense = 'did'): VerdictText => english.verdict(outcome, tense);

/** The three facts under the verdict: the preflight, the request, and what the page gets. */
export const factsWords = (outcome: Outcome, tense: Tense = 'did'): readonly Fact[] => english.facts(outcome, tense);
