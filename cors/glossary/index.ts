import { answers } from './answers.ts';
import { headers } from './headers.ts';
import { origins } from './origins.ts';
import { requests } from './requests.ts';
import type { Entry } from './term.ts';

const entries = { ...origins, ...requests, ...answers, ...headers };

export type TermId = keyof typeof entries;

/** A term of the glossary. `id` is its anchor on the glossary's page. */
export interface Term extends Entry {
  readonly id: TermId;
}

const byId: Readonly<Record<TermId, Entry>> = entries;
const isTermId = (id: string): id is TermId => Object.hasOwn(entries, id);

export const termOf = (id: TermId): Term => ({ id, ...byId[id] });

const written = ({ term }: Term): string => term.replaceAll('`', '');

/** Every term, in alphabetical order. */
export const glossary: readonly Term[] = Object.keys(entries)
  .filter(isTermId)
  .map(termOf)
  .sort((a, b) => written(a).localeCompare(written(b), 'en'));
