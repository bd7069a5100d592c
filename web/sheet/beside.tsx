import type { Outcome, Scenario } from '#cors';
import type { View } from '../view/view.ts';
import { Change, Undo } from './change.tsx';
import { InOtherBrowsers } from './in-other-browsers.tsx';
import { Prints } from './prints.tsx';
import { WorthKnowing } from './worth-knowing.tsx';

interface BesideProps {
  readonly view: View;
  /** Of the prediction where nothing explains what happened. */
  readonly outcome: Outcome;
  readonly explained: boolean;
  readonly scenario: Scenario;
  readonly index: number;
}

/** What stands beside Why on a wide screen, and below it on others. */
export function Beside({ view, outcome, explained, scenario, index }: BesideProps) {
  return (
    <div className="beside">
      {explained && outcome.verdict !== 'readable' && <Change outcome={outcome} scenario={scenario} index={index} />}
      <Undo scenario={scenario} />
      <InOtherBrowsers view={view} scenario={scenario} />
      <Prints view={view} scenario={scenario} index={index} />
      <WorthKnowing view={view} outcome={outcome} plan={scenario.plan} />
    </div>
  );
}
