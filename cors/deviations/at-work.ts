import { type DeviationKey, type Deviations, departures, deviations } from '../browsers.ts';
import type { Outcome, RealBrowser } from '../outcome.ts';

/**
 * The departures to which this browser owes what becomes of some fetches: with any one of them given up, it would be
 * something else. Where several do the same, so that none of them is missed, those that would do it alone.
 * Empty when the standard comes to the same. `play` makes the fetches by the rules that it is given.
 */
export function deviationsAtWork(
  browser: RealBrowser,
  play: (rules: Deviations) => readonly Outcome[],
): readonly DeviationKey[] {
  const told = (rules: Deviations) => JSON.stringify(play(rules).map(whatBecame));
  const { standard } = deviations;
  const own = deviations[browser];
  const [byStandard, byBrowser] = [told(standard), told(own)];
  if (byStandard === byBrowser) return [];
  const keys = Object.keys(departures[browser]) as DeviationKey[];
  const needed = keys.filter((key) => told({ ...own, [key]: standard[key] }) !== byBrowser);
  return needed.length > 0 ? needed : keys.filter((key) => told({ ...standard, [key]: own[key] }) !== byStandard);
}

/** What server, page and the next fetch notice of one. */
function whatBecame({ verdict, finding, messages, response, state }: Outcome) {
  const wire = messages.map(({ kind, request }) => ({ kind, request }));
  const preflights = state.preflights.map((entry) => JSON.stringify(entry)).sort();
  return { verdict, finding, wire, response, preflights, cookies: state.cookies };
}
