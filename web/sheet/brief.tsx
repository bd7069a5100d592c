import type { ReactNode } from 'react';

const long = 240;

/** A line of the wire, cut to two where it is long; opening its arrow shows the whole. */
export function Brief({ text, children = text }: { text: string; children?: ReactNode }) {
  if (text.length <= long) return <code className="wrap-anywhere block min-w-0">{children}</code>;
  return (
    <span className="min-w-0">
      <code className="wrap-anywhere line-clamp-2">{children}</code>
      <span className="text-ink-3">{text.length.toLocaleString('en')} characters</span>
    </span>
  );
}
