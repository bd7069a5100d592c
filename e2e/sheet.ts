import { test as base, expect, type Page } from '@playwright/test';
import { type Exchange, encodeLink, type PageResult, type Scenario } from '#cors';
import { origins } from './origins.ts';

/** The page as a person uses it, and beside it what the servers themselves saw. */
export class Sheet {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get verdict() {
    return this.page.getByRole('region', { name: 'Verdict' });
  }
  get runButton() {
    return this.page.getByRole('button', { name: 'Run', exact: true });
  }

  /** Loads the page anew with this link, and so with an endpoint of its own. */
  async load(scenario: Scenario) {
    await this.page.goto('about:blank');
    await this.open(scenario);
  }
  /** Opens a link as if it were pasted into the address bar; a page that is there stays. */
  async open(scenario: Scenario) {
    await this.page.goto(`${origins.page}/#${encodeLink(scenario)}`);
  }
  async select(index: number) {
    await this.page
      .getByRole('region', { name: 'Requests' })
      .getByRole('listitem')
      .nth(index)
      .getByRole('button')
      .click();
  }

  /** Presses Run, waits until it is over, and returns what the servers wrote down. */
  async run(): Promise<readonly Exchange[]> {
    const asked = this.page.waitForRequest(/\/api\/endpoints\/[^/]+\/exchanges/);
    await this.runButton.click();
    const request = await asked;
    await request.response();
    await expect(this.runButton).toBeVisible();
    const evidence = await this.page.request.get(request.url());
    return (await evidence.json()).exchanges;
  }

  /** The verdict as the sheet marks it for tests. */
  async marked() {
    return await this.verdict.evaluate(({ dataset: { view, verdict, code, agrees } }: HTMLElement) => ({
      view,
      verdict,
      code,
      agrees,
    }));
  }
  /** What the last run's JavaScript got, as the page keeps it. */
  async result(): Promise<PageResult> {
    return await this.page.evaluate(
      () => JSON.parse(localStorage.getItem('preflight-runs') ?? '').state.runs[0].observation.result,
    );
  }
}

/** One page for all scenarios of a worker: each of them loads it anew. */
export const test = base.extend<object, { sheet: Sheet }>({
  sheet: [
    async ({ browser }, use) => {
      const page = await browser.newPage();
      await use(new Sheet(page));
      await page.close();
    },
    { scope: 'worker' },
  ],
});
