import type { Finding, FindingCode, FindingFacts } from '../findings.ts';
import type { Asker, Outcome } from '../outcome.ts';
import type { StepCode, StepFacts } from '../steps.ts';
import { english } from './en/index.ts';
import type { Fact, FindingText, StepResult, StepText, Tense, VerdictText } from './language.ts';

/** What the words are about when nobody says: a script of the page calls `fetch()`. */
const page: Asker = { api: 'fetch', context: 'document' };

/** Why a fetch is blocked or opaque, and what to change. `asker` is the outcome's. */
export function findingWords<C extends FindingCode>(
  finding: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> },
  tense: Tense = 'did',
  asker: Asker = page,
): FindingText {
  return english.findings[finding.code](finding.facts, tense, asker);
}

/** One line for a step of the standard; a failed one has rows that say what it compared. `finding` and `asker` are the outcome's. */
export function stepWords<C extends StepCode>(
  step: { readonly code: C; readonly facts: Readonly<StepFacts[C]>; readonly result: StepResult },
  tense: Tense = 'did',
  finding: Finding | null = null,
  asker: Asker = page,
): StepText {
  return english.steps[step.code](step.facts, step.result, tense, finding, asker);
}

/** The headline and its sentence. */
export const verdictWords = (outcome: Outcome, tense: Tense = 'did'): VerdictText => english.verdict(outcome, tense);

/** The three facts under the verdict: the preflight, the request, and what the page gets. */
export const factsWords = (outcome: Outcome, tense: Tense = 'did'): readonly Fact[] => english.facts(outcome, tense);
