import { useId, useState } from 'react';
import { type Answer, limits } from '#cors';
import { Setting } from '../request/setting.tsx';
import { type AnswerName, useScenario } from '../state/scenario.ts';
import { Combobox } from '../ui/combobox.tsx';
import { MoreToggle } from '../ui/more-toggle.tsx';
import { Says } from '../ui/says.tsx';
import { Switch } from '../ui/switch.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { useDraft } from '../ui/use-draft.ts';
import { Cookies } from './cookies.tsx';

const delayProblem = (text: string) =>
  /^\d{1,5}$/.test(text) && Number(text) <= limits.delay ? null : `milliseconds are from 0 to ${limits.delay}`;
const delays = [
  { value: '0', hint: 'at once' },
  { value: '300' },
  { value: '1000', hint: 'one second' },
  { value: '5000', hint: 'five seconds' },
];

export function BodyField({ name, body }: { name: AnswerName; body: string }) {
  const { answerEdited } = useScenario.getState();
  return (
    <TextArea
      label="Body of the answer"
      value={body}
      maxLength={limits.bodyLength}
      placeholder="empty"
      onChange={(text) => answerEdited(name, { body: text })}
    />
  );
}

/** What few answers have: shown when there is any, or when asked for. Nobody reads the body of a preflight's answer. */
export function MoreOfAnswer({ name, answer }: { name: AnswerName; answer: Answer }) {
  const [open, setOpen] = useState(false);
  const id = useId();
  const plan = useScenario(({ scenario }) => scenario.plan);
  const { answerEdited, planReplaced } = useScenario.getState();
  const delay = useDraft(String(answer.delay), delayProblem, (text) => answerEdited(name, { delay: Number(text) }));
  const hasBody = name === 'response';
  const none = answer.cookies.length === 0 && answer.delay === 0 && (hasBody ? !plan.cache : answer.body === '');
  return (
    <div className="px-(--side) pt-[18px]">
      <MoreToggle
        title={hasBody ? 'Cookies, delay and cache' : 'Body, cookies and delay'}
        end={none ? 'none' : ''}
        open={open}
        controls={id}
        onToggle={setOpen}
      />
      <div id={id}>
        {!hasBody && (open || answer.body !== '') && (
          <div className="pt-3.5">
            <h4 className="mb-1 font-semibold">Body</h4>
            <BodyField name={name} body={answer.body} />
          </div>
        )}
        {(open || answer.cookies.length > 0) && (
          <div className="pt-3.5">
            <h4 className="mb-1 font-semibold">Cookies</h4>
            <Cookies answer={name} cookies={answer.cookies} />
          </div>
        )}
        {(open || answer.delay > 0) && (
          <div className="pt-2">
            <h4 className="mb-1 font-semibold">Delay in milliseconds</h4>
            <Combobox
              label="Delay in milliseconds"
              value={delay.text}
              options={delays}
              onChange={delay.type}
              invalid={delay.problem !== null}
              inputMode="numeric"
            />
            {delay.problem && <Says tone="block" text={`Not used: ${delay.problem}. \`${answer.delay}\` counts.`} />}
          </div>
        )}
        {hasBody && (open || plan.cache) && (
          <Setting
            title="Cache in front"
            term="shared-cache"
            href="https://developer.mozilla.org/docs/Web/HTTP/Guides/Caching#types_of_caches"
            help="A shared cache, as of a CDN, answers `GET` from what it keeps. Any change of this server empties it."
            end={
              <Switch label="Cache in front" on={plan.cache} onChange={(cache) => planReplaced({ ...plan, cache })} />
            }
          />
        )}
      </div>
    </div>
  );
}
