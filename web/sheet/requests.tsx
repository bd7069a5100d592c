import { ChevronRight, Play } from 'lucide-react';
import { memo, useContext } from 'react';
import { callNames, type Verdict } from '#cors';
import { useIsRunning } from '../run/use-run.ts';
import { RunsWhole, useRunSelected } from '../run/use-run-selected.ts';
import { useScenario } from '../state/scenario.ts';
import { Button } from '../ui/button.tsx';
import { VerdictMark } from '../ui/icons.tsx';
import { keyed } from '../ui/keyed.ts';
import type { View } from '../view/view.ts';
import { shortUrl } from './raw.ts';
import { summary, whereOf } from './request-list.ts';
import { isGuess, verdictNames, verdictOf } from './shown.ts';

const tones: Record<Verdict, string> = { readable: 'text-allow', opaque: 'text-opaque', blocked: 'text-block' };

function RequestItem({ view, index, current }: { view: View; index: number; current: boolean }) {
  const select = useScenario((state) => state.requestSelected);
  const verdict = verdictOf(view);
  return (
    <li className="border-line border-t last:border-b">
      <button
        type="button"
        aria-current={current}
        onClick={() => select(index)}
        className={current ? 'bg-inset shadow-[inset_3px_0_var(--accent)]' : 'hover:bg-inset'}
      >
        <b className={tones[verdict]}>
          {verdictNames[verdict]}
          {isGuess(view) && <span className="sr-only"> by prediction</span>}
        </b>
        <VerdictMark verdict={verdict} guess={isGuess(view)} className="requests-mark" />
        <code className="path truncate font-semibold">
          {view.call.method} {shortUrl(view.call.url).replace(/^…/, '')}
          {view.call.api !== 'fetch' && ` by ${callNames[view.call.api]}`}
        </code>
        <span className="where truncate text-ink-2">{whereOf(view)}</span>
        <ChevronRight size={16} strokeWidth={1.5} aria-hidden="true" className="chevron text-ink-3" />
      </button>
    </li>
  );
}

/** All requests of a scenario that has several, with a verdict each. */
function Requests({ views, selected }: { views: readonly View[]; selected: number }) {
  const { runAll } = useRunSelected();
  const running = useIsRunning();
  return (
    <section aria-label="Requests">
      <div className="axis items-baseline pt-6 pb-3.5">
        <div className="side">
          <h2 className="font-semibold text-ink text-m tracking-[-0.012em]">Requests</h2>
        </div>
        <div className="body flex flex-wrap items-baseline gap-2">
          <p className="text-ink-2">{summary(views)}</p>
          {!useContext(RunsWhole) && (
            <Button aria-disabled={running} onClick={runAll} className="ml-auto max-[600px]:ml-0">
              <Play size={16} fill="currentColor" strokeWidth={1.5} aria-hidden="true" />
              Run all
            </Button>
          )}
        </div>
      </div>
      <ol className="requests">
        {keyed(views, ({ call }) => `${call.method} ${call.url}`).map(({ key, item }, i) => (
          <RequestItem key={key} view={item} index={i} current={i === selected} />
        ))}
      </ol>
    </section>
  );
}

/** Redrawn only when what it shows has changed: it may not hold up the verdict. */
export const KeptRequests = memo(Requests);
