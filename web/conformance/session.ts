import { create } from 'zustand';
import {
  type CaseDisagreement,
  type CaseResult,
  type ConformanceReport,
  counted,
  emptyCounts,
  generateCase,
  type Scenario,
  shrink,
} from '#cors';
import { getServerInfo } from '../api.ts';
import { ownBrowser } from '../own-browser.ts';
import { linkOf } from '../state/link.ts';
import { type Case, type Player, play } from './play.ts';

/** How many cases are under way at once: a browser keeps six connections open to each origin. */
const lanes = 4;
/** How many cases a lane takes at a time. */
const batch = 10;
/** So many disagreements are shrunk; with more of them, something is wrong that the first will tell. */
const mostShrunk = 10;
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
  let problem: string | null = null;
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
    problem,
    ...counts,
    disagreements: disagreements.toSorted((a, b) => a.number - b.number),
  });
  const show = () => useSession.setState({ state: 'running', report: report() });
  show();
  const ticking = setInterval(show, pace);
  try {
    const { origins } = await getServerInfo();
    const player: Player = { origins, browser: rules, isStopped: () => stopped };
    const lane = async () => {
      while (next < wanted && !stopped) {
        const first = next;
        next = Math.min(wanted, first + batch);
        const cases = Array.from({ length: next - first }, (_, i) => makeCase(seed, first + i));
        for (const [index, result] of (await play(cases, player)).entries()) {
          counts = counted(counts, result);
          const { scenario } = cases[index] ?? makeCase(seed, result.number);
          if (result.result === 'disagreed') disagreements.push(told(scenario, result));
        }
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    for (const [index, each] of disagreements.slice(0, mostShrunk).entries()) {
      if (stopped) break;
      disagreements[index] = { ...each, shrunk: await shrunk(each, player) };
    }
    ended = stopped ? 'stopped' : 'all';
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    ended = 'server-away';
    problem = error.message;
  } finally {
    clearInterval(ticking);
    useSession.setState({ state: 'done', report: report() });
  }
}

const makeCase = (seed: number, number: number): Case => ({ number, scenario: generateCase(seed, number) });

const told = (scenario: Scenario, { number, differences }: CaseResult): CaseDisagreement => ({
  number,
  differences,
  scenario,
  link: linkOf(scenario),
  shrunk: null,
});

async function shrunk({ number, scenario }: CaseDisagreement, player: Player): Promise<CaseDisagreement['shrunk']> {
  const disagrees = async (smaller: Scenario) =>
    (await play([{ number, scenario: smaller }], player))[0]?.result === 'disagreed';
  if (!(await disagrees(scenario))) return null;
  const smallest = await shrink(scenario, disagrees);
  return { scenario: smallest, link: linkOf(smallest) };
}
