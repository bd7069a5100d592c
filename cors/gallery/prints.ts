import { pageOf } from '../ask.ts';
import { deviations } from '../browsers.ts';
import { type Foretold, predictAll } from '../conformance/predict.ts';
import { consoleLines } from '../console/console-lines.ts';
import type { ConsoleLine } from '../console/lines.ts';
import type { Browser, RealBrowser } from '../outcome.ts';
import type { Origins } from '../scenario.ts';
import type { Cause } from './cause.ts';

/** What the rules say of the request that shows the cause, in this deployment and at this endpoint. */
export const foretellShown = (
  { scenario, shown }: Cause,
  origins: Origins,
  endpoint: string,
  browser: Browser,
): Foretold | undefined => predictAll(scenario, { origins, endpoint, now: 0 }, deviations[browser])[shown];

/** What a browser prints of what it was foretold to do. */
export const printed = ({ outcome, call }: Foretold, origins: Origins, browser: RealBrowser): readonly ConsoleLine[] =>
  consoleLines(outcome, call, pageOf(call, origins), browser);

/** What a browser prints when the cause's scenario runs in this deployment, at this endpoint. */
export function printsOf(
  cause: Cause,
  origins: Origins,
  endpoint: string,
  browser: RealBrowser,
): readonly ConsoleLine[] {
  const foretold = foretellShown(cause, origins, endpoint, browser);
  return foretold ? printed(foretold, origins, browser) : [];
}
