import { readMessage } from '../console/read-message.ts';
import type { FindingCode } from '../findings.ts';
import { type RealBrowser, realBrowsers } from '../outcome.ts';
import type { Origins } from '../scenario.ts';
import { type Cause, causeGroups } from './cause.ts';
import { type CauseId, gallery } from './index.ts';
import { foretellShown, printed } from './prints.ts';
import { indexMessages, type MessageIndex, matchMessages, type Source } from './search-messages.ts';
import { indexWords, matchWords, type Texts, type WordIndex } from './search-words.ts';

type Entry = Cause<CauseId>;

interface Indexes {
  readonly messages: MessageIndex<Entry>;
  readonly words: WordIndex<Entry>;
}

/** All that the gallery can be searched by, in one deployment. */
export type CauseIndex = () => Indexes;

/** A cause that was found. */
export interface FoundCause {
  readonly cause: Entry;
  /** From 1. Causes of one rank fit equally well: from their messages nobody can tell them apart. */
  readonly rank: number;
  /** `message`: the query has console text that a browser prints for this cause. */
  readonly because: 'message' | 'words';
  /** Whose text that is; none when it was found by its words. */
  readonly browsers: readonly RealBrowser[];
}

/** Derived from the gallery's scenarios when something is first looked for: that takes some tenths of a second. */
export function causeIndex(origins: Origins): CauseIndex {
  let made: Indexes | null = null;
  return () => {
    made ??= indexesOf(gallery.map((cause) => shownBy(cause, origins)));
    return made;
  };
}

const indexesOf = (shown: readonly Shown[]): Indexes => ({
  messages: indexMessages(shown),
  words: indexWords(shown.map(textsOf)),
});

/** Characters of a query that are read. What one console says of one request is far less. */
const longestQuery = 10_000;

/**
 * The causes that fit a query, best first, and within a rank in the order of the gallery: by console text wherever the
 * query holds some, and else by its words. An empty query finds none.
 */
export function searchCauses(index: CauseIndex, whole: string): readonly FoundCause[] {
  const query = whole.slice(0, longestQuery);
  if (query.trim() === '') return [];
  const indexes = index();
  const messages = matchMessages(indexes.messages, query);
  return messages.length > 0
    ? ranked(messages).map(([rank, { cause, browsers }]) => ({ cause, rank, because: 'message', browsers }))
    : ranked(matchWords(indexes.words, query)).map(([rank, { cause }]) => ({
        cause,
        rank,
        because: 'words',
        browsers: [],
      }));
}

/** Equal scores share a rank. */
function ranked<M extends { readonly score: number }>(sorted: readonly M[]): readonly (readonly [rank: number, M])[] {
  const scores = [...new Set(sorted.map(({ score }) => score))];
  return sorted.map((match) => [scores.indexOf(match.score) + 1, match]);
}

// Its name is in no message, once URLs are taken out.
const endpoint = 'AAAAAAAAAAAAAAAA';

/** What a cause is found by. */
interface Shown extends Source<Entry> {
  readonly code: FindingCode | '';
}

function shownBy(cause: Entry, origins: Origins): Shown {
  const inBrowser = (browser: RealBrowser) => {
    const foretold = foretellShown(cause, origins, endpoint, browser);
    return { outcome: foretold?.outcome, lines: foretold ? printed(foretold, origins, browser) : [] };
  };
  const { outcome, lines } = inBrowser('chromium');
  const last = outcome?.messages.at(-1);
  return {
    cause,
    code: outcome?.finding?.code ?? '',
    printed: { chromium: lines, firefox: inBrowser('firefox').lines, webkit: inBrowser('webkit').lines },
    // Of a request whose answer it refuses, DevTools print the status. Of a preflight they do not.
    network: last?.kind === 'request' && last.response !== null ? `net::ERR_FAILED ${last.response.status}` : '',
  };
}

function textsOf({ cause, printed, code }: Shown): Texts<Entry> {
  const { title, also, id, group, symptom, wrong, fix, scenario } = cause;
  const { requests, plan } = scenario;
  const names = [
    ...requests.flatMap(({ method, headers }) => [method, ...headers.map(([name]) => name)]),
    ...[plan.preflight, plan.response].flatMap(({ status, headers }) => [status, ...headers.map(([name]) => name)]),
    plan.library?.name ?? '',
  ];
  const said = new Set(realBrowsers.flatMap((browser) => printed[browser].map(({ strong }) => strong)));
  return {
    cause,
    names: [title, ...also],
    texts: [
      [6, title],
      ...also.map((text) => [5, text] as const),
      [3, `${id} ${names.join(' ')}`],
      [2, `${code} ${causeGroups[group]}`],
      [1.5, [...said].map((strong) => readMessage(strong).words).join(' ')],
      [1, [symptom, ...wrong, ...fix].join(' ')],
    ],
  };
}
