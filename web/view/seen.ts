import { limits, type Seen } from '#cors';
import { explanationOf, isUnanswered, verdictOf } from '../sheet/shown.ts';
import type { Observed } from './view.ts';

/** What a link tells of a run of the scenario's request `index`; null when there was no verdict. */
export function seenIn(view: Observed, index: number): Seen | null {
  const seen: Seen = {
    browser: view.run.browserLabel.slice(0, limits.browserLength),
    verdict: verdictOf(view),
    code: explanationOf(view)?.finding?.code ?? '',
    request: index,
  };
  return isUnanswered(view) ? null : seen;
}
