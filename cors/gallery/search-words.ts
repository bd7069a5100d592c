import { editDistance, suggestHeaderName } from '../advice/header-names.ts';

/** What something is looked for by, each text with what a word of it counts. */
export interface Texts<C> {
  readonly cause: C;
  /** Its names: who says one of them in full means it. */
  readonly names: readonly string[];
  readonly texts: readonly (readonly [weight: number, text: string])[];
}

export interface WordIndex<C> {
  readonly causes: readonly C[];
  readonly names: ReadonlyMap<C, readonly string[]>;
  /** For each word, which causes have it and how much it says of each. */
  readonly words: ReadonlyMap<string, ReadonlyMap<C, number>>;
}

export interface WordMatch<C> {
  readonly cause: C;
  readonly score: number;
}

const longestQuery = 24;
/** Words that tell nothing, here. */
const empty = new Set(
  'a an and are as at be but by can do does for from get has have how i if in is it its my not of on or so than that the then this to was what when where why with you your cors'.split(
    ' ',
  ),
);

const partsOf = (text: string): readonly string[] => text.toLowerCase().match(/[\p{L}\p{N}_$]+|\*/gu) ?? [];

/** Words and numbers in lower case, without the s of a plural. What has hyphens is taken whole, and in its parts. */
const wordsOf = (text: string): readonly string[] => [
  ...(text.toLowerCase().match(/\w+(?:-\w+)+/g) ?? []),
  ...partsOf(text).map((word) => word.replace(/(?<=...)s$/, '')),
];

/** Delimited, so that a phrase is found at the bounds of words only. */
const phraseOf = (text: string): string => ` ${partsOf(text).join(' ')} `;

export function indexWords<C>(sources: readonly Texts<C>[]): WordIndex<C> {
  const words = new Map<string, Map<C, number>>();
  for (const { cause, texts } of sources) {
    for (const [weight, text] of texts) {
      for (const word of wordsOf(text)) {
        const holders = words.get(word) ?? new Map<C, number>();
        words.set(word, holders.set(cause, Math.max(weight, holders.get(cause) ?? 0)));
      }
    }
  }
  const names = new Map(sources.map((source) => [source.cause, source.names.map(phraseOf)]));
  return { causes: sources.map(({ cause }) => cause), names, words };
}

/** The causes that have the words of a query, best first. Words may be unfinished or a little misspelt. */
export function matchWords<C>(index: WordIndex<C>, query: string): readonly WordMatch<C>[] {
  const all = [...new Set(wordsOf(query))];
  const telling = all.filter((word) => !empty.has(word));
  const words = (telling.length > 0 ? telling : all).slice(0, longestQuery);
  const found = new Map<C, { sum: number; matched: number }>();
  for (const word of words) {
    const holders = holdersOf(index.words, word);
    const rarity = Math.log2(index.causes.length / holders.size + 1);
    for (const [cause, weight] of holders) {
      const { sum, matched } = found.get(cause) ?? { sum: 0, matched: 0 };
      found.set(cause, { sum: sum + weight * rarity, matched: matched + 1 });
    }
  }
  const phrase = phraseOf(query);
  const matches = index.causes
    .flatMap((cause) => {
      const { sum, matched } = found.get(cause) ?? { sum: 0, matched: 0 };
      const named = index.names.get(cause)?.some((name) => name.includes(phrase)) ? 1.5 : 1;
      return matched === 0 ? [] : [{ cause, score: rounded(sum * (matched / words.length) ** 2 * named) }];
    })
    .sort((a, b) => b.score - a.score);
  const top = matches[0]?.score ?? 0;
  return matches.filter(({ score }) => score >= top / 3);
}

const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

/** Who has this word, or one that begins with it, or else the one that is most like it; each with what it counts. */
function holdersOf<C>(words: WordIndex<C>['words'], word: string): ReadonlyMap<C, number> {
  const holders = new Map<C, number>();
  const gather = (known: string, likeness: number) => {
    for (const [cause, weight] of words.get(known) ?? []) {
      holders.set(cause, Math.max(holders.get(cause) ?? 0, likeness * weight));
    }
  };
  for (const known of words.keys()) {
    if (known === word) gather(known, 1);
    else if (word.length >= 2 && known.startsWith(word)) gather(known, 0.7);
  }
  if (holders.size === 0) gather(suggestedHeader(words, word) ?? mostLike(words, word) ?? '', 0.6);
  return holders;
}

/** The header that was meant, if it is looked for by anything. */
function suggestedHeader(words: ReadonlyMap<string, unknown>, word: string): string | null {
  const name = word.includes('-') ? (suggestHeaderName(word, 'response')?.toLowerCase() ?? '') : '';
  return words.has(name) ? name : null;
}

/** Of the words that differ by a slip of the keyboard, though not in the first letter: the nearest, then the most frequent. */
function mostLike(words: ReadonlyMap<string, ReadonlyMap<unknown, number>>, word: string): string | null {
  const slips = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
  let best: string | null = null;
  let least = slips + 0.5;
  for (const [known, holders] of words) {
    if (known.length < 4 || known[0] !== word[0] || Math.abs(known.length - word.length) > slips) continue;
    const distance = editDistance(word, known) - holders.size / 1e6;
    if (distance < least && distance <= slips) {
      best = known;
      least = distance;
    }
  }
  return best;
}
