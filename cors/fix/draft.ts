import { asAsked } from '../ask.ts';
import type { HeaderLine } from '../http.ts';
import type { Message } from '../outcome.ts';
import type { Answer, Origins, Plan, ScenarioRequest } from '../scenario.ts';

/** A plan and a request on their way to a readable answer. */
export interface Draft {
  readonly plan: Plan;
  readonly request: ScenarioRequest;
}

/** A draft that failed, and how. */
export interface Failed extends Draft {
  readonly origins: Origins;
  readonly messages: readonly Message[];
}

export type AnswerName = 'preflight' | 'response';

export const answerChanged = (draft: Draft, where: AnswerName, change: Partial<Answer>): Draft => ({
  ...draft,
  plan: { ...draft.plan, [where]: { ...draft.plan[where], ...change } },
});

export const requestChanged = (draft: Draft, change: Partial<ScenarioRequest>): Draft => ({
  ...draft,
  request: { ...draft.request, ...change },
});

export const hasName =
  (name: string) =>
  ([other]: HeaderLine): boolean =>
    other.toLowerCase() === name.toLowerCase();

/** The header once, with this value: the line that has it already, or in place of the first, or at the end. */
export function headerSet(draft: Draft, where: AnswerName, name: string, value: string): Draft {
  const { headers } = draft.plan[where];
  const same = headers.findIndex((line) => hasName(name)(line) && line[1] === value);
  const first = same < 0 ? headers.findIndex(hasName(name)) : same;
  if (first < 0) return answerChanged(draft, where, { headers: [...headers, [name, value]] });
  const set = headers.flatMap((line, i): readonly HeaderLine[] =>
    i === first ? [[line[0], value]] : hasName(name)(line) ? [] : [line],
  );
  return answerChanged(draft, where, { headers: set });
}

/** The names added to the header's first line. A `*` that is no wildcard gives way to them. */
export function listExtended(draft: Draft, where: AnswerName, name: string, names: readonly string[]): Draft {
  const { headers } = draft.plan[where];
  const first = headers.find(hasName(name));
  const isDead = first === undefined || first[1].trim() === '' || (first[1].trim() === '*' && isCredentialed(draft));
  const value = isDead ? names.join(', ') : `${first[1]}, ${names.join(', ')}`;
  if (first === undefined) return headerSet(draft, where, name, value);
  // A token without a value takes its whole line away.
  if (value.includes('{')) return answerChanged(draft, where, { headers: [...headers, [name, names.join(', ')]] });
  const extended = headers.map((line): HeaderLine => (line === first ? [line[0], value] : line));
  return answerChanged(draft, where, { headers: extended });
}

export const isCredentialed = ({ request }: Draft): boolean => asAsked(request).credentials === 'include';
