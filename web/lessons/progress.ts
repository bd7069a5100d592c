import { create } from 'zustand';
import { persist } from 'zustand/middleware';
import type { LessonId } from '#cors';
import { kept } from '../state/kept.ts';

interface Kept {
  /** The lessons whose question was put to the browser, and those whose exercise reached its goal. */
  readonly seen: readonly LessonId[];
  readonly solved: readonly LessonId[];
  /** The lesson that was opened last. */
  readonly last: LessonId | null;
}

interface Progress extends Kept {
  lessonOpened(id: LessonId): void;
  questionAnswered(id: LessonId): void;
  goalReached(id: LessonId): void;
  progressReset(): void;
  progressRestored(kept: Kept): void;
}

const none: Kept = { seen: [], solved: [], last: null };
const withId = (ids: readonly LessonId[], id: LessonId) => (ids.includes(id) ? ids : [...ids, id]);

/** How far one has come. Nothing depends on it: every lesson is open at any time. */
export const useProgress = create<Progress>()(
  persist(
    (set) => ({
      ...none,
      lessonOpened: (last) => set({ last }),
      questionAnswered: (id) => set(({ seen }) => ({ seen: withId(seen, id) })),
      goalReached: (id) => set(({ solved }) => ({ solved: withId(solved, id) })),
      progressReset: () => set(none),
      progressRestored: ({ seen, solved, last }) => set({ seen, solved, last }),
    }),
    {
      name: 'preflight-lessons',
      version: 1,
      storage: kept(),
      partialize: ({ seen, solved, last }) => ({ seen, solved, last }),
    },
  ),
);
