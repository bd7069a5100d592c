import type { ConsoleLine } from '../console/lines.ts';
import { type FactName, type Reading, readMessage, sentencesOf } from '../console/read-message.ts';
import { type RealBrowser, realBrowsers } from '../outcome.ts';

/** What is printed for something, by browser. `network`: what Chromium's network stack prints beside it, if anything. */
export interface Source<C> {
  readonly cause: C;
  readonly printed: Readonly<Record<RealBrowser, readonly ConsoleLine[]>>;
  readonly network: string;
}

interface Printed<C> {
  readonly cause: C;
  readonly browser: RealBrowser;
  readonly lines: readonly Line[];
  readonly facts: Reading['facts'];
  /** How often Firefox adds that the request did not succeed. */
  readonly endings: number;
}

interface Line {
  readonly sentences: readonly string[];
  /** 1, and less for a line that misleads. */
  readonly part: number;
}

interface Sentence {
  /** The fewer causes print it, the more it tells. */
  readonly weight: number;
  /** Few print it, so a text without it is probably not theirs. */
  readonly rare: boolean;
  /** Longer ones that have it as a part, and say something else. */
  readonly within: readonly string[];
}

export interface MessageIndex<C> {
  readonly printed: readonly Printed<C>[];
  readonly sentences: ReadonlyMap<string, Sentence>;
}

/** A cause whose messages a text has. Equal scores: as far as the text goes, they print the same. */
export interface MessageMatch<C> {
  readonly cause: C;
  readonly score: number;
  /** The browsers whose message it is. */
  readonly browsers: readonly RealBrowser[];
}

export function indexMessages<C>(sources: readonly Source<C>[]): MessageIndex<C> {
  const printed = sources.flatMap((source) => realBrowsers.map((browser) => printedBy(source, browser)));
  const counts = new Map<string, number>();
  for (const { lines } of printed) {
    const own = new Set(lines.flatMap(({ sentences }) => sentences));
    for (const sentence of own) counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
  }
  const all = sources.flatMap((source) => Object.values(source.printed).flat());
  const wholes = all.flatMap(({ text, strong }) => {
    const told = sentencesIn(strong);
    return [...sentencesIn(text), ...told].map((whole) => ({ whole, told }));
  });
  const sentences = new Map(
    [...counts].map(([sentence, count]) => [
      sentence,
      {
        weight: 1 + Math.log2(sources.length / count + 1),
        rare: count <= sources.length / 10,
        within: longerThan(sentence, wholes),
      },
    ]),
  );
  return { printed: printed.filter(({ lines }) => lines.length > 0), sentences };
}

/** `told`: the sentences for which `whole` stands. */
const longerThan = (
  sentence: string,
  wholes: readonly { readonly whole: string; readonly told: readonly string[] }[],
): readonly string[] => [
  ...new Set(
    wholes
      .filter(({ whole, told }) => whole !== sentence && whole.includes(sentence) && !told.includes(sentence))
      .map(({ whole }) => whole),
  ),
];

const sentencesIn = (text: string): readonly string[] => sentencesOf(readMessage(text));

function printedBy<C>({ cause, printed, network }: Source<C>, browser: RealBrowser): Printed<C> {
  const lines = printed[browser];
  const text = lines.map((line) => line.text).join('\n');
  const { facts, words } = readMessage(browser === 'chromium' ? `${text}\n${network}` : text);
  return {
    cause,
    browser,
    lines: lines.map(({ strong, note }) => ({ sentences: sentencesIn(strong), part: note === undefined ? 1 : 0.5 })),
    facts,
    endings: endingsIn(words),
  };
}

const endingsIn = (words: string): number => words.split('cors request did not succeed').length - 1;

/** What each fact counts beside a sentence, where both the text and the cause's own messages have it. */
const factWeights: Readonly<Record<FactName, number>> = {
  value: 4,
  credentials: 3,
  'method case': 3,
  header: 4,
  status: 3,
  'status family': 1,
  origin: 2,
  preflight: 3,
  redirected: 3,
  api: 2,
};

/** The causes whose messages a text has, best first. */
export function matchMessages<C>(index: MessageIndex<C>, text: string): readonly MessageMatch<C>[] {
  const reading = readMessage(text);
  const found = new Set<string>();
  for (const [sentence, { within }] of index.sentences) if (has(reading.words, sentence, within)) found.add(sentence);
  if (found.size === 0) return [];
  const endings = endingsIn(reading.words);
  const best = new Map<C, { score: number; browsers: RealBrowser[] }>();
  for (const printed of index.printed) {
    const told = toldBy(printed.lines, found, index.sentences);
    if (told <= 0) continue;
    const score = rounded(told + sameFacts(printed.facts, reading.facts) + Math.min(endings, printed.endings) / 2);
    const known = best.get(printed.cause);
    if (known === undefined || score > known.score) best.set(printed.cause, { score, browsers: [printed.browser] });
    else if (score === known.score) known.browsers.push(printed.browser);
  }
  const matches = [...best].map(([cause, match]) => ({ cause, ...match })).sort((a, b) => b.score - a.score);
  const top = matches[0]?.score ?? 0;
  return matches.filter(({ score }) => score >= top / 2);
}

/** What the found sentences tell of someone who prints these lines; 0 when none of them was found. */
function toldBy(
  lines: readonly Line[],
  found: ReadonlySet<string>,
  sentences: MessageIndex<unknown>['sentences'],
): number {
  const weights = new Map<string, number>();
  let missed = 0;
  for (const [at, line] of lines.entries()) {
    const isThere = line.sentences.some((sentence) => found.has(sentence));
    for (const sentence of line.sentences) {
      const { weight = 0, rare = false } = sentences.get(sentence) ?? {};
      if (found.has(sentence)) weights.set(sentence, Math.max(line.part * weight, weights.get(sentence) ?? 0));
      else if (rare && (at > 0 || isThere)) missed += 0.5;
    }
  }
  return weights.size === 0 ? 0 : [...weights.values()].reduce((sum, weight) => sum + weight, -missed);
}

/** Whether the text says this, and not only as a part of something longer. */
const has = (words: string, sentence: string, within: readonly string[]): boolean =>
  words.includes(sentence) && within.reduce((rest, longer) => rest.replaceAll(longer, ''), words).includes(sentence);

/** Sums of the same weights are then equal, in whichever order they were added. */
const rounded = (score: number): number => Math.round(score * 1e6) / 1e6;

function sameFacts(own: Reading['facts'], given: Reading['facts']): number {
  let sum = 0;
  for (const [name, values] of own) {
    const others = given.get(name);
    if (others !== undefined && [...values].some((value) => others.has(value))) sum += factWeights[name];
  }
  return sum;
}
