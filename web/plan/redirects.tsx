import { Plus, X } from 'lucide-react';
import { limits, type Origins, type Redirect, redirectTargets } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { IconButton, QuietButton } from '../ui/button.tsx';
import { Group } from '../ui/group.tsx';
import { Says } from '../ui/says.tsx';
import { Select } from '../ui/select.tsx';
import type { Blame } from './blame.ts';
import { Flag } from './cookies.tsx';
import { StatusField } from './status-field.tsx';

const about: Record<AnswerName, string> = {
  response:
    'Each hop sends the request on, and the last one leads to the response. Browsers judge every one of these answers.',
  preflight: 'A browser does not follow it: the request is blocked.',
};
const statuses = [301, 302, 303, 307, 308];

const targetLabel = (origins: Origins, target: Redirect['to']): string => {
  switch (target) {
    case 'no-location':
      return 'no Location at all';
    case 'unparsable':
      return 'http://[oops]/, not a URL';
    case 'data-url':
      return 'a data: URL';
    case 'page':
      return `${origins.page}, the page’s own`;
    default:
      return origins[target];
  }
};

/** Where an answer sends the request on, hop by hop. */
export function Redirects({ answer, blame }: { answer: AnswerName; blame: Blame | null }) {
  const redirects = useScenario(({ scenario }) => scenario.plan[answer].redirects);
  const { answerEdited } = useScenario.getState();
  const edit = (changed: readonly Redirect[]) => answerEdited(answer, { redirects: changed });
  const hops = redirects.map((redirect, index) => ({ redirect, index }));
  const mine = blame?.tab === 'redirect' && (blame.header === 'preflight') === (answer === 'preflight') ? blame : null;
  return (
    <Group title={answer === 'response' ? 'Of the request' : 'Of the preflight'}>
      <p className="pb-2 text-pretty text-ink-2">
        <Prose text={about[answer]} />
      </p>
      <ol className="border-t border-line">
        {hops.map(({ redirect, index }) => (
          <li key={index} className="border-b border-line py-2.5">
            <Hop
              hop={index + 1}
              redirect={redirect}
              onChange={(changed) => edit(redirects.with(index, changed))}
              onRemove={() => edit(redirects.toSpliced(index, 1))}
            />
          </li>
        ))}
      </ol>
      {mine && <Says tone="block" text={mine.says} />}
      <QuietButton
        className="-mb-3 -ml-1 pl-1!"
        disabled={redirects.length >= limits.redirects}
        onClick={() => edit([...redirects, { to: 'second', status: 302, cors: true, userinfo: false }])}
      >
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        {redirects.length === 0 ? 'Add redirect' : 'Add another hop'}
      </QuietButton>
    </Group>
  );
}

interface HopProps {
  readonly hop: number;
  readonly redirect: Redirect;
  readonly onChange: (redirect: Redirect) => void;
  readonly onRemove: () => void;
}

function Hop({ hop, redirect, onChange, onRemove }: HopProps) {
  const origins = useOrigins();
  return (
    <>
      <div className="flex items-center justify-between">
        <span className="text-ink-2">Hop {hop}</span>
        <IconButton label={`Remove hop ${hop}`} onClick={onRemove} className="h-6! w-6! text-ink-3!">
          <X size={14} strokeWidth={1.5} aria-hidden />
        </IconButton>
      </div>
      <div className="grid grid-cols-[88px_minmax(0,1fr)] items-start gap-1.5 pt-1">
        <div className="[&_[aria-hidden]:not(svg)]:hidden">
          <StatusField
            label={`Status of hop ${hop}`}
            status={redirect.status}
            usual={statuses}
            from={300}
            to={399}
            onChange={(status) => onChange({ ...redirect, status })}
          />
        </div>
        <Select
          label={`Target of hop ${hop}`}
          value={redirect.to}
          choices={redirectTargets.map((to) => ({ value: to, label: targetLabel(origins, to) }))}
          onChange={(to) => onChange({ ...redirect, to })}
          className="wire-text"
        />
      </div>
      <div className="flex flex-wrap gap-x-4 gap-y-1 pt-2">
        <Flag label="with the CORS headers" on={redirect.cors} onChange={(cors) => onChange({ ...redirect, cors })} />
        <Flag
          label="user:secret@ in it"
          on={redirect.userinfo}
          onChange={(userinfo) => onChange({ ...redirect, userinfo })}
        />
      </div>
    </>
  );
}
