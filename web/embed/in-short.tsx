import type { ReactNode } from 'react';
import { callNames, choices, type FetchCall, type HeaderLine, type Message, originOf } from '#cors';
import { shortUrl } from '../sheet/raw.ts';
import { useView } from '../view/use-view.ts';

const places = {
  document: '',
  worker: ' in a worker',
  'sandboxed-iframe': ' in a sandboxed frame',
  'other-page': ' on another page',
};

/** What a call carries beside its URL: the names of its headers, and the rest in words. */
function carried({ api, headers, body, credentials, mode }: FetchCall): readonly ReactNode[] {
  const takes = choices[api];
  const asksWithThem = takes.includes('credentials') && credentials === 'include';
  return [
    ...(takes.includes('headers') ? headers.map(([name]) => <code key={name}>{name}</code>) : []),
    ...(body ? ['a body'] : []),
    ...(asksWithThem ? ['credentials'] : []),
    ...(api === 'fetch' && mode !== 'cors' ? [<code key="mode">mode: {mode}</code>] : []),
  ];
}

function Asked({ call }: { call: FetchCall }) {
  return (
    <>
      <code className="font-semibold text-ink">
        {call.method} {shortUrl(call.url).replace(/^…/, '')}
      </code>{' '}
      on <code>{originOf(call.url)}</code>
      {call.api !== 'fetch' && (
        <>
          {' by '}
          <code>{callNames[call.api]}</code>
        </>
      )}
      {places[call.context]}
      <With things={carried(call)} />
    </>
  );
}

function With({ things }: { things: readonly ReactNode[] }) {
  return things.map((thing, i) => (
    // Never in another order, and none is added between.
    // biome-ignore lint/suspicious/noArrayIndexKey: a list of words
    <span key={i}>
      {i === 0 ? ' with ' : ', '}
      {thing}
    </span>
  ));
}

const told = /^(access-control-.*|location|set-cookie)$/i;
const asTold = ([name, value]: HeaderLine) =>
  `${name}: ${name.toLowerCase() === 'set-cookie' ? value.split(';', 1)[0] : value}`;

function Answered({ messages }: { messages: readonly Message[] }) {
  if (messages.length === 0) return 'nothing: it is not asked';
  return messages.map(({ kind, hop, response }, i) => (
    <span key={`${kind} ${hop}`}>
      {i > 0 && '; then '}
      {kind === 'preflight' && 'the preflight '}
      {response ? <code className="font-semibold text-ink">{response.status}</code> : 'nothing'}
      {response && (
        <With
          things={response.headers
            .filter(([name]) => told.test(name))
            .map((line) => <code key={line.join()}>{asTold(line)}</code>)}
        />
      )}
      {response && !response.headers.some(([name]) => /^access-control-/i.test(name)) && ' without CORS headers'}
    </span>
  ));
}

/** What is asked and what is answered, in a line or two each. */
export function InShort() {
  const view = useView();
  if (!view) return null;
  const { messages } = view.outcome ?? (view.kind === 'observed' ? view.prediction : view.outcome);
  return (
    <dl className="embed-short text-ink-2 wrap-anywhere">
      <div>
        <dt className="font-semibold text-ink">Asks</dt>
        <dd>
          <Asked call={view.call} />
        </dd>
      </div>
      <div>
        <dt className="font-semibold text-ink">Answers</dt>
        <dd>
          <Answered messages={messages} />
        </dd>
      </div>
    </dl>
  );
}
