import { mismatchHint } from '../fetch/cors-check.ts';
import { parseUrl } from '../origin.ts';

/** What can differ between two messages that say the same. */
export const factNames = [
  'value',
  'credentials',
  'method case',
  'header',
  'status',
  'status family',
  'origin',
  'preflight',
  'redirected',
  'api',
] as const;
export type FactName = (typeof factNames)[number];

/** Console text, taken apart. */
export interface Reading {
  /** What stays when all that differs is taken out, in lower case. A gap stands for what was there. */
  readonly words: string;
  /** What was taken out. */
  readonly facts: ReadonlyMap<FactName, ReadonlySet<string>>;
}

export const gap = '\0';

type Captured = 'value' | 'credentials' | 'method' | 'header' | 'status' | 'origin' | 'text';

/** Where consoles put what differs. Quotes are straight by then. */
const places: readonly (readonly [Captured, RegExp])[] = [
  ['value', /(?<=contains multiple values ').*?(?=', but only one)/g],
  ['value', /(?<=contains the invalid value ').*?(?='(?:\.|$))/g],
  ['value', /(?<=has a value ').*?(?=' that is not equal)/g],
  ['value', /(?<=does not match ').*?(?='(?:\)|$))/g],
  ['credentials', /(?<=header in the response is ').*?(?=' which must be)/g],
  ['method', /(?<=\bMethod )\S+(?= is not allowed)/g],
  [
    'method',
    /(?<=\bInvalid request method )[^\s.]+|(?<=')\S+(?=' is not a valid HTTP method|' HTTP method is unsupp)/g,
  ],
  ['header', /(?<=Request header field )\S+(?= is not allowed)/g],
  ['header', /(?<=\bheader ')[^' ]+(?=' is not allowed according)/g],
  ['text', /(?<=invalid token ').*?(?=' in CORS header)/g],
  ['text', /(?<=has an invalid value: ).*?(?= \[Error\]| (?:Fetch API|XMLHttpRequest|EventSource) cannot load|$)/g],
  ['origin', /(?<=\bOrigin )\S+(?= is not allowed by)/g],
  ['origin', /(?<=\bfrom origin ')[^']*(?=')/g],
  ['status', /(?<=Status code: )\d+/g],
  ['status', /(?<=net::ERR_FAILED )\d{3}\b/g],
  ['text', /\b[a-z][a-z\d+.-]*:\/\/[^\s'"<>)]*[^\s'"<>).,;:]|\bdata:[^\s'"<>)]+/gi],
];

/** Takes console text apart: one message, or as much as was copied. */
export function readMessage(text: string): Reading {
  const plain = straightened(text);
  const facts = new Map<FactName, Set<string>>();
  const add = (name: FactName, value: string) => facts.set(name, (facts.get(name) ?? new Set()).add(value));
  let words = '';
  let end = 0;
  let origin: string | null = null;
  for (const [start, kind, taken] of capturesOf(plain)) {
    if (start < end) continue;
    words += plain.slice(end, start) + gap;
    end = start + taken.length;
    if (kind === 'origin') origin = taken;
    for (const [name, value] of factsOf(kind, taken, origin)) add(name, value);
  }
  words += plain.slice(end);
  for (const [name, value] of framesOf(words)) add(name, value);
  return { words: words.toLowerCase(), facts };
}

/** The sentences of what a console prints, each as `Reading.words` has it. */
export const sentencesOf = ({ words }: Reading): readonly string[] =>
  words
    .split(/\. |\.$/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence.replaceAll(gap, '').length >= 10);

const straightened = (text: string): string =>
  text
    .replace(/[\u2018\u2019\u201a\u201b\u2032]/g, "'")
    .replace(/[\u201c\u201d\u201e\u201f\u2033]/g, '"')
    .replace(/[`\u200b\ufeff]/g, '')
    .replace(/-\s*\n\s*/g, '-')
    .replace(/\s+/g, ' ')
    .trim();

function capturesOf(text: string): readonly (readonly [start: number, kind: Captured, taken: string])[] {
  const captures = places.flatMap(([kind, pattern]) =>
    [...text.matchAll(pattern)].map((match) => [match.index, kind, match[0]] as const),
  );
  // What is longer at the same place was looked for first.
  return captures.sort((a, b) => a[0] - b[0]);
}

function factsOf(kind: Captured, taken: string, origin: string | null): readonly (readonly [FactName, string])[] {
  switch (kind) {
    case 'value':
      return [['value', shapeOf(taken, origin)]];
    case 'credentials':
      return [['credentials', taken]];
    case 'method':
      return [['method case', taken === taken.toUpperCase() ? 'upper' : 'lower']];
    case 'header':
      return [['header', familyOf(taken.toLowerCase())]];
    case 'status':
      return [
        ['status', taken],
        ['status family', taken.charAt(0)],
      ];
    case 'origin':
      return [['origin', taken === 'null' ? 'null' : 'named']];
    case 'text':
      return [];
  }
}

/** Names that begin with `x-` are somebody's own, one as good as another. */
const familyOf = (name: string): string => (name.startsWith('x-') && name !== 'x-requested-with' ? 'own' : name);

/** What the sentences around a reason tell: Chromium's always do, WebKit's where they speak of it. */
function* framesOf(words: string): Iterable<readonly [FactName, string]> {
  for (const [, api = '', redirected, preflight] of words.matchAll(
    /Access to (\S+) at '\0'( \(redirected from)?.*? blocked by CORS policy: (Response to preflight)?/g,
  )) {
    yield ['api', asked(api)];
    yield ['redirected', redirected ? 'yes' : 'no'];
    yield ['preflight', preflight ? 'yes' : 'no'];
  }
  for (const [, api, element] of words.matchAll(/(Fetch API|\w+) cannot load|Cannot load (image)/g)) {
    yield ['api', asked(api ?? element ?? '')];
  }
  if (words.includes('Cross-origin redirection to')) yield ['redirected', 'webkit'];
}

/** A library may use either, and people seldom know which. */
const asked = (api: string): string => (['Fetch API', 'XMLHttpRequest'].includes(api) ? 'fetch' : api);

/** What is wrong with a value of Access-Control-Allow-Origin, short of the names in it. Not every console tells the origin. */
function shapeOf(value: string, origin: string | null): string {
  if (/[\s,]/.test(value))
    return value
      .split(/[\s,]+/)
      .map((each) => shapeOf(each, origin))
      .join(' ');
  if (value === '' || value === '*' || value === 'null') return value;
  if (/["']/.test(value)) return 'quoted';
  if (/[\\^|()[\]]/.test(value)) return 'pattern';
  if (/[${}%<]/.test(value)) return 'variable';
  if (!value.includes('//')) return /[.:]/.test(value) ? 'scheme-missing' : 'word';
  const own = parseUrl(value.replaceAll('*', 'x'))?.origin;
  if (own === undefined) return 'invalid';
  if (origin !== null)
    return value.replace('//www.', '//') === origin.replace('//www.', '//') ? 'www' : mismatchHint(value, origin);
  return value === own ? 'origin' : mismatchHint(value, own);
}
