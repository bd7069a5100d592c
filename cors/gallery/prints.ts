import { pageOf } from '../ask.ts';
import { deviations } from '../browsers.ts';
import { predictAll } from '../conformance/predict.ts';
import { consoleLines } from '../console/console-lines.ts';
import type { ConsoleLine } from '../console/lines.ts';
import type { RealBrowser } from '../outcome.ts';
import type { Origins } from '../scenario.ts';
import type { Cause } from './cause.ts';

/** What a browser prints when the cause's scenario runs in this deployment, at this endpoint. */
export function printsOf(
  { scenario, shown }: Cause,
  origins: Origins,
  endpoint: string,
  browser: RealBrowser,
): readonly ConsoleLine[] {
  const foretold = predictAll(scenario, { origins, endpoint, now: 0 }, deviations[browser])[shown];
  return foretold ? consoleLines(foretold.outcome, foretold.call, pageOf(foretold.call, origins), browser) : [];
}
