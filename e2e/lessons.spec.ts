import { expect } from '@playwright/test';
import { lessons, type RealBrowser } from '#cors';
import { lessonProofs } from './lessons/index.ts';
import { LessonSheet } from './lessons/lesson-sheet.ts';
import { type Came, taughtIn } from './lessons/proof.ts';
import { testInTurn as test } from './sheet.ts';

// An exercise is run four times, by way of everything that one presses.
test.describe.configure({ timeout: 60_000 });

/** Holds the goals to what came about of each. */
async function checkGoals(sheet: LessonSheet, wanted: Came, what: string) {
  const came = await sheet.came();
  expect(
    came.map((each, i) => (wanted[i] === null ? null : each)),
    what,
  ).toEqual(wanted);
  await expect(sheet.goals).toHaveAttribute('data-goal', wanted.every((each) => each === true) ? 'reached' : 'missed');
}

for (const { id } of lessons) {
  const proof = lessonProofs[id];

  test(`${id}: the run answers the question`, async ({ sheet: { page }, browserName }) => {
    const taught = taughtIn(browserName as RealBrowser, proof);
    const sheet = new LessonSheet(page);
    await sheet.open(id);
    await expect(sheet.verdict).toHaveCount(0);
    await expect(sheet.run).toHaveCount(0);
    await sheet.question.getByRole('button', { name: taught.answer, exact: true }).click();
    const exchanges = await sheet.runAll(taught.question.length);
    await expect(sheet.question.getByRole('status')).toContainText('You were right.');
    await sheet.shows(taught.question, exchanges, 'Requests');
  });

  test(`${id}: the exercise asks for its solution, and for no less`, async ({ sheet: { page }, browserName }) => {
    const taught = taughtIn(browserName as RealBrowser, proof);
    const count = taught.solution.length;
    const sheet = new LessonSheet(page);
    await sheet.open(id);
    await sheet.toExercise();
    await sheet.runAll(count);
    expect(taught.start).toContain(false);
    await checkGoals(sheet, taught.start, 'as given');
    const presets = [
      ['Any origin', taught.anyOrigin],
      ['Whoever asks, with credentials', taught.whoeverAsks],
    ] as const;
    for (const [name, came] of presets) {
      await expect(sheet.server).toHaveCount(came === null ? 0 : 1);
      if (came === null) continue;
      await sheet.choosePreset(name);
      await sheet.runAll(count);
      await checkGoals(sheet, came, name);
      await sheet.button('Start again').click();
    }
    await sheet.putSolutionIn();
    const exchanges = await sheet.runAll(count);
    await checkGoals(
      sheet,
      taught.solution.map(() => true),
      'the solution',
    );
    await expect(sheet.exercise.getByRole('status').first()).toHaveText('Goal reached.');
    await sheet.shows(taught.solution, exchanges, 'Goals');
  });
}
