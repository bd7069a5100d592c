import { expect } from '@playwright/test';
import { gallery } from '#cors';
import { origins } from './origins.ts';
import { testInTurn as test } from './sheet.ts';

for (const cause of gallery) {
  test(cause.id, async ({ sheet: { page } }) => {
    await page.goto(`${origins.page}/gallery/${cause.id}`);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText(cause.title);
  });
}
