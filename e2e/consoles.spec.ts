import { expect, test } from '@playwright/test';
import { realBrowsers } from '#cors';
import { seen } from '../cors/console/seen.fixture.ts';
import { findBrowsers } from '../scripts/browsers.ts';
import { linesNow } from './consoles/lines.ts';
import { sparePorts } from './origins.ts';

// The records are of Chromium 156, Firefox 153 and WebKitGTK 2.50, and what the page shows is held to them.
test.describe.configure({ mode: 'serial', timeout: 60_000 });

for (const browser of realBrowsers) {
  test(`${browser} prints what is recorded, to the character`, async () => {
    const isPlaywrights = findBrowsers()[browser].executablePath === undefined;
    test.skip(isPlaywrights && browser !== 'chromium', 'Playwright’s own build keeps its console to itself.');
    const lines = await linesNow(browser, sparePorts.page + 10);
    for (const [index, recorded] of seen.entries()) {
      expect.soft(lines[index], recorded.name).toEqual(recorded[browser]);
    }
  });
}
