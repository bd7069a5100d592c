import { useEffect, useState } from 'react';

/** The time in ms, as of the last of `moments` that has passed: it changes only when one of them comes. */
export function useClock(moments: readonly number[]): number {
  const [now, setNow] = useState(Date.now);
  const next = Math.min(...moments.filter((moment) => moment > now));
  useEffect(() => {
    if (next === Number.POSITIVE_INFINITY) return;
    const timer = setTimeout(() => setNow(Date.now()), Math.min(next - Date.now() + 1, 2 ** 31 - 1));
    return () => clearTimeout(timer);
  }, [next]);
  return now;
}
