import type { ReactNode } from 'react';

const long = 240;

/** A line of the wire, cut to two where it is long, and opening to the whole. */
export function Brief({ text, children = text || ' ' }: { text: string; children?: ReactNode }) {
  if (text.length <= long) return <code className="wrap-anywhere block min-w-0">{children}</code>;
  return (
    <details className="group min-w-0">
      <summary className="list-none">
        <code className="wrap-anywhere line-clamp-2 group-open:line-clamp-none">{children}</code>
        <span className="text-accent">{text.length.toLocaleString('en')} characters</span>
      </summary>
    </details>
  );
}
