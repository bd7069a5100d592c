import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, expect, type Frame, firefox, type Locator, type Page, test } from '@playwright/test';
import { cookie, defaultScenario, encodeLink, type Scenario, scenario } from '#cors';
import { findBrowsers } from '../scripts/browsers.ts';
import { embedHtml } from '../web/embed/snippet-html.ts';
import { axe } from './axe.ts';
import { chromiumArgs } from './drive/open.ts';
import { origins } from './origins.ts';
import { startOutsider } from './outsider.ts';
import { verdictMarks } from './sheet.ts';

const allowed = scenario('An image service that anybody may ask', {
  requests: [{ method: 'PUT', path: '/images/7', headers: ['Content-Type: image/png'], body: '…' }],
  preflight: {
    lines: [
      'Access-Control-Allow-Origin: *',
      'Access-Control-Allow-Methods: PUT',
      'Access-Control-Allow-Headers: Content-Type',
    ],
  },
  response: { lines: ['Access-Control-Allow-Origin: *'] },
});
const several = scenario('One that may and one that may not', {
  requests: [{ path: '/first' }, { path: '/second', headers: ['X-Token: t-4f81'] }],
  response: { lines: ['Access-Control-Allow-Origin: *'] },
});
const from = (context: 'worker' | 'sandboxed-iframe' | 'other-page') =>
  scenario('From elsewhere', { requests: [{ context }], response: { lines: ['Access-Control-Allow-Origin: {page}'] } });

const snippet = ({ title, ...rest }: Scenario, query = '') =>
  embedHtml(origins.page, encodeLink({ title, ...rest }), title).replace('?embed', `?embed${query}`);

/** Opens a page of another site that holds this HTML, for as long as `use` takes. */
async function inside(page: Page, html: string, use: (frame: Frame) => Promise<void>) {
  const outsider = await startOutsider(html);
  try {
    await page.goto(outsider.origin);
    const element = await page.locator('iframe').first().elementHandle();
    const frame = await element?.contentFrame();
    if (!frame) throw new Error('There is no frame');
    await use(frame);
  } finally {
    await outsider.close();
  }
}
const verdictIn = (frame: Frame) => frame.getByRole('region', { name: 'Verdict' });
const runIn = (frame: Frame) => frame.getByRole('button', { name: 'Run', exact: true });
// Input that Playwright sends to Firefox does not arrive in frames of other sites, which are other processes there.
const deaf = 'The driver reaches no frame of another site';
const press = (button: Locator) =>
  test.info().project.name === 'firefox' ? button.evaluate((element: HTMLElement) => element.click()) : button.click();
async function runs(frame: Frame) {
  await press(runIn(frame));
  await expect(verdictIn(frame)).toHaveAttribute('data-view', 'observed');
  return await frame.evaluate(verdictMarks);
}
const observed = { view: 'observed', agrees: 'true' };

test.describe('in a page of another site', () => {
  const cases = [
    { given: defaultScenario, verdict: 'blocked', code: 'acao-missing' },
    { given: allowed, verdict: 'readable', code: '' },
    { given: from('worker'), verdict: 'readable', code: '' },
    { given: from('sandboxed-iframe'), verdict: 'blocked', code: 'acao-mismatch' },
    { given: from('other-page'), verdict: 'blocked', code: 'acao-mismatch' },
  ];
  for (const { given, verdict, code } of cases) {
    const [request] = given.requests;
    test(`a scenario runs as it does at home: ${verdict} from a ${request?.context}`, async ({ page }) => {
      await inside(page, snippet(given), async (frame) => {
        await expect(frame.getByRole('heading', { level: 1 })).toHaveText(given.title);
        await expect(verdictIn(frame)).toHaveAttribute('data-view', 'prediction');
        expect(await runs(frame)).toEqual({ ...observed, verdict, code });
      });
    });
  }

  test('what is asked and answered stands above it, and the wire below', async ({ page }) => {
    await inside(page, snippet(allowed), async (frame) => {
      await runs(frame);
      await expect(frame.locator('dl').first()).toHaveText(
        `AsksPUT /images/7 on ${origins['same-site']} with Content-Type, a body` +
          'Answersthe preflight 204 with Access-Control-Allow-Origin: *, Access-Control-Allow-Methods: PUT, Access-Control-Allow-Headers: Content-Type; then 200 with Access-Control-Allow-Origin: *',
      );
      await expect(frame.getByRole('region', { name: 'Wire' }).locator('.label')).toHaveText([
        'fetch()',
        'OPTIONS …/images/7preflight',
        '204 No Content',
        'PUT …/images/7',
        '200 OK',
        '200 OK',
      ]);
    });
  });

  test('several requests run in order, and each can be looked at', async ({ page }) => {
    await inside(page, snippet(several), async (frame) => {
      expect(await runs(frame)).toEqual({ ...observed, verdict: 'readable', code: '' });
      const requests = frame.getByRole('region', { name: 'Requests' });
      await expect(requests).toContainText('1 allowed, 1 blocked. All as predicted.');
      await press(requests.getByRole('button', { name: /second/ }));
      await expect(verdictIn(frame)).toHaveAttribute('data-code', 'acao-missing');
    });
  });

  test('the keyboard alone runs it', async ({ page, browserName }) => {
    test.skip(browserName === 'firefox', deaf);
    await inside(page, `<a href="#here">Before</a>${snippet(allowed)}`, async (frame) => {
      await expect(verdictIn(frame)).toBeVisible();
      await page.getByRole('link', { name: 'Before' }).focus();
      await page.keyboard.press('Tab');
      await expect(frame.getByRole('link', { name: 'Open in the playground' })).toBeFocused();
      await page.keyboard.press('Tab');
      await expect(runIn(frame)).toBeFocused();
      await page.keyboard.press('Enter');
      await expect(verdictIn(frame)).toHaveAttribute('data-view', 'observed');
      expect(await frame.evaluate(verdictMarks)).toEqual({ ...observed, verdict: 'readable', code: '' });
    });
  });

  test('it opens in the playground, in a tab of its own', async ({ page, context, browserName }) => {
    test.skip(browserName === 'firefox', deaf);
    await inside(page, snippet(allowed), async (frame) => {
      const opening = context.waitForEvent('page');
      await frame.getByRole('link', { name: 'Open in the playground' }).click();
      const playground = await opening;
      await expect(playground.getByRole('textbox', { name: 'Title of the scenario' })).toHaveValue(allowed.title);
      await expect(playground).toHaveURL(`${origins.page}/#${encodeLink(allowed)}`);
      await expect(frame.getByRole('heading', { level: 1 })).toHaveText(allowed.title);
    });
  });

  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing, and nothing is cut off, where ${theme} is asked for`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme === 'light' ? 'dark' : 'light', reducedMotion: 'reduce' });
      await inside(page, snippet(allowed, `&theme=${theme}`), async (frame) => {
        await expect(frame.locator('html')).toHaveAttribute('data-theme', theme);
        await runs(frame);
        // Asked for less motion, Firefox's frames of other sites do not hear of it from the driver.
        await frame.evaluate(() => Promise.all(document.getAnimations().map(({ finished }) => finished)));
        for (const width of [320, 360, 768]) {
          await page.setViewportSize({ width: width + 34, height: 700 });
          expect(await frame.evaluate(() => document.documentElement.clientWidth)).toBeLessThanOrEqual(width);
          expect(
            await frame.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth),
          ).toBe(0);
          await expect(runIn(frame)).toBeInViewport({ ratio: 1 });
          expect(await axe(frame)).toEqual({ found: [], looked: true });
        }
      });
    });
  }

  const unreadable = [
    { name: 'of another version', link: encodeLink(allowed).replace('1.', '2.'), says: 'another version' },
    { name: 'that was cut', link: encodeLink(allowed).slice(0, -8), says: 'damaged' },
  ];
  for (const { name, link, says } of unreadable) {
    test(`a link ${name} says so`, async ({ page }) => {
      await inside(page, embedHtml(origins.page, link, 'Broken'), async (frame) => {
        await expect(frame.getByRole('alert')).toContainText(says);
        await expect(runIn(frame)).toHaveCount(0);
      });
    });
  }

  test('a frame without an origin says what it lacks', async ({ page }) => {
    const sandboxed = snippet(allowed).replace('<iframe', '<iframe sandbox="allow-scripts"');
    await inside(page, sandboxed, async (frame) => {
      await expect(frame.getByRole('alert')).toContainText('allow-same-origin');
    });
  });

  test('neither editors nor other pages are loaded for it', async ({ page }) => {
    const scripts: string[] = [];
    page.on('request', (request) => scripts.push(new URL(request.url()).pathname));
    await inside(page, snippet(allowed), async (frame) => {
      await runs(frame);
      const named = scripts.flatMap((path) => /^\/assets\/(.*)-[\w-]{8}\.js$/.exec(path)?.[1] ?? []);
      expect(named).toContain('stage');
      expect(named.filter((name) => /editors|sheet|share|later|prints/.test(name))).toEqual([]);
    });
  });
});

const cookies = scenario('A cookie', {
  requests: [{ path: '/login', credentials: 'include' }],
  response: {
    lines: ['Access-Control-Allow-Origin: {page}', 'Access-Control-Allow-Credentials: true'],
    cookies: [cookie('sid=1')],
  },
});

test('where cookies go otherwise than at home, it says so', async ({ page }) => {
  await inside(page, snippet(cookies), async (frame) => {
    await expect(frame.getByText('browsers keep them back or apart')).toBeVisible();
  });
  await page.goto(`/?embed#${encodeLink(cookies)}`);
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A cookie');
  await expect(page.getByText('browsers keep them back or apart')).toHaveCount(0);
});

test('it runs where storage is refused, or switched off', async ({ browserName }, { outputDir }) => {
  const found = findBrowsers();
  mkdirSync(join(outputDir, 'Default'), { recursive: true });
  const preferences = { profile: { default_content_setting_values: { cookies: 2 } } };
  writeFileSync(join(outputDir, 'Default/Preferences'), JSON.stringify(preferences));
  const context =
    browserName === 'chromium'
      ? await chromium.launchPersistentContext(outputDir, { ...found.chromium, args: chromiumArgs })
      : await (
          await firefox.launch({ ...found.firefox, firefoxUserPrefs: { 'dom.storage.enabled': false } })
        ).newContext();
  try {
    const page = await context.newPage();
    const failures: unknown[] = [];
    page.on('pageerror', (error) => failures.push(error.message));
    await inside(page, snippet(allowed), async (frame) => {
      await expect(verdictIn(frame)).toBeVisible();
      await expect(frame.evaluate(() => localStorage.length)).rejects.toThrow(/localStorage/);
      expect(await runs(frame)).toEqual({ ...observed, verdict: 'readable', code: '' });
    });
    expect(failures).toEqual([]);
  } finally {
    await (context.browser() ?? context).close();
  }
});

test('no other page of ours may be framed', async ({ page }) => {
  const others = [
    '/',
    '/?theme=dark',
    '/gallery',
    '/gallery/preflight-answers-401?embed',
    '/present?embed',
    '/conformance',
  ];
  const frames = others.map((path) => `<iframe src="${origins.page}${path}"></iframe>`).join('');
  await inside(page, `${snippet(allowed).replace('loading="lazy"', '')}${frames}`, async (frame) => {
    await expect(verdictIn(frame)).toBeVisible();
    await page.waitForLoadState('load');
    const there = await Promise.all(page.frames().map((each) => each.locator('#root').count()));
    // The page around them, the embed, and those that were refused.
    expect(there).toEqual([0, 1, ...others.map(() => 0)]);
  });
});
