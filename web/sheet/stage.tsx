import { lazy, memo, type ReactNode, Suspense, useMemo } from 'react';
import { useIsRunning } from '../run/use-run.ts';
import { useRunFailure } from '../run/use-run-failure.ts';
import { useRunShortcut } from '../run/use-run-shortcut.ts';
import { afterRun, requestList, useSoon } from '../soon.ts';
import { useScenario } from '../state/scenario.ts';
import { useAfterPaint } from '../view/use-after-paint.ts';
import { useViews } from '../view/use-view.ts';
import type { LowerProps } from './lower.tsx';
import { isGuess, isUnanswered } from './shown.ts';
import { Verdict } from './verdict.tsx';
import { WireSection } from './wire-section.tsx';

const later = Promise.all([import('./disagreement.tsx'), import('./lenient.tsx')]);
const Disagreement = lazy(async () => ({ default: (await later)[0].Disagreement }));
const Lenient = lazy(async () => ({ default: (await later)[1].Lenient }));

// Redrawn only when what they show has changed: they may not hold up the verdict.
const Kept = { Lenient: memo(Lenient) };

interface ExplainedProps extends LowerProps {
  readonly below: ((shown: LowerProps, afterPaint: LowerProps) => ReactNode) | undefined;
  readonly folded: boolean;
}

function Explained({ view, scenario, index, below, folded }: ExplainedProps) {
  const running = useIsRunning();
  const shown = useMemo(() => ({ view, scenario, index }), [view, scenario, index]);
  const afterPaint = useAfterPaint(shown);
  return (
    <div className={running ? 'guess running' : isGuess(view) ? 'guess' : ''}>
      {view.kind === 'observed' && !view.agreement.agrees && (
        <Suspense>
          <Disagreement view={view} />
        </Suspense>
      )}
      <Verdict view={view} />
      <Suspense>
        <Kept.Lenient {...afterPaint} />
      </Suspense>
      <WireSection key={view.kind === 'observed' ? view.run.id : 'prediction'} view={view} folded={folded} />
      {below?.(shown, afterPaint)}
    </div>
  );
}

interface StageProps {
  /** What stands under the wire; the second of what it is given lags behind by a frame. */
  readonly below?: ExplainedProps['below'];
  /** Without, the page lists them itself. */
  readonly requests?: boolean;
  /** The wire's raw lines are folded away, also those of the answer that was refused. */
  readonly folded?: boolean;
}

/** What every page that runs something shows: the requests where there are several, the verdict, the wire. */
export function Stage({ below, requests = true, folded = false }: StageProps) {
  useRunShortcut();
  const failure = useRunFailure();
  const views = useViews();
  const scenario = useScenario((state) => state.scenario);
  const index = useScenario((state) => state.selected);
  const view = views[index];
  const list = useSoon(requestList, requests && views.length > 1);
  const ran = useSoon(afterRun, failure !== null || view?.kind === 'observed');
  return (
    <>
      {list && <list.KeptRequests views={views} selected={index} />}
      {ran && failure ? (
        <ran.RunFailed failure={failure} />
      ) : ran && view && isUnanswered(view) ? (
        <ran.Unanswered view={view} />
      ) : (
        view && <Explained view={view} scenario={scenario} index={index} below={below} folded={folded} />
      )}
    </>
  );
}
