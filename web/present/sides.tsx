import type { ReactNode } from 'react';
import { callNames, choices, defaultAnswer, defaultRequest, type FetchCall, type HeaderLine } from '#cors';
import { answerHere } from '../plan/situation.ts';
import { placeLabel, waysToAsk } from '../request/ways.ts';
import { Brief } from '../sheet/brief.tsx';
import { shortUrl } from '../sheet/raw.ts';
import { useOrigins } from '../shell/origins.tsx';
import type { AnswerName } from '../state/scenario.ts';
import { useScenario, useSelectedRequest } from '../state/scenario.ts';
import { keyed } from '../ui/keyed.ts';
import type { View } from '../view/view.ts';

function Side({ label, origin, children }: { label: 'Page' | 'Server'; origin: string; children: ReactNode }) {
  return (
    <section
      aria-label={label === 'Page' ? 'Request' : 'Server'}
      className={`present-side present-${label.toLowerCase()}`}
    >
      <h2 className="present-band">
        <span className="text-ink-2">{label}</span> <code className="truncate font-semibold">{origin}</code>
      </h2>
      {children}
    </section>
  );
}

function Group({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <div className="present-group">
      <h3 className="flex justify-between gap-3 font-semibold">{title}</h3>
      {children}
    </div>
  );
}

function Lines({ lines }: { lines: readonly HeaderLine[] }) {
  return keyed(lines, ([name]) => name).map(({ key, item: [name, value] }) => (
    <p key={key} className="present-line">
      <code className="wrap-anywhere block text-ink-2">{name}</code>
      <Brief text={value} />
    </p>
  ));
}

const settings = ['mode', 'credentials', 'redirect', 'cache', 'referrerPolicy', 'keepalive'] as const;

/** What a call takes of its API's choices, other than what it has without them. */
const chosen = (call: FetchCall): readonly HeaderLine[] =>
  settings
    .filter((name) => choices[call.api].includes(name) && call[name] !== defaultRequest[name])
    .map((name) => [name, String(call[name])]);

/** What the page asks for. */
export function Asks({ call }: { call: FetchCall }) {
  const origins = useOrigins();
  const { context } = useSelectedRequest();
  const { api, method, url, headers, body } = call;
  const takes = choices[api];
  const settingLines = chosen(call);
  return (
    <Side label="Page" origin={context === 'other-page' ? origins.second : origins.page}>
      <Group title="Asks for">
        <Brief text={`${method} ${shortUrl(url).replace(/^…/, '')}`} />
      </Group>
      {(api !== 'fetch' || context !== 'document') && (
        <Group title="by">
          <code>{callNames[api]}</code>
          {waysToAsk[api].label !== callNames[api] && `, ${waysToAsk[api].label.replace(/^A/, 'a')}`}
          {context !== 'document' && `, in ${placeLabel(context, origins)}`}
        </Group>
      )}
      {takes.includes('headers') && headers.length > 0 && (
        <Group title="with headers">
          <Lines lines={headers} />
        </Group>
      )}
      {body && (
        <Group title="and body">
          <Brief text={body.text} />
        </Group>
      )}
      {settingLines.length > 0 && (
        <Group title="and">
          {settingLines.map(([name, value]) => (
            <code key={name} className="block">
              {name}: {value}
            </code>
          ))}
        </Group>
      )}
    </Side>
  );
}

// Every answer of the server carries these, and none of them decides anything here.
const always = ['content-length', 'x-content-type-options', 'content-security-policy'];
const isTelling = ([name, value]: HeaderLine) =>
  !always.includes(name.toLowerCase()) && !defaultAnswer.headers.some(([n, v]) => n === name && v === value);

function AnswerGroup({ title, name, view }: { title: string; name: AnswerName; view: View }) {
  const origins = useOrigins();
  const plan = useScenario(({ scenario }) => scenario.plan);
  const { status, headers } = answerHere(name, plan, view, origins);
  const lines = headers.filter(isTelling);
  return (
    <Group
      title={
        <>
          {title} <code className="font-normal">{status}</code>
        </>
      }
    >
      {plan[name].redirects.map(({ status: hop, to }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: hops have no other name than their number
        <p key={i} className="present-line">
          first <code>{hop}</code> to <code>{to in origins ? origins[to as keyof typeof origins] : to}</code>
        </p>
      ))}
      <Lines lines={lines} />
      {!lines.some(([line]) => /^access-control-/i.test(line)) && (
        <p className="present-line text-ink-2">no CORS headers</p>
      )}
    </Group>
  );
}

/** What the server answers, to whatever is sent to it: whether a preflight is, this does not tell. */
export function Answers({ view }: { view: View }) {
  const origins = useOrigins();
  const { target } = useSelectedRequest();
  return (
    <Side label="Server" origin={origins[target]}>
      <AnswerGroup title="To a preflight" name="preflight" view={view} />
      <AnswerGroup title="To the request" name="response" view={view} />
    </Side>
  );
}
