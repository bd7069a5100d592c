import { describe, expect, it } from 'vitest';
import { Random } from './random.ts';

const drawn = (seed: number, number: number) => {
  const random = new Random(seed, number);
  return Array.from({ length: 5 }, () => random.below(1000));
};

describe('chance', () => {
  it('is the same for the same seed and number', () => {
    expect(drawn(1, 2)).toEqual(drawn(1, 2));
  });

  it('has nothing in common for neighbours', () => {
    const all = [drawn(1, 1), drawn(1, 2), drawn(2, 1), drawn(2, 2), drawn(0, 0)].map(String);
    expect(new Set(all).size).toBe(5);
  });

  it('is even', () => {
    const random = new Random(3, 4);
    const counts = [0, 0, 0, 0];
    for (let i = 0; i < 8000; i++) counts[random.below(4)] = (counts[random.below(4)] ?? 0) + 1;
    expect(Math.min(...counts)).toBeGreaterThan(1850);
  });

  it('heeds weights', () => {
    const random = new Random(5, 6);
    const picked = Array.from({ length: 4000 }, () =>
      random.weighted([
        [3, 'often'],
        [1, 'seldom'],
        [0, 'never'],
      ]),
    );
    const often = picked.filter((each) => each === 'often').length;
    expect(often).toBeGreaterThan(2850);
    expect(often).toBeLessThan(3150);
    expect(picked).not.toContain('never');
  });

  it('picks from something', () => {
    expect(() => new Random(1, 1).pick([])).toThrow(RangeError);
  });
});
