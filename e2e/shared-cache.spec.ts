import { expect } from '@playwright/test';
import { defaultPlan, defaultScenario, type Scenario } from '#cors';
import { axe } from './axe.ts';
import { origins } from './origins.ts';
import { request } from './scenarios/case.ts';
import { test } from './sheet.ts';

const twoPages: Scenario = {
  ...defaultScenario,
  title: 'Two pages ask',
  requests: [request(), request({ context: 'other-page' })],
  plan: {
    ...defaultPlan,
    response: {
      ...defaultPlan.response,
      headers: [
        ...defaultPlan.response.headers,
        ['Access-Control-Allow-Origin', '{origin in {page} {second}}'] as const,
      ],
    },
  },
};
const observed = { view: 'observed', agrees: 'true' };

test('with a cache in front the second page is blocked, and the change that is offered mends it', async ({ sheet }) => {
  test.slow();
  const { page } = sheet;
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const server = page.getByRole('region', { name: 'Server' });
  const wire = page.getByRole('region', { name: 'Wire' });
  await sheet.open(twoPages);
  await server.getByRole('button', { name: 'Cookies, delay and cache' }).press('Enter');
  await server.getByRole('switch', { name: 'Cache in front' }).press('Space');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
  await expect(wire).toContainText('X-Cache: MISS');

  await sheet.select(1);
  expect(await sheet.marked()).toEqual({
    view: 'prediction',
    agrees: undefined,
    verdict: 'blocked',
    code: 'acao-mismatch',
  });
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-mismatch' });
  await expect(sheet.verdict).toContainText(`which allows ${origins.page}. Your page is ${origins.second}`);
  await expect(wire).toContainText('from the cache, stopped here');
  await expect(server).toContainText('Off, so the cache in front mixes up the origins');
  expect(await axe(page)).toEqual({ found: [], looked: true });

  await expect(page.getByRole('tab', { name: 'Express' })).toHaveCount(0);
  await page.getByRole('button', { name: 'Apply to this server' }).click();
  expect(await sheet.marked()).toEqual({ view: 'prediction', agrees: undefined, verdict: 'readable', code: '' });
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
  await sheet.select(0);
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
});

test('a run that is opened again still knows what the cache kept then', async ({ sheet }) => {
  const { page } = sheet;
  await sheet.open({ ...twoPages, plan: { ...twoPages.plan, cache: true } });
  await sheet.run();
  await sheet.select(1);
  await sheet.run();
  await sheet.paste({ ...twoPages, title: 'Without the cache' });
  await expect(sheet.verdict).toHaveAttribute('data-view', 'prediction');
  await page.getByRole('button', { name: /^Open/ }).first().click();
  await expect(sheet.verdict).toHaveAttribute('data-view', 'observed');
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-mismatch' });
  await expect(sheet.verdict).toContainText('The cache in front answered');
});
