import { originNames, pathProblem, type ScenarioRequest } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Says } from '../ui/says.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { relation } from './targets.ts';

const methods = [
  { value: 'GET', hint: 'safelisted' },
  { value: 'HEAD', hint: 'safelisted' },
  { value: 'POST', hint: 'safelisted' },
  { value: 'PUT' },
  { value: 'PATCH' },
  { value: 'DELETE' },
  { value: 'OPTIONS' },
];

/** Method, path and target: the URL that fetch() is called with. */
export function RequestLine({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const requestEdited = useScenario((state) => state.requestEdited);
  const path = useDraft(request.path, pathProblem, (text) => requestEdited({ path: text }));
  return (
    <>
      <div className="grid grid-cols-[88px_1fr]">
        <Combobox
          label="Method"
          value={request.method}
          options={methods}
          onChange={(method) => requestEdited({ method })}
          hintAt="list"
          className="[&_input]:rounded-r-none! [&_input]:border-r-0"
        />
        <TextField
          label="Path"
          value={path.text}
          onChange={path.type}
          aria-invalid={path.problem !== null || undefined}
          aria-describedby={path.problem ? 'path-problem' : undefined}
          className="rounded-l-none!"
        />
      </div>
      {path.problem && (
        <Says
          id="path-problem"
          tone="block"
          text={`Not used: the path ${path.problem}. \`${request.path}\` is sent.`}
        />
      )}
      <div className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-2">
        <span className="text-ink-2">to</span>
        <Select
          label="Target"
          value={request.target}
          onChange={(target) => requestEdited({ target })}
          choices={originNames.map((name) => ({ value: name, label: origins[name], group: relation[name].short }))}
          className="wire-text"
        />
      </div>
      <p className="pt-1.5 text-pretty text-ink-2">{relation[request.target].long}</p>
    </>
  );
}
