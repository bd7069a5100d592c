import type { Term } from '#cors';

/** Whether each word of what is looked for stands somewhere in what is said of the term. Case does not matter. */
export function isAbout({ term, also, sentence, more = '' }: Term, lookedFor: string): boolean {
  const said = [term, ...also, sentence, more].join(' ').replaceAll('`', '').toLowerCase();
  return lookedFor
    .toLowerCase()
    .split(/\s+/)
    .every((word) => said.includes(word));
}
