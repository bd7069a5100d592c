import { expect, type Page } from '@playwright/test';
import { defaultScenario } from '#cors';
import { axe } from './axe.ts';
import { LessonSheet } from './lessons/lesson-sheet.ts';
import { origins } from './origins.ts';
import { test } from './sheet.ts';

const sheetOf = (page: Page) => new LessonSheet(page);

/** A lesson whose exercise has one request, solved by its own solution. */
async function solve(page: Page, id: string) {
  const sheet = sheetOf(page);
  await sheet.open(id);
  await sheet.toExercise();
  await sheet.putSolutionIn();
  await sheet.runAll(1);
  await expect(sheet.goals).toHaveAttribute('data-goal', 'reached');
  return sheet;
}

async function answer(page: Page, id: string, choice: string) {
  const sheet = sheetOf(page);
  await sheet.open(id);
  await sheet.question.getByRole('button', { name: choice, exact: true }).click();
  await sheet.runAll(1);
  await expect(sheet.verdict).toHaveAttribute('data-view', 'observed');
  return sheet;
}

test.describe('the question', () => {
  test('tells who guessed otherwise what happened, and why', async ({ page }) => {
    const { question } = await answer(page, 'request-arrives', 'The browser holds it back');
    await expect(question.getByRole('status')).toHaveText('Not so.Observed: the request itself reaches the server.');
    await expect(question).toContainText('The server received the order and answered 201 Created.');
  });

  test('can be watched without a guess', async ({ page }) => {
    const { question } = await answer(page, 'methods', 'I only want to see it');
    await expect(question.getByRole('status')).toHaveText(
      'This is what happened.Observed: the browser keeps the answer from the page.',
    );
  });

  test('that one only wants to watch leads to Run', async ({ page }) => {
    const sheet = sheetOf(page);
    await sheet.open('methods');
    await sheet.button('I only want to see it').press('Enter');
    await expect(sheet.run).toBeFocused();
  });

  test('shows in words what the server answers to each that asks', async ({ page }) => {
    const sheet = sheetOf(page);
    await sheet.open('vary');
    await expect(sheet.question.getByRole('figure').filter({ hasText: 'What the server answers' })).toContainText(
      `Access-Control-Allow-Origin: (the origin that asks, if it is ${origins.page} or ${origins.second})`,
    );
  });

  test('lets one change one’s mind until it is run, and not after that', async ({ page }) => {
    const sheet = sheetOf(page);
    await sheet.open('origin');
    const [one, two] = [
      sheet.button('One origin: the page reads the answer'),
      sheet.button('Two origins: the browser blocks it'),
    ];
    await one.click();
    await two.click();
    await expect(one).toHaveAttribute('aria-pressed', 'false');
    await expect(two).toHaveAttribute('aria-pressed', 'true');
    await sheet.runAll(1);
    await expect(one).toBeDisabled();
    await expect(sheet.question.getByRole('status')).toContainText('You were right.');
  });

  test('is as one left it when one comes back from the exercise, and so is the exercise', async ({ page }) => {
    const sheet = await answer(page, 'no-cors', 'The page reads it');
    await sheet.button('To the exercise').click();
    await sheet.runAll(1);
    await expect(sheet.goals).toHaveAttribute('data-goal', 'missed');
    await page.getByRole('tab', { name: 'Predict' }).click();
    await expect(sheet.question.getByRole('status')).toContainText('Not so.');
    await expect(sheet.verdict).toHaveAttribute('data-code', 'opaque-no-cors');
    await sheet.toExercise();
    await expect(sheet.goals).toHaveAttribute('data-goal', 'missed');
  });
});

test('an exercise that missed shows the first request that is not as wanted', async ({ page }) => {
  const sheet = sheetOf(page);
  const [first, second] = [sheet.goals.getByRole('button').nth(0), sheet.goals.getByRole('button').nth(1)];
  await sheet.open('vary');
  await sheet.toExercise();
  await expect(first).toHaveAttribute('aria-current', 'true');
  await sheet.runAll(4);
  await expect(second).toHaveAttribute('aria-current', 'true');
  await expect(sheet.verdict).toHaveAttribute('data-code', 'acao-mismatch');
  await sheet.putSolutionIn();
  await second.click();
  await sheet.runAll(4);
  await expect(first).toHaveAttribute('aria-current', 'true');
  await expect(sheet.verdict).toHaveAttribute('data-verdict', 'readable');
});

for (const reducedMotion of ['reduce', 'no-preference'] as const) {
  test(`a result comes into view, and the focus stays on Run: motion ${reducedMotion}`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion });
    await page.setViewportSize({ width: 390, height: 500 });
    const sheet = sheetOf(page);
    await sheet.open('vary');
    const runAtThe = async (block: 'start' | 'end', count: number) => {
      await sheet.run.focus();
      await sheet.run.evaluate((run, at) => run.scrollIntoView({ block: at, behavior: 'instant' }), block);
      await sheet.runAll(count);
    };
    await sheet.button('The browser blocks it').click();
    await runAtThe('end', 2);
    await expect(sheet.question.getByRole('status')).toBeInViewport({ ratio: 1 });
    await expect(sheet.run).toBeFocused();
    await sheet.toExercise();
    await runAtThe('start', 4);
    await expect(sheet.exercise.getByRole('status').first()).toBeInViewport({ ratio: 1 });
    await expect(sheet.run).toBeFocused();
  });
}

test.describe('progress', () => {
  test('is kept, can be reset, and the reset undone', async ({ page }) => {
    await page.goto('/lessons');
    await expect(page.getByRole('link', { name: 'Begin: What an origin is' })).toHaveAttribute(
      'href',
      '/lessons/origin',
    );
    await answer(page, 'no-cors', 'The page reads it');
    await solve(page, 'elements');
    await page.goto('/lessons');
    const rows = page.getByRole('listitem');
    const whole = async () => {
      await expect(rows.filter({ hasText: 'Images, scripts and fonts' })).toContainText('solved');
      await expect(rows.filter({ hasText: 'What no-cors does' })).toContainText('exercise open');
      await expect(page.getByText('1 of 20 solved')).toBeVisible();
      await expect(page.getByRole('link', { name: 'Go on: What CORS does not protect' })).toBeVisible();
    };
    await whole();
    await page.reload();
    await whole();
    await page.getByRole('button', { name: 'Reset progress' }).click();
    await expect(page.getByText('0 of 20 solved')).toBeVisible();
    await expect(page.getByRole('link', { name: 'Begin: What an origin is' })).toBeVisible();
    await page.getByRole('button', { name: 'Undo' }).click();
    await whole();
    await page.getByRole('button', { name: 'Reset progress' }).click();
    await page.reload();
    await expect(page.getByText('0 of 20 solved')).toBeVisible();
  });

  test('that a later version wrote is passed over', async ({ page }) => {
    await page.addInitScript(() => localStorage.setItem('preflight-lessons', '{"state":{"solved":7},"version":2}'));
    await page.goto('/lessons');
    await expect(page.getByText('0 of 20 solved')).toBeVisible();
  });

  test('is not needed: a browser that stores nothing goes through a lesson', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(window, 'localStorage', {
        get() {
          throw new DOMException('Access is denied for this document.', 'SecurityError');
        },
      });
    });
    await answer(page, 'origin', 'Two origins: the browser blocks it');
    const sheet = await solve(page, 'origin');
    await expect(sheet.exercise.getByRole('link', { name: 'Next: The Same-Origin Policy' })).toBeVisible();
  });
});

test('runs of a lesson stay with it', async ({ sheet, page }) => {
  await sheet.open({ ...defaultScenario, title: 'Mine' });
  await sheet.run();
  const kept = () => page.evaluate(() => localStorage.getItem('preflight-runs'));
  const before = await kept();
  expect(before).toContain('Mine');
  await solve(page, 'no-cors');
  expect(await kept()).toBe(before);
});

test('an address without a lesson leads to all of them', async ({ page }) => {
  await page.goto('/lessons/origins');
  await expect(page.getByRole('status').first()).toHaveText(
    'There is no lesson called origins. These are all there are.',
  );
  await expect(page.getByRole('listitem').filter({ hasText: 'What an origin is' })).toBeVisible();
});

test('with the keyboard alone: a question, and an exercise to its goal', async ({ page }) => {
  const sheet = sheetOf(page);
  await sheet.open('allow-origin');
  const tabTo = async (name: string, role: 'button' | 'switch' = 'button', key = 'Tab') => {
    const wanted = page.getByRole(role, { name, exact: true }).and(page.locator(':focus'));
    for (let i = 0; i < 80 && (await wanted.count()) === 0; i++) await page.keyboard.press(key);
    await expect(wanted).toBeFocused();
  };
  await tabTo('The page reads the 404 and what it says');
  await page.keyboard.press('Enter');
  await tabTo('Run');
  await page.keyboard.press('Enter');
  await expect(sheet.question.getByRole('status')).toContainText('You were right.');
  await tabTo('To the exercise');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tab', { name: 'Exercise' })).toBeFocused();
  await tabTo('Hint 1 of 2');
  await page.keyboard.press('Enter');
  await expect(sheet.exercise).toContainText('there is a switch for Access-Control-Allow-Origin');
  await tabTo('Access-Control-Allow-Origin', 'switch');
  await page.keyboard.press('Space');
  await tabTo('Run', 'button', 'Shift+Tab');
  await page.keyboard.press('Enter');
  await expect(sheet.exercise.getByRole('status').first()).toHaveText('Goal reached.');
});

/** What a person sees on the way, and how to get there. */
const states: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  'the path': (page) => page.goto('/lessons'),
  'a question': (page) => sheetOf(page).open('vary'),
  'an answer': (page) => answer(page, 'exact-match', 'The page reads it'),
  'an exercise that missed': async (page) => {
    const sheet = sheetOf(page);
    await sheet.open('not-a-firewall');
    await sheet.toExercise();
    await sheet.runAll(3);
    await expect(sheet.goals).toHaveAttribute('data-goal', 'missed');
  },
  'an exercise that is solved': (page) => solve(page, 'simple-requests'),
};

for (const [name, arrive] of Object.entries(states)) {
  for (const theme of ['light', 'dark'] as const) {
    test(`axe finds nothing: ${name}, ${theme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: theme, reducedMotion: 'reduce' });
      await arrive(page);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await axe(page)).toEqual({ found: [], looked: true });
    });
  }
  for (const width of [320, 768]) {
    test(`${width} pixels are wide enough: ${name}`, async ({ page }) => {
      await page.setViewportSize({ width, height: 640 });
      await arrive(page);
      await page.getByRole('heading', { level: 1 }).waitFor();
      expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    });
  }
}
