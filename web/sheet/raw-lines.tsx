import { keyed } from '../ui/keyed.ts';
import { Brief } from './brief.tsx';
import type { RawLine } from './raw.ts';

const nameOf = (line: RawLine) => (line.kind === 'absent' ? line.name : line.text);

function Line({ line, brief }: { line: RawLine; brief: boolean }) {
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
      {brief ? <Brief text={line.text} /> : <code className="min-w-0">{line.text || ' '}</code>}
      {line.hit && <b className="ml-auto whitespace-nowrap text-block">{line.hit}</b>}
      {line.slip && <b className="ml-auto whitespace-nowrap text-warn">{line.slip}</b>}
    </div>
  );
}

/** A message as it crossed the wire, line by line, with what is wrong marked where it stands; `brief`: long ones cut. */
export function RawLines({ lines, brief = false }: { lines: readonly RawLine[]; brief?: boolean }) {
  return (
    <div className="raw">
      {keyed(lines, nameOf).map(({ key, item: line }) => (
        <Line key={key} line={line} brief={brief} />
      ))}
      {lines.some((line) => line.kind === 'line' && line.mine) && (
        <p className="border-line border-t mt-1.5 px-3 pt-1.5 text-ink-2">
          Strong: asked for by your code. The browser added the rest.
        </p>
      )}
    </div>
  );
}
