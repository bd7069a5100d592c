import {
  type AdviceFacts,
  type Browser,
  browsers,
  deviations,
  type Finding,
  getHeader,
  type HeaderLine,
  type MaxAgeReading,
  type Outcome,
  type Plan,
  type PreflightCacheEntry,
  readMaxAge,
  type Scenario,
} from '#cors';
import { predict } from '../view/predict.ts';
import type { Circumstances } from '../view/view.ts';

type Given = Omit<PreflightCacheEntry, 'kind' | 'name'>;

/** What is remembered of one answer to a preflight: its entries in the CORS-preflight cache. */
export interface Permission extends Given {
  readonly methods: readonly string[];
  readonly headers: readonly string[];
}

const isOf = (given: Given, entry: PreflightCacheEntry): boolean =>
  (['url', 'origin', 'credentials', 'at'] as const).every((key) => given[key] === entry[key]);

/** The newest first. */
export function permissionsOf(entries: readonly PreflightCacheEntry[]): readonly Permission[] {
  return entries
    .filter((entry, i) => entries.findIndex((other) => isOf(other, entry)) === i)
    .map(({ kind: _, name: __, ...given }) => {
      const named = (kind: PreflightCacheEntry['kind']) =>
        entries.flatMap((entry) => (entry.kind === kind && isOf(given, entry) ? [entry.name] : []));
      return { ...given, methods: named('method'), headers: named('header') };
    })
    .toSorted((a, b) => b.at - a.at);
}

/** That a permission saves a request its preflight. */
export interface Service {
  /** Why the server would refuse that preflight, as its plan is by now; null when it would allow it again. */
  readonly refusal: Finding | null;
}

/** Asks the rules about the request with this permission and without it. Null when nothing is saved. */
export function serviceOf(given: Permission, scenario: Scenario, index: number, at: Circumstances): Service | null {
  const request = scenario.requests[index];
  if (!request) return null;
  const preflights = at.state.preflights.filter((entry) => !isOf(given, entry));
  const { outcome: kept } = predict(scenario, request, at);
  const { outcome: lost } = predict(scenario, request, { ...at, state: { ...at.state, preflights } });
  const asked = preflightsTo(given.url, lost);
  if (asked.length <= preflightsTo(given.url, kept).length) return null;
  return { refusal: asked.at(-1)?.stopped ? lost.finding : null };
}

const preflightsTo = (url: string, { messages }: Outcome) =>
  messages.filter(({ kind, request }) => kind === 'preflight' && request.url === url.split('#')[0]);

/** Access-Control-Max-Age of the last preflight that let its request go: null when not sent, undefined without one. */
export function maxAgeOf({ messages }: Outcome): string | null | undefined {
  const answer = messages.findLast(({ kind, stopped }) => kind === 'preflight' && !stopped)?.response;
  return answer ? getHeader(answer.headers, 'Access-Control-Max-Age') : undefined;
}

export type NotKept = AdviceFacts['preflight-not-kept']['because'];

/** How long a browser keeps the permission of this request. */
export interface Keeping extends MaxAgeReading {
  readonly browser: Browser;
  /** Why it keeps none, whatever the server says. */
  readonly notKept: NotKept | null;
}

const inOrder: readonly Browser[] = [...browsers.filter((browser) => browser !== 'standard'), 'standard'];

/** Each browser's way with this Access-Control-Max-Age on the answer to the request's preflight. */
export function keepings(
  maxAge: string | null,
  scenario: Scenario,
  index: number,
  at: Circumstances,
): readonly Keeping[] {
  const request = scenario.requests[index];
  if (!request) return [];
  const asked = { ...scenario, plan: allowingAll(scenario.plan) };
  return inOrder.map((browser) => {
    const { advice } = predict(asked, request, { ...at, browser, state: { preflights: [], cookies: [] } }).outcome;
    const notKept = advice.find(({ code }) => code === 'preflight-not-kept');
    return {
      browser,
      ...readMaxAge(maxAge, deviations[browser]),
      notKept: notKept?.code === 'preflight-not-kept' ? notKept.facts.because : null,
    };
  });
}

const anything: readonly HeaderLine[] = [
  ['Access-Control-Allow-Origin', '{origin}'],
  ['Access-Control-Allow-Credentials', 'true'],
  ['Access-Control-Allow-Methods', '{requested-method}'],
  ['Access-Control-Allow-Headers', '{requested-headers}'],
  ['Access-Control-Max-Age', '600'],
];

/** The plan, were nothing in question but for how long its preflight's answer is kept. */
const allowingAll = (plan: Plan): Plan => ({
  ...plan,
  library: null,
  preflight: { ...plan.preflight, status: 204, headers: anything, redirects: [] },
});
