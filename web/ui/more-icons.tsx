import type { SVGProps } from 'react';

type MarkProps = SVGProps<SVGSVGElement>;

/** An open ring with a bar: there is no verdict. */
export function NoVerdictMark(props: MarkProps) {
  return (
    <svg viewBox="0 0 40 40" fill="none" aria-hidden="true" {...props}>
      <circle cx={20} cy={20} r={18.5} stroke="currentColor" strokeWidth={2} />
      <path d="M12 20h16" stroke="currentColor" strokeWidth={3} strokeLinecap="round" />
    </svg>
  );
}

const line = {
  fill: 'none',
  stroke: 'currentColor',
  strokeLinecap: 'round',
  strokeLinejoin: 'round',
} as const;

/** A step of the standard that was passed. */
export function PassMark(props: MarkProps) {
  return (
    <svg viewBox="0 0 18 18" strokeWidth={1.9} aria-hidden="true" {...line} {...props}>
      <path d="M4.2 9.4l3.2 3.2 6.4-7" />
    </svg>
  );
}

/** An arrow that reaches the server's lifeline: received and processed. */
export function ReachedMark(props: MarkProps) {
  return (
    <svg width={16} height={16} viewBox="0 0 16 16" strokeWidth={1.5} aria-hidden="true" {...line} {...props}>
      <path d="M1.5 8H9M6 5l3 3-3 3" />
      <path d="M13 2.5v11" strokeWidth={3} />
    </svg>
  );
}

/** Through the gap in the guard line: what the page may read. */
export function ThroughMark(props: MarkProps) {
  return (
    <svg viewBox="0 0 28 16" strokeWidth={1.75} aria-hidden="true" {...line} {...props}>
      <path d="M26 8H3M7.5 3.5L3 8l4.5 4.5" />
    </svg>
  );
}
