import { create } from 'zustand';
import {
  type CaseDisagreement,
  type CaseResult,
  type ConformanceReport,
  counted,
  emptyCounts,
  generateCase,
  type Origins,
  type Scenario,
  shrink,
} from '#cors';
import { getServerInfo } from '../api.ts';
import { ownBrowser } from '../own-browser.ts';
import { linkOf } from '../state/link.ts';
import { closeEndpoint, openEndpoint, playCase } from './play.ts';

/** How many cases are under way at once. */
const lanes = 4;
/** So many disagreements are shrunk; with more of them, something is wrong that the first will tell. */
const mostShrunk = 20;
/** Milliseconds between two reports on the screen. */
const pace = 250;

interface Session {
  readonly state: 'idle' | 'running' | 'done';
  readonly report: ConformanceReport | null;
}
export const useSession = create<Session>()(() => ({ state: 'idle', report: null }));

let stopped = false;
export const stop = () => {
  stopped = true;
};

/** Plays the cases 0 up to `wanted` of this seed, several at once, and reports as they come in. */
export async function start(wanted: number, seed: number): Promise<void> {
  if (useSession.getState().state === 'running') return;
  stopped = false;
  const at = Date.now();
  let ended: ConformanceReport['ended'] = 'running';
  let counts = emptyCounts;
  let next = 0;
  const disagreements: CaseDisagreement[] = [];
  const { browser: rules, label, recognised } = ownBrowser;
  const browser = { rules, label, recognised, userAgent: navigator.userAgent };
  const report = (): ConformanceReport => ({
    seed,
    wanted,
    browser,
    at,
    duration: Date.now() - at,
    ended,
    ...counts,
    disagreements: disagreements.toSorted((a, b) => a.number - b.number),
  });
  const show = () => useSession.setState({ state: 'running', report: report() });
  show();
  const ticking = setInterval(show, pace);
  try {
    const { origins } = await getServerInfo();
    const lane = async () => {
      const endpoint = openEndpoint();
      try {
        while (next < wanted && !stopped && ended === 'running') {
          const number = next;
          next += 1;
          const scenario = generateCase(seed, number);
          const result = await playCase(number, scenario, { origins, endpoint, browser: rules });
          counts = counted(counts, result);
          if (result.result === 'disagreed') disagreements.push(told(scenario, result));
        }
      } finally {
        await closeEndpoint(endpoint);
      }
    };
    await Promise.all(Array.from({ length: Math.min(lanes, wanted) }, lane));
    for (const [index, each] of disagreements.slice(0, mostShrunk).entries()) {
      if (stopped) break;
      disagreements[index] = { ...each, shrunk: await shrunk(each, origins) };
    }
    ended = stopped ? 'stopped' : 'all';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    ended = 'server-away';
  } finally {
    clearInterval(ticking);
    useSession.setState({ state: 'done', report: report() });
  }
}

const told = (scenario: Scenario, { number, differences }: CaseResult): CaseDisagreement => ({
  number,
  differences,
  scenario,
  link: linkOf(scenario),
  shrunk: null,
});

async function shrunk({ number, scenario }: CaseDisagreement, origins: Origins): Promise<CaseDisagreement['shrunk']> {
  const disagrees = async (smaller: Scenario) => {
    if (stopped) return false;
    const endpoint = openEndpoint();
    try {
      const played = await playCase(number, smaller, { origins, endpoint, browser: ownBrowser.browser });
      return played.result === 'disagreed';
    } finally {
      await closeEndpoint(endpoint);
    }
  };
  if (!(await disagrees(scenario))) return null;
  const smallest = await shrink(scenario, disagrees);
  return { scenario: smallest, link: linkOf(smallest) };
}
