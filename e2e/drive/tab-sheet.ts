import { type Exchange, encodeLink, type PageResult, type Scenario } from '#cors';
import { origins } from '../origins.ts';
import type { Player } from '../scenarios/play.ts';
import { isRemembered, newestRun, verdictMarks } from '../sheet.ts';
import { type Tab, waitFor } from './open.ts';

const every = 10;

/** The page in a browser that Playwright does not drive. */
export class TabSheet implements Player {
  readonly #tab: Tab;
  #used = true;
  #loads = 0;
  constructor(tab: Tab) {
    this.#tab = tab;
  }

  async openAfresh(scenario: Scenario) {
    if (!this.#used) return await this.paste(scenario);
    // The number makes it another document: one that differs in its hash alone would not be loaded anew.
    await this.#tab.open(`${origins.page}/?${++this.#loads}#${encodeLink(scenario)}`);
    this.#used = false;
    await this.#predicted();
  }
  async paste(scenario: Scenario) {
    await this.#tab.evaluate(`void (location.hash = ${JSON.stringify(encodeLink(scenario))})`);
    await this.#predicted();
  }
  async #predicted() {
    await waitFor(this.#tab, `!!document.querySelector('section[aria-label=Verdict][data-view=prediction]')`, every);
  }
  async select(index: number) {
    await this.#tab.evaluate(
      `document.querySelectorAll('section[aria-label=Requests] li')[${index}].querySelector('button').click()`,
    );
  }

  async run() {
    const before = await this.#newest();
    const seen = before ? await this.#exchanges(before.endpoint, 0) : [];
    await this.#tab.evaluate(
      `[...document.querySelectorAll('button')].find((each) => each.textContent.trim() === 'Run').click()`,
    );
    await waitFor(this.#tab, `(${newestRun})()?.id !== ${JSON.stringify(before?.id)}`, every);
    const { endpoint } = (await this.#newest()) ?? { endpoint: '' };
    const after = endpoint === before?.endpoint ? (seen.at(-1)?.number ?? 0) : 0;
    const exchanges = await this.#exchanges(endpoint, after);
    this.#used ||= exchanges.some(isRemembered);
    return exchanges;
  }
  async #exchanges(endpoint: string, after: number): Promise<readonly Exchange[]> {
    const answer = await fetch(`${origins.page}/api/endpoints/${endpoint}/exchanges?after=${after}`);
    const { exchanges }: { exchanges: readonly Exchange[] } = await answer.json();
    return exchanges;
  }
  async #newest() {
    return await this.#tab.evaluate<ReturnType<typeof newestRun>>(`(${newestRun})()`);
  }

  async marked() {
    return await this.#tab.evaluate<ReturnType<typeof verdictMarks>>(`(${verdictMarks})()`);
  }
  async result(): Promise<PageResult> {
    const run = await this.#newest();
    if (!run) throw new Error('Nothing was run');
    return run.observation.result;
  }
  async foretellsPreflight() {
    const wire = 'document.querySelector("section[aria-label=Wire]")?.textContent';
    await waitFor(this.#tab, `${wire}?.includes('OPTIONS')`, every);
  }
}
