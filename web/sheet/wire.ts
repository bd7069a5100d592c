import { type Exchange, type Message, type Outcome, originOf, toldBy } from '#cors';
import type { View } from '../view/view.ts';
import { type Arrow, callArrow, crossing, resultArrow, unknownArrow, unsentArrow } from './arrows.ts';
import { explanationOf, tenseOf } from './shown.ts';

export interface Wire {
  /** Serialized origins, in the order in which they are asked; never empty. */
  readonly servers: readonly string[];
  readonly arrows: readonly Arrow[];
}

/** The messages as the server recorded them, which says more than the rules know, such as User-Agent. */
function recorded(messages: readonly Message[], exchanges: readonly Exchange[]): readonly Message[] {
  const left = [...exchanges];
  const matched = messages.map((message): Message => {
    const { method, url } = message.request;
    const at = left.findIndex(({ request }) => request.method === method && request.url === url);
    const [exchange] = at < 0 ? [] : left.splice(at, 1);
    return exchange ? { ...message, request: exchange.request, response: exchange.response } : message;
  });
  const unexpected = left.map(
    ({ request, response }): Message => ({ kind: 'request', hop: 0, request, response, stopped: false }),
  );
  return [...matched, ...unexpected];
}

/** What the rules tell of a view. Where they do not explain its verdict, nothing was stopped or kept back as they say. */
function tellingOf(view: View): Outcome | null {
  const explained = explanationOf(view);
  if (explained || !view.outcome) return explained;
  const messages = view.outcome.messages.map((message) => ({ ...message, stopped: false }));
  return { ...view.outcome, messages, finding: null, unsent: null };
}

/** The conversation as a list of arrows, in the order in which they happen. */
export function wireOf(view: View): Wire {
  const tense = tenseOf(view);
  const observation = view.kind === 'observed' ? view.run.observation : null;
  const told = tellingOf(view);
  const messages = recorded(told?.messages ?? [], observation?.exchanges ?? []);
  const outcome = told && { ...told, messages };
  const unsent = outcome?.unsent ?? null;
  const result = observation?.result ?? (outcome ? toldBy(outcome) : null);

  const requests = [...messages.map(({ request }) => request), ...(unsent ? [unsent] : [])];
  const asked = requests.length === 0 ? [view.call] : requests;
  const servers = [...new Set(asked.map(({ url }) => originOf(url) ?? url))];
  const serverOf = (url: string) => servers.indexOf(originOf(url) ?? url);
  const isRefused = requests.length === 0 && outcome !== null && outcome.finding !== null;

  const crossings = outcome
    ? messages.flatMap((message) => {
        const server = serverOf(message.request.url);
        // The rules expected it, but the server, whose record is whole, has not seen it.
        const isUnseen = observation?.exchanges && told?.messages.includes(message);
        if (isUnseen) return [{ ...unsentArrow(message.request, server, tense), note: 'not seen by the server' }];
        return crossing(message, view.call, outcome, server, tense);
      })
    : [unknownArrow];
  return {
    servers,
    arrows: [
      callArrow(view.call, isRefused, tense),
      ...crossings,
      ...(unsent ? [unsentArrow(unsent, serverOf(unsent.url), tense)] : []),
      ...(result ? [resultArrow(result, view.call.api)] : []),
    ],
  };
}
