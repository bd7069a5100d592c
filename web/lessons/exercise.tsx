import { Lightbulb } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import { changesBetween, type Exercise, type Lesson, type LessonId } from '#cors';
import { endpointId } from '../endpoint.ts';
import { Diff } from '../sheet/diff.tsx';
import { focusRun, RunButton } from '../sheet/run-button.tsx';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { Button, QuietButton } from '../ui/button.tsx';
import { Goals, useGoal } from './goals.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { useProgress } from './progress.ts';

const editors = import('../shell/editors.tsx');
const RequestPanel = lazy(async () => ({ default: (await editors).RequestPanel }));
const ServerPanel = lazy(async () => ({ default: (await editors).ServerPanel }));

const asked = {
  server: 'Change what the server answers; the requests stay as they are.',
  request: 'Change the request; the server stays as it is.',
};

/** The goal, what each request is wanted to come to and came to, and Run, which tries them all. */
export function ExercisePart({
  lesson: { id, exercise },
  next,
}: {
  lesson: Lesson<LessonId>;
  next: Lesson | undefined;
}) {
  const scenario = useScenario((state) => state.scenario);
  const isReached = useGoal(exercise) === 'reached';
  useEffect(() => {
    if (isReached) useProgress.getState().goalReached(id);
  }, [isReached, id]);
  const startAgain = () => {
    useScenario.getState().scenarioOpened(exercise.start, exercise.shown);
    focusRun();
  };
  return (
    <section aria-label="Exercise" className="pt-5">
      <div className="text-m [&_code]:text-[0.94em]">
        <Paragraphs texts={[exercise.goal]} />
      </div>
      <p className="mt-2 text-ink-2">{asked[exercise.edits]}</p>
      <Goals exercise={exercise} />
      <div className="mt-4 flex flex-wrap items-center gap-3">
        <RunButton className="h-[38px] w-[116px]" />
        {scenario !== exercise.start && <QuietButton onClick={startAgain}>Start again</QuietButton>}
        {isReached && next && (
          <a href={`/lessons/${next.id}`} className="ml-auto font-medium text-accent hover:underline">
            Next: {next.title}
          </a>
        )}
      </div>
      <MoreHelp exercise={exercise} />
    </section>
  );
}

/** The one side that may be changed. */
export function ExerciseEditor({ exercise: { edits } }: { exercise: Exercise }) {
  return (
    <div className="lesson-editor">
      <Suspense fallback={<div className="h-96" />}>
        {edits === 'server' ? <ServerPanel /> : <RequestPanel isListFixed />}
      </Suspense>
    </div>
  );
}

function Solution({ exercise: { start, solution, shown } }: { exercise: Exercise }) {
  const origins = useOrigins();
  const scenario = useScenario((state) => state.scenario);
  const changes = useMemo(() => {
    const [before, after] = [start.requests[shown], solution.requests[shown]];
    if (!before || !after) return [];
    const from = { plan: start.plan, request: before };
    return changesBetween(from, { plan: solution.plan, request: after }, origins, endpointId);
  }, [start, solution, shown, origins]);
  const putIn = () => {
    useScenario.getState().scenarioOpened(solution, shown);
    focusRun();
  };
  return (
    <section aria-label="Solution" className="mt-4">
      <p className="mb-2 text-ink-2">What to change of what you were given:</p>
      <Diff changes={changes} />
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        <Button onClick={putIn} disabled={scenario === solution}>
          Use this solution
        </Button>
        <span role="status" className="text-ink-2">
          {scenario === solution && 'It is in use.'}
        </span>
      </div>
    </section>
  );
}

/** Hints, one at a time, and after them the solution. */
function MoreHelp({ exercise }: { exercise: Exercise }) {
  const { hints } = exercise;
  const [given, setGiven] = useState(0);
  const more = given < hints.length ? `Hint ${given + 1} of ${hints.length}` : 'Show the solution';
  return (
    <section aria-label="Help" className="mt-5">
      <ol aria-live="polite" className="empty:hidden list-decimal space-y-2 pl-5 marker:text-ink-3">
        {hints.slice(0, given).map((hint) => (
          <li key={hint}>
            <Paragraphs texts={[hint]} />
          </li>
        ))}
      </ol>
      {given <= hints.length ? (
        <QuietButton onClick={() => setGiven(given + 1)} className="-ml-2 not-first:mt-2">
          <Lightbulb size={16} strokeWidth={1.5} aria-hidden />
          {more}
        </QuietButton>
      ) : (
        <Solution exercise={exercise} />
      )}
    </section>
  );
}
