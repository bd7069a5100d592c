import { expect, it } from 'vitest';
import { glossary } from '#cors';
import { isAbout } from './filter.ts';

const found = (lookedFor: string) => glossary.filter((term) => isAbout(term, lookedFor)).map(({ id }) => id);

it('finds a term by its name, by another spelling, and by what is said of it', () => {
  expect(found('tainted canvas')).toEqual(['tainted-canvas']);
  expect(found('cross-site request forgery')).toEqual(['csrf']);
  expect(found('crossorigin image')).toEqual(['request-mode', 'tainted-canvas']);
});

it('minds neither case nor spaces nor the order of the words', () => {
  expect(found('  CANVAS   Tainted ')).toEqual(['tainted-canvas']);
});

it('finds every term while nothing is looked for', () => {
  expect(found('')).toHaveLength(glossary.length);
});

it('finds none where one word is nowhere', () => {
  expect(found('preflight zebra')).toEqual([]);
});
