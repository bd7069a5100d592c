import type { AdviceCode, AdviceFacts, Finding, FindingCode, FindingFacts } from '../findings.ts';
import type { Asker } from '../outcome.ts';
import type { StepCode, StepFacts } from '../steps.ts';

/** `would`: a prediction. `did`: an observation. */
export type Tense = 'would' | 'did';

export interface Link {
  readonly label: string;
  readonly href: string;
}

/** What the words are about when nobody says: a script of the page calls `fetch()`. */
export const plainAsker: Asker = { api: 'fetch', context: 'document' };

/** All strings mark inline code with backticks. */
export interface FindingText {
  /** One or two sentences with the actual values. */
  readonly what: string;
  /** Continues "What to change:", so it begins in lower case. */
  readonly change: string;
  readonly why: string;
  readonly link: Link;
}

export interface AdviceText {
  readonly title: string;
  readonly text: string;
  readonly level: 'danger' | 'broken' | 'fragile' | 'pointless' | 'note';
}

/** `missing`: the row that names what is not there. */
export interface Detail {
  readonly label: string;
  readonly value: string;
  readonly missing?: boolean;
}

export interface StepText {
  readonly text: string;
  readonly details?: readonly Detail[];
  readonly link: Link;
}

/** Read as `lead word where`: "Blocked before it was sent", "Would be blocked before it is sent". `lead` may be empty. */
export interface Headline {
  readonly lead: string;
  readonly word: string;
  readonly where: string;
}
export interface VerdictText extends Headline {
  readonly sentence: string;
}

export interface Fact {
  readonly label: string;
  readonly value: string;
  readonly tone: 'allow' | 'block' | 'opaque' | 'plain';
  readonly note: string;
}

export type StepResult = 'passed' | 'failed' | 'not-reached';

export type FindingTexts = {
  readonly [C in FindingCode]: (facts: Readonly<FindingFacts[C]>, tense: Tense, asker: Asker) => FindingText;
};
export type AdviceTexts = { readonly [C in AdviceCode]: (facts: Readonly<AdviceFacts[C]>) => AdviceText };
export type StepTexts = {
  readonly [C in StepCode]: (
    facts: Readonly<StepFacts[C]>,
    result: StepResult,
    tense: Tense,
    finding: Finding | null,
    asker: Asker,
  ) => StepText;
};
