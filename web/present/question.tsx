import { Paragraphs } from '../lessons/paragraphs.tsx';
import { useIsRunning } from '../run/use-run.ts';
import { useRunShortcut } from '../run/use-run-shortcut.ts';
import { RunButton } from '../sheet/run-button.tsx';
import { WireSection } from '../sheet/wire-section.tsx';
import { NoVerdictMark } from '../ui/more-icons.tsx';
import type { View } from '../view/view.ts';

interface QuestionProps {
  readonly view: View;
  readonly text: readonly string[];
  readonly sent: boolean;
  /** How many arrows are shown. */
  readonly step: number;
}

/** A slide whose verdict is still to come: what is asked of the class, and as much of the wire as has been stepped through. */
export function Question({ view, text, sent, step }: QuestionProps) {
  useRunShortcut();
  const running = useIsRunning();
  return (
    <div className={sent ? '' : running ? 'guess running' : 'guess'}>
      <section aria-label="Question" className="axis verdict">
        <span className="rail" />
        <NoVerdictMark className="verdict-mark" />
        <div className="side">
          <p className="font-semibold text-ink">{sent ? 'Sent' : running ? 'Sending' : 'Not sent yet'}</p>
          <RunButton className="mt-3.5 max-[600px]:mt-0 max-[600px]:ml-auto" />
        </div>
        <div className="body">
          <h2 className="text-balance text-l max-[600px]:text-[32px] max-[600px]:leading-9">
            What will the browser do?
          </h2>
          <div className="because mt-3 text-m text-pretty tracking-[-0.006em]">
            {text.length > 0 ? (
              <Paragraphs texts={text} />
            ) : (
              <p>Let the page read the answer, give it an opaque one, or block it?</p>
            )}
          </div>
        </div>
      </section>
      {step > 0 && <WireSection view={view} count={step} folded />}
    </div>
  );
}
