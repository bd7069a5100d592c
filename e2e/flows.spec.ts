import { expect } from '@playwright/test';
import { defaultPlan, defaultScenario } from '#cors';
import { request } from './scenarios/case.ts';
import { Sheet, test } from './sheet.ts';

const allowAnyOrigin = {
  ...defaultScenario,
  title: 'Any origin may read',
  plan: {
    ...defaultPlan,
    response: {
      ...defaultPlan.response,
      headers: [...defaultPlan.response.headers, ['Access-Control-Allow-Origin', '*'] as const],
    },
  },
};
const predicted = { view: 'prediction', agrees: undefined };
const observed = { view: 'observed', agrees: 'true' };
const readable = { verdict: 'readable', code: '' };
const missing = { verdict: 'blocked', code: 'acao-missing' };

test('a first visit: blocked within one click, and one switch away from allowed', async ({ sheet, page }) => {
  await page.goto('/');
  await expect(sheet.verdict).toHaveAttribute('data-view', 'prediction');
  expect(await sheet.marked()).toEqual({ ...predicted, ...missing });
  expect(await sheet.run()).toHaveLength(1);
  expect(await sheet.marked()).toEqual({ ...observed, ...missing });
  await expect(sheet.verdict).toContainText('Blocked');

  await page
    .getByRole('region', { name: 'Server' })
    .getByRole('switch', { name: 'Access-Control-Allow-Origin' })
    .click();
  await expect(sheet.verdict).toHaveAttribute('data-view', 'prediction');
  expect(await sheet.marked()).toEqual({ ...predicted, ...readable });
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, ...readable });
  await expect(sheet.verdict).toContainText('Allowed');
});

test('a shared link sends nothing by itself, and gives the same verdict to somebody else', async ({
  sheet,
  browser,
}) => {
  await sheet.open(allowAnyOrigin);
  await sheet.run();
  const given = await sheet.marked();
  await sheet.page.getByRole('button', { name: 'Share' }).click();
  const link = await sheet.page.getByRole('textbox', { name: 'Link to this scenario' }).inputValue();

  const elsewhere = await browser.newContext();
  const other = new Sheet(await elsewhere.newPage());
  const sent: string[] = [];
  other.page.on('request', (each) => sent.push(new URL(each.url()).pathname));
  await other.page.goto(link);
  await expect(other.verdict).toHaveAttribute('data-view', 'prediction');
  await expect(other.page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue('Any origin may read');
  expect(sent.filter((path) => /^\/(e|api\/endpoints)\//.test(path))).toEqual([]);

  const exchanges = await other.run();
  expect(exchanges.map(({ number }) => number)).toEqual([1]);
  expect(await other.marked()).toEqual(given);
  await elsewhere.close();
});

test('two tabs do not disturb each other', async ({ sheet, context }) => {
  const other = new Sheet(await context.newPage());
  await sheet.open(defaultScenario);
  await other.open(allowAnyOrigin);
  const [mine, theirs] = await Promise.all([sheet.run(), other.run()]);
  expect(mine).toHaveLength(1);
  expect(theirs).toHaveLength(1);
  expect(mine[0]?.request.url).not.toEqual(theirs[0]?.request.url);
  // The tabs keep their runs in one place, so either may have seen the other's first.
  await expect.poll(() => sheet.marked()).toEqual({ ...observed, ...missing });
  await expect.poll(() => other.marked()).toEqual({ ...observed, ...readable });
  expect(await sheet.run()).toHaveLength(1);
  expect(await sheet.marked()).toEqual({ ...observed, ...missing });
});

test('several requests run one after the other', async ({ sheet, page }) => {
  await sheet.open({
    ...allowAnyOrigin,
    requests: [request(), request({ method: 'PUT' }), request({ mode: 'no-cors' })],
  });
  await page.getByRole('button', { name: 'Run all' }).click();
  const list = page.getByRole('region', { name: 'Requests' });
  await expect(list).toContainText('1 allowed, 1 blocked, 1 opaque. All as predicted.');
  await sheet.select(2);
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'opaque', code: 'opaque-no-cors' });
});

test.describe('with the keyboard alone', () => {
  test('Ctrl+Enter runs from wherever one is', async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    await page.getByRole('textbox', { name: 'Title of the scenario' }).focus();
    await page.keyboard.press('Control+Enter');
    await expect(sheet.verdict).toHaveAttribute('data-view', 'observed');
    expect(await sheet.marked()).toEqual({ ...observed, ...missing });
  });

  test('the verdict is one step away, and the address stays', async ({ sheet, page }) => {
    await sheet.open(allowAnyOrigin);
    const link = new URL(page.url()).hash;
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(new URL(page.url()).hash).toBe(link);
    expect(await page.evaluate(() => document.activeElement?.closest('#sheet') !== null)).toBe(true);
  });

  test('Tab goes from the request over the verdict to the server, and shows where it is', async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    await expect(page.getByRole('region', { name: 'Server' }).getByRole('switch').first()).toBeVisible();
    const passed: string[] = [];
    const unseen: string[] = [];
    for (let presses = 0; presses < 200; presses++) {
      await page.keyboard.press('Tab');
      const focused = await page.evaluate(() => {
        const element = document.activeElement;
        if (!element || element === document.body) return null;
        const region = element.closest('section[aria-label]')?.getAttribute('aria-label') ?? '';
        const { outlineStyle, boxShadow } = getComputedStyle(element);
        return { region, seen: outlineStyle !== 'none' || boxShadow !== 'none', html: element.outerHTML.slice(0, 120) };
      });
      if (!focused) break;
      if (!focused.seen) unseen.push(focused.html);
      if (focused.region !== '' && passed.at(-1) !== focused.region) passed.push(focused.region);
    }
    expect(unseen).toEqual([]);
    expect(passed[0]).toBe('Request');
    expect(passed.at(-1)).toBe('Server');
    expect(passed).toContain('Verdict');
    expect(new Set(passed).size, passed.join(', ')).toBe(passed.length);
  });

  test('a switch answers to the space bar', async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    await page
      .getByRole('region', { name: 'Server' })
      .getByRole('switch', { name: 'Access-Control-Allow-Origin' })
      .focus();
    await page.keyboard.press('Space');
    await expect(sheet.verdict).toHaveAttribute('data-verdict', 'readable');
    await page.keyboard.press('Control+Enter');
    await expect(sheet.verdict).toHaveAttribute('data-view', 'observed');
    expect(await sheet.marked()).toEqual({ ...observed, ...readable });
  });

  test('Escape leaves the share dialog and returns to its button', async ({ sheet, page }) => {
    await sheet.open(defaultScenario);
    const share = page.getByRole('button', { name: 'Share' });
    await share.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Share' })).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(share).toBeFocused();
  });
});
