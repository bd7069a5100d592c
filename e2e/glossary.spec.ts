import { expect, type Locator, type Page } from '@playwright/test';
import { defaultScenario, glossary } from '#cors';
import { axe } from './axe.ts';
import { test } from './sheet.ts';

const why = (page: Page) => page.getByRole('region', { name: 'Why', exact: true });
const term = (page: Page, name = 'preflight') => why(page).getByRole('button', { name, exact: true });
const note = (page: Page) => page.getByRole('note');
const ofPreflight =
  'A preflight is an OPTIONS request that the browser sends first, to ask whether the server allows the method and headers of the request itself.';

test.describe('a term in a text of the playground', () => {
  test.beforeEach(async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    await expect(term(page)).toBeVisible();
  });

  test('is explained to a pointer that rests on it, for as long as it stays there or on the explanation', async ({
    page,
  }) => {
    await term(page).hover();
    await expect(note(page)).toContainText(ofPreflight);
    await page.clock.install();
    await note(page).hover();
    await page.clock.runFor(2000);
    await expect(note(page)).toBeVisible();
    await page.mouse.move(0, 0);
    await page.clock.runFor(2000);
    await expect(note(page)).toHaveCount(0);
  });

  test('is not explained to a pointer that passes over it', async ({ page }) => {
    await page.clock.install();
    await term(page).hover();
    await page.mouse.move(0, 0);
    await page.clock.runFor(2000);
    await expect(note(page)).toHaveCount(0);
  });

  test('is explained to focus, and Tab leads through its links and on', async ({ page }) => {
    await term(page).focus();
    await expect(note(page)).toContainText(ofPreflight);
    const links = note(page).getByRole('link');
    await page.keyboard.press('Tab');
    await expect(links.first()).toBeFocused();
    await expect(links.first()).toHaveAttribute('href', '/lessons/preflight');
    await page.keyboard.press('Tab');
    await expect(links.last()).toBeFocused();
    await expect(links.last()).toHaveAttribute('href', '/glossary#preflight');
    await page.keyboard.press('Tab');
    await expect(term(page, 'safelisted')).toBeFocused();
    await expect(note(page)).toHaveCount(1);
    await expect(note(page)).toContainText('What is CORS-safelisted');
  });

  test('says no more after Escape, until it is asked', async ({ page }) => {
    await term(page).focus();
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveCount(0);
    await expect(term(page)).toBeFocused();
    for (const key of ['Enter', 'Space']) {
      await page.keyboard.press(key);
      await expect(note(page)).toBeVisible();
      await page.keyboard.press('Escape');
      await expect(note(page)).toHaveCount(0);
    }
  });

  test('Escape ends what a pointer has opened', async ({ page }) => {
    await term(page).hover();
    await expect(note(page)).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(note(page)).toHaveCount(0);
  });

  test('stays explained after a press, until another', async ({ page }) => {
    await term(page).click();
    await expect(note(page)).toBeVisible();
    await page.clock.install();
    await page.mouse.move(0, 0);
    await page.clock.runFor(2000);
    await expect(note(page)).toBeVisible();
    await page.mouse.click(5, 300);
    await expect(note(page)).toHaveCount(0);
  });

  test('tells a screen reader its sentence, and whether it is open', async ({ page }) => {
    await expect(term(page)).toHaveAttribute('aria-description', ofPreflight);
    await expect(term(page)).toHaveAttribute('aria-expanded', 'false');
    await term(page).click();
    await expect(term(page)).toHaveAttribute('aria-expanded', 'true');
  });

  test('leads to the glossary', async ({ page }) => {
    await term(page).click();
    const opened = page.waitForEvent('popup');
    await note(page).getByRole('link', { name: 'Glossary' }).click();
    const other = await opened;
    await expect(other).toHaveURL(/\/glossary#preflight$/);
    await expect(other.locator('article:target')).toContainText(ofPreflight);
  });

  test('is marked once a section, and never where it would be in the way', async ({ sheet, page }) => {
    await sheet.run();
    await page.getByRole('button', { name: 'Other settings' }).click();
    await expect(page.getByRole('region', { name: 'Request' }).getByRole('button', { name: 'Mode' })).toBeVisible();
    const places = await page.evaluate(() =>
      [...document.querySelectorAll('.term')].map((mark) => ({
        section: mark.closest('section')?.getAttribute('aria-label') ?? '',
        says: mark.getAttribute('aria-description') ?? '',
        isInTheWay: mark.parentElement?.closest('button, a, summary, label, [aria-live], [role=status]') !== null,
      })),
    );
    const keys = places.map(({ section, says }) => `${section}: ${says}`);
    expect(keys.filter((key, i) => keys.indexOf(key) !== i)).toEqual([]);
    expect(places.filter(({ isInTheWay }) => isInTheWay)).toEqual([]);
    expect([...new Set(places.map(({ section }) => section))]).toEqual(['Request', 'Verdict', 'Why', 'Server']);
  });
});

test.describe('on a phone', () => {
  test.use({ hasTouch: true, viewport: { width: 320, height: 640 } });

  const isInView = (found: Locator) =>
    found.evaluate((element) => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
    });

  test('a tap explains a term within the screen, and a tap elsewhere ends it', async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    const terms = why(page).locator('.term');
    await expect(terms.first()).toBeVisible();
    const count = await terms.count();
    expect(count).toBeGreaterThan(3);
    for (let i = 0; i < count; i++) {
      await terms.nth(i).tap();
      await expect(note(page)).toBeVisible();
      expect(await isInView(note(page))).toBe(true);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320);
      await why(page).getByRole('heading').tap();
      await expect(note(page)).toHaveCount(0);
    }
  });
});

test.describe('the glossary', () => {
  const headings = (page: Page) => page.getByRole('main').getByRole('heading', { level: 2 });

  test('has every term, in alphabetical order', async ({ page }) => {
    await page.goto('/glossary');
    await expect(headings(page)).toHaveText(glossary.map(({ term }) => term.replaceAll('`', '')));
    const entry = page.getByRole('article', { name: 'preflight cache' });
    await expect(entry).toContainText('is where a browser remembers what a preflight allowed');
    await expect(entry.getByRole('link', { name: 'Lesson on preflight cache' })).toHaveAttribute(
      'href',
      '/lessons/preflight-cache',
    );
    await expect(entry.getByRole('link', { name: 'Fetch: CORS-preflight cache' })).toHaveAttribute(
      'href',
      'https://fetch.spec.whatwg.org/#concept-cache',
    );
  });

  test('goes to the term of its address, at once and later', async ({ page }) => {
    await page.goto('/glossary#wildcard');
    await expect(page.locator('article:target')).toBeInViewport();
    expect(await page.evaluate(() => history.length)).toBe(2);
    for (const { id } of glossary) {
      await page.goto(`/glossary#${id}`);
      await expect(page.locator('article:target')).toHaveId(id);
      await expect(page.locator('article:target')).toBeInViewport();
    }
  });

  test('finds a term, and goes on to related ones', async ({ page }) => {
    await page.goto('/glossary');
    await page.getByRole('searchbox', { name: 'Find a term' }).fill('crossorigin image');
    await expect(headings(page)).toHaveText(['request mode', 'tainted canvas']);
    await expect(page.getByRole('status')).toHaveText('2 of 48 terms');
    await page.getByRole('article', { name: 'request mode' }).getByRole('link', { name: 'cross-origin' }).click();
    await expect(page.locator('article:target')).toHaveId('cross-origin');
    await expect(page.locator('article:target')).toBeInViewport();
    await page.getByRole('searchbox', { name: 'Find a term' }).fill('zebra');
    await expect(headings(page)).toHaveCount(0);
    await expect(page.getByRole('status')).toHaveText('0 of 48 terms');
  });

  test.describe('without scripts', () => {
    test.use({ javaScriptEnabled: false });

    test('tells the same terms, each at the same address', async ({ page }) => {
      await page.goto('/glossary#vary');
      await expect(page.getByRole('term')).toHaveText(glossary.map(({ term }) => term.replaceAll('`', '')));
      await expect(page.locator(':target')).toBeInViewport();
      await expect(page.locator(':target')).toHaveText('Vary');
      await expect(page.getByRole('definition').filter({ hasText: ofPreflight })).toHaveCount(1);
    });
  });

  for (const width of [320, 768]) {
    test(`${width} pixels are wide enough`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await page.goto('/glossary');
      await expect(headings(page).first()).toBeVisible();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`axe finds nothing in the glossary, ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    await page.goto('/glossary#preflight');
    await expect(page.locator('article:target')).toBeVisible();
    expect(await axe(page)).toEqual({ found: [], looked: true });
  });

  test(`axe finds nothing in a term that is explained, ${colorScheme}`, async ({ sheet, page }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await sheet.open(defaultScenario);
    await term(page).click();
    await expect(note(page)).toBeVisible();
    expect(await axe(page)).toEqual({ found: [], looked: true });
  });
}
