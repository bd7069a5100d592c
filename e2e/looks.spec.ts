import { expect, type Page } from '@playwright/test';
import { defaultPlan, defaultScenario, type Scenario, withSampleFor } from '#cors';
import { axe } from './axe.ts';
import { request } from './scenarios/case.ts';
import { type Sheet, test } from './sheet.ts';

const allowing: Scenario = {
  ...defaultScenario,
  title: 'JSON with permission',
  requests: [request({ method: 'POST', headers: ['Content-Type: application/json'], body: '{"item":"pizza"}' })],
  plan: {
    ...defaultPlan,
    preflight: {
      ...defaultPlan.preflight,
      headers: [
        ['Access-Control-Allow-Origin', '{page}'],
        ['Access-Control-Allow-Headers', 'Content-Type'],
        ['Access-Control-Max-Age', '600'],
      ],
    },
    response: {
      ...defaultPlan.response,
      headers: [...defaultPlan.response.headers, ['Access-Control-Allow-Origin', '{page}']],
    },
  },
};
const lenient: Scenario = {
  ...allowing,
  title: 'Authorization under the wildcard',
  requests: [request({ headers: ['Authorization: Bearer abc'] })],
  plan: {
    ...allowing.plan,
    preflight: {
      ...allowing.plan.preflight,
      headers: [
        ['Access-Control-Allow-Origin', '{page}'],
        ['Access-Control-Allow-Headers', '*'],
      ],
    },
  },
};
const several: Scenario = {
  ...allowing,
  title: 'Several requests',
  requests: [request(), request({ method: 'PUT' }), request({ mode: 'no-cors' })],
};

/** The states that a person sees, each with the way there. */
const states: Readonly<Record<string, (sheet: Sheet) => Promise<unknown>>> = {
  'the first visit': (sheet) => sheet.open(defaultScenario),
  blocked: async (sheet) => {
    await sheet.open(defaultScenario);
    await sheet.run();
  },
  allowed: async (sheet) => {
    await sheet.open(allowing);
    await sheet.run();
  },
  'a stale permission': async (sheet) => {
    await sheet.open(allowing);
    await sheet.run();
    await sheet.paste({ ...allowing, plan: { ...allowing.plan, preflight: defaultPlan.preflight } });
    await expect(sheet.page.getByRole('region', { name: 'Preflight cache' })).toContainText('Stale.');
  },
  'a list of requests': async (sheet) => {
    await sheet.open(several);
    await sheet.page.getByRole('button', { name: 'Run all' }).click();
    await expect(sheet.page.getByRole('region', { name: 'Requests' })).toContainText('All as predicted');
  },
  'browsers that differ': async (sheet) => {
    await sheet.open(lenient);
    await sheet.run();
    await expect(sheet.page.getByRole('region', { name: 'In other browsers' })).toBeVisible();
  },
  'an image in a sandboxed frame': async (sheet) => {
    await sheet.open({
      ...defaultScenario,
      title: 'An image that taints',
      requests: [request({ api: 'image', context: 'sandboxed-iframe', mode: 'no-cors' })],
      plan: { ...defaultPlan, response: withSampleFor('image', defaultPlan.response) },
    });
    await sheet.run();
  },
  'the share dialog': async (sheet) => {
    await sheet.open(allowing);
    await sheet.page.getByRole('button', { name: 'Share' }).click();
    await expect(sheet.page.getByRole('dialog', { name: 'Share' })).toBeVisible();
  },
  'a broken link': async (sheet) => {
    await sheet.page.goto('/#1.broken');
    await expect(sheet.page.getByText('This link is damaged.')).toBeVisible();
  },
};

for (const [name, arrive] of Object.entries(states)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${name}, ${theme}`, async ({ sheet, page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await arrive(sheet);
      await expect(page.getByRole('region', { name: 'Server' })).toBeVisible();
      expect(await axe(page)).toEqual({ found: [], looked: true });
    });
  }

  for (const width of [320, 768]) {
    test(`${width} pixels are wide enough: ${name}`, async ({ sheet, page }) => {
      await page.setViewportSize({ width, height: 640 });
      await arrive(sheet);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}

test.describe('the theme', () => {
  const themeWhenBodyBegins = (page: Page) =>
    page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.body) return;
        observer.disconnect();
        // Nothing can be painted before there is a body.
        Object.assign(window, { themeAtFirst: document.documentElement.dataset.theme });
      }).observe(document, { childList: true, subtree: true });
    });
  const atFirst = (page: Page) => page.evaluate(() => Reflect.get(window, 'themeAtFirst'));

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`is the system's before anything is painted: ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await themeWhenBodyBegins(page);
      await page.goto('/');
      expect(await atFirst(page)).toBe(colorScheme);
    });
  }

  test('is the chosen one before anything is painted', async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light' });
    await page.goto('/');
    await page.getByRole('button', { name: 'Theme: system' }).click();
    await page.getByRole('button', { name: 'Theme: light' }).click();
    await expect(page.getByRole('button', { name: 'Theme: dark' })).toBeVisible();
    const ground = () => page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const chosen = await ground();
    await themeWhenBodyBegins(page);
    await page.reload();
    expect(await atFirst(page)).toBe('dark');
    expect(await ground()).toBe(chosen);
  });
});

test('whoever wants less motion gets none', async ({ sheet, page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await sheet.open(allowing);
  await sheet.run();
  const moving = await page.evaluate(() =>
    document
      .getAnimations()
      .map(({ effect }) => Number(effect?.getComputedTiming().endTime ?? 0))
      .filter((milliseconds) => milliseconds > 1),
  );
  expect(moving).toEqual([]);
});

test('a phone has the verdict first, and Run at hand', async ({ sheet, page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await sheet.open(defaultScenario);
  await expect(sheet.verdict).toBeInViewport();
  await expect(sheet.runButton).toBeInViewport();
  const top = async (name: string) => (await page.getByRole('region', { name, exact: true }).boundingBox())?.y ?? 0;
  expect(await top('Verdict')).toBeLessThan(await top('Request'));
  expect(await top('Verdict')).toBeLessThan(await top('Server'));
  await sheet.run();
  await expect(sheet.verdict).toHaveAttribute('data-agrees', 'true');
});
