import type { PageResult } from '#cors';
import { getExchanges, type Recorded } from '../api.ts';

const patience = 1000;

/**
 * What the server recorded after a number. A beacon is still on its way when `sendBeacon()` returns: then this waits for
 * as many exchanges as are `expected`, or for a second.
 */
export async function recordedAfter(
  endpoint: string,
  after: number,
  { kind }: PageResult,
  expected: number,
): Promise<Recorded> {
  const end = performance.now() + patience;
  for (;;) {
    const recorded = await getExchanges(endpoint, after);
    const isWhole = kind !== 'queued' || recorded.exchanges.length >= expected;
    if (isWhole || performance.now() > end) return recorded;
  }
}
