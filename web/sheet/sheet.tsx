import { lazy, memo, Suspense, useMemo } from 'react';
import { useIsRunning } from '../run/use-run.ts';
import { useRunFailure } from '../run/use-run-failure.ts';
import { useRunShortcut } from '../run/use-run-shortcut.ts';
import { useScenario } from '../state/scenario.ts';
import { useAfterPaint } from '../view/use-after-paint.ts';
import { useViews } from '../view/use-view.ts';
import { Band } from './band.tsx';
import { RunFailed, Unanswered } from './failures.tsx';
import type { LowerProps } from './lower.tsx';
import { Requests } from './requests.tsx';
import { isGuess, isUnanswered } from './shown.ts';
import { ThroughSection } from './through-section.tsx';
import { Verdict } from './verdict.tsx';
import { WireSection } from './wire-section.tsx';

const later = import('./later.ts');
const Disagreement = lazy(async () => ({ default: (await later).Disagreement }));
const Lenient = lazy(async () => ({ default: (await later).Lenient }));
const PreflightCache = lazy(async () => ({ default: (await later).PreflightCache }));
const Lower = lazy(async () => ({ default: (await later).Lower }));
const PastRuns = lazy(async () => ({ default: (await later).PastRuns }));

// Redrawn only when what they show has changed: they may not hold up the verdict.
const Kept = {
  Requests: memo(Requests),
  Lenient: memo(Lenient),
  PreflightCache: memo(PreflightCache),
  Lower: memo(Lower),
  PastRuns: memo(PastRuns),
};

function Explained({ view, scenario, index }: LowerProps) {
  const running = useIsRunning();
  const key = view.kind === 'observed' ? view.run.id : 'prediction';
  const lower = useAfterPaint(useMemo(() => ({ view, scenario, index }), [view, scenario, index]));
  return (
    <div className={running ? 'guess running' : isGuess(view) ? 'guess' : ''}>
      {view.kind === 'observed' && !view.agreement.agrees && (
        <Suspense>
          <Disagreement view={view} />
        </Suspense>
      )}
      <Verdict view={view} />
      <Suspense>
        <Kept.Lenient {...lower} />
      </Suspense>
      <WireSection key={key} view={view} />
      <Suspense>
        <Kept.PreflightCache {...lower} />
      </Suspense>
      <ThroughSection view={view} />
      <Suspense>
        <Kept.Lower {...lower} />
      </Suspense>
    </div>
  );
}

/** The middle of the page: what the browser decides, what it decided, and why. */
export function Sheet() {
  useRunShortcut();
  const failure = useRunFailure();
  const views = useViews();
  const scenario = useScenario((state) => state.scenario);
  const index = useScenario((state) => state.selected);
  const view = views[index];
  return (
    <div className="sheet bg-surface pb-14">
      <Band />
      {views.length > 1 && <Kept.Requests views={views} selected={index} />}
      {failure ? (
        <RunFailed failure={failure} />
      ) : view && isUnanswered(view) ? (
        <Unanswered view={view} />
      ) : (
        view && <Explained view={view} scenario={scenario} index={index} />
      )}
      <Suspense>
        <Kept.PastRuns />
      </Suspense>
    </div>
  );
}
