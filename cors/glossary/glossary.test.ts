import { describe, expect, it } from 'vitest';
import { lessonIds } from '../lessons/ids.ts';
import { glossary, type Term, termOf } from './index.ts';

const spellingsOf = ({ term, also }: Term) => [term, ...also];
const plain = (text: string) => text.replaceAll(/`[^`]*`/g, 'code');
const each = glossary.map((term) => ({ name: term.id, term }));

it('is in alphabetical order, whatever is code', () => {
  const all = glossary.map(({ term }) => term);
  expect(all.slice(0, 3)).toEqual([
    '`Access-Control-Allow-Credentials`',
    '`Access-Control-Allow-Headers`',
    '`Access-Control-Allow-Methods`',
  ]);
  expect(all.slice(-3)).toEqual(['user agent', '`Vary`', 'wildcard']);
});

it('knows the terms that a newcomer meets first', () => {
  const ids = glossary.map(({ id }) => id);
  expect(ids).toEqual(
    expect.arrayContaining([
      'origin',
      'site',
      'same-origin-policy',
      'cors',
      'preflight',
      'simple-request',
      'credentials',
      'opaque-response',
      'opaque-origin',
      'wildcard',
      'vary',
      'csrf',
    ]),
  );
});

it('explains a term by its id', () => {
  expect(termOf('safelisted-method').sentence).toBe(
    'The CORS-safelisted methods are `GET`, `HEAD` and `POST`, which no answer to a preflight has to list.',
  );
});

it('gives no spelling to two terms', () => {
  const all = glossary.flatMap(spellingsOf).map((spelling) => spelling.toLowerCase());
  expect(all.filter((spelling, i) => all.indexOf(spelling) !== i)).toEqual([]);
});

describe.each(each)('$name', ({ term }) => {
  it('is explained in one sentence of at most 30 words', () => {
    expect(plain(term.sentence)).toMatch(/^[A-Zc][^.!?]*\.$/);
    expect(term.sentence.split(/\s+/).length).toBeLessThanOrEqual(30);
  });

  it('is not explained by its own words alone', () => {
    const own = new Set(
      spellingsOf(term)
        .join(' ')
        .toLowerCase()
        .split(/[^a-z]+/),
    );
    const others = term.sentence
      .toLowerCase()
      .split(/[^a-z]+/)
      .filter((word) => word.length > 3 && !own.has(word));
    expect(new Set(others).size).toBeGreaterThanOrEqual(5);
  });

  it('closes what it opens, and ends what it says', () => {
    for (const text of [term.term, ...term.also, term.sentence, term.more ?? '']) {
      expect(text.split('`').length % 2).toBe(1);
    }
    if (term.more !== undefined) expect(term.more).toMatch(/\.$/);
  });

  it('leads to a lesson, and to where it is defined', () => {
    expect(lessonIds).toContain(term.lesson);
    expect(term.link.href).toMatch(/^https:\/\/[^ ]+$/);
    expect(term.link.label).not.toBe('');
  });
});
