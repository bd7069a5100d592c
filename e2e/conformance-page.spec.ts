import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import type { ConformanceReport } from '#cors';
import { axe } from './axe.ts';

const run = '/conformance?cases=60&seed=7&run';
const isDone = (page: Page) => page.locator('main[data-state=done]').waitFor();

async function reportOf(page: Page): Promise<ConformanceReport> {
  return JSON.parse((await page.locator('#report').textContent()) ?? '');
}

test.describe('the conformance page', () => {
  test('plays sixty cases, and this browser does as predicted in all of them', async ({ page }) => {
    const deleted: string[] = [];
    page.on('request', (request) => {
      // A case may be a DELETE too.
      const ids = request.method() === 'DELETE' && /\/api\/endpoints\/(.*)$/.exec(request.url())?.[1];
      if (ids) deleted.push(...ids.split(','));
    });
    await page.goto(run);
    await isDone(page);
    const report = await reportOf(page);
    expect(report.disagreements.map(({ number, differences }) => ({ number, differences }))).toEqual([]);
    expect(report).toMatchObject({
      seed: 7,
      wanted: 60,
      ended: 'all',
      cases: { agreed: 60, disagreed: 0, unclear: 0 },
      browser: { rules: 'chromium', recognised: true },
    });
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('All 60 cases agree');

    const check = report.rules['cors-check'];
    const row = page.locator('[data-row=cors-check]');
    await expect(row.getByRole('rowheader')).toContainText('The CORS check of an answer');
    await expect(row.getByRole('link')).toHaveAttribute('href', 'https://fetch.spec.whatwg.org/#concept-cors-check');
    await expect(row.getByRole('cell')).toHaveText([String(check?.agreed), String(check?.agreed), '0']);

    expect(deleted).toHaveLength(60);
    const left = await page.request.get(`/api/exchanges?of=${deleted.slice(0, 50)}`);
    expect(await left.json()).toEqual({});
    expect((await page.request.get(`/api/endpoints/${deleted[0]}/exchanges`)).status()).toBe(404);
  });

  test('hands its report over', async ({ page }) => {
    await page.goto(run);
    await isDone(page);
    const downloading = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download JSON' }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe('preflight-chromium-7.json');
    expect(JSON.parse(readFileSync(await download.path(), 'utf8'))).toEqual(await reportOf(page));
  });

  test('asks what to play, begins and stops when told to', async ({ page }) => {
    await page.goto('/conformance');
    await expect(page.getByRole('main')).toHaveAttribute('data-state', 'idle');
    await expect(page.getByText('so Chromium’s rules predict.')).toBeVisible();
    await expect(page.getByLabel('Cases')).toHaveValue('1000');
    await page.getByLabel('Cases').fill('0');
    await expect(page.getByRole('button', { name: 'Start' })).toBeDisabled();
    await page.getByLabel('Cases').fill('50000');
    await page.getByLabel('Seed').fill('11');
    await page.getByLabel('Seed').press('Enter');
    await page.getByRole('button', { name: 'Stop' }).click();
    await isDone(page);
    const { ended, seed, wanted, cases } = await reportOf(page);
    expect([ended, seed, wanted]).toEqual(['stopped', 11, 50_000]);
    expect(cases.agreed).toBeLessThan(50_000);
    await expect(page.getByText('Stopped.')).toBeVisible();
  });

  test('leaves nothing behind when one goes away', async ({ page }) => {
    const opened: string[] = [];
    page.on('request', (request) => {
      if (request.url().endsWith('/api/plans')) opened.push(...Object.keys(request.postDataJSON()));
    });
    await page.goto('/conformance?cases=50000&seed=1&run');
    await expect.poll(() => opened.length).toBeGreaterThan(20);
    await page.goto('about:blank');
    for (const id of opened) {
      const status = async () => (await page.request.get(`/api/endpoints/${id}/exchanges`)).status();
      await expect.poll(status).toBe(404);
    }
  });

  test('is found from the playground, and leads back to it', async ({ page }) => {
    await page.goto('/');
    await page.getByRole('button', { name: 'All pages' }).click();
    await page.getByRole('link', { name: 'Conformance' }).click();
    await expect(page).toHaveURL('/conformance');
    await page.getByRole('link', { name: 'Preflight' }).click();
    await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`axe finds nothing: before and after, ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto('/conformance');
      await page.getByRole('button', { name: 'Start' }).waitFor();
      expect((await axe(page)).found).toEqual([]);
      await page.goto(run);
      await isDone(page);
      await page.getByText('Show it').click();
      expect(await axe(page)).toEqual({ found: [], looked: true });
    });
  }

  test('360 pixels are wide enough', async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await page.goto(run);
    await isDone(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360);
  });
});
