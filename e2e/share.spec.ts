import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { expect } from '@playwright/test';
import { unzipSync } from 'fflate';
import decodeQR from 'qr/decode.js';
import { decodeLink, defaultScenario, reproduction, type Scenario, scenario } from '#cors';
import { axe } from './axe.ts';
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

const key = '3f9a77c0aa';
/** Blocked, with something secret in every place where people put such things. */
const confiding: Scenario = {
  ...scenario('The dashboard cannot load orders', {
    requests: [
      {
        method: 'PUT',
        path: `/orders/42?api_key=${key}`,
        headers: [`Authorization: Bearer ${key}`, 'Content-Type: application/json'],
        body: `{"password":"${key}"}`,
        credentials: 'include',
      },
    ],
    preflight: {
      lines: [
        'Access-Control-Allow-Origin: {page}',
        'Access-Control-Allow-Methods: PUT',
        'Access-Control-Allow-Headers: authorization, content-type',
        'Access-Control-Allow-Credentials: true',
      ],
    },
    response: { lines: ['Access-Control-Allow-Origin: *', `X-Session: ${key}`] },
  }),
  expect: `Bearer ${key}aa lets me in.`,
};

const tabs = ['Link', 'Report', 'curl', 'Files', 'Image', 'Embed'] as const;
const dialog = (sheet: Sheet) => sheet.page.getByRole('dialog', { name: 'Share' });

async function openTab(sheet: Sheet, name: (typeof tabs)[number]) {
  await dialog(sheet).getByRole('tab', { name, exact: true }).click();
  await expect(dialog(sheet).getByRole('tabpanel', { name, exact: true })).toBeVisible();
}

/** All that the chosen tab gives away, decoded. */
async function given(sheet: Sheet, name: (typeof tabs)[number]): Promise<string> {
  if (name === 'Link') return JSON.stringify(decodeLink(new URL(await link(sheet).inputValue()).hash));
  const panel = dialog(sheet).getByRole('tabpanel');
  if (name === 'Image') return decodeURIComponent((await panel.getByRole('img').getAttribute('src')) ?? '');
  if (name === 'Embed') {
    const html = (await panel.getByRole('region', { name: 'HTML to embed' }).textContent()) ?? '';
    return JSON.stringify(decodeLink(/\?embed(#[\w.-]+)/.exec(html)?.[1] ?? ''));
  }
  const texts = await panel.getByRole('region').allTextContents();
  // The report ends with the link.
  const linked = /\(http\S*(#\S+)\)/.exec(texts.join())?.[1];
  return texts.join('\n') + (linked ? JSON.stringify(decodeLink(linked)) : '');
}

test('secrets are pointed out by their place, and masked in all that is shared', async ({ sheet, page }) => {
  await sheet.open(confiding);
  await sheet.run();
  await share(sheet);
  const secrets = dialog(sheet).getByRole('region', { name: 'Secrets' });
  await expect(secrets.getByRole('listitem')).toHaveText([
    'Expectation: text that looks like a key',
    'Request: parameter api_key',
    'Request: header Authorization',
    'Request: body field password',
    'Answer to the request: header X-Session',
  ]);
  for (const tab of tabs) {
    await openTab(sheet, tab);
    const text = await given(sheet, tab);
    expect(text.includes(key), tab).toBe(false);
    expect(text, tab).toContain(tab === 'Image' ? 'api_key=masked' : 'Bearer masked');
  }
  await secrets.getByRole('switch', { name: 'Mask secrets' }).click();
  for (const tab of tabs) {
    await openTab(sheet, tab);
    expect(await given(sheet, tab), tab).toContain(key);
  }

  // What was masked gives the same verdict.
  await secrets.getByRole('switch', { name: 'Mask secrets' }).click();
  await openTab(sheet, 'Link');
  const masked = new URL(await link(sheet).inputValue()).hash;
  const before = await sheet.marked();
  await page.goto(`/?masked${masked}`);
  await sheet.run();
  expect(await sheet.marked()).toEqual(before);
  expect(before).toEqual({ view: 'observed', verdict: 'blocked', code: 'acao-wildcard-credentials', agrees: 'true' });
});

test('a scenario without secrets says nothing of them', async ({ sheet }) => {
  await sheet.open(expecting);
  await share(sheet);
  await expect(dialog(sheet).getByRole('region', { name: 'Secrets' })).toHaveCount(0);
});

test('the QR code on the screen is the link', async ({ sheet, page }) => {
  await sheet.open(confiding);
  await share(sheet);
  const code = await dialog(sheet).getByRole('img', { name: 'QR code of the link' }).screenshot();
  const { width, height, data } = await page.evaluate(
    async (url) => {
      const image = new Image();
      image.src = url;
      await image.decode();
      const canvas = document.createElement('canvas');
      canvas.width = image.width;
      canvas.height = image.height;
      const context = canvas.getContext('2d');
      if (!context) throw new Error('No canvas');
      context.drawImage(image, 0, 0);
      const pixels = context.getImageData(0, 0, image.width, image.height);
      return { width: image.width, height: image.height, data: [...pixels.data] };
    },
    `data:image/png;base64,${code.toString('base64')}`,
  );
  const image = { width, height, data: Uint8ClampedArray.from(data) };
  expect(decodeQR(image, { timeLimit: 10_000 })).toBe(await link(sheet).inputValue());
});

test('a link that is too long for a QR code says so', async ({ sheet }) => {
  // Nothing that can be packed smaller.
  const noise = Array.from({ length: 40 }, (_, i) => createHash('sha256').update(`${i}`).digest('base64')).join('');
  await sheet.open({ ...defaultScenario, expect: noise });
  await share(sheet);
  await expect(dialog(sheet)).toContainText(/The link has [\d,]+ characters, which is too much for a QR code/);
  await expect(dialog(sheet).getByRole('img')).toHaveCount(0);
});

async function download(sheet: Sheet, name: string, at = 0): Promise<{ file: string; bytes: Uint8Array }> {
  const started = sheet.page.waitForEvent('download');
  await dialog(sheet).getByRole('button', { name, exact: true }).nth(at).click();
  const saved = await started;
  return { file: saved.suggestedFilename(), bytes: new Uint8Array(await readFile(await saved.path())) };
}

test('what is downloaded are these files', async ({ sheet }) => {
  const plain = { ...defaultScenario, title: 'No word about CORS' };
  await sheet.open(plain);
  await share(sheet);
  await openTab(sheet, 'Files');
  const files = reproduction(plain, 0);
  if (!files.ok) throw new Error(files.because);
  const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);
  const page = await download(sheet, 'Download');
  expect([page.file, text(page.bytes)]).toEqual(['page.html', files.page]);
  const server = await download(sheet, 'Download', 1);
  expect([server.file, text(server.bytes)]).toEqual(['server.mjs', files.server]);
  const zip = await download(sheet, 'Download both (.zip)');
  expect(zip.file).toBe('reproduction.zip');
  const entries = unzipSync(zip.bytes);
  expect(Object.keys(entries)).toEqual(['reproduction/page.html', 'reproduction/server.mjs']);
  expect(text(entries['reproduction/server.mjs'])).toBe(files.server);

  await openTab(sheet, 'Image');
  const svg = await download(sheet, 'Download SVG');
  expect(svg.file).toBe('wire.svg');
  expect(text(svg.bytes)).toContain('<title id="title">No word about CORS</title>');
  expect(text(svg.bytes)).toContain(
    '<desc id="says">Blocked. page to browser: fetch(); browser to server: GET …/orders (no preflight); server to browser: 200 OK (would stop here); browser to page: TypeError.</desc>',
  );
  expect(text(svg.bytes)).not.toMatch(/href|url\(|<style|<script/);
  const png = await download(sheet, 'Download PNG');
  expect(png.file).toBe('wire.png');
  expect([...png.bytes.slice(0, 8)]).toEqual([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  const [height = 0] = /(?<=<svg [^>]*height=")\d+/.exec(text(svg.bytes)) ?? [];
  const size = new DataView(png.bytes.buffer, 16, 8);
  expect([size.getUint32(0), size.getUint32(4)]).toEqual([1840, 2 * Number(height)]);
});

test('what cannot be written down as two files says why', async ({ sheet }) => {
  await sheet.open(scenario('A beacon', { requests: [{ api: 'beacon' }] }));
  await share(sheet);
  await openTab(sheet, 'Files');
  await expect(dialog(sheet)).toContainText('A page is told nothing about its beacons, so it cannot show the verdict.');
  await expect(dialog(sheet).getByRole('button', { name: 'Download' })).toHaveCount(0);
});

test('all of the dialog is within reach of the keyboard', async ({ sheet, page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await sheet.open(confiding);
  await sheet.page.getByRole('button', { name: 'Share' }).focus();
  await page.keyboard.press('Enter');
  await expect(link(sheet)).toBeVisible();
  const focused = () =>
    page.evaluate(() => {
      const element = document.activeElement;
      return (
        element?.getAttribute('aria-label') ?? element?.closest('label')?.textContent ?? element?.textContent ?? ''
      );
    });
  const reached: string[] = [];
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 20 && (await focused()) !== name; presses++) {
      await page.keyboard.press('Tab');
      reached.push(await focused());
    }
    expect(await focused(), reached.join(', ')).toBe(name);
  };
  await tabTo('Mask secrets');
  await page.keyboard.press('Space');
  await expect(dialog(sheet).getByRole('switch', { name: 'Mask secrets' })).toHaveAttribute('aria-checked', 'false');
  await tabTo('Link');
  await tabTo('Copy link');
  await page.keyboard.press('Enter');
  await expect(dialog(sheet).getByRole('status').filter({ hasText: 'Copied' })).toHaveCount(1);
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await link(sheet).inputValue());
  for (const [name, ...stops] of [
    ['Report', 'Report in Markdown', 'Copy as Markdown'],
    ['curl', 'Commands', 'Copy as curl'],
    ['Files', 'page.html', 'server.mjs', 'Download both (.zip)'],
    ['Image', 'Download SVG', 'Download PNG', 'Copy image', 'Copy alt text'],
    ['Embed', 'HTML to embed', 'Copy HTML'],
  ] as const) {
    await dialog(sheet).getByRole('tab', { selected: true }).focus();
    await page.keyboard.press('ArrowRight');
    expect(await focused()).toBe(name);
    for (const stop of stops) await tabTo(stop);
  }
  await page.keyboard.press('Escape');
  await expect(dialog(sheet)).toHaveCount(0);
  await expect(sheet.page.getByRole('button', { name: 'Share' })).toBeFocused();
});

for (const theme of ['light', 'dark'] as const) {
  test(`axe finds nothing in any tab, ${theme}`, async ({ sheet, page }) => {
    test.slow();
    await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
    await sheet.open(confiding);
    await share(sheet);
    for (const tab of tabs) {
      await openTab(sheet, tab);
      expect(await axe(page), tab).toEqual({ found: [], looked: true });
    }
  });
}

for (const width of [320, 360, 768, 1920]) {
  test(`${width} pixels are wide enough for every tab`, async ({ sheet, page }) => {
    await page.setViewportSize({ width, height: 740 });
    await sheet.open(confiding);
    await sheet.run();
    await share(sheet);
    for (const tab of tabs) {
      await openTab(sheet, tab);
      const beyond = await dialog(sheet).evaluate((element) => element.scrollWidth - element.clientWidth);
      expect(beyond, tab).toBe(0);
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });
}
