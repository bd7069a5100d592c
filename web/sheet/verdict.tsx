import { Equal, EqualNot } from 'lucide-react';
import { type Browser, commonVerdictWords, type VerdictText } from '#cors';
import { endpointId } from '../endpoint.ts';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { useAskedAs, useIsRunning } from '../run/use-run.ts';
import { afterRun, allWords, useSoon } from '../soon.ts';
import { useRuns } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { VerdictMark } from '../ui/icons.tsx';
import { Rich } from '../ui/rich.tsx';
import { useCurrentRuns, usePredictAs } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { RunButton } from './run-button.tsx';
import { explanationOf, isGuess, tenseOf, verdictNames, verdictOf } from './shown.ts';
import { When } from './when.tsx';

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
  const askedAs = useAskedAs();
  const observed = view.kind === 'observed';
  const Agrees = observed && view.agreement.agrees ? Equal : EqualNot;
  return (
    <div className="side">
      <p className="font-semibold text-ink">{observed ? 'Observed' : 'Prediction'}</p>
      {observed ? (
        <>
          <p>
            <When at={view.run.observation.at} />, {Math.max(1, Math.round(view.run.observation.duration))} ms
          </p>
          <p className={`flex items-start gap-[5px] ${view.agreement.agrees ? '' : 'font-semibold text-warn'}`}>
            <Agrees size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0" />
            {view.agreement.agrees ? 'as predicted' : 'not as predicted'}
            {view.forgot && ', once asked again'}
            {/* Run goes back to this browser's rules, which had not been on the screen. */}
            {askedAs !== null && ` for ${browserNames[view.run.browser]}`}
          </p>
        </>
      ) : (
        <p>{running ? 'Sent, waiting' : sentBefore[sent]}</p>
      )}
      <RunButton shortcut className="mt-3.5 h-[38px] w-[116px] max-[600px]:mt-0 max-[600px]:ml-auto" />
    </div>
  );
}

function says(browser: Browser): string {
  if (browser === 'standard') return 'So says the standard. Run sends it for real, and shows what your browser does.';
  return browser === ownBrowser.browser
    ? `So ${browserNames[browser]} would decide, by its rules. Run sends it for real, and shows what it does.`
    : `So ${browserNames[browser]} would decide, by its rules. Run shows what ${ownBrowser.label} does.`;
}

/** A verdict whose reason is not known: the record is lost, or tells of something else than the page got. */
function unexplained(view: View) {
  if (view.kind === 'observed' && view.fromHttpCache) {
    return {
      lead: '',
      word: verdictNames[verdictOf(view)],
      where: 'from the HTTP cache',
      sentence: 'Your browser gave the page an answer that it had kept, instead of asking the server again.',
    };
  }
  const where = view.outcome ? 'against the rules' : 'for reasons unknown';
  const sentence = view.outcome
    ? 'By the rules, what the server saw leads to another verdict. What your browser did is what counts.'
    : 'The server no longer has its record of this run, so what crossed the wire is not known. Run again to see it.';
  return { lead: '', word: verdictNames[verdictOf(view)], where, sentence };
}

function useWords(view: View): VerdictText {
  const outcome = explanationOf(view);
  const tense = tenseOf(view);
  const common = outcome ? commonVerdictWords(outcome, tense) : unexplained(view);
  const all = useSoon(allWords, common === null);
  return common ?? (outcome && all?.verdictWords(outcome, tense)) ?? unexplained(view);
}

export function Verdict({ view }: { view: View }) {
  const browser = usePredictAs();
  const guess = isGuess(view);
  const verdict = verdictOf(view);
  const outcome = explanationOf(view);
  const { lead, word, where, sentence } = useWords(view);
  const ran = useSoon(afterRun, !guess);
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
