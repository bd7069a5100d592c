import {
  type CaseResult,
  departuresSeen,
  deviations,
  judge,
  type Observation,
  type Origins,
  predictAll,
  type RealBrowser,
  type Scenario,
} from '#cors';
import { deleteEndpoint, putPlan } from '../api.ts';
import { newEndpointId } from '../endpoint.ts';
import { recordedAfter } from '../run/evidence.ts';
import { send } from '../run/send.ts';

/** A fetch that takes longer than this has no result that could be judged. Nothing here is slow. */
const longest = 10_000;

const endpoints = new Set<string>();

/** An endpoint of one's own, deleted at the latest when the page is left. */
export function openEndpoint(): string {
  const id = newEndpointId();
  endpoints.add(id);
  return id;
}
export async function closeEndpoint(id: string): Promise<void> {
  endpoints.delete(id);
  await deleteEndpoint(id);
}
addEventListener('pagehide', () => {
  for (const id of endpoints) void closeEndpoint(id);
});

/** Puts the plan, makes the requests one after the other, and judges. Rejects when the control API does not answer. */
export async function playCase(
  number: number,
  scenario: Scenario,
  { origins, endpoint, browser }: { origins: Origins; endpoint: string; browser: RealBrowser },
): Promise<CaseResult> {
  const put = await putPlan(endpoint, scenario.plan);
  const place = { origins, endpoint, now: Date.now() };
  const foretold = predictAll(scenario, place, deviations[browser]);
  const observations: (Observation | null)[] = [];
  let after = put.number;
  for (const { call, outcome } of foretold) {
    const at = Date.now();
    const result = await Promise.race([send(call), tooLong()]);
    if (result === null) break;
    const recorded = await recordedAfter(endpoint, after, result, outcome.messages.length);
    const exchanges = recorded.boot === put.boot && recorded.complete ? recorded.exchanges : null;
    observations.push({ result, exchanges, at, duration: Date.now() - at });
    after = exchanges?.at(-1)?.number ?? after;
  }
  return judge(number, foretold, observations, departuresSeen(scenario, place, browser));
}

const tooLong = () => new Promise<null>((resolve) => setTimeout(resolve, longest, null));
