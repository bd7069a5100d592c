import { cases } from './scenarios/index.ts';
import { play } from './scenarios/play.ts';
import { testInTurn as test } from './sheet.ts';

for (const [group, list] of Object.entries(cases)) {
  test.describe(group, () => {
    for (const each of list) {
      test(each.name, async ({ sheet, browserName }) => {
        test.setTimeout(15_000 + 5000 * each.runs.length);
        await play(sheet, each, browserName === 'firefox' ? 'firefox' : 'chromium');
      });
    }
  });
}
