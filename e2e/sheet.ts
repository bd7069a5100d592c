import { test as base, expect, type Page } from '@playwright/test';
import { type Exchange, encodeLink, type Observation, type PageResult, type Scenario } from '#cors';
import { origins } from './origins.ts';
import type { Player } from './scenarios/play.ts';

/** The page as a person uses it, and beside it what the servers themselves saw. */
export class Sheet implements Player {
  readonly page: Page;
  /** Whether the browser may remember something of this page's endpoint: a permission, a cookie, a moved address. */
  #used = true;
  #loads = 0;
  constructor(page: Page) {
    this.page = page;
  }

  get verdict() {
    return this.page.getByRole('region', { name: 'Verdict' });
  }
  get runButton() {
    return this.page.getByRole('button', { name: 'Run', exact: true });
  }

  /** Loads the page with this link. It has an endpoint of its own from then on. */
  async open(scenario: Scenario) {
    // The number makes it another document: one that differs in its hash alone would not be loaded anew.
    await this.page.goto(`${origins.page}/?${++this.#loads}#${encodeLink(scenario)}`);
    this.#used = false;
    await this.#predicted();
  }
  /** Replaces the link in the address bar of the page that is open, which keeps its endpoint. */
  async paste(scenario: Scenario) {
    await this.page.evaluate((link) => {
      location.hash = link;
    }, encodeLink(scenario));
    await this.#predicted();
  }
  /** Shows this scenario at an endpoint of which the browser remembers nothing, and does no more for it than needed. */
  async openAfresh(scenario: Scenario) {
    if (this.#used) await this.open(scenario);
    else await this.paste(scenario);
  }
  // Asked at every frame, and by selectors: expect() waits longer, and roles take Firefox four times as long.
  async #predicted() {
    await this.page.locator('section[aria-label=Verdict][data-view=prediction]').waitFor();
  }
  async select(index: number) {
    await this.page
      .getByRole('region', { name: 'Requests' })
      .getByRole('listitem')
      .nth(index)
      .getByRole('button')
      .click();
  }

  /** Presses Run, waits until its run is on the screen and kept, and returns what the servers wrote down. */
  async run(): Promise<readonly Exchange[]> {
    const before = await this.page.evaluate(newestRun);
    const asked = this.page.waitForRequest(/\/api\/endpoints\/[^/]+\/exchanges/);
    await this.runButton.click();
    const evidence = (await asked).url();
    const newest = async () => (await this.page.evaluate(newestRun))?.id;
    await expect.poll(newest, { intervals: [10, 20, 40, 80, 160] }).not.toBe(before?.id);
    const answer = await this.page.request.get(evidence);
    const { exchanges }: { exchanges: readonly Exchange[] } = await answer.json();
    this.#used ||= exchanges.some(isRemembered);
    return exchanges;
  }

  async foretellsPreflight() {
    await expect(this.page.getByRole('region', { name: 'Wire' })).toContainText('OPTIONS');
  }

  /** The verdict as the sheet marks it for tests. */
  async marked() {
    return await this.page.evaluate(verdictMarks);
  }
  /** What the last run's JavaScript got, as the page keeps it. */
  async result(): Promise<PageResult> {
    const run = await this.page.evaluate(newestRun);
    if (!run) throw new Error('Nothing was run');
    return run.observation.result;
  }
}

export function verdictMarks() {
  const region = document.querySelector<HTMLElement>('section[aria-label=Verdict]');
  const { view, verdict, code, agrees } = region?.dataset ?? {};
  return { view, verdict, code, agrees };
}

interface KeptRun {
  readonly id: string;
  readonly endpoint: string;
  readonly index: number;
  readonly observation: Pick<Observation, 'result' | 'exchanges'>;
}

/** The runs that the page has kept, newest first. One is kept once it is on the screen. */
export function keptRuns(): readonly KeptRun[] {
  return JSON.parse(localStorage.getItem('preflight-runs') ?? '{"state":{"runs":[]}}').state.runs;
}

/** The newest of them. */
export function newestRun(): KeptRun | undefined {
  return JSON.parse(localStorage.getItem('preflight-runs') ?? '{"state":{"runs":[]}}').state.runs[0];
}

/** Whether a browser may keep something of it: a permission, a cookie, a moved address. */
export const isRemembered = ({ request, response }: Exchange): boolean =>
  request.method === 'OPTIONS' ||
  response?.status !== 200 ||
  response.headers.some(([name]) => name === 'Set-Cookie') ||
  // Firefox keeps fonts.
  request.headers.some(([name, value]) => name.toLowerCase() === 'sec-fetch-dest' && value === 'font');

/** A test with a page of its own. */
export const test = base.extend<{ sheet: Sheet }>({
  sheet: async ({ page }, use) => {
    await use(new Sheet(page));
  },
});

/** Tests of one worker that share a page, which each of them opens afresh. */
export const testInTurn = base.extend<object, { sheet: Sheet }>({
  sheet: [
    async ({ browser }, use) => {
      const page = await browser.newPage({ reducedMotion: 'reduce' });
      await use(new Sheet(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});
