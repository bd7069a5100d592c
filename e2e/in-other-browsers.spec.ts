import { expect } from '@playwright/test';
import { defaultScenario } from '#cors';
import { anyOrigin, once, readable, scenarioOf, sequence } from './scenarios/case.ts';
import { type Sheet, test } from './sheet.ts';

const region = ({ page }: Sheet) => page.getByRole('region', { name: 'In other browsers' });
const note = ({ page }: Sheet) => page.getByRole('region', { name: 'Lenient browser' });
/** The table's rows, cell by cell. */
const rows = async (sheet: Sheet) =>
  Promise.all((await region(sheet).getByRole('row').all()).map((row) => row.locator('th, td').allInnerTexts()));

const authorization = once({
  name: 'Authorization under the wildcard',
  request: { headers: ['Authorization: Bearer abc'] },
  preflight: { lines: [anyOrigin, 'Access-Control-Allow-Headers: *', 'Access-Control-Max-Age: 60'] },
  response: { lines: [anyOrigin] },
  expected: readable([]),
});

test('the four browsers side by side where their verdicts differ, and why', async ({ sheet }) => {
  await sheet.open(scenarioOf(authorization, authorization.plan));
  await expect(note(sheet)).toHaveText(
    'This would work only because Chromium lets * in Access-Control-Allow-Headers cover Authorization. By the standard it is blocked.',
  );
  await expect(region(sheet)).toContainText('Lets * in Access-Control-Allow-Headers cover Authorization.');
  expect(await rows(sheet)).toEqual([
    ['Browser', 'Verdict', 'On the wire', 'Preflight kept'],
    ['Standard', 'Blocked', 'OPTIONS', '–'],
    ['Chromium', 'Allowed', 'OPTIONS, GET', 'not kept'],
    ['Firefox', 'Allowed', 'OPTIONS, GET', 'not kept'],
    ['WebKit', 'Allowed', 'OPTIONS, GET', '1 minute'],
  ]);
  const hosts = await region(sheet)
    .getByRole('link')
    .evaluateAll((links) =>
      links.map((link) => (link instanceof HTMLAnchorElement ? new URL(link.href).protocol : '')),
    );
  expect(hosts).toEqual(['https:', 'https:', 'https:', 'https:']);
  await sheet.run();
  expect(await sheet.marked()).toMatchObject({ verdict: 'readable', agrees: 'true' });
  await expect(note(sheet)).toContainText('This works only because Chromium lets *');
});

test('predicted as the standard, the request is blocked, and nobody is lenient', async ({ sheet, page }) => {
  await sheet.open(scenarioOf(authorization, authorization.plan));
  await page.getByRole('combobox', { name: 'Predict as' }).selectOption('standard');
  await expect(sheet.verdict).toHaveAttribute('data-verdict', 'blocked');
  await expect(note(sheet)).toHaveCount(0);
  await expect(region(sheet)).toBeVisible();
});

test('for how long each browser keeps a permission', async ({ sheet }) => {
  const day = sequence({
    name: 'a day',
    requests: [{ method: 'PUT', body: 'one pizza' }],
    preflight: { lines: [anyOrigin, 'Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 86400'] },
    response: { lines: [anyOrigin] },
    runs: [],
  });
  await sheet.open(scenarioOf(day, day.plan));
  await expect(region(sheet)).toContainText('Remembers no preflight for more than two hours (7200 seconds). Chromium');
  expect(await rows(sheet)).toEqual([
    ['Browser', 'Verdict', 'Preflight kept'],
    ['Standard', 'Allowed', '24 hours'],
    ['Chromium', 'Allowed', '2 hours'],
    ['Firefox', 'Allowed', '24 hours'],
    ['WebKit', 'Allowed', '10 minutes'],
  ]);
});

test('nothing, where all agree', async ({ sheet, page }) => {
  await sheet.open(defaultScenario);
  await expect(page.getByRole('region', { name: 'What each browser prints' })).toBeVisible();
  await expect(region(sheet)).toHaveCount(0);
  await expect(note(sheet)).toHaveCount(0);
});
