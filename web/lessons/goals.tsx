import { Check, Circle, X } from 'lucide-react';
import { useRef } from 'react';
import {
  asAsked,
  asObserved,
  type Condition,
  callNames,
  conditionText,
  type Exercise,
  isMet,
  type Observation,
  resolveOrigins,
  type ScenarioRequest,
} from '#cors';
import { placeLabel } from '../request/ways.ts';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { bringIntoView } from '../ui/into-view.ts';
import { keyed } from '../ui/keyed.ts';
import { Rich } from '../ui/rich.tsx';
import { useCurrentRuns } from '../view/use-view.ts';
import { useWhenRun } from './use-when-run.ts';

/** `open`: not all of it was run as it stands. */
export function useGoal(exercise: Exercise): 'open' | 'missed' | 'reached' {
  const runs = useCurrentRuns();
  const missed = useFirstMissed(exercise);
  if (exercise.wanted.some((_, i) => runs[i] === undefined)) return 'open';
  return missed === -1 ? 'reached' : 'missed';
}

/** The first request that did not come to what is wanted of it, or was not run; -1 where all did. */
function useFirstMissed({ wanted }: Exercise): number {
  const origins = useOrigins();
  const runs = useCurrentRuns();
  return wanted.findIndex((conditions, i) => {
    const observation = runs[i]?.observation;
    return !observation || conditions.some((each) => isMet(each, observation, origins) !== true);
  });
}

const marks = {
  open: { Icon: Circle, look: 'text-ink-3', text: 'Not tried: ' },
  met: { Icon: Check, look: 'text-allow', text: 'As wanted: ' },
  missed: { Icon: X, look: 'text-block', text: 'Not as wanted: ' },
};

function Wanted({ condition, observation }: { condition: Condition; observation: Observation | undefined }) {
  const origins = useOrigins();
  const state = !observation ? 'open' : isMet(condition, observation, origins) ? 'met' : 'missed';
  const observed = state === 'missed' && observation ? asObserved(condition, observation, origins) : null;
  const { Icon, look, text } = marks[state];
  return (
    <li data-state={state} className="flex items-start gap-2">
      <Icon size={16} strokeWidth={2} aria-hidden className={`mt-0.5 shrink-0 ${look}`} />
      <span className="min-w-0 wrap-anywhere">
        <span className="sr-only">{text}</span>
        <Rich text={resolveOrigins(conditionText(condition), origins)} />
        {observed && (
          <span className="block text-ink-2">
            Observed: <Rich text={resolveOrigins(conditionText(observed), origins)} />
          </span>
        )}
        {state === 'missed' && !observed && <span className="block text-ink-2">The server lost its record of it.</span>}
      </span>
    </li>
  );
}

/** What is asked, from where, and what it has that a plain request has not. */
function Asked({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const { api, context, headers, mode, credentials, method } = asAsked(request);
  const with_ = [...headers.map(([name]) => `\`${name}\``), ...(credentials === 'include' ? ['credentials'] : [])];
  const from = context === 'document' ? 'this page' : placeLabel(context, origins);
  return (
    <>
      <code className="font-semibold">
        {method} {request.path}
        {api !== 'fetch' && ` by ${callNames[api]}`}
      </code>
      <span className="text-ink-2">
        {' '}
        from <Rich text={from} />
        {with_.length > 0 && (
          <>
            {' '}
            with <Rich text={new Intl.ListFormat('en').format(with_)} />
          </>
        )}
        {mode === 'no-cors' && (
          <>
            {' '}
            in mode <code>no-cors</code>
          </>
        )}
      </span>
    </>
  );
}

const says = {
  open: 'Run tries every one of them in your browser.',
  missed: 'Not yet as wanted.',
  reached: 'Goal reached.',
};

/** Each request with what is wanted of it and, once it was run as it stands, whether that came. */
export function Goals({ exercise }: { exercise: Exercise }) {
  const requests = useScenario(({ scenario }) => scenario.requests);
  const selected = useScenario((state) => state.selected);
  const { requestSelected } = useScenario.getState();
  const runs = useCurrentRuns();
  const goal = useGoal(exercise);
  const several = requests.length > 1;
  const missed = useFirstMissed(exercise);
  const result = useRef<HTMLParagraphElement>(null);
  useWhenRun(() => {
    requestSelected(missed === -1 ? exercise.shown : missed);
    bringIntoView(result.current, 'nearest');
  });
  return (
    <>
      <ol aria-label="Goals" data-goal={goal} className="mt-4 border-line border-t">
        {keyed(requests, ({ method, path }) => `${method} ${path}`).map(({ key, item }, i) => (
          <li key={key} className="border-line border-b">
            {several ? (
              <button
                type="button"
                aria-current={i === selected}
                onClick={() => requestSelected(i)}
                className={`w-full px-3 pt-2.5 pb-1 text-left wrap-anywhere ${i === selected ? 'shadow-[inset_3px_0_var(--accent)]' : 'hover:bg-line'}`}
              >
                <Asked request={item} />
              </button>
            ) : (
              <p className="px-3 pt-2.5 pb-1 wrap-anywhere">
                <Asked request={item} />
              </p>
            )}
            <ul
              className={`space-y-1 px-3 pb-2.5 ${several && i === selected ? 'shadow-[inset_3px_0_var(--accent)]' : ''}`}
            >
              {exercise.wanted[i]?.map((condition) => (
                <Wanted key={conditionText(condition)} condition={condition} observation={runs[i]?.observation} />
              ))}
            </ul>
          </li>
        ))}
      </ol>
      <p
        ref={result}
        role="status"
        className={`mt-3 scroll-my-6 text-m ${goal === 'reached' ? 'font-semibold text-allow' : 'text-ink-2'}`}
      >
        {says[goal]}
        {goal === 'missed' && several && ' Choose a request to see what became of it.'}
      </p>
    </>
  );
}
