import {
  type Answer,
  answer,
  endpointUrl,
  getHeader,
  type HeaderLine,
  type Origins,
  type Outcome,
  type Plan,
  pageOf,
  type WireRequest,
  type WireResponse,
} from '#cors';
import type { AnswerName } from '../state/scenario.ts';
import type { View } from '../view/view.ts';
import type { Asked } from './cors-headers.ts';

/** What the rules make of the request being edited: from what really happened, where that is known. */
export const outcomeOf = (view: View): Outcome =>
  view.kind === 'observed' ? (view.outcome ?? view.prediction) : view.outcome;

/** The request that this answer is for: as it was sent, or as it would be. */
function requestFor(name: AnswerName, view: View, origins: Origins): WireRequest {
  const { messages, unsent } = outcomeOf(view);
  const kind = name === 'preflight' ? 'preflight' : 'request';
  const sent = messages.findLast((message) => message.kind === kind)?.request;
  if (sent) return sent;
  const { url, method } = view.call;
  const asked: HeaderLine = ['Origin', pageOf(view.call, origins)];
  if (name === 'response') return unsent ?? { method, url, headers: [asked], body: null };
  return {
    method: 'OPTIONS',
    url,
    headers: [asked, ['Access-Control-Request-Method', method]],
    body: null,
  };
}

/** What the plan answers here, as it crosses the wire, short of what every answer of the server carries. */
export const answerHere = (name: AnswerName, plan: Plan, view: View, origins: Origins): WireResponse =>
  answer(plan, requestFor(name, view, origins), origins);

/** Whether this answer takes its status from the plan: a library that answers by itself does not. */
export function statusCounts(name: AnswerName, plan: Plan, view: View, origins: Origins): boolean {
  const direct: Answer = { ...plan[name], redirects: [] };
  const answered = (status: number) =>
    answerHere(name, { ...plan, [name]: { ...direct, status } }, view, origins).status;
  return answered(200) !== answered(201);
}

/** What the preflight of this request asks for. */
export function askedBy(view: View, origins: Origins): Asked {
  const preflight = outcomeOf(view).messages.find(({ kind }) => kind === 'preflight')?.request;
  return {
    origins,
    method: view.call.method,
    headers: (preflight && getHeader(preflight.headers, 'Access-Control-Request-Headers')) ?? '',
  };
}

/** Why the preflight answer is not asked for, or null when it is. */
export function preflightIdle(view: View): string | null {
  const { steps, messages } = outcomeOf(view);
  if (messages.some(({ kind }) => kind === 'preflight')) return null;
  if (steps.some((step) => step.code === 'preflight-cache' && step.facts.hit))
    return 'The browser still keeps an earlier answer, so it does not ask for this one.';
  return 'This request needs no preflight, so nobody asks for this answer.';
}

/** The URL that requests of this endpoint begin with. */
export const endpointPrefix = (origin: string, id: string): string => endpointUrl(origin, id, '');
