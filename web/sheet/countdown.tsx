import { useClock } from '../view/use-clock.ts';

const two = (n: number): string => String(n).padStart(2, '0');

/** `9:05`, `1:59:58`. */
function clock(seconds: number): string {
  const minutes = Math.floor(seconds / 60);
  const hours = Math.floor(minutes / 60);
  const rest = two(seconds % 60);
  return hours > 0 ? `${hours}:${two(minutes % 60)}:${rest}` : `${minutes}:${rest}`;
}

/** The time left until a moment (ms since the epoch). It alone is drawn again each second, and is not read out. */
export function Countdown({ until }: { until: number }) {
  const left = Math.max(0, Math.ceil((until - Date.now()) / 1000));
  useClock(left > 0 ? [until - (left - 1) * 1000] : []);
  return (
    <time role="timer" className="tabular-nums" dateTime={`PT${left}S`}>
      {clock(left)}
    </time>
  );
}
