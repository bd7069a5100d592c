import { expect, test } from 'vitest';
import { stepAt, untouched } from './place.ts';

test('nothing is shown before a run, and its first arrow after it', () => {
  expect(stepAt(untouched, null, 5)).toBe(0);
  expect(stepAt({ run: 'a', step: 3 }, null, 5)).toBe(0);
  expect(stepAt(untouched, 'a', 5)).toBe(1);
});

test('a slide is where one left it, until it is run again', () => {
  expect(stepAt({ run: 'a', step: 3 }, 'a', 5)).toBe(3);
  expect(stepAt({ run: 'a', step: 0 }, 'a', 5)).toBe(0);
  expect(stepAt({ run: 'a', step: 3 }, 'b', 5)).toBe(1);
});

test('whoever wants the verdict before it has run gets it with the run', () => {
  expect(stepAt({ run: 'next', step: Number.POSITIVE_INFINITY }, 'a', 5)).toBe(5);
});
