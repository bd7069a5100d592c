import type { Scenario } from '../scenario.ts';
import { type ScenarioSpec, scenario } from '../spec.ts';
import type { Link } from '../words/language.ts';

/** What the causes are grouped by, in the order of the gallery. */
export const causeGroups = {
  origin: 'Access-Control-Allow-Origin',
  errors: 'Errors and proxies',
  preflight: 'The preflight',
  credentials: 'Credentials and cookies',
  reading: 'Reading the answer',
  redirects: 'Redirects',
  caches: 'Caches',
  page: 'The page’s own side',
  elements: 'Images, scripts, fonts and event streams',
} as const;
export type CauseGroup = keyof typeof causeGroups;

/** One real reason for which requests fail, as a scenario that shows it and another in which it is mended. */
export interface Cause<Id extends string = string> {
  /** Its address is `/gallery/<id>`, for good. */
  readonly id: Id;
  readonly group: CauseGroup;
  /** In the words that people search for. */
  readonly title: string;
  /** Other words for it: products, libraries, what people call it. Searched, not shown. */
  readonly also: readonly string[];
  /** What one sees of it, beside the console's lines. Backticks mark code, here and below. */
  readonly symptom: string;
  /** What is really wrong. One string a paragraph. */
  readonly wrong: readonly string[];
  /** What to change, in words. The lines themselves are what differs between the two scenarios. */
  readonly fix: readonly string[];
  readonly scenario: Scenario;
  /** The request that shows it. Those before it are needed first; Run sends all of them, in order. */
  readonly shown: number;
  readonly fixed: Scenario;
  /** Where people met it, or where it is specified. */
  readonly sources: readonly Link[];
}

/** A cause short of its defaults. Both scenarios take the cause's title, the second with a word added; `after` says what it has other than `before`. */
export interface CauseSpec<Id extends string> extends Omit<Cause<Id>, 'scenario' | 'fixed' | 'shown'> {
  readonly shown?: number;
  readonly before: ScenarioSpec;
  /** In full where it is said at all: a part that is left out is as before. */
  readonly after: ScenarioSpec;
}

export const cause = <const Id extends string>({ before, after, shown = 0, ...rest }: CauseSpec<Id>): Cause<Id> => ({
  ...rest,
  shown,
  scenario: scenario(rest.title, before),
  fixed: scenario(`${rest.title}: mended`, { ...before, ...after }),
});
