import { expect } from '@playwright/test';
import { decodeLink, defaultScenario, type Scenario } from '#cors';
import { Sheet, test } from './sheet.ts';

const expecting: Scenario = { ...defaultScenario, expect: 'It should be readable.' };
const expectation = (sheet: Sheet) => sheet.page.getByRole('complementary', { name: 'Expectation' });
const link = (sheet: Sheet) => sheet.page.getByRole('textbox', { name: 'Link to this scenario' });

async function share(sheet: Sheet) {
  await sheet.page.getByRole('button', { name: 'Share' }).click();
  return new URL(await link(sheet).inputValue()).hash;
}

test('a shared link tells what was expected and what happened, and whether it happens here', async ({
  sheet,
  browser,
}) => {
  await sheet.open(expecting);
  await sheet.run();
  const { hash } = new URL(sheet.page.url());
  const shared = await share(sheet);
  expect(decodeLink(shared)).toEqual({
    ok: true,
    scenario: {
      ...expecting,
      seen: {
        browser: `Chromium ${browser.version().split('.')[0]}`,
        verdict: 'blocked',
        code: 'acao-missing',
        request: 0,
      },
    },
    dropped: [],
  });
  // The address bar holds what one edits, and no result.
  expect(new URL(sheet.page.url()).hash).toBe(hash);
  expect(decodeLink(hash)).toMatchObject({ ok: true, scenario: { seen: null } });

  const context = await browser.newContext();
  const other = new Sheet(await context.newPage());
  await other.page.goto(`/${shared}`);
  await expect(expectation(other)).toContainText('Expected: It should be readable.');
  await expect(expectation(other)).toContainText(/Happened: Blocked in Chromium \d+\. Run shows what happens here\./);
  await other.run();
  await expect(expectation(other)).toContainText(/Here too: blocked in Chromium \d+\./);
  expect(new URL(other.page.url()).hash).toBe(shared);

  await other.page
    .getByRole('region', { name: 'Server' })
    .getByRole('switch', { name: 'Access-Control-Allow-Origin' })
    .click();
  await expect(expectation(other)).toHaveText('Expected: It should be readable.');
  await context.close();
});

const seen = { browser: 'Firefox 153', request: 1 } as const;
for (const [name, scenario, says] of [
  [
    'another verdict',
    { ...defaultScenario, seen: { ...seen, request: 0, verdict: 'readable', code: '' } },
    /Happened: Allowed in Firefox 153\. Not so here: blocked in Chromium \d+\./,
  ],
  [
    'another reason, of the second request',
    {
      ...defaultScenario,
      requests: [{ ...defaultScenario.requests[0], path: '/a' }, defaultScenario.requests[0]],
      seen: { ...seen, verdict: 'blocked', code: 'acac-missing' },
    },
    /Happened: Blocked in Firefox 153 \(GET \/orders\)\. Here too: blocked in Chromium \d+, for another reason\./,
  ],
] as [string, Scenario, RegExp][]) {
  test(`a link may tell of ${name}`, async ({ sheet }) => {
    await sheet.open(scenario);
    if (scenario.requests.length > 1) await sheet.select(1);
    await sheet.run();
    await expect(expectation(sheet)).toContainText(says);
  });
}
