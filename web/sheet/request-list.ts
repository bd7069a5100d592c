import { headlineWords } from '#cors';
import type { View } from '../view/view.ts';
import { offenceOf } from './offence.ts';
import { explanationOf, isUnanswered, tenseOf, verdictNames, verdictOf } from './shown.ts';

/** "2 allowed, 3 blocked, 1 opaque. All as predicted." */
export function summary(views: readonly View[]): string {
  const counts = (['readable', 'blocked', 'opaque'] as const)
    .map((verdict) => [views.filter((view) => verdictOf(view) === verdict).length, verdictNames[verdict]] as const)
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name.toLowerCase()}`)
    .join(', ');
  const observed = views.filter((view) => view.kind === 'observed');
  if (observed.length === 0) return `${counts}, by prediction.`;
  const otherwise = observed.filter(({ agreement }) => !agreement.agrees).length;
  const sent = observed.length === views.length ? '' : ` ${observed.length} of ${views.length} sent.`;
  const agree = otherwise === 0 ? 'All as predicted.' : `${otherwise} not as predicted.`;
  return `${counts}.${sent} ${agree}`;
}

/** Where each request got to, and in a few words why not further. */
export function whereOf(view: View): string {
  const outcome = explanationOf(view);
  if (isUnanswered(view)) return 'no answer';
  if (!outcome) return 'reason unknown';
  const offence = outcome.finding && offenceOf(outcome.finding);
  const reason = offence ? `: ${offence.brief}` : '';
  return `${headlineWords(outcome, tenseOf(view)).where}${reason}`;
}
