import type { LessonId } from '#cors';
import { originLessonProofs } from './origins.ts';
import type { LessonProof } from './proof.ts';

/** What each lesson must show. */
export const lessonProofs: Partial<Record<LessonId, LessonProof>> = { ...originLessonProofs };
