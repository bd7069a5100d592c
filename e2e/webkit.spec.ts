import { test as base } from '@playwright/test';
import { openTab } from './drive/open.ts';
import { Playground } from './drive/playground.ts';
import { cases } from './scenarios/index.ts';
import { play } from './scenarios/play.ts';

const test = base.extend<object, { sheet: Playground }>({
  sheet: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from it
    async ({}, use) => {
      const tab = await openTab('webkit');
      await use(new Playground(tab));
      await tab.close();
    },
    { scope: 'worker' },
  ],
});

for (const [group, list] of Object.entries(cases)) {
  test.describe(group, () => {
    for (const each of list) {
      test(each.name, async ({ sheet }) => {
        test.setTimeout(15_000 + 5000 * each.runs.length);
        await play(sheet, each, 'webkit');
      });
    }
  });
}
