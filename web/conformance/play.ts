import {
  type CaseResult,
  departuresSeen,
  deviations,
  type Foretold,
  judge,
  type Observation,
  type Origins,
  predictAll,
  type RealBrowser,
  type Scenario,
} from '#cors';
import { deleteEndpoints, getExchangesOf, putPlans } from '../api.ts';
import { newEndpointId } from '../endpoint.ts';
import { recordedAfter } from '../run/evidence.ts';
import { send } from '../run/send.ts';

export interface Case {
  readonly number: number;
  readonly scenario: Scenario;
}
/** Who plays, and whether nobody waits for it any more. */
export interface Player {
  readonly origins: Origins;
  readonly browser: RealBrowser;
  isStopped(): boolean;
}

/** Endpoints that are open, and deleted at the latest when the page is left. */
const open = new Set<string>();
addEventListener('pagehide', () => void close([...open]));

function close(ids: readonly string[]) {
  for (const id of ids) open.delete(id);
  return ids.length > 0 ? deleteEndpoints(ids) : undefined;
}

/**
 * Plays cases one after the other, each at an endpoint of its own, and judges them. The plans are put together and the
 * exchanges read together: a call of the control API takes the browser as long as a case. Rejects when the server is
 * away.
 */
export async function play(cases: readonly Case[], player: Player): Promise<readonly CaseResult[]> {
  const placed = cases.map((each) => ({ ...each, endpoint: newEndpointId() }));
  const ids = placed.map(({ endpoint }) => endpoint);
  for (const id of ids) open.add(id);
  try {
    const put = await putPlans(Object.fromEntries(placed.map(({ endpoint, scenario }) => [endpoint, scenario.plan])));
    const played: Played[] = [];
    for (const each of placed) {
      if (player.isStopped()) break;
      played.push(await playOne(each, player));
    }
    const recorded = await getExchangesOf(ids);
    return played.map(({ number, endpoint, foretold, atWork, got }) => {
      const evidence = recorded[endpoint];
      const isWhole = evidence?.complete === true && evidence.boot === put[endpoint]?.boot;
      const exchanges = (after: number, last: number) =>
        isWhole ? evidence.exchanges.filter((each) => each.number > after && each.number <= last) : null;
      const observations = got.map(({ last, ...observed }, index) => ({
        ...observed,
        exchanges: exchanges(got[index - 1]?.last ?? 0, last),
      }));
      return judge(number, foretold, observations, atWork);
    });
  } finally {
    await close(ids);
  }
}

/** What a case's requests came to, `last` being the number of the last exchange that is theirs. */
interface Played extends Case {
  readonly endpoint: string;
  readonly foretold: readonly Foretold[];
  readonly atWork: CaseResult['deviations'];
  readonly got: readonly (Omit<Observation, 'exchanges'> & { readonly last: number })[];
}

/** A fetch that takes longer than this has no result that could be judged. Nothing here is slow. */
const longest = 10_000;

async function playOne(placed: Case & { endpoint: string }, { origins, browser }: Player): Promise<Played> {
  const { scenario, endpoint } = placed;
  const place = { origins, endpoint, now: Date.now() };
  const foretold = predictAll(scenario, place, deviations[browser]);
  const got: Played['got'][number][] = [];
  let after = 0;
  for (const [index, { call, outcome }] of foretold.entries()) {
    const at = Date.now();
    const result = await Promise.race([send(call, origins), tooLong()]);
    if (result === null) break;
    const duration = Date.now() - at;
    const isLast = index === foretold.length - 1;
    // What the next request adds must be told apart from what this one did.
    if (!isLast || result.kind === 'queued') {
      const { exchanges } = await recordedAfter(endpoint, after, result, outcome.messages.length);
      after = exchanges.at(-1)?.number ?? after;
    }
    got.push({ result, at, duration, last: isLast ? Number.POSITIVE_INFINITY : after });
  }
  return { ...placed, foretold, atWork: departuresSeen(scenario, place, browser), got };
}

const tooLong = () => new Promise<null>((resolve) => setTimeout(resolve, longest, null));
