import type { Scenario } from '../scenario.ts';
import { type PlanSpec, plan, type RequestSpec, request, type ScenarioSpec, scenario } from '../spec.ts';
import type { Condition } from './condition.ts';

// Texts mark code with backticks and may hold the origin tokens of symbolic.ts, as a page shows them.

/** One answer that a person may give, and what of the run makes it the right one. */
export interface Choice {
  readonly text: string;
  readonly if: Condition;
}

/** What one is asked before one sees it happen. */
export interface Question {
  readonly scenario: Scenario;
  /** The request that it is about. Those before it are needed first; Run sends all of them, in order. */
  readonly shown: number;
  /** What goes on, and what will come of it. */
  readonly text: string;
  /** At most one of them is what happens. */
  readonly choices: readonly Choice[];
  /** The choice of which `why` speaks: that which the standard says. The run decides. */
  readonly expected: number;
  /** One string a paragraph. */
  readonly why: readonly string[];
}

/** A scenario to be changed until each of its requests comes out as is wanted. */
export interface Exercise {
  readonly goal: string;
  readonly start: Scenario;
  /** What is wanted of each request. */
  readonly wanted: readonly (readonly Condition[])[];
  /** The side that is to be changed; the other one is as it is. */
  readonly edits: 'server' | 'request';
  /** The request that is shown first. */
  readonly shown: number;
  readonly hints: readonly string[];
  readonly solution: Scenario;
}

export interface Lesson<Id extends string = string> {
  /** Its address is `/lessons/<id>`, for good. */
  readonly id: Id;
  readonly title: string;
  /** One string a paragraph. */
  readonly text: readonly string[];
  readonly question: Question;
  readonly exercise: Exercise;
}

interface LessonSpec<Id extends string> extends Pick<Lesson<Id>, 'id' | 'title' | 'text'> {
  readonly question: Omit<Question, 'scenario' | 'shown'> & {
    readonly shown?: number;
    readonly scenario: ScenarioSpec;
  };
  readonly exercise: Pick<Exercise, 'goal' | 'edits' | 'hints'> & {
    readonly shown?: number;
    readonly requests: readonly { readonly request: RequestSpec; readonly wanted: readonly Condition[] }[];
    readonly plan: PlanSpec;
    readonly solution: { readonly plan: PlanSpec } | { readonly requests: readonly RequestSpec[] };
  };
}

/** A lesson short of its defaults. The solution says the part that it changes in full. */
export const lesson = <const Id extends string>({
  id,
  title,
  text,
  question,
  exercise,
}: LessonSpec<Id>): Lesson<Id> => {
  const { goal, edits, hints, shown = 0, requests, plan: before, solution } = exercise;
  const start = scenario(title, { ...before, requests: requests.map((each) => each.request) });
  const solved =
    'plan' in solution
      ? { ...start, plan: plan(solution.plan) }
      : { ...start, requests: solution.requests.map(request) };
  return {
    id,
    title,
    text,
    question: { ...question, shown: question.shown ?? 0, scenario: scenario(title, question.scenario) },
    exercise: {
      goal,
      edits,
      hints,
      shown,
      start,
      wanted: requests.map(({ wanted }) => wanted),
      solution: solved,
    },
  };
};

/** The conditions that most lessons use. */
export const readable: Condition = { about: 'verdict', is: 'readable' };
export const blocked: Condition = { about: 'verdict', is: 'blocked' };
export const opaque: Condition = { about: 'verdict', is: 'opaque' };
export const sent: Condition = { about: 'request', is: true };
export const notSent: Condition = { about: 'request', is: false };
export const preflighted: Condition = { about: 'preflight', is: true };
export const notPreflighted: Condition = { about: 'preflight', is: false };

/** The choices of most questions: will the page read it? */
export const readOrBlocked: readonly Choice[] = [
  { text: 'The page reads it', if: readable },
  { text: 'The browser blocks it', if: blocked },
];
