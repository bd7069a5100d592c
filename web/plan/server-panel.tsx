import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Plan } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { Panel } from '../shell/panel.tsx';
import { type AnswerName, type ServerTab, useScenario, useSelectedRequest } from '../state/scenario.ts';
import { Tabs } from '../ui/tabs.tsx';
import { useView } from '../view/use-view.ts';
import { AnswerEditor } from './answer-editor.tsx';
import { type Blame, blameFor } from './blame.ts';
import { Redirects } from './redirects.tsx';
import { answerHere, outcomeOf } from './situation.ts';

export function ServerPanel() {
  const origins = useOrigins();
  const view = useView();
  const { target } = useSelectedRequest();
  const plan = useScenario(({ scenario }) => scenario.plan);
  const chosen = useScenario((state) => state.serverTab);
  const { serverTabChosen } = useScenario.getState();
  if (!view) return null;
  const blame = blameFor(outcomeOf(view).finding);
  const tab = chosen ?? blame?.tab ?? 'response';
  // A library answers with a status of its own where it refuses, or answers preflights itself.
  const status = (name: AnswerName) =>
    plan.library ? answerHere(name, plan, view, origins).status : plan[name].status;
  const tabs: readonly { value: ServerTab; label: ReactNode }[] = [
    { value: 'preflight', label: <TabLabel name="Preflight" detail={status('preflight')} /> },
    { value: 'response', label: <TabLabel name="Response" detail={status('response')} /> },
    { value: 'redirect', label: <TabLabel name="Redirect" detail={hopCount(plan)} /> },
  ];
  const marked = tabs.map((each) =>
    each.value === blame?.tab && each.value !== tab ? { ...each, label: <Marked>{each.label}</Marked> } : each,
  );
  return (
    <Panel
      name="server"
      label="Server"
      side="Server"
      origin={origins[target]}
      brief={<Brief plan={plan} blame={blame} status={status} />}
    >
      {/* Whoever edits here stays on this tab, also when the reason moves to another one. */}
      <div onFocusCapture={() => chosen ?? serverTabChosen(tab)}>
        <Tabs
          label="What the server answers"
          tabs={marked}
          value={tab}
          onChange={serverTabChosen}
          listClass="sticky top-0 z-10 h-10 gap-5 border-b border-line bg-canvas px-(--side)"
          tabClass="-mb-px border-b-2 border-transparent aria-selected:border-ink"
        >
          {tab === 'redirect' ? (
            <>
              <Redirects answer="response" blame={blame} />
              <Redirects answer="preflight" blame={blame} />
            </>
          ) : (
            <AnswerEditor key={tab} name={tab} view={view} blame={blame} />
          )}
        </Tabs>
      </div>
    </Panel>
  );
}

const hopCount = ({ preflight, response }: Plan) => preflight.redirects.length + response.redirects.length || null;

function TabLabel({ name, detail }: { name: string; detail: number | null }) {
  return (
    <>
      {name} {detail !== null && <code className="font-normal text-ink-3">{detail}</code>}
    </>
  );
}

function Marked({ children }: { children: ReactNode }) {
  return (
    <>
      {children}
      <X size={14} strokeWidth={2} className="text-block" role="img" aria-label="to fix" />
    </>
  );
}

interface BriefProps {
  readonly plan: Plan;
  readonly blame: Blame | null;
  readonly status: (name: AnswerName) => number;
}

function Brief({ plan, blame, status }: BriefProps) {
  const name = blame?.tab === 'preflight' ? 'preflight' : 'response';
  const { headers } = plan[name];
  const count = headers.filter(([header]) => /^access-control-/i.test(header)).length;
  const title = name === 'preflight' ? 'Preflight' : 'Response';
  const with_ = count === 0 ? 'without CORS headers' : `with ${count} CORS ${count === 1 ? 'header' : 'headers'}`;
  return (
    <>
      {title} {status(name)} {plan.library ? 'by a library' : with_}
      {blame && ', 1 to fix'}
    </>
  );
}
