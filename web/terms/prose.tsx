import { type ReactNode, useEffect } from 'react';
import { create } from 'zustand';
import type { TermId } from '#cors';
import { Rich } from '../ui/rich.tsx';

// The glossary comes once something has been painted. Until then, and without it, the words stand there plain.
const useMarks = create<typeof import('./marks.tsx') | null>()(() => null);
let isAsked = false;

function useMarksLater() {
  useEffect(() => {
    if (isAsked) return;
    isAsked = true;
    import('./marks.tsx').then(
      (marks) => useMarks.setState(marks, true),
      () => {
        isAsked = false;
      },
    );
  }, []);
  return useMarks();
}

/** A text in which backticks mark code, and in which each term of the glossary is explained where its section first has it. */
export function Prose({ text }: { text: string }): ReactNode {
  const marks = useMarksLater();
  return marks ? <marks.MarkedProse text={text} /> : <Rich text={text} />;
}

/** A label that names a term of the glossary, maybe in other words. */
export function Term({ id, text }: { id: TermId; text: string }): ReactNode {
  const marks = useMarksLater();
  return marks ? <marks.Mark id={id} text={text} isCode={false} /> : text;
}
