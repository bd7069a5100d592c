import { ExternalLink } from 'lucide-react';
import { relatedTerms, type Term, termOf } from '#cors';
import { Rich } from '../ui/rich.tsx';

const linkLook = 'text-accent hover:underline';

interface EntryProps {
  readonly term: Term;
  /** Before another term's address is gone to. */
  readonly onLeave: () => void;
}

/** One term under an address of its own. */
export function Entry({ term, onLeave }: EntryProps) {
  const { id, term: name, sentence, more, lesson, link } = term;
  const related = relatedTerms(term).map(termOf);
  return (
    <article
      id={id}
      aria-labelledby={`${id}-name`}
      className="scroll-mt-4 min-[701px]:[&_.whole]:whitespace-nowrap gap-x-5 border-line border-t py-4 target:bg-inset target:shadow-[-12px_0_var(--inset),12px_0_var(--inset)] min-[701px]:grid min-[701px]:grid-cols-[248px_minmax(0,1fr)]"
    >
      <h2 id={`${id}-name`} className="font-semibold wrap-anywhere max-[700px]:mb-1">
        <a href={`#${id}`} className="hover:underline">
          <Rich text={name} />
        </a>
      </h2>
      <div className="text-pretty">
        <p>
          <Rich text={sentence} />
        </p>
        {more && (
          <p className="mt-1 text-ink-2">
            <Rich text={more} />
          </p>
        )}
        <p className="mt-2 flex flex-wrap gap-x-4">
          <a href={`/lessons/${lesson}`} className={linkLook}>
            Lesson<span className="sr-only"> on {name.replaceAll('`', '')}</span>
          </a>
          <a href={link.href} target="_blank" rel="noreferrer" className={`inline-flex items-center gap-1 ${linkLook}`}>
            {link.label}
            <ExternalLink size={14} strokeWidth={1.5} aria-label="(opens a new tab)" />
          </a>
        </p>
        {related.length > 0 && (
          <div className="flex flex-wrap gap-x-4 text-ink-2">
            See also
            <ul className="contents">
              {related.map((each) => (
                <li key={each.id}>
                  <a href={`#${each.id}`} onClick={onLeave} className={linkLook}>
                    <Rich text={each.term} />
                  </a>
                </li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </article>
  );
}
