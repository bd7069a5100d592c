import type { DecodedLink, Scenario } from '#cors';
import { titleOf } from '../state/title.ts';

/** One request of one scenario. */
export interface Slide {
  readonly title: string;
  readonly scenario: Scenario;
  /** Which of its requests. Those before it are sent first. */
  readonly index: number;
  /** What is asked of the class, in place of the question that every slide asks. Backticks mark code. */
  readonly text: readonly string[];
}

/** A link that could not be read, in place of its slide. */
export interface Unreadable {
  readonly reason: 'empty' | 'version' | 'broken';
}

/** Each request of each scenario, in order. */
export const slidesOfLinks = (links: readonly DecodedLink[]): readonly (Slide | Unreadable)[] =>
  links.flatMap<Slide | Unreadable>((link) => (link.ok ? slidesOf(link.scenario) : [{ reason: link.reason }]));

function slidesOf(scenario: Scenario): readonly Slide[] {
  const title = titleOf(scenario);
  return scenario.requests.map((_, index) => ({
    title: scenario.requests.length === 1 ? title : `${title}, ${index + 1} of ${scenario.requests.length}`,
    scenario,
    index,
    text: [],
  }));
}
