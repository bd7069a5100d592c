import { useClock } from '../view/use-clock.ts';

const minute = 60_000;

function wordsFor(at: number, now: number): string {
  const minutes = Math.floor((now - at) / minute);
  if (minutes < 1) return 'just now';
  if (minutes < 60) return `${minutes} min ago`;
  const day =
    new Date(at).toDateString() === new Date(now).toDateString() ? '' : `${new Date(at).toLocaleDateString()}, `;
  return `${day}${new Date(at).toLocaleTimeString([], { hour: '2-digit', minute: '2-digit' })}`;
}

/** A moment (ms since the epoch) by the clock on the wall, to the second. */
export function ClockTime({ at }: { at: number }) {
  const date = new Date(at);
  return <time dateTime={date.toISOString()}>{date.toLocaleTimeString()}</time>;
}

/** When something happened (ms since the epoch), kept true while it is shown. */
export function When({ at }: { at: number }) {
  const passed = Math.max(0, Math.floor((Date.now() - at) / minute));
  const now = useClock(passed < 60 ? [at + (passed + 1) * minute] : []);
  return <time dateTime={new Date(at).toISOString()}>{wordsFor(at, now)}</time>;
}
