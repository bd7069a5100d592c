import { curlCommand, limits, markdownReport, pageOf, verdictWords } from '#cors';
import { ownBrowser } from '../own-browser.ts';
import { outcomeOf } from '../plan/situation.ts';
import { useServerInfo } from '../server-info.ts';
import { linkOf } from '../state/link.ts';
import { useScenario } from '../state/scenario.ts';
import { titleOf } from '../state/title.ts';
import { CopyButton } from '../ui/copy-button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';
import { observe } from '../view/observe.ts';
import { seenIn } from '../view/seen.ts';
import { useCurrentRuns, useView } from '../view/use-view.ts';

/** Takes the scenario along: as a link, as a report for an issue, and as a command. */
export default function ShareDialog({ onClose }: { onClose: () => void }) {
  const scenario = useScenario((state) => state.scenario);
  const { expectEdited } = useScenario.getState();
  const link = linkOf({ ...scenario, seen: useSeen() });
  return (
    <Dialog title="Share" onClose={onClose}>
      <div className="grid grid-cols-[minmax(0,1fr)_auto] gap-2">
        <TextField label="Link to this scenario" value={link} readOnly onFocus={(event) => event.target.select()} />
        <CopyButton what="the link" text={() => link}>
          Copy link
        </CopyButton>
      </div>
      <p className="pt-1.5 text-pretty text-ink-2">
        It holds the whole scenario, and what your browser decided if you have run it. Opening it sends nothing; the
        part after # never reaches a server.
      </p>
      <label className="mt-5 block">
        <span className="mb-1 block font-semibold">What did you expect?</span>
        <textarea
          value={scenario.expect}
          maxLength={limits.expectLength}
          rows={2}
          placeholder="The answer should be readable, because …"
          onChange={(event) => expectEdited(event.target.value)}
          className="field-sizing-content block max-h-48 min-h-16 w-full resize-y supports-[field-sizing:content]:resize-none rounded-control border border-edge bg-surface px-3 py-2 placeholder:text-ink-3"
        />
      </label>
      <p className="pt-1.5 text-ink-2">
        Travels with the link: it stands above the verdict, and at the top of the report.
      </p>
      <Reports link={link} />
    </Dialog>
  );
}

/** What happened here, or else to whoever gave the scenario to us. */
function useSeen() {
  const index = useScenario(({ selected }) => selected);
  const given = useScenario(({ scenario }) => scenario.seen);
  const run = useCurrentRuns()[index];
  const view = run ? observe(run) : null;
  return (view && seenIn(view, index)) ?? given;
}

function Reports({ link }: { link: string }) {
  const view = useView();
  const origins = useServerInfo().data?.origins;
  const scenario = useScenario((state) => state.scenario);
  if (!view || !origins) return null;
  const { call } = view;
  const outcome = outcomeOf(view);
  const observation = view.kind === 'observed' ? view.run.observation : null;
  const words = verdictWords(outcome, observation ? 'did' : 'would');
  const report = () =>
    markdownReport({
      title: titleOf(scenario),
      expect: scenario.expect,
      call,
      page: pageOf(call, origins),
      outcome,
      observation,
      verdict: [words.word, words.where].filter((word) => word !== '').join(' '),
      reason: words.sentence,
      browser: view.kind === 'observed' ? view.run.browserLabel : ownBrowser.label,
      link,
    });
  const preflight = outcome.messages.find(({ kind }) => kind === 'preflight')?.request ?? null;
  return (
    <div className="mt-5 border-t border-line pt-4">
      <div className="flex flex-wrap gap-2">
        <CopyButton what="a report in Markdown" text={report}>
          Copy as Markdown
        </CopyButton>
        <CopyButton what="a curl command" text={() => curlCommand(call, pageOf(call, origins), preflight)}>
          Copy as curl
        </CopyButton>
      </div>
      <p className="pt-1.5 text-pretty text-ink-2">
        {observation
          ? 'The report tells what was observed, with the raw lines.'
          : 'The report is a prediction: nothing has been run since the last change.'}{' '}
        The commands reach this endpoint for as long as the server keeps it.
      </p>
    </div>
  );
}
