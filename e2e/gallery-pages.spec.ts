import { expect, type Page } from '@playwright/test';
import { axe } from './axe.ts';
import { origins } from './origins.ts';
import { test } from './sheet.ts';

const cause = '/gallery/preflight-answers-401';
const blocked = (page: Page) => page.locator('section[aria-label=Verdict][data-view=observed][data-verdict=blocked]');
const readable = (page: Page) => page.locator('section[aria-label=Verdict][data-view=observed][data-verdict=readable]');
const settled = (page: Page) => expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();

test('a cause says what it is without any script', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(origins.page + cause);
  await expect(page).toHaveTitle('Preflight answers 401, in Preflight');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Preflight answers 401');
  await expect(page.getByText('It does not have HTTP ok status.')).toBeVisible();
  await page.getByRole('link', { name: 'Gallery' }).click();
  await expect(page.getByRole('link', { name: 'Works in Postman, fails in the browser' })).toBeVisible();
  await context.close();
});

test('from a message in the console to green, by keyboard alone', async ({ page }) => {
  await page.goto('/gallery');
  const field = page.getByRole('textbox', { name: 'Search the causes' });
  await field.focus();
  await page.keyboard.insertText(
    "Access to fetch at 'https://api.shop.example/v2/items' from origin 'https://shop.example' has been blocked by CORS policy: The 'Access-Control-Allow-Origin' header has a value 'https://shop.example/' that is not equal to the supplied origin.",
  );
  const first = page.getByRole('region', { name: 'Found' }).getByRole('link').first();
  await expect(first).toContainText('trailing slash');
  await page.keyboard.press('Tab');
  await expect(first).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/gallery\/allow-origin-trailing-slash$/);
  await settled(page);
  await page.keyboard.press('Control+Enter');
  await expect(blocked(page)).toBeVisible();
  await page.getByRole('button', { name: 'Apply the fix' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Run', exact: true })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(readable(page)).toBeVisible();
  await page.getByRole('button', { name: 'Take the fix back' }).press('Enter');
  await expect(blocked(page)).toBeVisible();
});

test('a search is kept in the address', async ({ page }) => {
  await page.goto('/gallery?q=postman');
  await expect(page.getByRole('region', { name: 'Found' }).getByRole('link').first()).toContainText(
    'Works in Postman, fails in the browser',
  );
  await page.getByRole('textbox', { name: 'Search the causes' }).fill('');
  await expect(page).toHaveURL(/\/gallery$/);
});

test('a cause opens in the playground as it stands', async ({ page }) => {
  await page.goto(cause);
  await page.getByRole('button', { name: 'Apply the fix' }).click();
  await page.getByRole('link', { name: 'Open in the playground' }).click();
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(
    'Preflight answers 401: mended',
  );
  await expect(page.getByRole('region', { name: 'Verdict' })).toHaveAttribute('data-verdict', 'readable');
});

test('an address that leads nowhere says so', async ({ page }) => {
  await page.goto('/gallery/no-such-cause');
  await expect(page.getByText('There is no cause called no-such-cause.')).toBeVisible();
});

const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the gallery': async (page) => {
    await page.goto('/gallery');
    await expect(page.getByRole('textbox', { name: 'Search the causes' })).toBeVisible();
  },
  'what was found': async (page) => {
    await page.goto('/gallery?q=vary');
    await expect(page.getByRole('region', { name: 'Found' })).toBeVisible();
  },
  'a cause that was run': async (page) => {
    await page.goto(cause);
    await page.getByRole('button', { name: 'Run', exact: true }).click();
    await expect(blocked(page)).toBeVisible();
  },
};

for (const [name, arrive] of Object.entries(states)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await arrive(page);
      expect(await axe(page)).toEqual({ found: [], looked: true });
    });
  }
  for (const width of [320, 768]) {
    test(`${width} pixels are wide enough: ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await arrive(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
