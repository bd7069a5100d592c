import { expect, test } from '@playwright/test';
import { encodeLink } from '#cors';
import { sparePorts } from './origins.ts';
import { cookie, credentialed, scenarioOf, sequence, thisPage } from './scenarios/case.ts';
import { ServerProcess } from './server-process.ts';
import { Sheet } from './sheet.ts';

const each = sequence({
  name: 'a scenario worth keeping',
  requests: [{ credentials: 'include' }],
  response: { lines: [thisPage, credentialed], cookies: [cookie('session=1')] },
  runs: [],
});
const link = encodeLink(scenarioOf(each, each.plan));

test('the server goes away and comes back: no verdict meanwhile, and nothing is lost', async ({ page }) => {
  const server = new ServerProcess(sparePorts);
  const sheet = new Sheet(page);
  try {
    await server.start();
    await page.goto(`${server.page}/#${link}`);
    await sheet.run();
    expect(await sheet.marked()).toMatchObject({ view: 'observed', verdict: 'readable', agrees: 'true' });

    await server.stop();
    await sheet.runButton.click();
    await expect(sheet.verdict).toHaveAttribute('data-view', 'none');
    await expect(sheet.verdict).toContainText('No verdict');
    await expect(sheet.verdict).toContainText('says nothing about CORS');
    expect(await sheet.marked()).toEqual({ view: 'none', verdict: undefined, code: '', agrees: undefined });

    await server.start();
    const exchanges = await sheet.run();
    expect(await sheet.marked()).toMatchObject({ view: 'observed', verdict: 'readable', agrees: 'true' });
    expect(exchanges).toHaveLength(1);
    await expect(page.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(each.name);
    expect(new URL(page.url()).hash).toBe(`#${link}`);
  } finally {
    await server.stop();
  }
});
