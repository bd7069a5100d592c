/** How far a slide has been shown, of which run: that which there was when it was left, or `next`, whichever comes. */
export interface Place {
  readonly run: string | 'next' | null;
  readonly step: number;
}

export const untouched: Place = { run: null, step: 0 };

/**
 * What of a slide is shown: 0 the question, then so many arrows of the wire, and with `end` the verdict. A run that has
 * come since begins with its first arrow.
 */
export function stepAt({ run: shown, step }: Place, run: string | null, end: number): number {
  if (run === null) return 0;
  return shown === run || shown === 'next' ? Math.min(step, end) : 1;
}
