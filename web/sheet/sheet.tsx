import { lazy, memo, Suspense, useMemo } from 'react';
import type { Scenario } from '#cors';
import { useIsRunning } from '../run/use-run.ts';
import { useRunFailure } from '../run/use-run-failure.ts';
import { useRunShortcut } from '../run/use-run-shortcut.ts';
import { useScenario } from '../state/scenario.ts';
import { useAfterPaint } from '../view/use-after-paint.ts';
import { useViews } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { Band } from './band.tsx';
import { RunFailed, Unanswered } from './failures.tsx';
import { Requests } from './requests.tsx';
import { explanationOf, isGuess, isUnanswered, tenseOf } from './shown.ts';
import { ThroughSection } from './through-section.tsx';
import { Verdict } from './verdict.tsx';
import { Why } from './why.tsx';
import { WireSection } from './wire-section.tsx';

const later = import('./later.ts');
const Beside = lazy(async () => ({ default: (await later).Beside }));
const Disagreement = lazy(async () => ({ default: (await later).Disagreement }));
const Lenient = lazy(async () => ({ default: (await later).Lenient }));
const PreflightCache = lazy(async () => ({ default: (await later).PreflightCache }));
const PastRuns = lazy(async () => ({ default: (await later).PastRuns }));

interface ShownProps {
  readonly view: View;
  readonly scenario: Scenario;
  /** Which of the scenario's requests the view is of. */
  readonly index: number;
}

function Lower({ view, scenario, index }: ShownProps) {
  const explained = explanationOf(view);
  // Without an explanation of what happened, the rules still say what should have.
  const outcome = explained ?? (view.kind === 'observed' ? view.prediction : view.outcome);
  return (
    <div className={`lower ${explained ? '' : 'guess'}`}>
      <Why
        outcome={outcome}
        tense={explained ? tenseOf(view) : 'would'}
        hint={explained ? 'Fetch standard, in its own order' : 'what the rules expected'}
      />
      <Suspense>
        <Beside view={view} outcome={outcome} explained={explained !== null} scenario={scenario} index={index} />
      </Suspense>
    </div>
  );
}

// Redrawn only when what they show has changed: they may not hold up the verdict.
const Kept = {
  Requests: memo(Requests),
  Lenient: memo(Lenient),
  PreflightCache: memo(PreflightCache),
  Lower: memo(Lower),
  PastRuns: memo(PastRuns),
};

function Explained({ view, scenario, index }: ShownProps) {
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
      <Kept.Lower {...lower} />
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
