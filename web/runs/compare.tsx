import { EqualNot } from 'lucide-react';
import type { Run } from '../state/runs.ts';
import { Rich } from '../ui/rich.tsx';
import { comparison } from './comparison.ts';

const cell = 'wrap-anywhere whitespace-pre-line py-2 pr-3 text-left align-top';
const stacked = 'max-[600px]:block max-[600px]:w-auto max-[600px]:py-1 max-[600px]:pl-2';
const timeOf = (run: Run) => new Date(run.observation.at).toLocaleTimeString();

/** One run's value; where two stand below each other, with its time. */
function Value({ run, text, className = '' }: { run: Run | null; text: string; className?: string }) {
  return (
    <td className={`${cell} ${stacked} ${className}`}>
      {run && (
        <span aria-hidden="true" className="hidden text-ink-3 max-[600px]:block">
          {timeOf(run)}
        </span>
      )}
      <Rich text={text} />
    </td>
  );
}

/** Two runs beside each other; the rows in which they differ are marked. */
export function Compare({ one, other }: { one: Run; other: Run }) {
  return (
    <div className="mt-5">
      <table aria-label="Two runs compared" className="w-full table-fixed border-collapse max-[600px]:block">
        <thead className="max-[600px]:sr-only">
          <tr>
            <th className="w-28 pb-1 text-left font-normal">
              <span className="sr-only">What</span>
            </th>
            {[one, other].map((run) => (
              <th key={run.id} scope="col" className="pb-1 text-left font-semibold">
                {timeOf(run)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody className="max-[600px]:block">
          {comparison(one, other).map((row) => {
            const differs = row.one !== row.other;
            return (
              <tr
                key={row.name}
                className={`border-line border-t max-[600px]:block max-[600px]:py-1 ${differs ? 'bg-warn-soft' : 'text-ink-2'}`}
              >
                <th scope="row" className={`${cell} ${stacked} pl-2 ${differs ? 'font-semibold' : 'font-normal'}`}>
                  {row.name}
                  {differs && (
                    <span className="flex items-center gap-1 font-normal text-warn">
                      <EqualNot size={14} strokeWidth={1.5} aria-hidden="true" /> differs
                    </span>
                  )}
                </th>
                <Value run={differs ? one : null} text={row.one} />
                <Value run={differs ? other : null} text={row.other} className={differs ? '' : 'max-[600px]:hidden'} />
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
