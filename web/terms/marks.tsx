import './terms.css';
import { createElement, Fragment, useMemo, useState } from 'react';
import { findTerms, type TermId } from '#cors';
import { codeLook } from '../ui/rich.tsx';
import { Explained } from './explained.tsx';
import { useIsFirst } from './firsts.ts';

interface MarkProps {
  readonly id: TermId;
  readonly text: string;
  readonly isCode: boolean;
}

/** A term, explained if it is the first of its section, and plain otherwise. */
export function Mark({ id, text, isCode }: MarkProps) {
  const [mark, setMark] = useState<HTMLElement | null>(null);
  const isFirst = useIsFirst(mark, id);
  const as = isCode ? 'code' : 'span';
  const look = isCode ? codeLook(text) : '';
  return (
    <span ref={setMark}>
      {isFirst ? <Explained id={id} text={text} as={as} look={look} /> : createElement(as, { className: look }, text)}
    </span>
  );
}

export function MarkedProse({ text }: { text: string }) {
  const parts = useMemo(
    () =>
      findTerms(text).map((piece) => {
        if (piece.term) return <Mark key={piece.term} id={piece.term} text={piece.text} isCode={piece.isCode} />;
        return piece.isCode ? createElement('code', { className: codeLook(piece.text) }, piece.text) : piece.text;
      }),
    [text],
  );
  return createElement(Fragment, null, ...parts);
}
