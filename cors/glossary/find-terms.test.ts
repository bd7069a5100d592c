import { describe, expect, it } from 'vitest';
import { findTerms, relatedTerms } from './find-terms.ts';
import { type TermId, termOf } from './index.ts';

/** What is explained, and by which term. */
const found = (text: string): readonly [string, TermId][] =>
  findTerms(text).flatMap(({ text, term }) => (term === null ? [] : [[text, term]]));

describe('what a text has of the glossary', () => {
  it.each<[string, readonly [string, TermId][]]>([
    ['Nothing that anybody has to look up', []],
    ['', []],
    [
      'Needs a preflight: `PUT` is not safelisted',
      [
        ['preflight', 'preflight'],
        ['safelisted', 'safelisted'],
      ],
    ],
    // In any case, and in the plural.
    [
      'Preflights of other origins',
      [
        ['Preflights', 'preflight'],
        ['other origins', 'cross-origin'],
      ],
    ],
    // The longest wins.
    ['The credentials mode is `include`', [['credentials mode', 'credentials-mode']]],
    ['the preflight cache', [['preflight cache', 'preflight-cache']]],
    ['a same-origin request', [['same-origin', 'same-origin']]],
    // A word only, and not a part of one.
    ['original, unsafelisted, origin-keyed, re-origin', []],
    [
      '(origin), “site”; credentials',
      [
        ['origin', 'origin'],
        ['site', 'site'],
        ['credentials', 'credentials'],
      ],
    ],
    ['the page’s origin’s port', [['origin', 'origin']]],
    // Once a text.
    ['An origin is an origin is an origin', [['origin', 'origin']]],
    ['the answer stays opaque, as opaque responses do', [['opaque', 'opaque-response']]],
    // Code means what is written on the wire, letter by letter.
    ['`Origin` is sent', [['Origin', 'origin-header']]],
    ['with `origin` as the policy', []],
    ['`same-origin` and `cors`', []],
    [
      'Origin `null`',
      [
        ['Origin', 'origin'],
        ['null', 'opaque-origin'],
      ],
    ],
    ['`Vary: Origin`', [['Vary: Origin', 'vary']]],
    ['`Access-Control-Allow-Origin: *`', [['Access-Control-Allow-Origin: *', 'access-control-allow-origin']]],
    ['`SameSite=None; Secure`', [['SameSite=None; Secure', 'samesite']]],
    ['`X-Origin: 1`', []],
    ['`https://app.example` and `*`', [['*', 'wildcard']]],
    // Names of headers are often written without marks.
    [
      '`PUT` is not in Access-Control-Allow-Methods',
      [['Access-Control-Allow-Methods', 'access-control-allow-methods']],
    ],
    ['`no-cors` is no-cors', [['no-cors', 'no-cors']]],
  ])('%s', (text, expected) => {
    expect(found(text)).toEqual(expected);
  });

  it('keeps every letter, and what is code', () => {
    expect(findTerms('An origin: `null`, or `x`.')).toEqual([
      { text: 'An ', isCode: false, term: null },
      { text: 'origin', isCode: false, term: 'origin' },
      { text: ': ', isCode: false, term: null },
      { text: 'null', isCode: true, term: 'opaque-origin' },
      { text: ', or ', isCode: false, term: null },
      { text: 'x', isCode: true, term: null },
      { text: '.', isCode: false, term: null },
    ]);
  });
});

it('relates a term to those that its texts speak of, and not to itself', () => {
  expect(relatedTerms(termOf('allow-list'))).toEqual([
    'origin',
    'origin-header',
    'access-control-allow-origin',
    'vary',
  ]);
});
