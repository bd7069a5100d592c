import { Undo2 } from 'lucide-react';
import { create } from 'zustand';
import { type Fix, fixFor, mixedUpBy, type Outcome, pageOf, type Scenario, serverCode } from '#cors';
import { endpointId } from '../endpoint.ts';
import { useServerInfo } from '../server-info.ts';
import { usePreferences } from '../state/preferences.ts';
import { useScenario } from '../state/scenario.ts';
import { Button } from '../ui/button.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Tabs } from '../ui/tabs.tsx';
import { Diff } from './diff.tsx';
import { Part } from './part.tsx';
import { focusRun } from './run-button.tsx';

function fixed(scenario: Scenario, index: number, { plan, request }: Fix): Scenario {
  return { ...scenario, plan, requests: scenario.requests.map((one, i) => (i === index ? request : one)) };
}

interface Applied {
  readonly before: Scenario;
  readonly after: Scenario;
  readonly changes: Fix['changes'];
}
const useApplied = create<Applied | null>()(() => null);

/** What was applied last, to take it back, for as long as nothing else has been changed. */
export function Undo({ scenario }: { scenario: Scenario }) {
  const applied = useApplied();
  if (applied?.after !== scenario) return null;
  const undo = () => {
    useScenario.setState({ scenario: applied.before });
    focusRun();
  };
  return (
    <Part title="What was changed" hint="by Apply">
      <Diff changes={applied.changes} />
      <div className="mt-3">
        <Button onClick={undo}>
          <Undo2 size={16} strokeWidth={1.5} aria-hidden="true" />
          Undo
        </Button>
      </div>
    </Part>
  );
}

/** The smallest change after which the page may read the answer: as a diff, and as code for real servers. */
export function Change({ outcome, scenario, index }: { outcome: Outcome; scenario: Scenario; index: number }) {
  const origins = useServerInfo().data?.origins;
  const chosen = usePreferences(({ snippetTab }) => snippetTab);
  const choose = usePreferences(({ snippetTabChosen }) => snippetTabChosen);
  const page = origins && pageOf(outcome.asker, origins);
  const fix = origins && page && fixFor({ scenario, index, outcome, origins, page, id: endpointId });
  if (!fix) return null;
  const onServer = fix.changes.some(({ where }) => where !== 'request');
  const onPage = fix.changes.some(({ where }) => where === 'request');
  // What it serves besides CORS, no CORS library says, and those that name one origin say Vary for it by themselves.
  const isTheirs = outcome.finding?.code !== 'not-usable' && mixedUpBy(outcome.finding) === null;
  const codes = onServer && isTheirs ? serverCode(fixed(scenario, index, fix), index, origins) : [];
  const code = codes.find(({ label }) => label === chosen);
  const text = code?.code ?? fix.changes.flatMap(({ after }) => after ?? []).join('\n');
  const apply = () => {
    const { planReplaced, requestEdited, scenario: before } = useScenario.getState();
    if (onServer) planReplaced(fix.plan);
    if (onPage) requestEdited(fix.request);
    useApplied.setState({ before, after: useScenario.getState().scenario, changes: fix.changes });
    focusRun();
  };
  return (
    <Part title="What to change" hint={onServer ? (onPage ? 'on both sides' : 'on the server') : 'in your code'}>
      <Tabs
        label="Ways to write the change"
        tabs={['Header', ...codes.map(({ label }) => label)].map((label) => ({ value: label, label }))}
        value={code?.label ?? 'Header'}
        onChange={choose}
        listClass="mb-2.5 gap-4 overflow-x-auto"
        tabClass="pb-[3px] aria-selected:shadow-[inset_0_-2px_var(--ink)]"
      >
        {code ? (
          <pre className="overflow-auto rounded-control border border-line bg-inset px-3 py-2.5">
            <code>{code.code}</code>
          </pre>
        ) : (
          <Diff changes={fix.changes} />
        )}
      </Tabs>
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        <CopyButton what={code ? 'the code' : 'the lines'} text={() => text}>
          Copy
        </CopyButton>
        <Button onClick={apply}>
          {onServer ? (onPage ? 'Apply to both' : 'Apply to this server') : 'Apply to this request'}
        </Button>
      </div>
    </Part>
  );
}
