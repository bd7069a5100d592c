import { choices, type ScenarioRequest } from '#cors';
import { useScenario } from '../state/scenario.ts';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Setting } from './setting.tsx';
import { type CrossOrigin, crossOriginHelp, crossOriginOf, withCrossOrigin } from './ways.ts';

const mdn = 'https://developer.mozilla.org/docs/Web';
const values: readonly CrossOrigin[] = ['none', 'anonymous', 'use-credentials'];

/** What the other APIs let one choose. Each has so little that nothing is folded. */
export function OwnSettings({ request }: { request: ScenarioRequest }) {
  const requestEdited = useScenario((state) => state.requestEdited);
  const { api, credentials, uploadListener } = request;
  const takes = choices[api];
  const isElement = api === 'image' || api === 'script' || api === 'module';
  // A module script asks for consent without the attribute, as with the value anonymous.
  const crossOrigin = api === 'module' ? crossOriginOf({ mode: 'cors', credentials }) : crossOriginOf(request);
  const offered = api === 'module' ? values.slice(1) : values;
  return (
    <div className="px-(--side)">
      {isElement && (
        <Setting
          title="crossorigin"
          href={`${mdn}/HTML/Reference/Attributes/crossorigin`}
          help={crossOriginHelp[crossOrigin]}
        >
          <Select
            label="crossorigin"
            value={crossOrigin}
            choices={offered.map((value) => ({ value, label: value }))}
            onChange={(value) => requestEdited(withCrossOrigin(value))}
            className="wire-text"
          />
        </Setting>
      )}
      {!isElement && takes.includes('credentials') && (
        <Setting
          title="withCredentials"
          term="credentials-mode"
          href={`${mdn}/API/${api === 'xhr' ? 'XMLHttpRequest' : 'EventSource'}/withCredentials`}
          help="Cookies may travel to other origins, and the answer must allow it."
          end={
            <Switch
              label="withCredentials"
              on={credentials === 'include'}
              onChange={(on) => requestEdited({ credentials: on ? 'include' : 'same-origin' })}
            />
          }
        />
      )}
      {takes.includes('uploadListener') && (
        <Setting
          title="Listen to the upload"
          href={`${mdn}/API/XMLHttpRequest/upload`}
          help="A listener on `xhr.upload` makes every request with a body need a preflight."
          end={
            <Switch
              label="Listen to the upload"
              on={uploadListener}
              onChange={(on) => requestEdited({ uploadListener: on })}
            />
          }
        />
      )}
    </div>
  );
}
