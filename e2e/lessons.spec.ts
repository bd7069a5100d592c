import { expect } from '@playwright/test';
import { type Lesson, lessons, type RealBrowser } from '#cors';
import { lessonProofs } from './lessons/index.ts';
import { LessonSheet } from './lessons/lesson-sheet.ts';
import { taughtIn } from './lessons/proof.ts';
import { testInTurn as test } from './sheet.ts';

// An exercise is run four times, by way of everything that one presses.
test.describe.configure({ timeout: 60_000 });

const reached = (lesson: Lesson) => lesson.exercise.wanted.map(() => true);

for (const lesson of lessons) {
  const { id } = lesson;
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
    expect(await sheet.came(), 'as given').toEqual(taught.start);
    await expect(sheet.goals).toHaveAttribute('data-goal', 'missed');
    const presets = [
      ['Any origin', taught.anyOrigin],
      ['Whoever asks, with credentials', taught.whoeverAsks],
    ] as const;
    for (const [name, came] of presets) {
      await expect(sheet.server).toHaveCount(came === null ? 0 : 1);
      if (came === null) continue;
      await sheet.choosePreset(name);
      await sheet.runAll(count);
      expect(await sheet.came(), name).toEqual(came);
      await sheet.button('Start again').click();
    }
    await sheet.putSolutionIn();
    const exchanges = await sheet.runAll(count);
    expect(await sheet.came(), 'the solution').toEqual(reached(lesson));
    await expect(sheet.exercise.getByRole('status').first()).toHaveText('Goal reached.');
    await sheet.shows(taught.solution, exchanges, 'Goals');
  });
}
