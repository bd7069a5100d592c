import type { AdviceCode, AdviceFacts } from '../findings.ts';
import { advice as english } from './en/advice.ts';
import type { AdviceText } from './language.ts';

/** Something worth saying that blocks nothing. */
export function adviceWords<C extends AdviceCode>(advice: {
  readonly code: C;
  readonly facts: Readonly<AdviceFacts[C]>;
}): AdviceText {
  return english[advice.code](advice.facts);
}
