import { useLayoutEffect } from 'react';
import { create } from 'zustand';
import type { TermId } from '#cors';

/** A term would be a button within a button there, or be announced once more. */
const nowhere = 'button, a, summary, label, [aria-live], [role=status], [role=alert]';

const sections = 'section, article';

const marks = new Map<HTMLElement, TermId>();
const useFirsts = create<ReadonlySet<HTMLElement>>()(() => new Set());

const inOrder = (a: HTMLElement, b: HTMLElement): number =>
  a.compareDocumentPosition(b) & Node.DOCUMENT_POSITION_FOLLOWING ? -1 : 1;

function sectionOf(mark: HTMLElement): Element {
  let section: Element = document.body;
  for (let one = mark.closest(sections); one; one = one.parentElement?.closest(sections) ?? null) section = one;
  return section;
}

function arrange() {
  const told = new Map<Element, Set<TermId>>();
  const firsts = [...marks]
    .sort(([a], [b]) => inOrder(a, b))
    .filter(([mark, id]) => {
      if (mark.closest(nowhere)) return false;
      const section = sectionOf(mark);
      const terms = told.get(section) ?? new Set();
      told.set(section, terms);
      return !terms.has(id) && terms.add(id);
    });
  useFirsts.setState(new Set(firsts.map(([mark]) => mark)), true);
}

let isDue = false;
function arrangeSoon() {
  if (isDue) return;
  isDue = true;
  queueMicrotask(() => {
    isDue = false;
    arrange();
  });
}

/** Whether this is where its section first has the term. The outermost `<section>` or `<article>` counts. */
export function useIsFirst(mark: HTMLElement | null, id: TermId): boolean {
  useLayoutEffect(() => {
    if (!mark) return;
    marks.set(mark, id);
    arrangeSoon();
    return () => {
      marks.delete(mark);
      arrangeSoon();
    };
  }, [mark, id]);
  return useFirsts((firsts) => mark !== null && firsts.has(mark));
}
