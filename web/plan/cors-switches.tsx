import { ExternalLink, Plus, X } from 'lucide-react';
import { useId } from 'react';
import { type HeaderLine, headerValueProblem, resolveOrigins, symbolizeOrigins } from '#cors';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { IconButton } from '../ui/button.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { Says } from '../ui/says.tsx';
import { Switch } from '../ui/switch.tsx';
import { useDraft } from '../ui/use-draft.ts';
import type { Blame } from './blame.ts';
import { type Asked, type CorsHeader, corsHeaders, sameName } from './cors-headers.ts';

interface CorsSwitchesProps {
  readonly answer: AnswerName;
  readonly lines: readonly HeaderLine[];
  readonly asked: Asked;
  readonly blame: Blame | null;
}

/** The CORS headers of an answer, each with a switch, and its value while it is on. */
export function CorsSwitches({ answer, lines, asked, blame }: CorsSwitchesProps) {
  return (
    <ul className="border-t border-line">
      {corsHeaders[answer].map((header) => (
        <CorsSwitch
          key={header.name}
          answer={answer}
          header={header}
          lines={lines}
          asked={asked}
          blame={blame && sameName(blame.header, header.name) ? blame : null}
        />
      ))}
    </ul>
  );
}

function CorsSwitch({ answer, header, lines, asked, blame }: CorsSwitchesProps & { header: CorsHeader }) {
  const { headerSwitched, headerLinesEdited } = useScenario.getState();
  const { name } = header;
  const options = header.options(asked);
  const mine = lines.map((line, index) => ({ line, index })).filter(({ line }) => sameName(line[0], name));
  const on = mine.length > 0;
  const { origins } = asked;
  const suggestion = symbolizeOrigins(options[0]?.value ?? '', origins);
  const says = blame && (on ? blame.says : blame.off);
  return (
    <li className="border-b border-line">
      <div className="flex min-h-9 items-center justify-between gap-1">
        <span className={on ? '' : 'text-ink-2'}>
          <Prose text={`\`${name}\``} />
        </span>
        <Switch label={name} on={on} onChange={(next) => headerSwitched(answer, name, next, suggestion)} />
      </div>
      {on && (
        <div className="-mt-px pb-2.5">
          {mine.map(({ line: [, value], index }, at) => (
            <ValueField
              key={index}
              label={mine.length > 1 ? `Value ${at + 1} of ${name}` : `Value of ${name}`}
              value={resolveOrigins(value, origins)}
              options={options}
              blamed={says !== null}
              onChange={(text) =>
                headerLinesEdited(answer, (all) => all.with(index, [name, symbolizeOrigins(text, origins)]))
              }
              onRemove={mine.length > 1 ? () => headerLinesEdited(answer, (all) => all.toSpliced(index, 1)) : undefined}
            />
          ))}
        </div>
      )}
      {says && (
        <div className={on ? '-mt-2.5 pb-2.5' : '-mt-2 pb-1.5'}>
          <Says tone="block" text={says} />
        </div>
      )}
      {on && (
        <div className="-mt-2 flex items-start justify-between gap-2 pb-1.5 text-ink-2">
          <p className="text-pretty">
            <Prose text={header.help} />{' '}
            <a
              href={header.href}
              target="_blank"
              rel="noreferrer"
              aria-label={`About ${name}`}
              className="inline-block align-[-2px] text-accent"
            >
              <ExternalLink size={13} strokeWidth={1.75} aria-hidden />
            </a>
          </p>
          <IconButton
            label={`Send ${name} once more`}
            className="-mt-0.5 h-6! w-6! text-ink-3!"
            onClick={() => headerLinesEdited(answer, (all) => [...all, [name, suggestion]])}
          >
            <Plus size={14} strokeWidth={1.5} aria-hidden />
          </IconButton>
        </div>
      )}
    </li>
  );
}

interface ValueFieldProps {
  readonly label: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly blamed: boolean;
  readonly onChange: (text: string) => void;
  readonly onRemove: (() => void) | undefined;
}

function ValueField({ label, value, options, blamed, onChange, onRemove }: ValueFieldProps) {
  const id = useId();
  const draft = useDraft(value, headerValueProblem, onChange);
  return (
    <div className="mt-1.5 first:mt-0">
      <div className="flex items-center gap-1">
        <Combobox
          label={label}
          value={draft.text}
          options={options}
          onChange={draft.type}
          invalid={blamed || draft.problem !== null}
          describedBy={draft.problem ? id : undefined}
          className="flex-1"
        />
        {onRemove && (
          <IconButton label={`Remove ${label.toLowerCase()}`} onClick={onRemove} className="w-6! text-ink-3!">
            <X size={14} strokeWidth={1.5} aria-hidden />
          </IconButton>
        )}
      </div>
      {draft.problem && <Says id={id} tone="block" text={`Not used: this ${draft.problem}. \`${value}\` is sent.`} />}
    </div>
  );
}
