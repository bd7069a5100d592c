import type { RealBrowser } from '#cors';
import { seen } from '../../cors/console/seen.fixture.ts';
import { chromiumLines } from './chromium.ts';
import { firefoxLines } from './firefox.ts';
import { Site } from './site.ts';
import { webkitLines } from './webkit.ts';

const printedBy = { chromium: chromiumLines, firefox: firefoxLines, webkit: webkitLines };

/** What a browser prints now of each recorded call, in the terms of the records. */
export async function linesNow(browser: RealBrowser, port: number): Promise<readonly (readonly string[])[]> {
  const site = new Site(port);
  await site.listening();
  try {
    const calls = byCall(await printedBy[browser](site));
    const thrown = [...site.thrown];
    return seen.map(({ init, chromium }, index) => {
      const lines = calls[index] ?? [];
      // Firefox hands what nobody caught to its DevTools alone, which put these words in front.
      const uncaught = isUncaught(chromium) ? [`Uncaught (in promise) ${thrown.shift()}`] : [];
      const printed = browser === 'firefox' ? [...lines, ...uncaught] : lines;
      return printed.map((line) =>
        site.asRecorded(named(line, init.method ?? 'GET', site.live(seen[index]?.url ?? '', index)), index),
      );
    });
  } finally {
    site.close();
  }
}

/** Whether the call was recorded without anybody catching what it throws. */
export const isUncaught = (chromium: readonly string[]): boolean =>
  chromium.some((line) => line.startsWith('Uncaught'));

/** DevTools names the request in front of what the network stack says. */
const named = (line: string, method: string, url: string): string =>
  line.replace('Failed to load resource: ', `${method} ${url} `);

/** Lines as they were printed, sorted by the call that they are about: they name it, or come before its sentinel's. */
function byCall(lines: readonly string[]): readonly (readonly string[])[] {
  const calls: string[][] = seen.map(() => []);
  let index = 0;
  for (const line of lines) {
    const sentinel = /sentinel-(\d+)/.exec(line)?.[1];
    if (sentinel !== undefined) index = Number(sentinel) + 1;
    else calls[Number(/\/(\d+)\/x/.exec(line)?.[1] ?? index)]?.push(line);
  }
  return calls;
}
