import type { ReactNode } from 'react';
import { Prose } from '../terms/prose.tsx';

interface PartProps {
  readonly title: string;
  readonly hint?: string;
  readonly className?: string;
  readonly children: ReactNode;
}

/** A section of the sheet: its heading stands left of the guard line, everything else right of it. */
export function Part({ title, hint, className = 'part', children }: PartProps) {
  return (
    <section aria-label={title} className={`axis ${className}`}>
      <div className="side">
        <h2 className="font-semibold text-ink text-m tracking-[-0.012em]">
          <Prose text={title} />
        </h2>
        {hint && <p>{hint}</p>}
      </div>
      <div className="body">{children}</div>
    </section>
  );
}
