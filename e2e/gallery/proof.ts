import type { RealBrowser } from '#cors';
import type { Expected } from '../scenarios/case.ts';

/** What each request of a scenario must show when they are sent in order, at an endpoint of which nothing is remembered. */
export type Shown = readonly Expected[];

/** What a cause must show in a browser, before the fix and after it. */
export interface Played {
  readonly before: Shown;
  readonly after: Shown;
}

/** The standard's, and where a browser departs from it, and why. */
export interface Proof extends Played, Partial<Record<RealBrowser, Partial<Played> & { readonly because: string }>> {}

/** What a cause must show in this browser. */
export const playedIn = (browser: RealBrowser, { before, after, ...departures }: Proof): Played => ({
  before,
  after,
  ...departures[browser],
});
