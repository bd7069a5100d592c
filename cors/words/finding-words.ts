import type { FindingCode, FindingFacts } from '../findings.ts';
import type { Asker } from '../outcome.ts';
import { findings as english } from './en/findings.ts';
import { type FindingText, plainAsker, type Tense } from './language.ts';

/** Why a fetch is blocked or opaque, and what to change. `asker` is the outcome's. */
export function findingWords<C extends FindingCode>(
  finding: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> },
  tense: Tense = 'did',
  asker: Asker = plainAsker,
): FindingText {
  return english[finding.code](finding.facts, tense, asker);
}
