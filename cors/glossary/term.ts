import type { lessonIds } from '../lessons/ids.ts';
import type { Link } from '../words/language.ts';

/** A word that the standards give a meaning of its own. All texts mark inline code with backticks. */
export interface Entry {
  /** What it is called. In backticks where it is written on the wire or in code. */
  readonly term: string;
  /** Other spellings of it in a text. Those in backticks are looked for in code, the others in words, in any case. */
  readonly also: readonly string[];
  /** All of it in one sentence. */
  readonly sentence: string;
  /** What is worth knowing besides. */
  readonly more?: string;
  readonly lesson: (typeof lessonIds)[number];
  /** Where it is defined. */
  readonly link: Link;
}

const link =
  (name: string, base: string) =>
  (label: string, anchor: string): Link => ({ label: `${name}: ${label}`, href: base + anchor });

export const fetchStandard = link('Fetch', 'https://fetch.spec.whatwg.org/#');
export const html = link('HTML', 'https://html.spec.whatwg.org/multipage/');
export const mdn = link('MDN', 'https://developer.mozilla.org/docs/');
