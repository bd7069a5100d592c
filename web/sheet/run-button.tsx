import { Play } from 'lucide-react';
import { useIsRunning } from '../run/use-run.ts';
import { useRunFailure } from '../run/use-run-failure.ts';
import { useRunSelected } from '../run/use-run-selected.ts';
import { shortcutLabel } from '../run/use-run-shortcut.ts';
import { useScenario } from '../state/scenario.ts';
import { useCurrentRuns } from '../view/use-view.ts';

interface RunButtonProps {
  readonly shortcut?: boolean;
  /** Even though something was sent already: it is the one thing to press. */
  readonly loud?: boolean;
  readonly className?: string;
}

/** The one primary button: loud while something is to be sent, quiet once it has been. */
export function RunButton({ shortcut = false, loud = false, className = '' }: RunButtonProps) {
  const { run } = useRunSelected();
  const running = useIsRunning();
  const selected = useScenario((state) => state.selected);
  const failed = useRunFailure() !== null;
  const isDone = useCurrentRuns()[selected] !== undefined && !failed && !loud;
  const tone =
    running || isDone ? 'border-edge hover:bg-line' : 'border-accent bg-accent text-on-accent hover:brightness-110';
  return (
    <button
      type="button"
      aria-label={running ? 'Running' : 'Run'}
      aria-keyshortcuts="Control+Enter Meta+Enter"
      aria-disabled={running}
      onClick={run}
      className={`run inline-flex items-center justify-center gap-1.5 rounded-control border-[1.5px] font-semibold ${tone} ${className}`}
    >
      {running ? (
        <>
          <span aria-hidden="true" className="run-progress" />
          Running
        </>
      ) : (
        <>
          <Play size={16} fill="currentColor" strokeWidth={1.5} aria-hidden="true" />
          Run
          {shortcut && (
            <kbd
              data-keys={shortcutLabel}
              className="font-sans font-normal opacity-85 after:content-[attr(data-keys)] max-[600px]:hidden"
            />
          )}
        </>
      )}
    </button>
  );
}

/** For whatever goes away with what it changed: what comes next is Run. */
export const focusRun = () =>
  [...document.querySelectorAll<HTMLElement>('.run')].find((run) => run.checkVisibility())?.focus();
