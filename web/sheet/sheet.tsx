import { useRunFailure } from '../run/use-run-failure.ts';
import { useIsRunning } from '../run/use-run-selected.ts';
import { useRunShortcut } from '../run/use-run-shortcut.ts';
import { PastRuns } from '../runs/past-runs.tsx';
import { useScenario } from '../state/scenario.ts';
import { useViews } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { Band } from './band.tsx';
import { Change } from './change.tsx';
import { Disagreement } from './disagreement.tsx';
import { RunFailed, Unanswered } from './failures.tsx';
import { Prints } from './prints.tsx';
import { Requests } from './requests.tsx';
import { explanationOf, isGuess, isUnanswered, tenseOf } from './shown.ts';
import { ThroughSection } from './through-section.tsx';
import { Verdict } from './verdict.tsx';
import { Why } from './why.tsx';
import { WireSection } from './wire-section.tsx';
import { WorthKnowing } from './worth-knowing.tsx';

function Explained({ view }: { view: View }) {
  const running = useIsRunning();
  const explained = explanationOf(view);
  // Without an explanation of what happened, the rules still say what should have.
  const outcome = explained ?? (view.kind === 'observed' ? view.prediction : view.outcome);
  const key = view.kind === 'observed' ? view.run.id : 'prediction';
  return (
    <div className={running ? 'guess running' : isGuess(view) ? 'guess' : ''}>
      {view.kind === 'observed' && !view.agreement.agrees && <Disagreement view={view} />}
      <Verdict view={view} />
      <WireSection key={key} view={view} />
      <ThroughSection view={view} />
      <div className={`lower ${explained ? '' : 'guess'}`}>
        <Why
          outcome={outcome}
          tense={explained ? tenseOf(view) : 'would'}
          hint={explained ? 'Fetch standard, in its own order' : 'what the rules expected'}
        />
        <div className="beside">
          {explained && explained.verdict !== 'readable' && <Change outcome={explained} />}
          <Prints view={view} />
          <WorthKnowing view={view} outcome={outcome} />
        </div>
      </div>
    </div>
  );
}

/** The middle of the page: what the browser decides, what it decided, and why. */
export function Sheet() {
  useRunShortcut();
  const views = useViews();
  const view = views[useScenario(({ selected }) => selected)];
  const failure = useRunFailure();
  return (
    <div className="sheet bg-surface pb-14">
      <Band />
      {views.length > 1 && <Requests views={views} />}
      {failure ? (
        <RunFailed failure={failure} />
      ) : view && isUnanswered(view) ? (
        <Unanswered view={view} />
      ) : (
        view && <Explained view={view} />
      )}
      <PastRuns />
    </div>
  );
}
