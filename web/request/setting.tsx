import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import type { TermId } from '#cors';
import { Prose, Term } from '../terms/prose.tsx';

interface SettingProps {
  readonly title: string;
  /** What the glossary calls it. */
  readonly term?: TermId | undefined;
  readonly href: string;
  readonly help: string;
  readonly end?: ReactNode;
  readonly children?: ReactNode;
}

/** One setting, with a line that says what its value does. */
export function Setting({ title, term, href, help, end, children }: SettingProps) {
  return (
    <div className="pt-3.5">
      <div className="mb-1 flex items-center justify-between">
        <h4 className="font-semibold">{term ? <Term id={term} text={title} /> : title}</h4>
        {end}
      </div>
      {children}
      <p className="pt-1.5 text-pretty text-ink-2">
        <Prose text={help} />{' '}
        <a
          href={href}
          target="_blank"
          rel="noreferrer"
          aria-label={`About ${title.toLowerCase()}`}
          className="inline-block align-[-2px] text-accent"
        >
          <ExternalLink size={13} strokeWidth={1.75} aria-hidden />
        </a>
      </p>
    </div>
  );
}
