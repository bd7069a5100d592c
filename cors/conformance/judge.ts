import type { DeviationKey } from '../browsers.ts';
import { deviationsAtWork } from '../deviations/at-work.ts';
import type { FindingCode } from '../findings.ts';
import { emptyState, type Observation, type RealBrowser } from '../outcome.ts';
import { compare, type Difference } from '../replay.ts';
import type { Api, Context, Scenario } from '../scenario.ts';
import type { StepCode } from '../steps.ts';
import { type Foretold, type Place, predictAll } from './predict.ts';

/** What became of one case, and which rules it was about. */
export interface CaseResult {
  readonly number: number;
  /** `unclear`: the evidence of what crossed the wire is lost. */
  readonly result: 'agreed' | 'disagreed' | 'unclear';
  readonly differences: readonly (Difference & { readonly request: number })[];
  readonly rules: readonly StepCode[];
  readonly findings: readonly (FindingCode | 'readable')[];
  readonly deviations: readonly DeviationKey[];
  readonly apis: readonly Api[];
  readonly contexts: readonly Context[];
}

/** Holds what happened against what was foretold. Null stands for a request of which nothing is known. */
export function judge(
  number: number,
  foretold: readonly Foretold[],
  observations: readonly (Observation | null)[],
  atWork: readonly DeviationKey[],
): CaseResult {
  const differences = foretold.flatMap(({ outcome }, request) => {
    const observation = observations[request];
    return observation ? compare(outcome, observation).differences.map((each) => ({ ...each, request })) : [];
  });
  const isUnclear = foretold.some((_, request) => (observations[request]?.exchanges ?? null) === null);
  const outcomes = foretold.map(({ outcome }) => outcome);
  const reached = outcomes.flatMap(({ steps }) => steps.filter(({ result }) => result !== 'not-reached'));
  return {
    number,
    result: isUnclear ? 'unclear' : differences.length > 0 ? 'disagreed' : 'agreed',
    differences,
    rules: [...new Set(reached.map(({ code }) => code))],
    findings: [...new Set(outcomes.map(({ finding }) => finding?.code ?? 'readable'))],
    deviations: atWork,
    apis: [...new Set(foretold.map(({ call }) => call.api))],
    contexts: [...new Set(foretold.map(({ call }) => call.context))],
  };
}

/** The departures without which something else would be seen of this scenario: nobody sees what its last request leaves. */
export function departuresSeen(scenario: Scenario, place: Place, browser: RealBrowser): readonly DeviationKey[] {
  return deviationsAtWork(browser, (rules) =>
    predictAll(scenario, place, rules).map(({ outcome }) => ({ ...outcome, state: emptyState })),
  );
}
