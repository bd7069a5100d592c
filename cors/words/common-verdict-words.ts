import type { Outcome } from '../outcome.ts';
import { corsFindings } from './en/findings-cors.ts';
import { headline, sentence } from './en/verdict.ts';
import type { Headline, Tense, VerdictText } from './language.ts';

/** The headline alone. */
export const headlineWords = (outcome: Outcome, tense: Tense): Headline => headline(outcome, tense);

/**
 * What `verdictWords` says where nothing was refused, or by the CORS check; null for every other outcome. It spares the
 * page the words of all findings until it needs them.
 */
export const commonVerdictWords = (outcome: Outcome, tense: Tense): VerdictText | null =>
  outcome.finding === null || outcome.finding.code in corsFindings
    ? { ...headline(outcome, tense), sentence: sentence(outcome, tense, corsFindings) }
    : null;
