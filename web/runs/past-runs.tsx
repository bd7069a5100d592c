import { useState } from 'react';
import { callNames } from '#cors';
import { ownBrowser } from '../own-browser.ts';
import { Part } from '../sheet/part.tsx';
import { whereOf } from '../sheet/request-list.ts';
import { isUnanswered, verdictNames, verdictOf } from '../sheet/shown.ts';
import { ClockTime } from '../sheet/when.tsx';
import { type Run, useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { Button, QuietButton } from '../ui/button.tsx';
import { VerdictMark } from '../ui/icons.tsx';
import { NoVerdictMark } from '../ui/more-icons.tsx';
import { observe } from '../view/observe.ts';
import { Compare } from './compare.tsx';

const atFirst = 5;

interface RunItemProps {
  readonly run: Run;
  readonly chosen: boolean;
  onChoose(): void;
}

function RunItem({ run, chosen, onChoose }: RunItemProps) {
  const { scenario, index, observation } = run;
  const view = observe(run);
  const verdict = view && !isUnanswered(view) ? verdictOf(view) : null;
  const word = verdict ? verdictNames[verdict] : 'No verdict';
  const request = scenario.requests[index];
  const by = request && request.api !== 'fetch' ? ` by ${callNames[request.api]}` : '';
  const name = `${view?.call.method} ${request?.path}${by}`;
  return (
    <li className="flex items-center gap-2.5 border-line border-t py-1.5 last:border-b">
      <input
        type="checkbox"
        checked={chosen}
        onChange={onChoose}
        aria-label={`Compare: ${name}, ${word}`}
        className="size-4 shrink-0 accent-(--ink)"
      />
      {verdict ? (
        <VerdictMark verdict={verdict} guess={false} className="size-5 shrink-0" />
      ) : (
        <NoVerdictMark className="size-5 shrink-0" />
      )}
      <div className="flex min-w-0 flex-1 items-center gap-2.5 max-[600px]:flex-col max-[600px]:items-start max-[600px]:gap-0">
        <div className="min-w-0 max-w-full flex-1">
          <p className="flex min-w-0 items-baseline gap-2">
            <span className="font-semibold">{word}</span>
            <code className="truncate">{name}</code>
          </p>
          <p className="text-ink-2 text-pretty">{view && whereOf(view)}</p>
        </div>
        <p className="shrink-0 text-right text-ink-3 max-[600px]:text-left">
          <ClockTime at={observation.at} />
          {run.browserLabel !== ownBrowser.label && <span className="block">{run.browserLabel}</span>}
        </p>
      </div>
      <QuietButton onClick={() => useScenario.getState().scenarioOpened(scenario, index)}>Open</QuietButton>
    </li>
  );
}

/** What was run before, to open again or to hold one against another. */
export function PastRuns() {
  const runs = useRuns((state) => state.runs);
  const clear = useRuns((state) => state.runsCleared);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const [all, setAll] = useState(false);
  if (runs.length === 0) return null;
  const toggle = (id: string) =>
    setChosen((now) => (now.includes(id) ? now.filter((one) => one !== id) : [...now.slice(-1), id]));
  const [one, other] = runs.filter(({ id }) => chosen.includes(id)).toReversed();
  return (
    <Part title="Past runs" hint={runs.length > 1 ? 'choose two to compare' : 'kept in this browser'}>
      <ol>
        {(all ? runs : runs.slice(0, atFirst)).map((run) => (
          <RunItem key={run.id} run={run} chosen={chosen.includes(run.id)} onChoose={() => toggle(run.id)} />
        ))}
      </ol>
      <div className="mt-3 flex flex-wrap gap-2.5">
        {!all && runs.length > atFirst && <Button onClick={() => setAll(true)}>Show all {runs.length}</Button>}
        <Button onClick={clear}>Clear</Button>
      </div>
      {one && other && <Compare one={one} other={other} />}
    </Part>
  );
}
