import { TriangleAlert } from 'lucide-react';
import { markdownReport, pageOf, verdictWords } from '#cors';
import { linkOf } from '../state/link.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import type { Observed } from '../view/view.ts';
import { verdictNames, verdictOf } from './shown.ts';

function reportOf(view: Observed): string {
  const { run, prediction, agreement } = view;
  const { lead, word, where } = verdictWords(prediction, 'would');
  const differences = agreement.differences.map(
    ({ what, predicted, observed }) => `${what}: predicted ${predicted}, observed ${observed}.`,
  );
  return markdownReport({
    title: `Prediction and ${run.browserLabel} disagree: ${run.scenario.title}`,
    expect: `${lead} ${word} ${where}, by the rules.`,
    call: view.call,
    page: pageOf(view.call, run.origins),
    outcome: view.outcome ?? prediction,
    observation: run.observation,
    verdict: verdictNames[verdictOf(view)],
    reason: differences.join(' '),
    browser: run.browserLabel,
    link: linkOf(run.scenario),
  });
}

/** The loudest thing on the sheet: either the rules here are wrong, or this browser departs from the standard. */
export function Disagreement({ view }: { view: Observed }) {
  const { agreement, prediction, run, fromHttpCache } = view;
  const [predicted, observed] = [verdictNames[prediction.verdict], verdictNames[verdictOf(view)]];
  const differences = agreement.differences.filter(({ what }) => what !== 'verdict');
  return (
    <section aria-label="Disagreement" className="axis border-warn border-b bg-warn-soft py-4" role="alert">
      <div className="side flex items-start">
        <TriangleAlert size={20} strokeWidth={1.75} aria-hidden="true" className="text-warn" />
      </div>
      <div className="body">
        <p className="font-semibold text-m text-warn">
          {predicted === observed
            ? `${observed} as predicted, but not in the way predicted.`
            : `Predicted ${predicted}, observed ${observed}.`}
        </p>
        <ul className="mt-1">
          {differences.map(({ what, predicted, observed }) => (
            <li key={`${what} ${predicted} ${observed}`} className="wrap-anywhere">
              The {what}: predicted <code>{predicted || 'nothing'}</code>, observed <code>{observed || 'nothing'}</code>
            </li>
          ))}
        </ul>
        <p className="mt-1 mb-3 text-pretty">
          {fromHttpCache
            ? 'Preflight predicts what crosses the wire, and no HTTP cache. With the cache mode no-store, every run crosses it.'
            : `Believe ${run.browserLabel}. Either it departs from the standard here, an extension or a proxy meddles, or Preflight is wrong. A report of it helps.`}
        </p>
        <CopyButton what="the report" text={() => reportOf(view)}>
          Copy report
        </CopyButton>
      </div>
    </section>
  );
}
