import { asAsked, choices, originNames, pathProblem, type ScenarioRequest } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { Says } from '../ui/says.tsx';
import { Select } from '../ui/select.tsx';
import { TextField } from '../ui/text-field.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { chooseApi } from './choose-api.ts';
import { relation } from './targets.ts';
import { apiChoices, contextChoices, placeToAsk, waysToAsk } from './ways.ts';

const methods = [
  { value: 'GET', hint: 'safelisted' },
  { value: 'HEAD', hint: 'safelisted' },
  { value: 'POST', hint: 'safelisted' },
  { value: 'PUT' },
  { value: 'PATCH' },
  { value: 'DELETE' },
  { value: 'OPTIONS' },
];

/** Method and path, where to, by what and from where. What an API decides by itself stands there as it is. */
export function RequestLine({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const { requestEdited } = useScenario.getState();
  const path = useDraft(request.path, pathProblem, (text) => requestEdited({ path: text }));
  return (
    <>
      <div className="grid grid-cols-[88px_1fr]">
        {choices[request.api].includes('method') ? (
          <Combobox
            label="Method"
            value={request.method}
            options={methods}
            onChange={(method) => requestEdited({ method })}
            hintAt="list"
            className="[&_input]:rounded-r-none! [&_input]:border-r-0"
          />
        ) : (
          <code className="flex h-8 items-center rounded-l-control border border-edge border-r-0 bg-inset px-2.5 text-ink-2">
            {asAsked(request).method}
          </code>
        )}
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
      <div className="mt-2 grid grid-cols-[auto_1fr] items-center gap-x-2.5 gap-y-1.5 [&_p]:col-span-2 [&_p]:-mt-0.5 [&_p]:pb-1">
        <span className="text-ink-2">to</span>
        <Select
          label="Target"
          value={request.target}
          onChange={(target) => requestEdited({ target })}
          choices={originNames.map((name) => ({ value: name, label: origins[name], group: relation[name].short }))}
          className="wire-text"
        />
        <Help text={relation[request.target].long} />
        <span className="text-ink-2">by</span>
        <Select label="Ask by" value={request.api} onChange={chooseApi} choices={apiChoices(request)} />
        <Help text={waysToAsk[request.api].help} />
        <span className="text-ink-2">from</span>
        <Select
          label="From"
          value={request.context}
          onChange={(context) => requestEdited({ context })}
          choices={contextChoices(request, origins)}
        />
        {request.context !== 'document' && <Help text={placeToAsk(request.context, origins).help} />}
      </div>
    </>
  );
}

function Help({ text }: { text: string }) {
  return (
    <p className="text-pretty text-ink-2">
      <Prose text={text} />
    </p>
  );
}
