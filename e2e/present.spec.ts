import { expect, type Locator, type Page, test } from '@playwright/test';
import { encodeLink, scenario } from '#cors';
import { axe } from './axe.ts';
import { origins } from './origins.ts';
import { verdictMarks } from './sheet.ts';

const refused = scenario('A token for the server', {
  requests: [{ method: 'PUT', path: '/orders/42', headers: ['X-Token: t-4f81'] }],
  preflight: { lines: ['Access-Control-Allow-Origin: {page}', 'Access-Control-Allow-Methods: PUT'] },
  response: { lines: ['Access-Control-Allow-Origin: {page}'] },
});
const allowed = scenario('A list for anybody', { response: { lines: ['Access-Control-Allow-Origin: *'] } });
const silent = scenario('Three, one after the other', { requests: [{}, { path: '/b' }, { mode: 'no-cors' }] });

const links = (...scenarios: (typeof refused)[]) => scenarios.map(encodeLink).join('~');
const both = `/present#${links(refused, allowed)}`;

const arrows = (page: Page) => page.getByRole('region', { name: 'Wire' }).locator('.label');
const question = (page: Page) => page.getByRole('region', { name: 'Question' });
const verdict = (page: Page) => page.getByRole('region', { name: 'Verdict' });
const title = (page: Page) => page.getByRole('heading', { level: 1 });
/** All that the page says, also to those who do not see it. */
const said = (page: Page) => page.evaluate(() => document.body.outerHTML);

/** React hears of what is filled in by Firefox's driver only once something is typed. */
async function write(field: Locator, text: string) {
  await field.fill(text.slice(0, -1));
  await field.press(text.slice(-1));
}

test('one key goes all the way: the question, a real run, each arrow, the verdict, the next slide', async ({
  page,
}) => {
  const sent: string[] = [];
  page.on('request', (request) => sent.push(`${request.method()} ${new URL(request.url()).pathname}`));
  await page.goto(both);
  await expect(title(page)).toHaveText('A token for the server');
  await expect(question(page)).toContainText('What will the browser do?');
  await expect(page.getByRole('region', { name: 'Request' })).toHaveText(
    `Page ${origins.page}Asks forPUT /orders/42with headersX-Tokent-4f81`,
  );
  await expect(page.getByRole('region', { name: 'Server' })).toHaveText(
    `Server ${origins['same-site']}To a preflight 204Access-Control-Allow-Origin${origins.page}Access-Control-Allow-MethodsPUT` +
      `To the request 200Access-Control-Allow-Origin${origins.page}`,
  );
  await expect(arrows(page)).toHaveCount(0);
  expect(sent.filter((each) => each.startsWith('PUT'))).toEqual([]);
  expect(await said(page)).not.toMatch(/blocked|would|Allowed|data-verdict|predict/i);

  await page.keyboard.press('ArrowRight');
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('Space');
  await expect(arrows(page)).toHaveText(['fetch()', 'OPTIONS …/orders/42preflight']);
  await expect(page.getByText('Browser to server: OPTIONS …/orders/42, preflight')).toHaveAttribute('role', 'status');
  expect(await said(page)).not.toMatch(/stopped|Blocked|data-verdict/);
  await page.keyboard.press('PageDown');
  const stopped = ['fetch()', 'OPTIONS …/orders/42preflight', '204 No Contentstopped here'];
  await expect(arrows(page)).toHaveText(stopped);
  await page.keyboard.press('ArrowRight');
  await expect(arrows(page)).toHaveText([...stopped, 'PUT …/orders/42never sent']);
  await page.keyboard.press('ArrowRight');
  await expect(arrows(page)).toHaveText([...stopped, 'PUT …/orders/42never sent', 'TypeError']);
  await expect(verdict(page)).toHaveCount(0);
  expect(await said(page)).not.toMatch(/Blocked|data-verdict/);
  await page.keyboard.press('ArrowRight');
  await expect(verdict(page)).toBeVisible();
  expect(await page.evaluate(verdictMarks)).toEqual({
    view: 'observed',
    verdict: 'blocked',
    code: 'header-not-allowed',
    agrees: 'true',
  });

  await page.keyboard.press('ArrowLeft');
  await expect(verdict(page)).toHaveCount(0);
  await page.keyboard.press('PageUp');
  await expect(arrows(page)).toHaveText([...stopped, 'PUT …/orders/42never sent']);

  for (const _ of [1, 2, 3]) await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('A list for anybody');
  await expect(page).toHaveURL(/\/present\?at=2#/);
  await expect(arrows(page)).toHaveCount(0);
});

test('other keys: run, the verdict at once, first and last, and back to where a slide was left', async ({ page }) => {
  await page.goto(both);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('r');
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('End');
  await expect(title(page)).toHaveText('A list for anybody');
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'readable');
  await expect(arrows(page)).toHaveText(['fetch()', 'GET …/ordersno preflight', '200 OK', '200 OK']);
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('A list for anybody');
  await page.keyboard.press('Home');
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'blocked');
  await page.keyboard.press('Control+Enter');
  await expect(verdict(page)).toHaveCount(0);
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible();
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('Escape');
  await expect(page).toHaveURL(both.replace('/present', '/present?edit'));
  await expect(page.getByRole('textbox', { name: 'Title of slide 1' })).toHaveValue(refused.title);
});

test('buttons do what the keys do', async ({ page }) => {
  await page.goto(both);
  const next = page.getByRole('button', { name: 'Next' });
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(arrows(page)).toHaveCount(1);
  await next.click();
  await expect(arrows(page)).toHaveCount(2);
  await page.keyboard.press('Space');
  await expect(arrows(page)).toHaveCount(3);
  await page.getByRole('button', { name: 'Back' }).click();
  await expect(arrows(page)).toHaveCount(2);
  await page.getByRole('button', { name: 'Verdict' }).click();
  await expect(verdict(page)).toBeVisible();
  await next.click();
  await expect(title(page)).toHaveText('A list for anybody');
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(both.replace('/present', '/present?edit'));

  await page.goto(`/present#${links(allowed)}`);
  await page.getByRole('button', { name: 'Leave' }).click();
  await expect(page).toHaveURL(`/#${encodeLink(allowed)}`);
});

test('each request of a scenario is a slide, asked anew and told by itself', async ({ page }) => {
  await page.goto(`/present#${links(silent)}`);
  await expect(title(page)).toHaveText('Three, one after the other, 1 of 3');
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-code', 'acao-missing');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('Three, one after the other, 2 of 3');
  await expect(arrows(page)).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('End');
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'opaque');
});

test('a slide leaves nothing behind for the next', async ({ page }) => {
  const permitted = scenario('Permitted', {
    requests: [{ method: 'PUT' }],
    preflight: {
      lines: ['Access-Control-Allow-Origin: *', 'Access-Control-Allow-Methods: PUT', 'Access-Control-Max-Age: 600'],
    },
    response: { lines: ['Access-Control-Allow-Origin: *'] },
  });
  const no = scenario('No longer', { requests: [{ method: 'PUT' }] });
  await page.goto(`/present#${links(permitted, no)}`);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'readable');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('No longer');
  await page.keyboard.press('v');
  await expect(verdict(page)).toHaveAttribute('data-verdict', 'blocked');
  await expect(arrows(page)).toContainText(['fetch()', 'OPTIONS …/orders']);
});

test('whoever opens the same link has the same slide', async ({ page, browser }) => {
  await page.goto(both);
  await expect(question(page)).toBeVisible();
  await page.keyboard.press('End');
  await expect(page).toHaveURL(/at=2/);
  const elsewhere = await browser.newContext();
  try {
    const follower = await elsewhere.newPage();
    await follower.goto(page.url());
    await expect(title(follower)).toHaveText('A list for anybody');
    await expect(follower.getByRole('navigation', { name: 'Presentation' })).toContainText('2 of 2');
    await follower.keyboard.press('v');
    await expect(verdict(follower)).toHaveAttribute('data-verdict', 'readable');
  } finally {
    await elsewhere.close();
  }
});

test('a link that cannot be read is a slide that says so, and the others go on', async ({ page }) => {
  await page.goto(`/present#${encodeLink(refused).slice(0, -6)}~${encodeLink(allowed)}`);
  await expect(page.getByRole('alert')).toContainText('damaged');
  await page.keyboard.press('ArrowRight');
  await expect(title(page)).toHaveText('A list for anybody');
  await page.keyboard.press('ArrowLeft');
  await expect(page.getByRole('alert')).toContainText('damaged');
});

test('a lesson is presented: its question, its exercise, its solution', async ({ page }) => {
  await page.goto('/present?lesson=origin');
  await expect(page.getByRole('navigation', { name: 'Presentation' })).toContainText('1 of 3');
  await page.keyboard.press('ArrowRight');
  await expect(arrows(page)).toHaveText(['fetch()']);
  await page.keyboard.press('End');
  await expect(page).toHaveURL('/present?lesson=origin&at=3');
  await page.goto('/present?lesson=nothing');
  await expect(page.getByText('There is no lesson called nothing.')).toBeVisible();
});

test.describe('a list of one’s own', () => {
  test('says when it holds what looks like a secret', async ({ page }) => {
    const warning = page.getByText('A slide holds what looks like a secret');
    await page.goto(`/present?edit#${links(allowed)}`);
    await expect(page.getByRole('textbox', { name: 'Title of slide 1' })).toBeVisible();
    await expect(warning).toHaveCount(0);
    const token = scenario('With a token', { requests: [{ headers: ['Authorization: Bearer 3f9a77c0b1d2'] }] });
    await write(page.getByRole('textbox', { name: 'Add links, one a line' }), encodeLink(token));
    await page.getByRole('button', { name: 'Add scenario' }).click();
    await expect(warning).toBeVisible();
  });

  test('is made of links and causes, named, ordered, and kept in the address alone', async ({ page }) => {
    await page.goto('/present');
    await write(
      page.getByRole('textbox', { name: 'Add links, one a line' }),
      [`${origins.page}/#${encodeLink(refused)}`, 'nothing', encodeLink(allowed)].join('\n'),
    );
    await expect(page.getByText('One line holds no link that can be read.')).toBeVisible();
    await page.getByRole('button', { name: 'Add 2 scenarios' }).click();
    await expect(page.getByRole('textbox', { name: 'Add links, one a line' })).toBeFocused();
    await page.getByRole('combobox', { name: 'Add a cause of the gallery' }).selectOption('preflight-answers-401');
    await page.getByRole('button', { name: 'Add it and its fix' }).click();
    await page.getByRole('button', { name: 'Move slide 2 up' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Move slide 1 up' })).toBeFocused();
    await write(page.getByRole('textbox', { name: 'Title of slide 3' }), 'Who may pass?');
    await page.getByRole('button', { name: 'Remove slide 4' }).press('Enter');
    await expect(page.getByRole('button', { name: 'Remove slide 3' })).toBeFocused();
    const titles = ['A list for anybody', 'A token for the server', 'Who may pass?'];
    const fields = page.getByRole('textbox', { name: /^Title of slide/ });
    await expect
      .poll(() => fields.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)))
      .toEqual(titles);
    await page.reload();
    await expect
      .poll(() => fields.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value)))
      .toEqual(titles);

    await page.getByRole('main').getByRole('link', { name: 'Present' }).click();
    for (const each of titles) {
      await expect(title(page)).toHaveText(each);
      await page.keyboard.press('v');
      await expect(verdict(page)).toBeVisible();
      await page.keyboard.press('ArrowRight');
    }
    await expect(page.getByRole('navigation', { name: 'Presentation' })).toContainText('3 of 3');
  });
});

for (const colorScheme of ['light', 'dark'] as const) {
  for (const [width, height] of [
    [1920, 1080],
    [360, 740],
  ] as const) {
    test(`axe finds nothing, ${colorScheme}, ${width} wide`, async ({ page, browserName }) => {
      test.skip(browserName === 'firefox', 'Its driver does not pass on which theme, and how much motion, is wanted');
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.setViewportSize({ width, height });
      const fits = () => page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
      await page.goto(both);
      await expect(question(page)).toBeVisible();
      expect(await axe(page)).toEqual({ found: [], looked: true });
      await page.keyboard.press('ArrowRight');
      await expect(arrows(page)).toHaveCount(1);
      for (const _ of [1, 2]) await page.keyboard.press('ArrowRight');
      expect(await axe(page)).toEqual({ found: [], looked: true });
      expect(await fits()).toBe(true);
      await page.keyboard.press('v');
      await expect(verdict(page)).toBeInViewport();
      expect(await axe(page)).toEqual({ found: [], looked: true });
      expect(await fits()).toBe(true);
      await page.keyboard.press('?');
      expect(await axe(page)).toEqual({ found: [], looked: true });
      await page.goto(`/present?edit#${links(refused, allowed)}`);
      await expect(page.getByRole('region', { name: 'Slides' })).toBeVisible();
      expect(await axe(page)).toEqual({ found: [], looked: true });
      expect(await fits()).toBe(true);
    });
  }
}
