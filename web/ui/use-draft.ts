import { useState } from 'react';

/**
 * What is typed into a field that cannot hold just any text. Sound text is handed on, with each letter or on leaving;
 * the rest stays in the field, with what is wrong, until it is mended or the value behind it changes.
 */
export function useDraft(
  value: string,
  problemOf: (text: string) => string | null,
  commit: (text: string) => void,
  counts: 'typing' | 'leaving' = 'typing',
) {
  const [draft, setDraft] = useState<{ text: string; behind: string } | null>(null);
  const text = draft?.behind === value ? draft.text : value;
  const settle = (typed: string) => {
    if (typed === value) setDraft(null);
    else if (problemOf(typed) === null) {
      setDraft(null);
      commit(typed);
    }
  };
  return {
    text,
    problem: text === value ? null : problemOf(text),
    type: (typed: string) => {
      setDraft({ text: typed, behind: value });
      if (counts === 'typing') settle(typed);
    },
    settle: () => settle(text),
  };
}
