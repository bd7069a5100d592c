import { Check, Circle, CircleDot } from 'lucide-react';
import { useState } from 'react';
import { type Lesson, type LessonId, lessons } from '#cors';
import { QuietButton } from '../ui/button.tsx';
import { useProgress } from './progress.ts';

type State = 'solved' | 'seen' | 'new';

const marks = {
  solved: { Icon: Check, text: 'solved', look: 'text-allow' },
  seen: { Icon: CircleDot, text: 'exercise open', look: 'text-ink-2' },
  new: { Icon: Circle, text: '', look: 'text-ink-3' },
};

function Row({ lesson: { id, title }, number, state }: { lesson: Lesson; number: number; state: State }) {
  const { Icon, text, look } = marks[state];
  return (
    <li className="border-line border-t">
      <a href={`/lessons/${id}`} className="group flex min-h-11 items-center gap-3 py-2 hover:bg-inset">
        <span className="w-6 shrink-0 text-right text-ink-3">{number}</span>
        <Icon size={16} strokeWidth={1.75} aria-hidden className={`shrink-0 ${look}`} />
        <span className="font-medium group-hover:underline">{title}</span>
        <span className="ml-auto shrink-0 pr-1 text-ink-2">{text}</span>
      </a>
    </li>
  );
}

/** Where to go on: the lesson that was opened last, or the first one after it that is not solved. */
function nextFor(solved: readonly LessonId[], last: LessonId | null): Lesson | undefined {
  const from = Math.max(
    0,
    lessons.findIndex(({ id }) => id === last),
  );
  const inOrder = [...lessons.slice(from), ...lessons.slice(0, from)];
  return inOrder.find(({ id }) => !solved.includes(id));
}

function Reset() {
  const { seen, solved, last, progressReset, progressRestored } = useProgress();
  const [before, setBefore] = useState<Parameters<typeof progressRestored>[0] | null>(null);
  const isEmpty = seen.length === 0 && solved.length === 0 && last === null;
  const reset = () => {
    setBefore({ seen, solved, last });
    progressReset();
  };
  const restore = () => {
    if (before) progressRestored(before);
    setBefore(null);
  };
  if (!isEmpty) return <QuietButton onClick={reset}>Reset progress</QuietButton>;
  return (
    <span role="status" className="flex items-center gap-1 text-ink-2">
      {before && (
        <>
          Progress is reset.
          <QuietButton onClick={restore}>Undo</QuietButton>
        </>
      )}
    </span>
  );
}

/** All lessons in order, and how far one has come. `unknown` is the id of an address that leads nowhere. */
export function Path({ unknown }: { unknown: string }) {
  const { seen, solved, last } = useProgress();
  const next = nextFor(solved, last);
  const stateOf = (id: LessonId): State => (solved.includes(id) ? 'solved' : seen.includes(id) ? 'seen' : 'new');
  return (
    <main id="content" className="min-h-[calc(100vh-52px)] bg-surface px-(--side) pt-8 pb-16">
      <div className="mx-auto max-w-2xl">
        <h1 className="text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
          CORS in {lessons.length} short lessons
        </h1>
        {unknown !== '' && (
          <p role="status" className="mt-4 bg-warn-soft px-3 py-2.5">
            There is no lesson called <code>{unknown}</code>. These are all there are.
          </p>
        )}
        <p className="mt-3 text-m text-pretty">
          Each has a little to read, a question to answer before you see it happen, and an exercise that your own
          browser checks. They build on each other, but all are open: go where you like.
        </p>
        <div className="mt-6 flex min-h-9 flex-wrap items-center gap-x-4 gap-y-2">
          {next && (
            <a
              href={`/lessons/${next.id}`}
              className="inline-flex min-h-9 items-center rounded-control border-[1.5px] border-accent bg-accent px-3.5 py-1.5 font-semibold text-on-accent hover:brightness-110"
            >
              {last === null ? 'Begin' : 'Go on'}: {next.title}
            </a>
          )}
          <span className="text-ink-2">
            {solved.length} of {lessons.length} solved
          </span>
          <span className="ml-auto">
            <Reset />
          </span>
        </div>
        <ol className="mt-8 border-line border-b">
          {lessons.map((lesson, i) => (
            <Row key={lesson.id} lesson={lesson} number={i + 1} state={stateOf(lesson.id)} />
          ))}
        </ol>
        <p className="mt-4 text-ink-3">How far you have come is kept in this browser only.</p>
      </div>
    </main>
  );
}
