import { Equal, EqualNot } from 'lucide-react';
import { type VerdictText, verdictWords } from '#cors';
import { browserNames } from '../own-browser.ts';
import { useAskedAs } from '../run/use-run.ts';
import type { Observed } from '../view/view.ts';
import { explanationOf, verdictNames, verdictOf } from './shown.ts';
import { When } from './when.tsx';

/** When something was observed, and whether as predicted. */
export function Observation({ view: { run, agreement, forgot } }: { view: Observed }) {
  const askedAs = useAskedAs();
  const Agrees = agreement.agrees ? Equal : EqualNot;
  return (
    <>
      <p className="font-semibold text-ink">Observed</p>
      <p>
        <When at={run.observation.at} />, {Math.max(1, Math.round(run.observation.duration))} ms
      </p>
      <p className={`flex items-start gap-[5px] ${agreement.agrees ? '' : 'font-semibold text-warn'}`}>
        <Agrees size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0" />
        {agreement.agrees ? 'as predicted' : 'not as predicted'}
        {forgot && ', once asked again'}
        {/* Run goes back to this browser's rules, which had not been on the screen. */}
        {askedAs !== null && ` for ${browserNames[run.browser]}`}
      </p>
    </>
  );
}

/** What is said of something that was observed, explained or not. */
export function wordsOf(view: Observed): VerdictText {
  const explained = explanationOf(view);
  return explained ? verdictWords(explained, 'did') : unexplained(view);
}

/** A verdict whose reason is not known: the record is lost, or tells of something else than the page got. */
function unexplained(view: Observed): VerdictText {
  if (view.fromHttpCache) {
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
