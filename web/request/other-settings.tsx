import { useId, useState } from 'react';
import { defaultRequest, type ScenarioRequest } from '#cors';
import { useScenario } from '../state/scenario.ts';
import { MoreToggle } from '../ui/more-toggle.tsx';
import { Select } from '../ui/select.tsx';
import { Switch } from '../ui/switch.tsx';
import { Setting } from './setting.tsx';
import { countChanged, keepaliveHref, settings } from './settings.ts';

/** What fetch() takes besides. Folded, it still shows whatever is not the default. */
export function OtherSettings({ request }: { request: ScenarioRequest }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const requestEdited = useScenario((state) => state.requestEdited);
  const changed = countChanged(request);
  return (
    <div className="px-(--side) pt-[18px]">
      <MoreToggle
        title="Other settings"
        end={changed === 0 ? 'all default' : `${changed} not default`}
        open={open}
        controls={id}
        onToggle={setOpen}
      />
      <div id={id}>
        {settings.map((setting) => {
          const { key, title, term, values, help, href } = setting;
          const value = request[key];
          if (!open && value === defaultRequest[key]) return null;
          return (
            <Setting key={key} title={title} term={term} href={href} help={Reflect.get(help, value)}>
              <Select
                label={title}
                value={value}
                choices={values.map((each) => ({ value: each, label: each || 'not said' }))}
                onChange={(chosen) => requestEdited({ [key]: chosen })}
                className="wire-text"
              />
            </Setting>
          );
        })}
        {(open || request.keepalive) && (
          <Setting
            title="Keepalive"
            href={keepaliveHref}
            help="The request outlives the page, as for a last message while leaving."
            end={
              <Switch label="Keepalive" on={request.keepalive} onChange={(keepalive) => requestEdited({ keepalive })} />
            }
          />
        )}
      </div>
    </div>
  );
}
