import { type Browser, commonVerdictWords, type VerdictText } from '#cors';
import { endpointId } from '../endpoint.ts';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { useIsRunning } from '../run/use-run.ts';
import { afterRun, allWords, useSoon } from '../soon.ts';
import { useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { VerdictMark } from '../ui/icons.tsx';
import { Rich } from '../ui/rich.tsx';
import { useCurrentRuns, usePredictAs } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { RunButton } from './run-button.tsx';
import { explanationOf, isGuess, verdictOf } from './shown.ts';

const tones = { readable: 'text-allow', opaque: 'text-opaque', blocked: 'text-block' };

/** What was sent of this request before, by this page: nothing, another version of it, or this very one. */
function useSent(): 'nothing' | 'another' | 'this' {
  const index = useScenario(({ selected }) => selected);
  const current = useCurrentRuns()[index] !== undefined;
  const before = useRuns(({ runs }) => runs.some((run) => run.endpoint === endpointId && run.index === index));
  return current ? 'this' : before ? 'another' : 'nothing';
}

const sentBefore = {
  nothing: 'Nothing sent yet',
  another: 'Changed since the last run',
  this: 'Not what was observed',
};

function Side({ view }: { view: View }) {
  const running = useIsRunning();
  const sent = useSent();
  const ran = useSoon(afterRun, view.kind === 'observed');
  return (
    <div className="side">
      {ran && view.kind === 'observed' ? (
        <ran.Observation view={view} />
      ) : (
        <>
          <p className="font-semibold text-ink">Prediction</p>
          <p>{running ? 'Sent, waiting' : sentBefore[sent]}</p>
        </>
      )}
      <RunButton
        shortcut
        className="mt-3.5 h-[38px] w-[116px] max-[600px]:mt-0 max-[600px]:ml-auto max-[600px]:h-[34px] max-[600px]:w-auto max-[600px]:px-3"
      />
    </div>
  );
}

function says(browser: Browser): string {
  if (browser === 'standard') return 'So says the standard. Run sends it for real, and shows what your browser does.';
  return browser === ownBrowser.browser
    ? `So ${browserNames[browser]} would decide, by its rules. Run sends it for real, and shows what it does.`
    : `So ${browserNames[browser]} would decide, by its rules. Run shows what ${ownBrowser.label} does.`;
}

function useWords(view: View): VerdictText | undefined {
  const common = view.kind === 'prediction' ? commonVerdictWords(view.outcome, 'would') : null;
  const all = useSoon(allWords, view.kind === 'prediction' && common === null);
  const ran = useSoon(afterRun, view.kind === 'observed');
  if (view.kind === 'observed') return ran?.wordsOf(view);
  return common ?? all?.verdictWords(view.outcome, 'would');
}

export function Verdict({ view }: { view: View }) {
  const browser = usePredictAs();
  const guess = isGuess(view);
  const verdict = verdictOf(view);
  const outcome = explanationOf(view);
  const words = useWords(view);
  const ran = useSoon(afterRun, !guess);
  if (!words) return null;
  const { lead, word, where, sentence } = words;
  return (
    <section
      aria-label="Verdict"
      className="axis verdict"
      data-view={view.kind === 'observed' ? 'observed' : 'prediction'}
      data-verdict={verdict}
      data-code={outcome?.finding?.code ?? ''}
      {...(view.kind === 'observed' ? { 'data-agrees': view.agreement.agrees } : {})}
    >
      <span className="rail" />
      <VerdictMark verdict={verdict} guess={guess} className="verdict-mark" />
      <Side view={view} />
      <div className="body">
        <div aria-live="polite" aria-atomic="true">
          <h2 className="text-balance text-ink-2 text-l max-[600px]:text-[32px] max-[600px]:leading-9">
            {lead} <b className={`font-[650] ${guess ? 'text-ink' : tones[verdict]}`}>{word}</b> {where}
          </h2>
          <p className="because mt-3 text-m text-pretty tracking-[-0.006em]">
            <Rich text={sentence} />
          </p>
        </div>
        {guess && <p className="mt-3.5 text-ink-2">{says(browser)}</p>}
        {ran && outcome && <ran.Account outcome={outcome} />}
      </div>
    </section>
  );
}
