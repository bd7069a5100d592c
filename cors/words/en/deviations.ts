import type { DeviationEntry } from '../../deviations/entry.ts';
import { seenIn } from '../../deviations/index.ts';
import type { RealBrowser } from '../../outcome.ts';
import type { Tense } from '../language.ts';

/** A sentence of its own, without the browser's name. */
export function deviation({ instead }: DeviationEntry): string {
  return `${instead.charAt(0).toUpperCase()}${instead.slice(1)}.`;
}

/** To what the page owes an answer that the standard would have blocked. */
export function lenience(name: string, entries: readonly DeviationEntry[], tense: Tense): string {
  const works = tense === 'would' ? 'This would work' : 'This works';
  const reasons = entries.map(({ instead }) => instead).join(', and ');
  return `${works} only because ${name} ${reasons}. By the standard it is blocked.`;
}

/** Since which version, or which one it was seen in. */
export function deviationSince(browser: RealBrowser, { since }: DeviationEntry): string {
  return since === null ? `seen in ${seenIn[browser]}` : `since ${since}`;
}
