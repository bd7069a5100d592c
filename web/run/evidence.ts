import type { PageResult } from '#cors';
import { getExchanges, type Recorded } from '../api.ts';

const patience = 1000;

/**
 * What the server recorded after a number. A beacon is still on its way when `sendBeacon()` returns: then this waits until
 * as many as are `expected` have been answered, or for a second more than the server's own delay.
 */
export async function recordedAfter(
  endpoint: string,
  after: number,
  { kind }: PageResult,
  expected: number,
  delay = 0,
): Promise<Recorded> {
  const end = performance.now() + patience + delay;
  for (;;) {
    const recorded = await getExchanges(endpoint, after);
    const answered = recorded.exchanges.filter(({ response }) => response !== null);
    const isWhole = kind !== 'queued' || answered.length >= expected;
    if (isWhole || performance.now() > end) return recorded;
  }
}
