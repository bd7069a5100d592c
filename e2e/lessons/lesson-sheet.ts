import { expect, type Page, type Request } from '@playwright/test';
import { type Exchange, getHeader, resolveOrigins } from '#cors';
import type { Shown } from '../gallery/proof.ts';
import { origins } from '../origins.ts';
import { messageOf } from '../scenarios/play.ts';
import { verdictMarks } from '../sheet.ts';

/** A lesson as a person does it, and beside it what the servers themselves saw. */
export class LessonSheet {
  readonly page: Page;
  constructor(page: Page) {
    this.page = page;
  }

  get verdict() {
    return this.page.getByRole('region', { name: 'Verdict' });
  }
  get run() {
    return this.page.getByRole('button', { name: 'Run', exact: true });
  }
  get question() {
    return this.page.getByRole('region', { name: 'Question' });
  }
  get exercise() {
    return this.page.getByRole('region', { name: 'Exercise' });
  }
  get goals() {
    return this.exercise.getByRole('list', { name: 'Goals' });
  }
  get server() {
    return this.page.getByRole('region', { name: 'Server', exact: true });
  }
  button(name: string) {
    return this.page.getByRole('button', { name, exact: true });
  }

  async open(id: string) {
    await this.page.goto(`${origins.page}/lessons/${id}`);
    await this.question.waitFor();
  }
  async toExercise() {
    await this.page.getByRole('tab', { name: 'Exercise' }).click();
    await this.exercise.waitFor();
  }
  async choosePreset(name: string) {
    await this.server.getByRole('tab', { name: /^Response/ }).click();
    await this.button('Presets').click();
    await this.page.getByRole('menuitem', { name, exact: true }).click();
  }
  async putSolutionIn() {
    while (!(await this.button('Use this solution').isVisible())) {
      await this.exercise.getByRole('button', { name: /^Hint \d|^Show the solution$/ }).click();
    }
    await this.button('Use this solution').click();
  }

  /** Presses Run, and returns what the servers wrote down of each of its `count` requests. */
  async runAll(count: number): Promise<readonly (readonly Exchange[])[]> {
    const asked: URL[] = [];
    const note = (request: Request) => {
      if (/\/api\/endpoints\/[^/]+\/exchanges/.test(request.url())) asked.push(new URL(request.url()));
    };
    this.page.on('request', note);
    await this.run.click();
    await expect.poll(() => asked.length, { intervals: [20, 40, 80, 160] }).toBe(count);
    this.page.off('request', note);
    const after = asked.map((url) => Number(url.searchParams.get('after')));
    const [first] = asked;
    if (!first) throw new Error('Nothing was run');
    const answer = await this.page.request.get(first.href);
    const { exchanges }: { exchanges: readonly Exchange[] } = await answer.json();
    return after.map((from, i) =>
      exchanges.filter(({ number }) => number > from && number <= (after[i + 1] ?? Number.POSITIVE_INFINITY)),
    );
  }

  /** Which requests came to all that is wanted of them, once all were run. */
  async came(): Promise<readonly boolean[]> {
    await expect(this.goals).toHaveAttribute('data-goal', /missed|reached/);
    const rows = await this.goals.locator(':scope > li').all();
    return await Promise.all(
      rows.map(async (row) => (await row.locator('[data-state]:not([data-state=met])').count()) === 0),
    );
  }

  /** Holds each request to what it must show. `listed`: where the requests are chosen from. */
  async shows(expected: Shown, exchanges: readonly (readonly Exchange[])[], listed: 'Requests' | 'Goals') {
    for (const [i, { verdict, code, wire, received = {} }] of expected.entries()) {
      if (expected.length > 1) {
        const list =
          listed === 'Goals' ? this.goals : this.page.getByRole('region', { name: 'Requests' }).getByRole('list');
        await list.locator(':scope > li').nth(i).getByRole('button').click();
      }
      const marks = { view: 'observed', verdict, code, agrees: 'true' };
      await expect.poll(() => this.page.evaluate(verdictMarks), { message: `request ${i}` }).toEqual(marks);
      expect(exchanges[i]?.map(messageOf), `request ${i}`).toEqual(wire);
      for (const [name, values] of Object.entries(received)) {
        expect(
          exchanges[i]?.map(({ request }) => getHeader(request.headers, name)),
          `${name} of request ${i}`,
        ).toEqual(values.map((value) => value && resolveOrigins(value, origins)));
      }
    }
  }
}
