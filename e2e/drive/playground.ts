import { type Exchange, encodeLink, type PageResult, type Scenario } from '#cors';
import { origins } from '../origins.ts';
import type { Player } from '../scenarios/play.ts';
import { isRemembered, newestRun, verdictMarks } from '../sheet.ts';
import { type Tab, waitFor } from './open.ts';

/** The page as a person uses it, in whichever of the browsers, and beside it what the servers themselves saw. */
export class Playground implements Player {
  readonly tab: Tab;
  #loads = 0;
  /** The number of the last exchange that was looked at, and whether the browser may remember any of this endpoint. */
  #seen = 0;
  #used = true;
  constructor(tab: Tab) {
    this.tab = tab;
  }

  /** The value of a function that needs nothing from outside but its arguments, called in the page. */
  call<A extends readonly unknown[], T>(read: (...args: A) => T, ...args: A): Promise<T> {
    return this.tab.evaluate(`(${read})(${args.map((arg) => JSON.stringify(arg)).join()})`);
  }
  /** Asks the page until the answer is neither empty nor false. */
  until<A extends readonly unknown[], T>(read: (...args: A) => T, ...args: A): Promise<NonNullable<T>> {
    return waitFor(this.tab, `(${read})(${args.map((arg) => JSON.stringify(arg)).join()})`);
  }

  /** Loads the page with this link. It has an endpoint of its own from then on. */
  async open(scenario: Scenario): Promise<void> {
    // The number makes it another document: one that differs in its hash alone would not be loaded anew.
    await this.tab.open(`${origins.page}/?${++this.#loads}#${encodeLink(scenario)}`);
    this.#used = false;
    await this.predicted();
  }
  /** Shows this scenario at an endpoint of which the browser remembers nothing, and does no more for it than needed. */
  async openAfresh(scenario: Scenario): Promise<void> {
    await (this.#used ? this.open(scenario) : this.paste(scenario));
  }
  /** Replaces the link in the address bar of the page that is open, which keeps its endpoint. */
  async paste(scenario: Scenario): Promise<void> {
    await this.call((link) => {
      location.hash = link;
    }, encodeLink(scenario));
    await this.predicted();
  }
  async predicted(): Promise<void> {
    await this.until(() => document.querySelector('section[aria-label=Verdict][data-view=prediction]') !== null);
  }
  async select(index: number): Promise<void> {
    await this.call((nth) => {
      document.querySelectorAll<HTMLElement>('section[aria-label=Requests] li button')[nth]?.click();
    }, index);
  }
  /** Presses the button of this name, once there is one that can be seen. */
  async press(name: string): Promise<void> {
    await this.until((wanted) => {
      const buttons = [...document.querySelectorAll<HTMLElement>('button')];
      const isIt = (button: HTMLElement) => (button.ariaLabel ?? button.textContent ?? '').trim() === wanted;
      const button = buttons.find((each) => isIt(each) && each.checkVisibility());
      button?.click();
      return button !== undefined;
    }, name);
  }

  /** Presses Run, waits until its run is kept, and returns what the servers wrote down. */
  async run(): Promise<readonly Exchange[]> {
    const before = await this.call(newestRun);
    await this.press('Run');
    const run = await this.until((id) => {
      const { runs } = JSON.parse(localStorage.getItem('preflight-runs') ?? '{"state":{"runs":[]}}').state;
      return runs[0]?.id === id ? null : runs[0];
    }, before?.id);
    if (run.endpoint !== before?.endpoint) this.#seen = 0;
    const answer = await fetch(`${origins.page}/api/endpoints/${run.endpoint}/exchanges?after=${this.#seen}`);
    const { exchanges }: { exchanges: readonly Exchange[] } = await answer.json();
    this.#seen = exchanges.at(-1)?.number ?? this.#seen;
    this.#used ||= exchanges.some(isRemembered);
    return exchanges;
  }

  /** The verdict as the sheet marks it for tests. */
  marked() {
    return this.call(verdictMarks);
  }
  async result(): Promise<PageResult> {
    const run = await this.call(newestRun);
    if (!run) throw new Error('Nothing was run');
    return run.observation.result;
  }
  async foretellsPreflight(): Promise<void> {
    await this.until(() => document.querySelector('section[aria-label=Wire]')?.textContent?.includes('OPTIONS'));
  }
}
