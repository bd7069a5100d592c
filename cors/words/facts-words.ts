import type { Outcome } from '../outcome.ts';
import { facts as english } from './en/facts.ts';
import type { Fact, Tense } from './language.ts';

/** The three facts under the verdict: the preflight, the request, and what the page gets. */
export const factsWords = (outcome: Outcome, tense: Tense = 'did'): readonly Fact[] => english(outcome, tense);
