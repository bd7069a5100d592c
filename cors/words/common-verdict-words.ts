import type { Finding, FindingFacts } from '../findings.ts';
import type { Outcome } from '../outcome.ts';
import { type CorsCheckCode, corsCheckReasons } from './en/cors-check-reasons.ts';
import { consented, headline } from './en/verdict.ts';
import type { Headline, Tense, VerdictText } from './language.ts';

/** The headline alone. */
export const headlineWords = (outcome: Outcome, tense: Tense): Headline => headline(outcome, tense);

/**
 * What `verdictWords` says where the page may read the answer, or the CORS check failed; null for every other outcome.
 * It spares the page the words of all findings until it needs them.
 */
export function commonVerdictWords(outcome: Outcome, tense: Tense): VerdictText | null {
  const { verdict, finding, asker } = outcome;
  const words = (sentence: string): VerdictText => ({ ...headline(outcome, tense), sentence });
  if (verdict === 'readable') return words(consented(outcome, tense));
  return finding !== null && isOfCorsCheck(finding) ? words(reasonOf(finding)) : null;

  function reasonOf<C extends CorsCheckCode>(failed: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> }) {
    return corsCheckReasons[failed.code](failed.facts, tense, asker);
  }
}

const isOfCorsCheck = (finding: Finding): finding is Extract<Finding, { code: CorsCheckCode }> =>
  finding.code in corsCheckReasons;
