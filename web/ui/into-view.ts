/** Scrolls to an element, at once where the reader wants little motion. The focus stays where it is. */
export function bringIntoView(element: Element | null | undefined, block: ScrollLogicalPosition) {
  const still = matchMedia('(prefers-reduced-motion: reduce)').matches;
  element?.scrollIntoView({ block, behavior: still ? 'instant' : 'smooth' });
}
