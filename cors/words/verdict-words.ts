import type { Finding } from '../findings.ts';
import type { Outcome } from '../outcome.ts';
import { consented, headline } from './en/verdict.ts';
import { findingWords } from './finding-words.ts';
import type { Tense, VerdictText } from './language.ts';

/** The headline and its sentence. */
export const verdictWords = (outcome: Outcome, tense: Tense = 'did'): VerdictText => ({
  ...headline(outcome, tense),
  sentence: sentence(outcome, tense),
});

function sentence(outcome: Outcome, tense: Tense): string {
  if (outcome.verdict === 'readable') return consented(outcome, tense);
  return outcome.finding === null ? '' : findingWords(asWritten(outcome.finding, outcome), tense, outcome.asker).what;
}

/** With header names as the page wrote them. Browsers ask for them in lower case, which is how findings know them. */
function asWritten(finding: Finding, { unsent }: Outcome): Finding {
  if (finding.code !== 'header-not-allowed') return finding;
  const written = (lower: string) => unsent?.headers.find(([name]) => name.toLowerCase() === lower)?.[0] ?? lower;
  return { ...finding, facts: { ...finding.facts, missing: finding.facts.missing.map(written) } };
}
