import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { type Lesson, type LessonId, lessons, type Scenario } from '#cors';
import { useRunFailure } from '../run/use-run-failure.ts';
import { RunsWhole } from '../run/use-run-selected.ts';
import { Stage } from '../sheet/stage.tsx';
import { keepRunsHere } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { Tabs } from '../ui/tabs.tsx';
import { useCurrentRuns } from '../view/use-view.ts';
import { ExerciseEditor, ExercisePart } from './exercise.tsx';
import { Paragraphs } from './paragraphs.tsx';
import { useProgress } from './progress.ts';
import { type Guess, QuestionPart } from './question.tsx';

keepRunsHere();

type Part = 'question' | 'exercise';

/** Which of the lesson's two scenarios is open. Each is kept as one left it. */
function useParts({ id, question, exercise }: Lesson<LessonId>) {
  const [part, setPart] = useState<Part>('question');
  const left = useRef<Record<Part, Scenario>>({ question: question.scenario, exercise: exercise.start });
  const { scenarioOpened } = useScenario.getState();
  useLayoutEffect(() => {
    scenarioOpened(question.scenario, question.shown);
    useProgress.getState().lessonOpened(id);
  }, [id, question, scenarioOpened]);
  const go = (next: Part) => {
    if (next === part) return;
    left.current[part] = useScenario.getState().scenario;
    scenarioOpened(left.current[next], { question, exercise }[next].shown);
    setPart(next);
  };
  return { part, go };
}

function Neighbour({ lesson, to }: { lesson: Lesson | undefined; to: 'Previous' | 'Next' }) {
  if (!lesson) return <span />;
  return (
    <a
      href={`/lessons/${lesson.id}`}
      className={`group flex items-center gap-2 py-2 ${to === 'Next' ? 'ml-auto text-right' : ''}`}
    >
      {to === 'Previous' && <ChevronLeft size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-3" />}
      <span>
        <span className="block text-ink-2">{to} lesson</span>
        <span className="font-medium group-hover:underline">{lesson.title}</span>
      </span>
      {to === 'Next' && <ChevronRight size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-ink-3" />}
    </a>
  );
}

/** What the browser does: hidden until it did it, while one is still asked what it will do. */
function Seen({ part, guessed }: { part: Part; guessed: boolean }) {
  const failure = useRunFailure();
  const ran = useCurrentRuns()[useScenario((state) => state.selected)] !== undefined;
  if (part === 'exercise' || ran || failure) return <Stage requests={part === 'question'} />;
  return (
    <div className="lesson-unseen">
      <span className="lesson-unseen-rail" />
      <p className="text-m text-pretty text-ink-2">
        {guessed
          ? 'Run it, and see here what your browser does.'
          : 'What your browser does is shown here, once you have said what you expect.'}
      </p>
    </div>
  );
}

/** One lesson: a text, a question whose answer is tried, and an exercise. */
export function LessonPage({ lesson }: { lesson: Lesson<LessonId> }) {
  const { part, go } = useParts(lesson);
  const [guess, setGuess] = useState<Guess>(null);
  const number = lessons.findIndex(({ id }) => id === lesson.id);
  const tabs = useRef<HTMLDivElement>(null);
  const toExercise = () => {
    go('exercise');
    tabs.current?.querySelector<HTMLElement>('[aria-selected=false]')?.focus();
    tabs.current?.scrollIntoView({ block: 'start' });
  };
  return (
    <RunsWhole value={true}>
      <main id="content" className="lesson">
        <div className="lesson-text">
          <section>
            <p className="flex flex-wrap justify-between gap-x-4 text-ink-2">
              Lesson {number + 1} of {lessons.length}
              <a href={`/present?lesson=${lesson.id}`} className="text-accent hover:underline">
                Present it to a class
              </a>
            </p>
            <h1 className="mt-1 text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
              {lesson.title}
            </h1>
            <div className="mt-4 text-m [&_code]:text-[0.94em]">
              <Paragraphs texts={lesson.text} />
            </div>
          </section>
          <div ref={tabs} className="mt-8">
            <Tabs
              label="Parts of the lesson"
              tabs={[
                { value: 'question', label: '1  Predict' },
                { value: 'exercise', label: '2  Exercise' },
              ]}
              value={part}
              onChange={go}
              listClass="gap-5 border-b border-line"
              tabClass="-mb-px h-9 border-b-2 border-transparent aria-selected:border-ink"
            >
              {part === 'question' ? (
                <QuestionPart lesson={lesson} guess={guess} onGuess={setGuess} onDone={toExercise} />
              ) : (
                <ExercisePart lesson={lesson} next={lessons[number + 1]} />
              )}
            </Tabs>
          </div>
          {part === 'exercise' && <ExerciseEditor exercise={lesson.exercise} />}
        </div>
        <div className="lesson-stage">
          <div className="sheet lesson-sheet">
            <Seen part={part} guessed={guess !== null} />
          </div>
        </div>
        <nav aria-label="Lessons" className="lesson-end">
          <Neighbour lesson={lessons[number - 1]} to="Previous" />
          <Neighbour lesson={lessons[number + 1]} to="Next" />
        </nav>
      </main>
    </RunsWhole>
  );
}
