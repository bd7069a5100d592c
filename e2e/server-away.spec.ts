import { test as base, expect } from '@playwright/test';
import { encodeLink } from '#cors';
import { cookie, credentialed, scenarioOf, sequence, thisPage } from './scenarios/case.ts';
import { ServerProcess } from './server-process.ts';
import { Sheet } from './sheet.ts';

const test = base.extend<{ server: ServerProcess }>({
  // biome-ignore lint/correctness/noEmptyPattern: Playwright wants to see which fixtures are asked for
  server: async ({}, use) => {
    const server = new ServerProcess({ page: 4080, echo: 4081, second: 4082 });
    await server.start();
    await use(server);
    await server.stop();
  },
});

const each = sequence({
  name: 'a scenario worth keeping',
  requests: [{ credentials: 'include' }],
  response: { lines: [thisPage, credentialed], cookies: [cookie('session=1')] },
  runs: [],
});
const link = encodeLink(scenarioOf(each, each.plan));

test('the server goes away and comes back: no verdict meanwhile, and nothing is lost', async ({ server, page }) => {
  const sheet = new Sheet(page);
  await page.goto(`${server.page}/#${link}`);
  await sheet.run();
  expect(await sheet.marked()).toMatchObject({ view: 'observed', verdict: 'readable', agrees: 'true' });

  await server.stop();
  await sheet.runButton.click();
  await expect(sheet.verdict).toHaveAttribute('data-view', 'none');
  await expect(sheet.verdict).toContainText('No verdict');
  await expect(sheet.verdict).not.toHaveAttribute('data-verdict');
  await expect(sheet.verdict).toContainText('says nothing about CORS');

  await server.start();
  const exchanges = await sheet.run();
  expect(await sheet.marked()).toMatchObject({ view: 'observed', verdict: 'readable', agrees: 'true' });
  expect(exchanges).toHaveLength(1);
  await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue('a scenario worth keeping');
  expect(new URL(page.url()).hash).toBe(`#${link}`);
});

test('a page opened while the server is away goes on as soon as it is there', async ({ server, page }) => {
  await page.goto(`${server.page}/`);
  await expect(new Sheet(page).verdict).toHaveAttribute('data-view', 'prediction');
});
