import { expect, test } from '@playwright/test';
import { type RealBrowser, realBrowsers } from '#cors';
import { openTab, type Tab } from './drive/open.ts';
import { Playground } from './drive/playground.ts';
import { origins } from './origins.ts';
import { anyOrigin, credentialed, type RequestSpec, scenarioOf, sequence, thisPage } from './scenarios/case.ts';

const methods = 'Access-Control-Allow-Methods: PUT';
const maxAge = (value: string) => `Access-Control-Max-Age: ${value}`;
const PUT = { method: 'PUT', body: 'one pizza' };

/** A scenario whose preflight is answered with these lines. */
function asking(lines: readonly string[], { status = 204, requests = [PUT] as readonly RequestSpec[] } = {}) {
  const [origin = anyOrigin] = lines;
  const response = { lines: [origin, ...(lines.includes(credentialed) ? [credentialed] : [])] };
  const each = sequence({ name: 'the preflight cache', requests, runs: [], preflight: { status, lines }, response });
  return scenarioOf(each, each.plan);
}

const allowed = { view: 'observed', verdict: 'readable', code: '', agrees: 'true' };
const orders = `${origins['same-site']} …/orders`;
const permission = { allowed: 'PUT', url: orders, whom: `${origins.page} without credentials` };

/** The panel as one reads it; null when it is not there. */
function readPanel() {
  const panel = document.querySelector('section[aria-label="Preflight cache"]');
  if (!panel) return null;
  // Its texts apart, without those that are only drawn.
  const text = (element: Element | null | undefined): string => {
    const parts = [...(element?.childNodes ?? [])].map((node) => {
      if (!(node instanceof Element)) return node.textContent ?? '';
      return node.ariaHidden === 'true' ? '' : text(node);
    });
    return parts
      .join(' ')
      .replace(/\s+/g, ' ')
      .replace(/ (?=[.,])/g, '')
      .trim();
  };
  const [heads, values] = [...panel.querySelectorAll('table:last-of-type')].flatMap((table) =>
    table instanceof HTMLTableElement && !table.ariaLabel ? [...table.rows] : [],
  );
  return {
    permissions: [...panel.querySelectorAll<HTMLTableSectionElement>('table[aria-label] tbody')].map(({ rows }) => {
      const [allowed, url, whom] = [...(rows[0]?.cells ?? [])].map(text);
      return { allowed, url, whom };
    }),
    means: [...panel.querySelectorAll<HTMLTableRowElement>('table[aria-label] tbody > tr:nth-child(2)')].map(text),
    left: [...panel.querySelectorAll('[role=timer]')].map(text),
    expired: text(panel.querySelector('[role=status]')),
    answer: text(panel.querySelector('.body > .grid > p')),
    keeps: [...(heads?.cells ?? [])].map((head, i) => `${text(head)}: ${text(values?.cells[i])}`),
  };
}

/** Seconds of `9:05` or `1:59:58`. */
const seconds = (left = '') => left.split(':').reduce((sum, part) => sum * 60 + Number(part), 0);

const secondsLeft = () => {
  const timer = document.querySelector('section[aria-label="Preflight cache"] [role=timer]');
  return Number(/^PT(\d+)S$/.exec(timer?.getAttribute('datetime') ?? '')?.[1] ?? 'NaN');
};
const isBelow = (before: number) => {
  const timer = document.querySelector('section[aria-label="Preflight cache"] [role=timer]');
  return Number(/^PT(\d+)S$/.exec(timer?.getAttribute('datetime') ?? '')?.[1] ?? 'NaN') < before;
};
const expiry = () => document.querySelector('section[aria-label="Preflight cache"] [role=status]')?.textContent;

function flows(browser: RealBrowser) {
  let tab: Tab | undefined;
  let page: Playground;
  test.beforeAll(async () => {
    test.setTimeout(120_000);
    tab = await openTab(browser);
    page = new Playground(tab);
  });
  test.afterAll(() => tab?.close());
  const panel = () => page.call(readPanel);
  const methodsOfRun = async () => (await page.run()).map(({ request }) => request.method);
  const runs = async () => ({ wire: await methodsOfRun(), ...(await page.marked()) });

  test('the second run has no preflight, nor the third that would be refused, until the permission expires', async () => {
    await page.open(asking([anyOrigin, methods, maxAge('10')]));
    await expect
      .poll(async () => (await panel())?.answer)
      .toMatch(/ would remember the answer to this preflight for 10 seconds\.$/);

    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    await expect.poll(panel).toMatchObject({
      permissions: [permission],
      means: [expect.stringMatching(/^Until .+, this request needs no preflight\.$/)],
      expired: '',
      answer: '',
    });
    const before = await page.call(secondsLeft);
    expect(before).toBeLessThanOrEqual(10);
    await page.until(isBelow, before);

    expect(await runs()).toEqual({ ...allowed, wire: ['PUT'] });

    await page.paste(asking([anyOrigin, methods], { status: 403 }));
    const stale = expect.stringMatching(
      /^Stale\. .+ still uses the permission from .+, although the server would refuse a new preflight\. The server would answer the preflight with 403\. /,
    );
    await expect.poll(panel).toMatchObject({ permissions: [permission], means: [stale] });
    expect(await runs()).toEqual({ ...allowed, wire: ['PUT'] });
    await expect.poll(panel).toMatchObject({ permissions: [permission], means: [stale] });

    expect(await page.until(expiry)).toMatch(/^The permission from .+ expired at .+\./);
    await expect.poll(panel).toMatchObject({ permissions: [], means: [], left: [] });
    expect(await runs()).toEqual({
      view: 'observed',
      verdict: 'blocked',
      code: 'preflight-status',
      agrees: 'true',
      wire: ['OPTIONS'],
    });
    await expect.poll(panel).toBeNull();
  });

  test('without Access-Control-Max-Age a permission lasts five seconds', async () => {
    await page.open(asking([anyOrigin, methods]));
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    expect(await page.call(secondsLeft)).toBeLessThanOrEqual(5);
    expect(await runs()).toEqual({ ...allowed, wire: ['PUT'] });
    await page.until(expiry);
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    await expect.poll(async () => (await panel())?.permissions).toEqual([permission]);
  });

  test('a stale permission is left behind by reloading the page', async () => {
    await page.open(asking([anyOrigin, methods, maxAge('600')]));
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    await page.paste(asking([anyOrigin], { status: 403 }));
    expect(await runs()).toEqual({ ...allowed, wire: ['PUT'] });
    await expect.poll(panel).toMatchObject({ means: [expect.stringMatching(/^Stale\. /)] });
    await page.press('Reload at a new URL');
    // A question that is asked as the page goes away is never answered.
    await page.predicted().catch(() => page.predicted());
    expect(await runs()).toMatchObject({
      verdict: 'blocked',
      code: 'preflight-status',
      agrees: 'true',
      wire: ['OPTIONS'],
    });
  });

  test('each browser caps Access-Control-Max-Age', async () => {
    const cap = { chromium: 7200, firefox: 86_400, webkit: 600 }[browser];
    await page.open(asking([anyOrigin, methods, maxAge('100000')]));
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    await expect.poll(panel).toMatchObject({
      permissions: [permission],
      keeps: [
        'Chromium: 2 hours its limit',
        'Firefox: 24 hours its limit',
        'WebKit: 10 minutes its limit',
        'Standard: 100000 seconds as asked',
      ],
    });
    const left = seconds((await panel())?.left[0]);
    expect(left).toBeLessThanOrEqual(cap);
    expect(left).toBeGreaterThan(cap - 30);
  });

  test('the cap, waited for', async () => {
    test.skip(process.env.PREFLIGHT_WAIT_FOR_CAP !== browser, 'It takes 10 minutes in WebKit, and hours elsewhere.');
    test.setTimeout(0);
    await page.open(asking([anyOrigin, methods, maxAge('100000')]));
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
    await page.until(isBelow, 10);
    expect(await runs()).toEqual({ ...allowed, wire: ['PUT'] });
    await page.until(expiry);
    expect(await runs()).toEqual({ ...allowed, wire: ['OPTIONS', 'PUT'] });
  });

  /** What a second run sends, after a first one that was answered with this Access-Control-Max-Age. */
  const again = ['OPTIONS', 'PUT'];
  const kept = ['PUT'];
  const readings = [
    ['0', again, again, again],
    ['-1', again, again, again],
    ['60s', kept, again, kept],
    ['+60', kept, again, kept],
  ] as const;
  for (const [value, chromium, firefox, webkit] of readings) {
    const second = { chromium, firefox, webkit }[browser];
    test(`Access-Control-Max-Age: ${value}`, async () => {
      await page.open(asking([anyOrigin, methods, maxAge(value)]));
      expect(await runs()).toEqual({ ...allowed, wire: again });
      await expect.poll(async () => (await panel())?.permissions).toEqual(second === kept ? [permission] : []);
      if (second === again)
        await expect.poll(async () => (await panel())?.answer).toMatch(/ remembers nothing of this preflight\.$/);
      expect(await runs()).toEqual({ ...allowed, wire: second });
    });
  }

  const include = { ...PUT, credentials: 'include' } as const;
  const withCredentials = { ...permission, whom: `${origins.page} with credentials` };
  const both = [thisPage, credentialed, methods, maxAge('600')];

  test('a permission for credentials serves a request without them, except in Firefox', async () => {
    await page.open(asking(both, { requests: [include, PUT] }));
    expect(await runs()).toEqual({ ...allowed, wire: again });
    await expect.poll(async () => (await panel())?.permissions).toEqual([withCredentials]);
    await page.select(1);
    await page.predicted();
    // Firefox keeps the two apart.
    expect(await runs()).toEqual({ ...allowed, wire: browser === 'firefox' ? again : kept });
    await expect
      .poll(async () => (await panel())?.permissions)
      .toEqual(browser === 'firefox' ? [permission, withCredentials] : [withCredentials]);
  });

  test('a permission without credentials does not serve a request with them', async () => {
    await page.open(asking(both, { requests: [PUT, include] }));
    expect(await runs()).toEqual({ ...allowed, wire: again });
    await page.select(1);
    await page.predicted();
    await expect.poll(async () => (await panel())?.means).toEqual([]);
    expect(await runs()).toEqual({ ...allowed, wire: again });
    // Chromium and WebKit remember one answer for a URL, Firefox one for each.
    await expect
      .poll(async () => (await panel())?.permissions)
      .toEqual(browser === 'firefox' ? [withCredentials, permission] : [withCredentials]);
  });

  test('a permission of a sandboxed frame is kept in Firefox alone', async () => {
    const forNull = ['Access-Control-Allow-Origin: null', methods, maxAge('600')];
    await page.open(asking(forNull, { requests: [{ ...PUT, context: 'sandboxed-iframe' }] }));
    expect(await runs()).toEqual({ ...allowed, wire: again });
    if (browser === 'firefox') {
      await expect
        .poll(async () => (await panel())?.permissions)
        .toEqual([{ ...permission, whom: 'null without credentials' }]);
    } else {
      await expect.poll(panel).toMatchObject({
        permissions: [],
        answer: expect.stringContaining(
          ' remembers nothing of this preflight. It was asked for by the origin null, and the browser keeps none for that.',
        ),
      });
    }
    expect(await runs()).toEqual({ ...allowed, wire: browser === 'firefox' ? kept : again });
  });

  test('a permission of another site is kept', async () => {
    await page.open(asking([anyOrigin, methods, maxAge('600')], { requests: [{ ...PUT, target: 'cross-site' }] }));
    expect(await runs()).toEqual({ ...allowed, wire: again });
    await expect
      .poll(async () => (await panel())?.permissions)
      .toEqual([{ ...permission, url: `${origins['cross-site']} …/orders` }]);
    let next = await runs();
    // Firefox forgets it when it looks the host up, which it does for each new connection to an IP address.
    for (let more = 0; browser === 'firefox' && next.wire.length > 1 && more < 10; more++) {
      expect(next).toEqual({ ...allowed, wire: again });
      await expect.poll(async () => (await panel())?.answer).toMatch(/ had forgotten an earlier permission /);
      next = await runs();
    }
    expect(next).toEqual({ ...allowed, wire: kept });
  });
}

for (const browser of realBrowsers) {
  test.describe(browser, () => {
    test.describe.configure({ mode: 'default', timeout: 60_000 });
    flows(browser);
  });
}
