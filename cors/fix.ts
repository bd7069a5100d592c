import { toFetchCall } from './call.ts';
import { serverAt } from './endpoint.ts';
import { fetchAsBrowser } from './fetch/fetch-as-browser.ts';
import { type FindingCode, type FindingFacts, mixedUpBy } from './findings.ts';
import { type Change, changesBetween } from './fix/changes.ts';
import { type Draft, type Failed, listExtended } from './fix/draft.ts';
import { libraryDrafts } from './fix/library.ts';
import { remedies } from './fix/remedies.ts';
import type { WireRequest } from './http.ts';
import { emptyState, type Outcome } from './outcome.ts';
import type { Origins, Plan, Scenario, ScenarioRequest } from './scenario.ts';
import { emptyCache } from './shared-cache.ts';

/** `changes` are the lines that differ, to show; `plan` and `request` are what they make. */
export interface Fix {
  readonly plan: Plan;
  readonly request: ScenarioRequest;
  readonly changes: readonly Change[];
}

/** Every redirect may need a change of its own, and so may each of a few rules. */
const mostRemedies = 40;

/**
 * The smallest change after which the page can read or use the answer to the scenario's request `index`, or null when it can
 * already, or when there is no sensible one. By the standard, which is the strictest.
 */
export function fixFor(input: {
  readonly scenario: Scenario;
  readonly index: number;
  readonly outcome: Outcome;
  readonly origins: Origins;
  readonly page: string;
  readonly id: string;
}): Fix | null {
  const { scenario, index, outcome, origins, page, id } = input;
  const request = scenario.requests[index];
  if (request === undefined || outcome.verdict === 'readable') return null;

  const mixedUp = mixedUpIn(outcome);
  const tried = (draft: Draft): Outcome => {
    const server = serverAt({ plan: draft.plan, origins, cache: emptyCache, now: 0 });
    // What came in the way must not come in the way again.
    if (mixedUp !== null) server(mixedUp);
    const call = toFetchCall(draft.request, origins, id);
    return fetchAsBrowser({ call, page, server, state: emptyState, browser: 'standard', now: 0 });
  };

  const before: Draft = { plan: scenario.plan, request };
  let draft = mixedUp === null ? before : listExtended(before, 'response', 'Vary', ['Origin']);
  for (let i = 0; i < mostRemedies; i++) {
    const result = tried(draft);
    // Of a beacon nobody may read more.
    if (result.verdict === 'readable' || result.finding?.code === 'opaque-beacon') {
      const changes = changesBetween(before, draft, origins, id);
      return changes.length === 0 ? null : { ...draft, changes };
    }
    const next = improved(draft, result, origins, tried);
    if (next === null) return null;
    draft = next;
  }
  return null;
}

/** The request whose stored answer was given to this one instead, to its harm; null when none was. */
function mixedUpIn({ finding, messages }: Outcome): WireRequest | null {
  const cached = mixedUpBy(finding);
  const request = messages.at(-1)?.request;
  if (cached === null || request === undefined) return null;
  return { ...request, headers: cached.madeFor === null ? [] : [['Origin', cached.madeFor]] };
}

function improved(draft: Draft, result: Outcome, origins: Origins, tried: (draft: Draft) => Outcome): Draft | null {
  if (result.finding === null) return null;
  const isServers = result.messages.length > 0 && result.verdict === 'blocked';
  // What is answered besides CORS is not the library's.
  if (draft.plan.library === null || !isServers || result.finding.code === 'not-usable') {
    return remedyFor(result.finding, { ...draft, origins, messages: result.messages });
  }
  const asked = result.steps.find((step) => step.code === 'preflight-needed');
  const headers = asked?.code === 'preflight-needed' ? asked.facts.headers : [];
  return libraryDrafts(draft, headers).find((one) => tried(one).verdict === 'readable') ?? null;
}

function remedyFor<C extends FindingCode>(
  finding: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> },
  failed: Failed,
): Draft | null {
  const { plan, request } = remedies[finding.code](finding.facts, failed) ?? {};
  return plan === undefined || request === undefined ? null : { plan, request };
}
