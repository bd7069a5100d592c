import type { ChildProcess } from 'node:child_process';
import { chromium, type Page } from 'playwright';
import { findBrowsers } from '../scripts/browsers.ts';
import { gzipBytes, scriptsOf, toPrediction } from '../scripts/built-scripts.ts';
import { startOurs } from './ours.ts';
import { type Goal, print, quantile } from './report.ts';

const times = 100;
const warmUp = 10;

const atStart = [...toPrediction, 'web/shell/editors.tsx', 'web/sheet/later.ts'];

declare global {
  interface Window {
    /** Resolves to the time at which the first frame after `done` was painted. */
    painted(done: () => boolean): Promise<number>;
    keyedAt: number;
    letterPainted: Promise<number>;
  }
}

async function prepare(page: Page): Promise<void> {
  await page.evaluate(() => {
    window.painted = (done) =>
      new Promise((resolve, reject) => {
        setTimeout(() => reject(new Error('It was not painted within 10 s')), 10_000);
        new MutationObserver((_, observer) => {
          if (!done()) return;
          observer.disconnect();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => resolve(performance.now());
          requestAnimationFrame(() => port2.postMessage(null));
        }).observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
      });
    addEventListener(
      'keydown',
      (event) => {
        window.keyedAt = event.timeStamp;
      },
      { capture: true },
    );
  });
}

/** Types the last letter of `path`, and waits until the wire shows it; in ms from the key's own time stamp. */
async function typeLetter(page: Page, path: string): Promise<number> {
  await page.evaluate((expected) => {
    window.letterPainted = window.painted(
      () => document.querySelector('[aria-label="Wire"]')?.textContent.includes(expected) ?? false,
    );
  }, path);
  await page.keyboard.press(path.slice(-1));
  return page.evaluate(async () => (await window.letterPainted) - window.keyedAt);
}

/** One run, from the click to the painted verdict, less one bare fetch of the same URL just after; in ms. */
function run(page: Page): Promise<number> {
  return page.evaluate(async () => {
    performance.clearResourceTimings();
    const painted = window.painted(
      () => document.querySelector('[aria-label="Verdict"][data-view="observed"]') !== null,
    );
    const clicked = performance.now();
    document.querySelector<HTMLElement>('[aria-label="Verdict"] button[aria-label="Run"]')?.click();
    const whole = (await painted) - clicked;
    const sent = performance.getEntriesByType('resource').find(({ name }) => new URL(name).pathname.startsWith('/e/'));
    const began = performance.now();
    // Blocked or not, as the run's own was.
    await fetch(sent?.name ?? '').then(
      (response) => response.text(),
      () => '',
    );
    return whole - (performance.now() - began);
  });
}

/** What a person waits for in Chromium: a run, a keystroke, and the first visit's scripts. */
export async function benchPage(): Promise<readonly Goal[]> {
  const children: ChildProcess[] = [];
  const browser = await chromium.launch({
    ...findBrowsers().chromium,
    // The display's own pace is not ours to measure.
    args: ['--disable-frame-rate-limit', '--disable-gpu-vsync'],
  });
  try {
    const origin = await startOurs(children);
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    await page.goto(origin);
    const field = page.getByRole('textbox', { name: 'Path' });
    await field.fill('/o');
    await prepare(page);
    const keys: number[] = [];
    const runs: number[] = [];
    for (let i = 0; i < warmUp + times; i += 1) {
      await field.fill(`/orders-${i}-`);
      const key = await typeLetter(page, `/orders-${i}-x`);
      const ran = await run(page);
      if (i < warmUp) continue;
      keys.push(key);
      runs.push(ran);
    }
    const ms = (value: number) => `${value.toFixed(1)} ms`;
    const shown = (values: readonly number[]) => `${ms(quantile(values, 0.5))} / ${ms(quantile(values, 0.95))}`;
    print(`The page in Chromium ${browser.version()} (median / 95th percentile of ${times})`, [
      ['Run to painted verdict, less a bare fetch', shown(runs)],
      ['keystroke to painted prediction', shown(keys)],
    ]);
    const kB = (entries: readonly string[]) => gzipBytes(scriptsOf(entries)) / 1000;
    print('JavaScript, gzip', [
      ['needed to paint the first prediction', `${kB(toPrediction).toFixed(1)} kB`],
      ['with the editors and what stands below the wire', `${kB(atStart).toFixed(1)} kB`],
    ]);
    return [
      { what: 'Run to painted verdict, less a bare fetch, p95', is: quantile(runs, 0.95), atMost: 30, unit: 'ms' },
      { what: 'keystroke to painted prediction, p95', is: quantile(keys, 0.95), atMost: 16, unit: 'ms' },
      { what: 'initial JavaScript, gzip', is: kB(toPrediction), atMost: 120, unit: 'kB' },
    ];
  } finally {
    await browser.close();
    for (const child of children) child.kill();
  }
}
