import { createElement, Fragment } from 'react';

/** A sentence in which backticks mark what travels on the wire. */
export function Rich({ text }: { text: string }) {
  const parts = text.split('`').map((part, i) => (i % 2 === 1 ? createElement('code', null, part) : part));
  return createElement(Fragment, null, ...parts);
}
