import { EqualNot } from 'lucide-react';
import type { Run } from '../state/runs.ts';
import { Rich } from '../ui/rich.tsx';
import { comparison } from './comparison.ts';

const cell = 'wrap-anywhere whitespace-pre-line border-line border-t py-2 pr-3 text-left align-top';

/** Two runs beside each other; the rows in which they differ are marked. */
export function Compare({ one, other }: { one: Run; other: Run }) {
  return (
    <div className="mt-5 overflow-x-auto">
      <table aria-label="Two runs compared" className="w-full min-w-[440px] table-fixed border-collapse">
        <thead>
          <tr>
            <th className="w-28 pb-1 text-left font-normal">
              <span className="sr-only">What</span>
            </th>
            {[one, other].map((run) => (
              <th key={run.id} scope="col" className="pb-1 text-left font-semibold">
                {new Date(run.observation.at).toLocaleTimeString()}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparison(one, other).map(({ name, one, other }) => {
            const differs = one !== other;
            return (
              <tr key={name} className={differs ? 'bg-warn-soft' : 'text-ink-2'}>
                <th scope="row" className={`${cell} pl-2 ${differs ? 'font-semibold' : 'font-normal'}`}>
                  {name}
                  {differs && (
                    <span className="flex items-center gap-1 font-normal text-warn">
                      <EqualNot size={14} strokeWidth={1.5} aria-hidden="true" /> differs
                    </span>
                  )}
                </th>
                <td className={cell}>
                  <Rich text={one} />
                </td>
                <td className={cell}>
                  <Rich text={other} />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
