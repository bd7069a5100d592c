import { Prose } from '../terms/prose.tsx';
import { keyed } from '../ui/keyed.ts';
import { ThroughMark } from '../ui/more-icons.tsx';
import type { View } from '../view/view.ts';
import { type Passage, passagesOf } from './through.ts';

function PassageItem({ passage: { sent, read, why } }: { passage: Passage }) {
  const [name, value] = sent;
  return (
    <li className={read === null ? 'text-ink-3' : 'passes'}>
      {read === null ? (
        <span className="hatch h-3.5 w-18 rounded-[2px]">
          <span className="sr-only">nothing</span>
        </span>
      ) : (
        <code title={read}>{read}</code>
      )}
      <code title={value}>
        {name && `${name}: `}
        {read === null ? value : <b>{value}</b>}
      </code>
      <span className={read === null ? '' : 'text-ink-2'}>
        <Prose text={why} />
      </span>
      {read !== null && <ThroughMark className="through-mark text-allow" />}
    </li>
  );
}

/** The response as the page sees it: what passes the guard line, and what stays behind. */
export function ThroughSection({ view }: { view: View }) {
  const passages = passagesOf(view);
  if (!passages) return null;
  return (
    <section aria-label="Response as the page sees it" className="through">
      <span className="rail" />
      <h2 className="through-heads">
        <b>The page reads</b>
        <b>The server sent</b>
      </h2>
      <ul>
        {keyed(passages, ({ sent }) => sent.join(' ')).map(({ key, item }) => (
          <PassageItem key={key} passage={item} />
        ))}
      </ul>
    </section>
  );
}
