import type { Outcome } from '../outcome.ts';
import { verdict as english } from './en/verdict.ts';
import type { Tense, VerdictText } from './language.ts';

/** The headline and its sentence. */
export const verdictWords = (outcome: Outcome, tense: Tense = 'did'): VerdictText => english(outcome, tense);
