import { ApiError } from '../api.ts';
import type { RunFailure } from '../run/use-run-failure.ts';
import { useScenario } from '../state/scenario.ts';
import type { Observed } from '../view/view.ts';
import { NoVerdict } from './no-verdict.tsx';
import { placeOf } from './place.ts';
import { When } from './when.tsx';

const ours = 'That is this playground’s own server, so it says nothing about CORS.';

/** Pressing Run came to nothing before the browser was asked: our own server is away, or refuses the plan. */
export function RunFailed({ failure: { error, at, dismiss } }: { failure: RunFailure }) {
  const plan = useScenario(({ scenario }) => scenario.plan);
  const words =
    error instanceof ApiError
      ? {
          where: 'for this plan',
          because: `${placeOf(error.path, plan)} ${error.message}.`,
          change: 'change it there, then press Run. The server refused this plan, so nothing was sent.',
        }
      : {
          where: 'without an answer',
          because: `Nothing answers at \`${location.origin}\`. ${ours}`,
          change: 'start it again where you run Preflight, then press Run. Your scenario is safe in this tab.',
        };
  return (
    <NoVerdict {...words} when={<When at={at} />}>
      <p className="mt-2.5 text-ink-2">
        Until then,{' '}
        <button type="button" className="font-medium text-accent hover:underline" onClick={dismiss}>
          the prediction
        </button>{' '}
        still works.
      </p>
    </NoVerdict>
  );
}

/** The browser asked, and its request never arrived at our echo server. */
export function Unanswered({ view }: { view: Observed }) {
  const origin = new URL(view.call.url).origin;
  return (
    <NoVerdict
      where="without an answer"
      because={`Your browser got no answer from \`${origin}\`, where no request arrived. ${ours}`}
      change={`see that it still runs, and that nothing between keeps this browser from \`${origin}\`: a proxy, an extension, a port that is not forwarded. Then press Run.`}
      when={<When at={view.run.observation.at} />}
    />
  );
}
