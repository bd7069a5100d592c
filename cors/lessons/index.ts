import { furtherLessons } from './further.ts';
import type { lessonIds } from './ids.ts';
import type { Lesson } from './lesson.ts';
import { originLessons } from './origins.ts';
import { preflightLessons } from './preflights.ts';
import { readingLessons } from './reading.ts';

export type LessonId = (typeof lessonIds)[number];

/** Every lesson, in order. */
export const lessons: readonly Lesson<LessonId>[] = [
  ...originLessons,
  ...preflightLessons,
  ...readingLessons,
  ...furtherLessons,
];

export const findLesson = (id: string): Lesson<LessonId> | undefined => lessons.find((each) => each.id === id);
