import { expect, type Page } from '@playwright/test';
import { gallery } from '#cors';
import { proofs } from './gallery/index.ts';
import { playedIn, type Shown } from './gallery/proof.ts';
import { origins } from './origins.ts';
import { check } from './scenarios/play.ts';
import { keptRuns, testInTurn as test, verdictMarks } from './sheet.ts';

/** Presses Run, which sends every request of the cause, and holds each of them to what is expected. */
async function runAndCheck(page: Page, expected: Shown) {
  const before = new Set((await page.evaluate(keptRuns)).map(({ id }) => id));
  const fresh = async () => (await page.evaluate(keptRuns)).filter(({ id }) => !before.has(id));
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const count = async () => (await fresh()).length;
  await expect.poll(count, { intervals: [10, 20, 40, 80, 160] }).toBe(expected.length);
  for (const { index, observation } of await fresh()) {
    const wanted = expected[index];
    if (!wanted) throw new Error(`Nothing is expected of request ${index}`);
    if (expected.length > 1) {
      await page.getByRole('region', { name: 'Requests' }).getByRole('listitem').nth(index).getByRole('button').click();
    }
    const { result, exchanges } = observation;
    check(wanted, { marked: await page.evaluate(verdictMarks), result, exchanges: exchanges ?? [] });
  }
}

test.describe('every cause, before its fix and after it', () => {
  for (const { id } of gallery) {
    test(id, async ({ sheet: { page }, browserName }) => {
      const { before, after } = playedIn(browserName === 'firefox' ? 'firefox' : 'chromium', proofs[id]);
      test.setTimeout(15_000 + 5000 * (before.length + after.length));
      await page.goto(`${origins.page}/gallery/${id}`);
      await runAndCheck(page, before);
      await page.getByRole('button', { name: 'Apply the fix' }).click();
      await runAndCheck(page, after);
    });
  }
});
