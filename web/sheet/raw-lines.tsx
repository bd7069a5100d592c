import { keyed } from '../ui/keyed.ts';
import { Brief } from './brief.tsx';
import type { RawLine } from './raw.ts';

const nameOf = (line: RawLine) => (line.kind === 'absent' ? line.name : line.text);

function Line({ line }: { line: RawLine }) {
  if (line.kind === 'absent') {
    return (
      <div className="raw-line absent">
        No <code>{line.name}</code> in this answer
      </div>
    );
  }
  return (
    <div
      className={`raw-line ${line.hit === undefined ? '' : 'hit'} ${line.slip ? 'slip' : ''} ${line.mine ? 'mine' : ''}`}
    >
      <Brief text={line.text} />
      {line.hit && <b className="ml-auto whitespace-nowrap text-block">{line.hit}</b>}
      {line.slip && <b className="ml-auto whitespace-nowrap text-warn">{line.slip}</b>}
    </div>
  );
}

/** A message as it crossed the wire, line by line, with what is wrong marked where it stands. */
export function RawLines({ lines }: { lines: readonly RawLine[] }) {
  return (
    <div className="raw">
      {keyed(lines, nameOf).map(({ key, item: line }) => (
        <Line key={key} line={line} />
      ))}
      {lines.some((line) => line.kind === 'line' && line.mine) && (
        <p className="border-line border-t mt-1.5 px-3 pt-1.5 text-ink-2">
          Strong: asked for by your code. The browser added the rest.
        </p>
      )}
    </div>
  );
}
