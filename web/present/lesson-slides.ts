import { findLesson } from '#cors';
import type { Slide } from './slides.ts';

/** A lesson's question; then its exercise as it is given, and solved. Null when there is no such lesson. */
export function slidesOfLesson(id: string): readonly Slide[] | null {
  const lesson = findLesson(id);
  if (!lesson) return null;
  const { title, question, exercise } = lesson;
  const { start, solution, shown, goal } = exercise;
  return [
    { title, scenario: question.scenario, index: question.shown, text: [question.text] },
    { title: `${title}: exercise`, scenario: start, index: shown, text: [goal] },
    { title: `${title}: solution`, scenario: solution, index: shown, text: [goal] },
  ];
}
