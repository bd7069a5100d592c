import { resultIn } from '../endpoint.ts';
import { getHeader, isPreflight, type WireRequest } from '../http.ts';
import type { Observation, Verdict } from '../outcome.ts';
import { observedVerdict } from '../replay.ts';
import type { Origins } from '../scenario.ts';
import { symbolizeOrigins } from '../symbolic.ts';

/** Something that the run of one request shows. */
export type Condition =
  | { readonly about: 'verdict'; readonly is: Verdict }
  /** Whether a preflight reached a server. */
  | { readonly about: 'preflight'; readonly is: boolean }
  /** Whether the request itself reached a server: anything but a preflight. */
  | { readonly about: 'request'; readonly is: boolean }
  /** How many messages reached a server, preflights and redirected requests included. */
  | { readonly about: 'messages'; readonly is: number }
  /** The status that the page read; null when it read none. */
  | { readonly about: 'status'; readonly is: number | null }
  /** Whether the page could read this response header. */
  | { readonly about: 'readable header'; readonly name: string; readonly is: boolean }
  /** What the last server asked was sent of this header, origins as tokens of symbolic.ts; null when it was not sent. */
  | { readonly about: 'request header'; readonly name: string; readonly is: string | null }
  /** Whether the last server asked was sent this cookie, beside whatever others. */
  | { readonly about: 'cookie'; readonly name: string; readonly is: boolean }
  /** Whether a shared cache answered in the server's place. */
  | { readonly about: 'cache'; readonly is: boolean }
  /** What the last server asked was sent as a body. */
  | { readonly about: 'body'; readonly is: string | null };

/** The same condition with what was really observed; null when that is not known. */
export function asObserved(condition: Condition, observation: Observation, origins: Origins): Condition | null {
  const { result, exchanges } = observation;
  const read = result.kind === 'response' && observedVerdict(result) === 'readable' ? result : null;
  switch (condition.about) {
    case 'verdict': {
      const is = observedVerdict(result);
      return is && { ...condition, is };
    }
    case 'status':
      return { ...condition, is: read?.status ?? null };
    case 'readable header':
      return { ...condition, is: read !== null && getHeader(read.headers, condition.name) !== null };
  }
  if (exchanges === null) return null;
  const last = exchanges.findLast(({ request }) => !isPreflight(request))?.request ?? null;
  switch (condition.about) {
    case 'preflight':
      return { ...condition, is: exchanges.some(({ request }) => isPreflight(request)) };
    case 'request':
      return { ...condition, is: last !== null };
    case 'messages':
      return { ...condition, is: exchanges.length };
    case 'request header': {
      const value = last && getHeader(last.headers, condition.name);
      return { ...condition, is: value === null ? null : symbolizeOrigins(value, origins) };
    }
    case 'cookie':
      return { ...condition, is: cookieNames(last).includes(condition.name) };
    case 'cache':
      return { ...condition, is: resultIn(exchanges.at(-1)?.response ?? null) === 'HIT' };
    case 'body':
      return { ...condition, is: last?.body ?? null };
  }
}

const cookieNames = (request: WireRequest | null): readonly (string | undefined)[] =>
  (request && getHeader(request.headers, 'Cookie'))?.split(';').map((pair) => pair.split('=', 1)[0]?.trim()) ?? [];

/** Whether it was so; null when that is not known. */
export function isMet(condition: Condition, observation: Observation, origins: Origins): boolean | null {
  const observed = asObserved(condition, observation, origins);
  return observed && observed.is === condition.is;
}
