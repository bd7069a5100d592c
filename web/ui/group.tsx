import type { ReactNode } from 'react';
import { Prose } from '../terms/prose.tsx';

interface GroupProps {
  readonly title: string;
  /** Stands at the end of the heading's line. */
  readonly end?: ReactNode;
  readonly children: ReactNode;
}

/** A headed part of an editor. */
export function Group({ title, end, children }: GroupProps) {
  return (
    <div className="px-(--side) pt-[18px]">
      <div className="mb-1 flex h-6 items-center justify-between gap-2">
        <h3 className="font-semibold">
          <Prose text={title} />
        </h3>
        {end}
      </div>
      {children}
    </div>
  );
}
