import { setTimeout as pause } from 'node:timers/promises';
import type { ConformanceReport, RealBrowser } from '#cors';
import { openTab } from '../e2e/drive/open.ts';

/** A page that has played no case for so many milliseconds has come to a halt; at the end it may have some to shrink. */
const longest = 120_000;
const longestShrinking = 600_000;
/** Milliseconds between two lines about how far it is. */
const pace = 15_000;

interface Progress {
  readonly state: string | null;
  readonly played: number;
}
const progress = `(({ state = null, played = 0 }) => ({ state, played: Number(played) }))(
  document.querySelector('main')?.dataset ?? {})`;

/** Opens the conformance page in a browser of its own, waits until it is done, and returns what it reports. */
export async function play(
  browser: RealBrowser,
  page: string,
  { cases, seed }: { readonly cases: number; readonly seed: number },
): Promise<{ readonly version: string; readonly report: ConformanceReport }> {
  const tab = await openTab(browser);
  try {
    console.log(`\n${tab.version}: ${cases} cases of seed ${seed}`);
    await tab.open(`${page}/conformance?cases=${cases}&seed=${seed}&run`);
    let last = -1;
    let movedAt = Date.now();
    let toldAt = movedAt;
    for (;;) {
      const { state, played } = await tab.evaluate<Progress>(progress);
      if (state === 'done') break;
      const now = Date.now();
      if (played !== last) movedAt = now;
      last = played;
      if (now - movedAt > (played < cases ? longest : longestShrinking))
        throw new Error(`${tab.version} has not moved since case ${played}.`);
      if (now - toldAt > pace) {
        console.log(`  ${played} of ${cases} played${played < cases ? '' : '; shrinking what disagrees'}`);
        toldAt = now;
      }
      await pause(100);
    }
    const text = await tab.evaluate<string>(`document.getElementById('report').textContent`);
    return { version: tab.version, report: JSON.parse(text) };
  } finally {
    await tab.close();
  }
}
