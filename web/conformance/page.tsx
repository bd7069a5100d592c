import { useEffect } from 'react';
import type { ConformanceReport } from '#cors';
import { Logo } from '../shell/logo.tsx';
import { ThemeButton } from '../shell/theme-button.tsx';
import { useTheme } from '../state/use-theme.ts';
import { Asking } from './asking.tsx';
import { Disagreements } from './disagreements.tsx';
import { Report } from './report.tsx';
import { start, useSession } from './session.ts';
import { Tables } from './tables.tsx';
import { isAskedToRun, wanted } from './wanted.ts';

const title = 'Preflight: conformance';

const playedOf = ({ cases }: ConformanceReport) => cases.agreed + cases.disagreed + cases.unclear;

/** Plays generated cases in the browser that has this page open, and shows where the rules and it agree. */
export default function Page() {
  useTheme();
  const state = useSession((session) => session.state);
  const report = useSession((session) => session.report);
  useEffect(() => {
    document.title = title;
    if (isAskedToRun && useSession.getState().state === 'idle') void start(wanted.cases, wanted.seed);
  }, []);
  return (
    <>
      <header className="flex h-[52px] items-center gap-2.5 border-line border-b bg-canvas pr-3 pl-(--side)">
        <a href="/" className="flex items-center gap-2.5 font-semibold text-m tracking-[-0.015em]">
          <Logo />
          Preflight
        </a>
        <span className="text-ink-2">conformance</span>
        <span className="ml-auto" />
        <ThemeButton />
      </header>
      <main
        data-state={state}
        data-played={report ? playedOf(report) : 0}
        className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pb-16"
      >
        <div className="mx-auto max-w-3xl">
          <Asking />
          {report && (
            <>
              <Disagreements report={report} />
              <Tables report={report} />
              <Report report={report} isWhole={state === 'done'} />
            </>
          )}
        </div>
      </main>
    </>
  );
}
