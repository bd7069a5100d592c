import { createElement, Fragment } from 'react';

/** Up to so many characters, which is about the longest CORS header, code is kept on one line where there is room. */
const short = 40;

export const codeLook = (code: string): string => (code.length <= short ? 'whole' : '');

/** A sentence in which backticks mark what travels on the wire. */
export function Rich({ text }: { text: string }) {
  const parts = text
    .split('`')
    .map((part, i) => (i % 2 === 1 ? createElement('code', { className: codeLook(part) || undefined }, part) : part));
  return createElement(Fragment, null, ...parts);
}
