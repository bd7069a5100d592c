import { glossary, type Term, type TermId } from './index.ts';

/** A part of a text: plain, or inline code, or a term in either. */
export interface Piece {
  readonly text: string;
  readonly isCode: boolean;
  readonly term: TermId | null;
}

const spellings = glossary.flatMap(({ id, term, also }) => [term, ...also].map((spelling) => ({ spelling, id })));
const inCode = new Map(
  spellings.filter(({ spelling }) => spelling.startsWith('`')).map(({ spelling, id }) => [spelling.slice(1, -1), id]),
);
const inWords = new Map(
  spellings.filter(({ spelling }) => !spelling.startsWith('`')).map(({ spelling, id }) => [spelling.toLowerCase(), id]),
);
// The longest first: "credentials mode" is more than credentials. A hyphen goes on with a word.
const words = new RegExp(
  `(?<![\\w-])(?:${[...inWords.keys()].sort((a, b) => b.length - a.length).join('|')})(?![\\w-])`,
  'gi',
);

function piecesOfWords(text: string): readonly Piece[] {
  const pieces: Piece[] = [];
  let end = 0;
  for (const match of text.matchAll(words)) {
    const [found] = match;
    pieces.push(
      { text: text.slice(end, match.index), isCode: false, term: null },
      { text: found, isCode: false, term: inWords.get(found.toLowerCase()) ?? null },
    );
    end = match.index + found.length;
  }
  return [...pieces, { text: text.slice(end), isCode: false, term: null }];
}

/** `Access-Control-Max-Age: 600` and `SameSite=None` are about what they begin with. */
function pieceOfCode(text: string): Piece {
  const [name = ''] = text.split(/[:=]/, 1);
  return { text, isCode: true, term: inCode.get(text) ?? inCode.get(name) ?? null };
}

/** The parts of a text in which backticks mark code; each term is told where it first occurs, and only there. */
export function findTerms(text: string): readonly Piece[] {
  const told = new Set<TermId>();
  return text
    .split('`')
    .flatMap((part, i) => (i % 2 === 1 ? [pieceOfCode(part)] : piecesOfWords(part)))
    .filter((piece) => piece.text !== '')
    .map((piece) => {
      if (piece.term === null) return piece;
      if (told.has(piece.term)) return { ...piece, term: null };
      told.add(piece.term);
      return piece;
    });
}

/** The terms that a term's own texts speak of, in the order in which they do. */
export function relatedTerms({ id, sentence, more = '' }: Term): readonly TermId[] {
  return findTerms(`${sentence} ${more}`).flatMap(({ term }) => (term === null || term === id ? [] : [term]));
}
