import type { LessonId } from '#cors';
import { furtherLessonProofs } from './further.ts';
import { originLessonProofs } from './origins.ts';
import { preflightLessonProofs } from './preflights.ts';
import type { LessonProof } from './proof.ts';
import { readingLessonProofs } from './reading.ts';

/** What each lesson must show. */
export const lessonProofs: Readonly<Record<LessonId, LessonProof>> = {
  ...originLessonProofs,
  ...preflightLessonProofs,
  ...readingLessonProofs,
  ...furtherLessonProofs,
};
