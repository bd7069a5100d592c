import {
  defaultLibrary,
  headerValueProblem,
  type Library,
  libraries,
  libraryNames,
  resolveOrigins,
  symbolizeOrigins,
} from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { Group } from '../ui/group.tsx';
import { Says } from '../ui/says.tsx';
import { Select } from '../ui/select.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { Flag } from './cookies.tsx';

const choices = [
  { value: 'none', label: 'Exactly what is set here' },
  ...libraryNames.map((name) => ({ value: name, label: libraries[name].label })),
] as const;

/** Who writes the CORS headers: a person, or a library with its own ways. */
export function BehavesLike({ blame }: { blame: string | null }) {
  const library = useScenario(({ scenario }) => scenario.plan.library);
  const { libraryChosen } = useScenario.getState();
  return (
    <Group title="Behaves like">
      <Select
        label="Behaves like"
        value={library?.name ?? 'none'}
        choices={choices}
        onChange={(name) => libraryChosen(name === 'none' ? null : defaultLibrary(name))}
      />
      <p className="pt-1.5 text-pretty text-ink-2">
        <Prose
          text={
            library ? libraries[library.name].note : 'Or like a library with its own defaults: Express, Spring, nginx …'
          }
        />
      </p>
      {blame && <Says tone="block" text={blame} />}
      {library && <Options key={library.name} library={library} onChange={libraryChosen} />}
    </Group>
  );
}

type TextOption = 'origins' | 'methods' | 'headers' | 'expose' | 'maxAge';
const fields: readonly { key: TextOption; title: string; options: readonly Option[] }[] = [
  { key: 'origins', title: 'Origins', options: [{ value: '*', hint: 'any origin' }] },
  { key: 'methods', title: 'Methods', options: [{ value: 'GET, PUT, DELETE' }, { value: '*' }] },
  { key: 'headers', title: 'Request headers', options: [{ value: 'content-type, x-token' }, { value: '*' }] },
  { key: 'expose', title: 'Exposed headers', options: [{ value: 'X-Total-Count' }, { value: '*' }] },
  { key: 'maxAge', title: 'Max age', options: [{ value: '600', hint: 'seconds' }] },
];

function Options({ library, onChange }: { library: Library; onChange: (library: Library) => void }) {
  const origins = useOrigins();
  return (
    <div className="mt-2 border-t border-line">
      {fields.map(({ key, title, options }) => (
        <OptionField
          key={key}
          title={title}
          value={resolveOrigins(library[key], origins)}
          options={key === 'origins' ? [{ value: origins.page, hint: 'the page’s origin' }, ...options] : options}
          problemOf={key === 'maxAge' ? secondsProblem : headerValueProblem}
          onChange={(text) => onChange({ ...library, [key]: symbolizeOrigins(text, origins) })}
        />
      ))}
      <div className="flex h-10 items-center">
        <Flag
          label="Credentials allowed"
          on={library.credentials}
          onChange={(credentials) => onChange({ ...library, credentials })}
        />
      </div>
    </div>
  );
}

const secondsProblem = (text: string) => (/^(-?\d{1,10})?$/.test(text) ? null : 'must be whole seconds, or nothing');

interface OptionFieldProps {
  readonly title: string;
  readonly value: string;
  readonly options: readonly Option[];
  readonly problemOf: (text: string) => string | null;
  readonly onChange: (text: string) => void;
}

function OptionField({ title, value, options, problemOf, onChange }: OptionFieldProps) {
  const draft = useDraft(value, problemOf, onChange);
  return (
    <div className="pt-2">
      <span aria-hidden className="text-ink-2">
        {title}
      </span>
      <Combobox
        label={title}
        value={draft.text}
        options={options}
        onChange={draft.type}
        invalid={draft.problem !== null}
        placeholder="its own default"
      />
      {draft.problem && <Says tone="block" text={`Not used: this ${draft.problem}.`} />}
    </div>
  );
}
