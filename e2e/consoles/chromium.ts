import { chromium } from 'playwright';
import { findBrowsers } from '../../scripts/browsers.ts';
import { chromiumArgs } from '../drive/open.ts';
import type { Site } from './site.ts';

/** What Chromium prints. `version` is its own. */
export async function chromiumLines(site: Site): Promise<readonly string[]> {
  const browser = await chromium.launch({ ...findBrowsers().chromium, args: chromiumArgs });
  try {
    const page = await browser.newPage();
    const lines: string[] = [];
    page.on('console', (message) => {
      const text = message.text().trimEnd();
      const isOfNetwork = text.startsWith('Failed to load resource: ');
      // What was blocked has failed, of course.
      if (isOfNetwork && lines.at(-1)?.startsWith('Access to fetch at ')) return;
      lines.push(text);
    });
    // As DevTools tells of it.
    page.on('pageerror', (error) => lines.push(`Uncaught (in promise) ${error.name}: ${error.message}`));
    await page.goto(site.page);
    await site.done;
    return lines;
  } finally {
    await browser.close();
  }
}
