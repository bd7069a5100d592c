import type { Outcome } from '../../outcome.ts';
import type { Step, StepCode } from '../../steps.ts';
import type { Headline, Tense } from '../language.ts';
import { uses } from './api-verdicts.ts';
import { code, codes, plural, say } from './text.ts';

/** The last step with this code that was taken, or null. Of several hops the last one decides. */
export function stepOf<C extends StepCode>(outcome: Outcome, code: C): Extract<Step, { code: C }> | null {
  const taken = outcome.steps.filter(
    (step): step is Extract<Step, { code: C }> => step.code === code && step.result !== 'not-reached',
  );
  return taken.at(-1) ?? null;
}

/** Where on its way the fetch was stopped. */
function whereBlocked(outcome: Outcome, tense: Tense): string {
  const last = outcome.messages.at(-1);
  const finding = outcome.finding;
  if (last === undefined) return say(tense, 'before anything is sent', 'before anything was sent');
  if (last.kind === 'preflight')
    return last.hop > 0 ? 'after a redirect' : say(tense, 'before it is sent', 'before it was sent');
  if (finding === null) return 'on the way back';
  const atRedirect = finding.code.startsWith('redirect-') || ('at' in finding.facts && finding.facts.at === 'redirect');
  return atRedirect ? 'at a redirect' : 'on the way back';
}

function whereAllowed(outcome: Outcome): string {
  if (outcome.response?.type === 'basic') return 'on its own origin';
  if (outcome.messages.some((message) => message.kind === 'preflight')) return 'after a preflight';
  return stepOf(outcome, 'preflight-cache')?.facts.hit === true ? 'by an earlier preflight' : 'without a preflight';
}

/** What the server consented to, in its own words where it was asked for them. */
function consent(outcome: Outcome, tense: Tense): string {
  const check = stepOf(outcome, 'cors-check');
  if (check === null) return 'Page and server share one origin, so no consent is needed.';
  const origin = check.facts.value === '*' ? 'any origin' : code(check.facts.value ?? '');
  const asked = stepOf(outcome, 'preflight-needed')?.facts;
  const extras = asked?.needed ? [...(asked.methodUnsafe ? [asked.method] : []), ...asked.headers] : [];
  const credentials = check.facts.credentials ? ', with credentials' : '';
  const who = stepOf(outcome, 'send')?.facts.cached ? 'What the cache keeps' : 'The server';
  const allows = `${who} ${say(tense, 'would allow', 'allows')} ${origin}`;
  // What it would say to these now is not known: it is not asked.
  if (stepOf(outcome, 'preflight-cache')?.facts.hit)
    return `${allows}${credentials}, and allowed ${codes(extras)} earlier.`;
  const list = extras.length === 0 ? '' : extras.length === 1 ? ` and ${codes(extras)}` : `, ${codes(extras)}`;
  return `${allows}${list}${credentials}.`;
}

/** What of the answer reaches the page. */
function reading(outcome: Outcome, tense: Tense): string {
  const use = uses[outcome.asker.api];
  if (use !== undefined) return use[tense];
  const filter = stepOf(outcome, 'filter')?.facts;
  const parts = outcome.response?.body ? ['the body', 'the status'] : ['the status'];
  const headers = filter === undefined || filter.total === 0 ? null : headersRead(filter.visible, filter.total, tense);
  const all = headers === null ? parts : [...parts, headers];
  const last = all.at(-1) ?? '';
  const list = all.length === 1 ? last : `${all.slice(0, -1).join(', ')} and ${last}`;
  return `Your page ${say(tense, 'would read', 'reads')} ${list}.`;
}

function headersRead(visible: number, total: number, tense: Tense): string {
  if (visible === 0) return 'no header';
  // Servers add lines of their own, such as Date, that no plan foretells.
  if (tense === 'would') return visible === total ? 'every header' : plural(visible, 'header', 'headers');
  if (visible < total) return `${visible} of the ${total} headers`;
  return total === 1 ? 'the only header' : `all ${total} headers`;
}

/** What an outcome comes to, and where on its way. */
export function headline(outcome: Outcome, tense: Tense): Headline {
  const lead = say(tense, 'Would be', '');
  const word = (did: string) => (tense === 'would' ? did.toLowerCase() : did);
  const { code: reason } = outcome.finding ?? {};
  if (outcome.verdict === 'readable') return { lead, word: word('Allowed'), where: whereAllowed(outcome) };
  if (outcome.verdict === 'opaque')
    return { lead, word: word('Opaque'), where: reason === 'opaque-redirect' ? 'at a redirect' : 'to your page' };
  // Nobody refused anything.
  if (reason === 'no-answer' || reason === 'not-usable') {
    const where = reason === 'no-answer' ? 'without an answer' : 'for another reason';
    return { lead: say(tense, 'Would', ''), word: say(tense, 'fail', 'Failed'), where };
  }
  return { lead, word: word('Blocked'), where: whereBlocked(outcome, tense) };
}

/** Says in a sentence why the page may read it, and what. */
export const consented = (outcome: Outcome, tense: Tense): string =>
  `${consent(outcome, tense)} ${reading(outcome, tense)}`;
