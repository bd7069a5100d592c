import { answer } from './answer.ts';
import type { CachedFacts, Finding } from './findings.ts';
import { getHeader, type WireRequest, type WireResponse } from './http.ts';
import type { Message, Outcome, Server } from './outcome.ts';
import type { Origins, Plan } from './scenario.ts';
import {
  type Answered,
  type CacheResult,
  emptyCache,
  type SharedCache,
  storedFor,
  throughCache,
} from './shared-cache.ts';
import type { Step } from './steps.ts';

/** An endpoint: the plan that it answers by, and what the cache in front of it keeps. `now` in milliseconds. */
export interface Endpoint {
  readonly plan: Plan;
  readonly origins: Origins;
  readonly cache: SharedCache;
  readonly now: number;
}

/** What it answers to one request, and what its cache keeps then. Without a cache, `answer`. */
export function answerAt({ plan, origins, cache, now }: Endpoint, request: WireRequest): Omit<Answered, 'result'> {
  const ask = () => answer(plan, request, origins);
  return plan.cache ? throughCache(cache, request, now, ask) : { response: ask(), hit: null, cache };
}

/** The endpoint as the rules ask it: each request meets the cache as the one before has left it. */
export function serverAt(endpoint: Endpoint): Server {
  let { cache } = endpoint;
  return (request) => {
    const answered = answerAt({ ...endpoint, cache }, request);
    cache = answered.cache;
    return answered.response;
  };
}

/**
 * What `fetch` comes to at this endpoint, as it was before. `server` is what answers: the endpoint itself, or what was
 * recorded there. Where the cache answered, the outcome says so.
 */
export function fetchedAt(
  endpoint: Endpoint,
  fetch: (server: Server) => Outcome,
  server: Server = serverAt(endpoint),
): Outcome {
  const outcome = fetch(server);
  if (!endpoint.plan.cache) return outcome;
  const messages = outcome.messages.map((message): Message => ({ ...message, cache: resultIn(message.response) }));
  const told: Outcome = { ...outcome, messages };
  const last = messages.at(-1);
  const stored = last?.cache === 'HIT' ? storedFor(endpoint.cache, last.request, endpoint.now) : null;
  if (stored === null) return told;
  const direct = fetch(serverAt({ ...endpoint, plan: { ...endpoint.plan, cache: false } }));
  const isCause = outcome.verdict === 'blocked' && direct.verdict !== 'blocked';
  const cached: CachedFacts = {
    madeFor: stored.madeFor,
    seconds: Math.floor((endpoint.now - stored.at) / 1000),
    isCause,
  };
  return {
    ...told,
    finding: outcome.finding && blaming(outcome.finding, cached),
    steps: outcome.steps.map((step) => sentTo(step, last?.hop)),
    advice: isCause ? outcome.advice : [...outcome.advice, { code: 'served-from-shared-cache', facts: cached }],
  };
}

/** What the cache in front says of itself, in the last line of this name: a plan may have one of its own before it. */
export function resultIn(response: WireResponse | null): CacheResult {
  const value = response && getHeader(response.headers.toReversed(), 'X-Cache')?.split(', ', 1)[0];
  return value === 'HIT' || value === 'MISS' ? value : 'PASS';
}

function blaming(finding: Finding, cached: CachedFacts): Finding {
  switch (finding.code) {
    case 'acao-missing':
      return { ...finding, facts: { ...finding.facts, cached } };
    case 'acao-mismatch':
      return { ...finding, facts: { ...finding.facts, cached } };
    case 'opaque-no-cors':
      return { ...finding, facts: { ...finding.facts, cached } };
    default:
      return finding;
  }
}

const sentTo = (step: Step, hop: number | undefined): Step =>
  step.code === 'send' && step.result === 'passed' && step.facts.hop === hop
    ? { ...step, facts: { ...step.facts, cached: true } }
    : step;

/** What its cache keeps after these messages; each was answered so many milliseconds after `endpoint.now`. */
export function cacheAfter(
  endpoint: Endpoint,
  messages: readonly (Pick<Message, 'request'> & { after: number })[],
): SharedCache {
  return messages.reduce(
    (cache, { request, after }) => answerAt({ ...endpoint, cache, now: endpoint.now + after }, request).cache,
    endpoint.plan.cache ? endpoint.cache : emptyCache,
  );
}
