import { libraryRefused } from './advice/library.ts';
import * as lists from './advice/lists.ts';
import { maxAge } from './advice/max-age.ts';
import * as origins from './advice/origins.ts';
import * as result from './advice/result.ts';
import * as sides from './advice/sides.ts';
import { type Check, type Input, situationOf } from './advice/situation.ts';
import type { Advice } from './findings.ts';

const checks: readonly Check[] = [
  libraryRefused,
  origins.reflectsAnyOriginWithCredentials,
  origins.allowsNull,
  origins.insecureOriginAllowed,
  sides.headerMisspelt,
  sides.responseHeaderOnRequest,
  lists.exposeInvalid,
  lists.wildcardLiteral,
  result.methodCase,
  origins.varyOriginMissing,
  result.headersHidden,
  result.processedAnyway,
  maxAge,
];

/** About the server's own lines. A library writes its lines by itself, and nobody can change them. */
const housekeeping: readonly Check[] = [
  sides.acacPointless,
  sides.preflightHeaderOnResponse,
  sides.responseHeaderOnPreflight,
  lists.safelistedListed,
  lists.forbiddenListed,
  origins.varyPointless,
];

/** All that is worth saying about a fetch and blocks nothing: what the fetch itself met, and what the plan deserves. */
export function advise(input: Input): readonly Advice[] {
  const situation = situationOf(input);
  const asked = input.plan.library === null ? [...checks, ...housekeeping] : checks;
  return [...input.outcome.advice, ...asked.flatMap((check) => check(situation))];
}
