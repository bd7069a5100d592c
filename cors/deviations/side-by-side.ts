import { type DeviationKey, type Deviations, deviations } from '../browsers.ts';
import { getHeader } from '../http.ts';
import { type Browser, type BrowserState, browsers, type Outcome, type RealBrowser, realBrowsers } from '../outcome.ts';
import { deviationsAtWork } from './at-work.ts';

/** What one browser makes of a fetch, as far as the four of them do not all make the same of it. */
export interface Side {
  readonly browser: Browser;
  readonly outcome: Outcome;
  /** The methods on the wire, in order. */
  readonly wire: readonly string[];
  /** What it tells the server in headers that not all of them send so; repeated ones once. */
  readonly sends: readonly string[];
  /** The headers that the page may read, and not in all of them. */
  readonly reads: readonly string[];
  /** For how many seconds the same fetch needs no preflight again; null where it needs none anyway, or gets no further. */
  readonly kept: number | null;
}

export interface Reason {
  readonly browser: RealBrowser;
  readonly key: DeviationKey;
}

export interface SideBySide {
  readonly sides: readonly Side[];
  /** Which of their facts differ. */
  readonly differs: Readonly<Record<'verdict' | 'wire' | 'sends' | 'reads' | 'kept', boolean>>;
  readonly reasons: readonly Reason[];
}

/** Fetches by these rules, in this state. */
export type FetchBy = (rules: Deviations, state: BrowserState) => Outcome;

/** The standard and the three browsers, each from the same state; null where people and servers notice no difference. */
export function sideBySide(fetchBy: FetchBy, state: BrowserState, now: number): SideBySide | null {
  const played = browsers.map((browser) => ({ browser, ...twice(fetchBy, deviations[browser], state, now) }));
  const sends = uncommon(played.map(({ outcome }) => sentLines(outcome)));
  const reads = uncommon(played.map(({ outcome }) => (outcome.response?.headers ?? []).map(([name]) => name)));
  const sides = played.map(
    ({ browser, outcome, kept }, i): Side => ({
      browser,
      outcome,
      wire: outcome.messages.map(({ request }) => request.method),
      sends: sends[i] ?? [],
      reads: outcome.verdict === 'readable' ? (reads[i] ?? []) : [],
      kept,
    }),
  );
  const differ = (of: (side: Side) => unknown) => new Set(sides.map((side) => JSON.stringify(of(side)))).size > 1;
  const verdict = differ(({ outcome }) => outcome.verdict);
  const differs = {
    verdict,
    wire: differ(({ wire }) => wire),
    sends: differ((side) => side.sends) && !differ(({ wire }) => wire),
    reads: differ((side) => side.reads) && !verdict,
    kept: new Set(sides.map(({ kept }) => kept).filter((kept) => kept !== null)).size > 1,
  };
  if (!Object.values(differs).includes(true)) return null;
  const play = (rules: Deviations) => {
    const { outcome, again } = twice(fetchBy, rules, state, now);
    return differs.kept ? [outcome, again] : [outcome];
  };
  const reasons = realBrowsers.flatMap((browser) => deviationsAtWork(browser, play).map((key) => ({ browser, key })));
  return { sides, differs, reasons };
}

/** The departures without which this browser would block, as the standard does; empty where that is not so. */
export function lenience(browser: RealBrowser, fetchBy: FetchBy, state: BrowserState): readonly DeviationKey[] {
  const isBlocked = (rules: Deviations) => fetchBy(rules, state).verdict === 'blocked';
  const { standard, [browser]: own } = deviations;
  if (!isBlocked(standard) || isBlocked(own)) return [];
  const keys = deviationsAtWork(browser, (rules) => [fetchBy(rules, state)]);
  const needed = keys.filter((key) => isBlocked({ ...own, [key]: standard[key] }));
  return needed.length > 0 ? needed : keys;
}

/** A fetch, the same again at once, and for how long the second asks nothing. */
function twice(fetchBy: FetchBy, rules: Deviations, state: BrowserState, now: number) {
  const outcome = fetchBy(rules, state);
  const again = fetchBy(rules, outcome.state);
  const asked = again.steps.flatMap((step) => (step.code === 'preflight-cache' ? [step.facts.expires ?? now] : []));
  const until = Math.min(...asked);
  const isKeepable = asked.length > 0 && outcome.unsent === null;
  return { outcome, again, kept: isKeepable ? Math.round((until - now) / 1000) : null };
}

/** What rules decide of a request's headers, as lines. */
const decided = ['Origin', 'Cookie', 'Authorization', 'User-Agent', 'Access-Control-Request-Headers', 'Cache-Control'];

function sentLines({ messages }: Outcome): readonly string[] {
  return messages.flatMap(({ request }) =>
    decided.flatMap((name) => {
      const value = getHeader(request.headers, name);
      return value === null ? [] : [`${name}: ${value}`];
    }),
  );
}

/** Of several lists, what is not in all of them; each once. */
function uncommon(lists: readonly (readonly string[])[]): readonly (readonly string[])[] {
  return lists.map((list) => [...new Set(list)].filter((item) => !lists.every((other) => other.includes(item))));
}
