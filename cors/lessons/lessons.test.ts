import { describe, expect, it } from 'vitest';
import { lessonIds } from './ids.ts';
import { findLesson, lessons } from './index.ts';

it('there is a lesson for each id, in order', () => {
  expect(lessons.map(({ id }) => id)).toEqual([...lessonIds]);
});

it('a lesson is found by its id', () => {
  expect(findLesson('vary')?.title).toBe('Caches in between');
  expect(findLesson('varying')).toBeUndefined();
});

describe.each(lessons)('$id', ({ title, text, question, exercise }) => {
  const { goal, hints, start, wanted, solution } = exercise;
  it('marks code by pairs of backticks', () => {
    const texts = [
      ...text,
      question.text,
      ...question.why,
      ...question.choices.map((choice) => choice.text),
      goal,
      ...hints,
    ];
    expect(texts.filter((each) => each.split('`').length % 2 === 0)).toEqual([]);
  });

  it('asks for one thing in several ways', () => {
    const { choices, expected, scenario, shown } = question;
    expect(choices.length).toBeGreaterThan(1);
    expect(choices[expected]).toBeDefined();
    expect(scenario.requests[shown]).toBeDefined();
    expect(new Set(choices.map((choice) => JSON.stringify(choice.if))).size).toBe(choices.length);
  });

  it('wants something of each request, and leaves the other side as it is', () => {
    expect(wanted.map((conditions) => conditions.length > 0)).toEqual(start.requests.map(() => true));
    expect(start.requests[exercise.shown]).toBeDefined();
    const [changed, kept] =
      exercise.edits === 'server' ? (['plan', 'requests'] as const) : (['requests', 'plan'] as const);
    expect(solution[changed]).not.toEqual(start[changed]);
    expect(solution[kept]).toEqual(start[kept]);
    expect(solution.title).toBe(title);
  });

  it('helps twice or more before it tells the solution', () => {
    expect(hints.length).toBeGreaterThan(1);
  });
});
