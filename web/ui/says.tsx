import { TriangleAlert, X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Rich } from './rich.tsx';

const tones = { block: 'text-block', warn: 'text-warn', note: 'text-ink-2' };

interface SaysProps {
  readonly id?: string;
  readonly tone: keyof typeof tones;
  readonly text: string;
  /** Ends the line, e.g. with a way to mend it. */
  readonly children?: ReactNode;
}

/** The line under a field that says what is wrong with it, or worth knowing. Backticks mark what travels on the wire. */
export function Says({ id, tone, text, children }: SaysProps) {
  const Icon = { block: X, warn: TriangleAlert, note: null }[tone];
  return (
    <p id={id} className={`flex items-start gap-1.5 pt-1.5 text-pretty wrap-anywhere ${tones[tone]}`}>
      {Icon && <Icon size={16} strokeWidth={1.5} aria-hidden className="mt-0.5 shrink-0" />}
      <span>
        <Rich text={text} />
        {children}
      </span>
    </p>
  );
}
