import type { Change } from '#cors';
import { keyed } from '../ui/keyed.ts';
import { wordDiff } from './word-diff.ts';

const titles = { preflight: 'Preflight answer', response: 'Response', request: 'Request' };

/** Lines that go, come, or become others, by where they stand. */
export function Diff({ changes }: { changes: readonly Change[] }) {
  const places = [...new Set(changes.map(({ where }) => where))];
  return (
    <div className="rounded-control border border-line bg-inset py-2">
      {places.map((place) => (
        <div key={place} className="not-first:mt-2">
          {(places.length > 1 || place !== 'response') && <p className="px-3 text-ink-2">{titles[place]}</p>}
          {keyed(
            changes.filter(({ where }) => where === place),
            ({ before, after }) => `${before} ${after}`,
          ).map(({ key, item: { before, after } }) => (
            <div key={key}>
              {before !== null && <DiffLine sign="−" text={before} />}
              {after !== null && <DiffLine sign="+" text={after} before={before} />}
            </div>
          ))}
        </div>
      ))}
    </div>
  );
}

function DiffLine({ sign, text, before }: { sign: '−' | '+'; text: string; before?: string | null }) {
  const added = sign === '+';
  const parts = added ? wordDiff(before ?? '', text) : [{ text, isNew: false }];
  return (
    <code className={`wrap-anywhere block pr-3 pl-[30px] -indent-[18px] ${added ? 'bg-allow-soft' : 'text-ink-2'}`}>
      <span className="sr-only">{added ? 'Add: ' : 'Remove: '}</span>
      <span aria-hidden="true">{sign} </span>
      {keyed(parts, (part) => part.text).map(({ key, item }) =>
        item.isNew ? (
          <ins key={key} className="font-bold text-allow underline underline-offset-3">
            {item.text}
          </ins>
        ) : (
          <span key={key}>{item.text}</span>
        ),
      )}
    </code>
  );
}
