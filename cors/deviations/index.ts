import type { DeviationKey } from '../browsers.ts';
import type { RealBrowser } from '../outcome.ts';
import { chromium } from './chromium.ts';
import type { DeviationEntry } from './entry.ts';
import { firefox } from './firefox.ts';
import { webkit } from './webkit.ts';

/** The versions that everything here was last seen in. */
export const seenIn: Readonly<Record<RealBrowser, string>> = { chromium: '156', firefox: '153', webkit: '2.50' };

/** Every departure in words. Apart from the values, because nobody reads them before the page is there. */
export const deviationEntries: {
  readonly [B in RealBrowser]: Readonly<Record<DeviationKey<B>, DeviationEntry>>;
} = { chromium, firefox, webkit };

/** What is known of one departure; null when this browser does not depart there. */
export function deviationEntry(browser: RealBrowser, key: DeviationKey): DeviationEntry | null {
  const entries: Readonly<Partial<Record<DeviationKey, DeviationEntry>>> = deviationEntries[browser];
  return entries[key] ?? null;
}
