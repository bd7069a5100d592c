import type { Outcome } from '../outcome.ts';
import { findings } from './en/findings.ts';
import { headline, sentence } from './en/verdict.ts';
import type { Tense, VerdictText } from './language.ts';

/** The headline and its sentence. */
export const verdictWords = (outcome: Outcome, tense: Tense = 'did'): VerdictText => ({
  ...headline(outcome, tense),
  sentence: sentence(outcome, tense, findings),
});
