import { TriangleAlert } from 'lucide-react';
import { mask, type Secret } from '#cors';
import { useScenario } from '../state/scenario.ts';
import { Rich } from '../ui/rich.tsx';
import { Switch } from '../ui/switch.tsx';

interface SecretsProps {
  readonly secrets: readonly Secret[];
  readonly masked: boolean;
  readonly onMask: (masked: boolean) => void;
}

/** Points out what looks like a secret, each by its place, and masks all of them or none. */
export function Secrets({ secrets, masked, onMask }: SecretsProps) {
  const several = useScenario(({ scenario }) => scenario.requests.length > 1);
  return (
    <section aria-label="Secrets" className="mt-4 border-l-[3px] border-warn pl-3">
      <div className="flex items-center gap-2">
        <TriangleAlert size={16} strokeWidth={1.5} aria-hidden className="shrink-0 text-warn" />
        <b className="mr-auto text-warn">
          {secrets.length === 1 ? 'This looks like a secret' : 'These look like secrets'}
        </b>
        <span aria-hidden>Mask</span>
        <Switch label="Mask secrets" on={masked} onChange={onMask} />
      </div>
      <ul className="pt-1 text-ink-2 wrap-anywhere">
        {secrets.map((secret) => (
          <li key={`${secret.at} ${secret.index} ${secret.kind} ${secret.name}`}>
            <Rich text={placeOf(secret, several)} />
          </li>
        ))}
      </ul>
      <p className="pt-1 text-pretty text-ink-2">
        {masked ? (
          <>
            Whatever you take from here says <code>{mask}</code> instead. The address bar is as it was.
          </>
        ) : (
          'Whatever you take from here holds it all.'
        )}
      </p>
    </section>
  );
}

const kinds = {
  header: 'header',
  cookie: 'cookie',
  parameter: 'parameter',
  field: 'body field',
  text: 'text that looks like a key',
};

function placeOf({ at, index, kind, name }: Secret, several: boolean): string {
  const places = {
    title: 'Title',
    expect: 'Expectation',
    request: several ? `Request ${index + 1}` : 'Request',
    preflight: 'Answer to the preflight',
    response: 'Answer to the request',
    wire: 'Recorded on the wire',
  };
  return `${places[at]}: ${kinds[kind]}${name === '' ? '' : ` \`${name}\``}`;
}
