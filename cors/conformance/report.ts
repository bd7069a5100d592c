import type { DeviationKey } from '../browsers.ts';
import type { FindingCode } from '../findings.ts';
import type { RealBrowser } from '../outcome.ts';
import type { Difference } from '../replay.ts';
import type { Api, Context, Scenario } from '../scenario.ts';
import type { StepCode } from '../steps.ts';
import type { CaseResult } from './judge.ts';

export interface Tally {
  readonly agreed: number;
  readonly disagreed: number;
}
type Tallies<Name extends string> = Readonly<Partial<Record<Name, Tally>>>;

/** A case in which the browser did something else than was predicted. */
export interface CaseDisagreement {
  readonly number: number;
  readonly differences: readonly (Difference & { readonly request: number })[];
  readonly scenario: Scenario;
  /** Opens it in the playground. */
  readonly link: string;
  /** The least that still disagrees; null when it agreed once it was repeated, or was not tried. */
  readonly shrunk: { readonly scenario: Scenario; readonly link: string } | null;
}

/** What a conformance run has found. */
export interface ConformanceReport {
  readonly seed: number;
  /** How many cases were asked for. */
  readonly wanted: number;
  /** `recognised`: whether its user agent string said which browser it is. */
  readonly browser: {
    readonly rules: RealBrowser;
    readonly label: string;
    readonly recognised: boolean;
    readonly userAgent: string;
  };
  /** Milliseconds since the epoch, and for how many it ran. */
  readonly at: number;
  readonly duration: number;
  readonly ended: 'running' | 'all' | 'stopped' | 'server-away';
  /** What was the matter when the server did not answer as it should. */
  readonly problem: string | null;
  readonly cases: Tally & { readonly unclear: number };
  /** Each case counts once for every rule that it reached: a step of the standard. */
  readonly rules: Tallies<StepCode>;
  /** By what decided its requests; `readable` when nothing did. */
  readonly findings: Tallies<FindingCode | 'readable'>;
  /** By those deviations without which something else would have been predicted. */
  readonly deviations: Tallies<DeviationKey>;
  /** By what asked, and from where. */
  readonly apis: Tallies<Api>;
  readonly contexts: Tallies<Context>;
  readonly disagreements: readonly CaseDisagreement[];
}

type Counts = Pick<ConformanceReport, 'cases' | 'rules' | 'findings' | 'deviations' | 'apis' | 'contexts'>;

export const emptyCounts: Counts = {
  cases: { agreed: 0, disagreed: 0, unclear: 0 },
  rules: {},
  findings: {},
  deviations: {},
  apis: {},
  contexts: {},
};

/** The counts with one more case; what is unclear counts for no rule. */
export function counted(counts: Counts, { result, ...of }: CaseResult): Counts {
  const cases = { ...counts.cases, [result]: counts.cases[result] + 1 };
  if (result === 'unclear') return { ...counts, cases };
  return {
    cases,
    rules: tallied(counts.rules, of.rules, result),
    findings: tallied(counts.findings, of.findings, result),
    deviations: tallied(counts.deviations, of.deviations, result),
    apis: tallied(counts.apis, of.apis, result),
    contexts: tallied(counts.contexts, of.contexts, result),
  };
}

function tallied<Name extends string>(
  tallies: Tallies<Name>,
  names: readonly Name[],
  result: keyof Tally,
): Tallies<Name> {
  const more: Partial<Record<Name, Tally>> = { ...tallies };
  for (const name of names) {
    const tally = tallies[name] ?? { agreed: 0, disagreed: 0 };
    more[name] = { ...tally, [result]: tally[result] + 1 };
  }
  return more;
}
