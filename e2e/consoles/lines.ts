import type { RealBrowser } from '#cors';
import { seen } from '../../cors/console/seen.fixture.ts';
import { sampleScript } from '../../cors/samples.ts';
import { chromiumLines } from './chromium.ts';
import { firefoxLines } from './firefox.ts';
import { isUncaught, Site } from './site.ts';
import { webkitLines } from './webkit.ts';

const printedBy = { chromium: chromiumLines, firefox: firefoxLines, webkit: webkitLines };

const sampleError = sampleScript.replace(/;\n$/, '');

/** What a browser prints now of each recorded call, in the terms of the records. */
export async function linesNow(browser: RealBrowser, port: number): Promise<readonly (readonly string[])[]> {
  const site = new Site(port);
  await site.ready();
  try {
    const lines = await printedBy[browser](site);
    // Consoles tell in full what a script throws, even where its page is told only “Script error.”: no line about CORS.
    const calls = byCall(lines.filter((line) => !line.includes(sampleError)));
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

/** DevTools names the request in front of what the network stack says. */
const named = (line: string, method: string, url: string): string =>
  line.replace(/^Failed to load resource \S+: (the server responded with a status of )?/, `${method} ${url} `);

/** Lines as they were printed, sorted by the call that they, or the next line that names one, name; a sentinel names it too. */
function byCall(lines: readonly string[]): readonly (readonly string[])[] {
  const calls: string[][] = seen.map(() => []);
  let unnamed: string[] = [];
  for (const line of lines) {
    unnamed.push(line);
    const [, call, sentinel] = /\/(\d+)\/x|sentinel-(\d+)/.exec(line) ?? [];
    if (sentinel !== undefined) unnamed.pop();
    const index = call ?? sentinel;
    if (index === undefined) continue;
    calls[Number(index)]?.push(...unnamed);
    unnamed = [];
  }
  return calls;
}
