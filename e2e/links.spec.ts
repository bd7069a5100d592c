import { expect } from '@playwright/test';
import { defaultScenario, encodeLink } from '#cors';
import { goldenLinks } from '../cors/links.golden.ts';
import { test } from './sheet.ts';

const link = encodeLink({ ...defaultScenario, title: 'Something of my own', expect: 'It should have worked.' });
const unreadable = [
  { name: 'a link of another version', hash: link.replace('1.', '2.'), says: 'made by another version' },
  { name: 'a link that was cut', hash: link.slice(0, -8), says: 'damaged' },
  { name: 'a link that is none', hash: 'section-2', says: 'damaged' },
];

for (const { name, hash, says } of unreadable) {
  test(`${name} says so, and stays in the address bar`, async ({ sheet, page }) => {
    await page.goto(`/#${hash}`);
    await expect(page.getByRole('status').filter({ hasText: says })).toBeVisible();
    await page.getByRole('textbox', { name: 'Title of the scenario' }).fill('Another title');
    await sheet.run();
    expect(new URL(page.url()).hash).toBe(`#${hash}`);

    await page.getByRole('button', { name: 'Start fresh' }).click();
    await expect(page.getByText(says)).toHaveCount(0);
    await expect(page).not.toHaveURL(`/#${hash}`);
  });
}

test('what one edits is in the address, and survives a reload', async ({ sheet, page }) => {
  await page.goto('/');
  await expect(sheet.verdict).toBeVisible();
  await page.getByRole('textbox', { name: 'Title of the scenario' }).fill('My case');
  await expect(page).toHaveURL(/#1\./);
  await page.reload();
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue('My case');
  await expect(page).toHaveTitle(/Preflight/);
});

test('a link that is pasted into an open page replaces the scenario', async ({ sheet, page }) => {
  await sheet.open(defaultScenario);
  await page.goto(`/#${link}`);
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue('Something of my own');
});

test.describe('a link that was given out opens forever', () => {
  for (const { link, scenario, verdict, code } of goldenLinks) {
    test(link.slice(0, 40), async ({ sheet, page }) => {
      await page.goto(`/#${link}`);
      await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(scenario.title);
      await expect(page.getByRole('status').filter({ hasText: 'not understood' })).toHaveCount(0);
      await sheet.run();
      expect(await sheet.marked()).toEqual({ view: 'observed', verdict, code, agrees: 'true' });
    });
  }
});
