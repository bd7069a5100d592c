import { describe, expect, test } from 'vitest';
import { wordDiff } from './word-diff.ts';

const marked = (before: string, after: string) =>
  wordDiff(before, after)
    .map(({ text, isNew }) => (isNew ? `[${text}]` : text))
    .join('');

describe('what is new in a line', () => {
  test.each([
    ['', 'Access-Control-Allow-Origin: *', '[Access-Control-Allow-Origin: *]'],
    ['Allow: content-type', 'Allow: content-type, x-token', 'Allow: content-type, [x-token]'],
    ['Allow: a, c', 'Allow: a, b, c', 'Allow: a, [b, ]c'],
    ['Allow: True', 'Allow: true', 'Allow: [true]'],
    ['credentials: "include"', 'credentials: "omit"', 'credentials: ["omit"]'],
    ['same', 'same', 'same'],
    ['a b', 'a', 'a'],
  ])('%j becomes %j', (before, after, expected) => {
    expect(marked(before, after)).toBe(expected);
  });
});
