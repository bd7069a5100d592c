import { curlCommand, markdownReport, pageOf, verdictWords } from '#cors';
import { ownBrowser } from '../own-browser.ts';
import { outcomeOf } from '../plan/situation.ts';
import { explanationOf, verdictNames, verdictOf } from '../sheet/shown.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { TextField } from '../ui/text-field.tsx';
import { Code } from './code.tsx';
import { QrCode } from './qr-code.tsx';
import type { Shared } from './shared.ts';

export function LinkTab({ shared: { link } }: { shared: Shared }) {
  return (
    <>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <TextField label="Link to this scenario" value={link} readOnly onFocus={(event) => event.target.select()} />
        <CopyButton what="the link" text={() => link}>
          Copy link
        </CopyButton>
      </div>
      <p className="pt-1.5 text-pretty text-ink-2">
        It holds the whole scenario. Opening it sends nothing; the part after # never reaches a server.{' '}
        <a href={link.replace('/#', '/present#')} className="text-accent hover:underline">
          Present it
        </a>{' '}
        to a class, alone or in a list.
      </p>
      <QrCode link={link} />
    </>
  );
}

export function ReportTab({ shared }: { shared: Shared }) {
  const report = reportOf(shared);
  return (
    <>
      <Code label="Report in Markdown" text={report} />
      <p className="py-2.5 text-pretty text-ink-2">
        {shared.view.kind === 'observed'
          ? 'It tells what was observed, with the raw lines.'
          : 'It is a prediction: nothing has been run since the last change.'}
      </p>
      <CopyButton what="a report in Markdown" text={() => report}>
        Copy as Markdown
      </CopyButton>
    </>
  );
}

function reportOf({ scenario, title, view, origins, link }: Shared): string {
  const outcome = outcomeOf(view);
  const observation = view.kind === 'observed' ? view.run.observation : null;
  // What the rules do not explain has no reason to be told.
  const { word, where, sentence } = explanationOf(view)
    ? verdictWords(outcome, observation ? 'did' : 'would')
    : { word: verdictNames[verdictOf(view)], where: '', sentence: '' };
  return markdownReport({
    title,
    expect: scenario.expect,
    call: view.call,
    page: pageOf(view.call, origins),
    outcome,
    observation,
    verdict: where === '' ? word : `${word} ${where}`,
    reason: sentence,
    browser: view.kind === 'observed' ? view.run.browserLabel : ownBrowser.label,
    link,
  });
}

export function CurlTab({ shared: { view, origins } }: { shared: Shared }) {
  const preflight = outcomeOf(view).messages.find(({ kind }) => kind === 'preflight')?.request ?? null;
  const command = curlCommand(view.call, pageOf(view.call, origins), preflight);
  return (
    <>
      <Code label="Commands" text={command} />
      <p className="py-2.5 text-pretty text-ink-2">
        curl is no browser: it shows the raw answers and blocks nothing. The commands reach this endpoint for as long as
        the server keeps it.
      </p>
      <CopyButton what="a curl command" text={() => command}>
        Copy as curl
      </CopyButton>
    </>
  );
}
