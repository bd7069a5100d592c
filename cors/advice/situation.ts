import { answer } from '../answer.ts';
import type { Advice } from '../findings.ts';
import { receivedHeaders } from '../headers.ts';
import { getHeader, type HeaderLine, type WireRequest, type WireResponse } from '../http.ts';
import type { Browser, FetchCall, Outcome } from '../outcome.ts';
import type { Origins, Plan } from '../scenario.ts';

/** What an advice can look at. */
export interface Situation {
  readonly call: FetchCall;
  readonly plan: Plan;
  readonly outcome: Outcome;
  /** Serialized origin of the page. */
  readonly page: string;
  readonly browser: Browser;
  readonly origins: Origins;
  /** The last preflight's answer, if it let the request go. */
  readonly preflight: WireResponse | null;
  /** The answer to the request itself, or to its last redirect. */
  readonly response: WireResponse | null;
  /** Whether that answer had to pass the CORS check. */
  readonly cors: boolean;
  readonly include: boolean;
  /** What the same request would be answered if it came from this origin; null leaves `Origin` out. */
  readonly askedFrom: (origin: string | null) => readonly HeaderLine[];
}

/** One independent thing to look for. */
export type Check = (situation: Situation) => readonly Advice[];

export type Input = Pick<Situation, 'call' | 'plan' | 'outcome' | 'page' | 'browser' | 'origins'>;

export function situationOf(input: Input): Situation {
  const { outcome, plan, origins, call } = input;
  const preflight = outcome.messages.findLast(({ kind }) => kind === 'preflight');
  const request = outcome.messages.findLast(({ kind }) => kind === 'request');
  return {
    ...input,
    preflight: preflight === undefined || preflight.stopped ? null : preflight.response,
    response: request?.response ?? null,
    cors: request !== undefined && checkedHops(outcome).has(request.hop),
    include: call.credentials === 'include',
    askedFrom: (origin) =>
      request === undefined ? [] : receivedHeaders(answer(plan, from(request.request, origin), origins).headers),
  };
}

const checkedHops = (outcome: Outcome): ReadonlySet<number> =>
  new Set(
    outcome.steps.flatMap((step) =>
      step.code === 'cors-check' && step.result !== 'not-reached' ? [step.facts.hop] : [],
    ),
  );

function from(request: WireRequest, origin: string | null): WireRequest {
  const headers = request.headers.filter(([name]) => name.toLowerCase() !== 'origin');
  return { ...request, headers: origin === null ? headers : [...headers, ['Origin', origin]] };
}

export const allowOrigin = (headers: readonly HeaderLine[]): string | null =>
  getHeader(headers, 'Access-Control-Allow-Origin');

export const allowsCredentials = (headers: readonly HeaderLine[]): boolean =>
  getHeader(headers, 'Access-Control-Allow-Credentials') === 'true';

/** The elements of a list header, whatever they are; empty ones left out. */
export const elements = (headers: readonly HeaderLine[], name: string): readonly string[] =>
  (getHeader(headers, name) ?? '')
    .split(',')
    .map((element) => element.trim())
    .filter((element) => element !== '');
