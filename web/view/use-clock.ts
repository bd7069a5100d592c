import { useEffect, useState } from 'react';

/** The time in ms, read anew on each render, and once more as soon as the next of `moments` has passed. */
export function useClock(moments: readonly number[]): number {
  const [, tick] = useState(0);
  const now = Date.now();
  const next = Math.min(...moments.filter((moment) => moment > now));
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => tick((n) => n + 1), Math.min(next - Date.now() + 1, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}
