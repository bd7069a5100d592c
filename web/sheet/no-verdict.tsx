import type { ReactNode } from 'react';
import { NoVerdictMark } from '../ui/more-icons.tsx';
import { Rich } from '../ui/rich.tsx';
import { RunButton } from './run-button.tsx';

interface NoVerdictProps {
  readonly where: string;
  /** Backticks mark what travels on the wire. */
  readonly because: string;
  readonly change?: string;
  readonly when?: ReactNode;
  readonly children?: ReactNode;
}

/** Nothing was observed, and not for any reason of CORS. */
export function NoVerdict({ where, because, change, when, children }: NoVerdictProps) {
  return (
    <section aria-label="Verdict" className="axis verdict" data-view="none" data-code="">
      <NoVerdictMark className="verdict-mark" />
      <div className="side">
        <p className="font-semibold text-ink">Not observed</p>
        {when && <p>{when}</p>}
        <RunButton shortcut loud className="mt-3.5 h-[38px] w-[116px] max-[600px]:hidden" />
      </div>
      <div className="body">
        <div role="alert">
          <h2 className="text-balance text-ink-2 text-l max-[600px]:text-[32px] max-[600px]:leading-9">
            <b className="font-[650] text-ink">No verdict</b> {where}
          </h2>
          <p className="because mt-3 text-m text-pretty tracking-[-0.006em]">
            <Rich text={because} />
          </p>
        </div>
        {change && (
          <p className="mt-2.5 text-ink-2 text-pretty [&_code]:text-ink">
            <b className="text-ink">What to do:</b> <Rich text={change} />
          </p>
        )}
        {children}
      </div>
    </section>
  );
}
