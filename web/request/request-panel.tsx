import { Plus } from 'lucide-react';
import { asAsked, choices, limits, type ScenarioRequest } from '#cors';
import { useOrigins } from '../shell/origins.tsx';
import { Panel } from '../shell/panel.tsx';
import { useScenario, useSelectedRequest } from '../state/scenario.ts';
import { QuietButton } from '../ui/button.tsx';
import { Group } from '../ui/group.tsx';
import { AsCode } from './as-code.tsx';
import { OtherSettings } from './other-settings.tsx';
import { OwnSettings } from './own-settings.tsx';
import { RequestBody } from './request-body.tsx';
import { RequestHeaders } from './request-headers.tsx';
import { RequestLine } from './request-line.tsx';
import { waysToAsk } from './ways.ts';

/** `isListFixed`: no request can be added or taken away. */
export function RequestPanel({ isListFixed = false }: { isListFixed?: boolean }) {
  const origins = useOrigins();
  const request = useSelectedRequest();
  const takes = choices[request.api];
  const selected = useScenario((state) => state.selected);
  const count = useScenario(({ scenario }) => scenario.requests.length);
  return (
    <Panel
      name="request"
      label="Request"
      side="Page"
      origin={origins.page}
      brief={<Brief request={request} place={count > 1 ? `${selected + 1} of ${count}` : ''} />}
    >
      {/* Each request has fields of its own: what is half typed in one does not turn up in another. */}
      <div key={selected}>
        <Group title={count > 1 ? `Request ${selected + 1} of ${count}` : 'Request'}>
          <RequestLine request={request} />
        </Group>
        {takes.includes('headers') && (
          <Group title="Headers">
            <RequestHeaders request={request} />
          </Group>
        )}
        {takes.includes('body') && <RequestBody request={request} />}
        {request.api === 'fetch' ? <OtherSettings request={request} /> : <OwnSettings request={request} />}
        <AsCode request={request} />
      </div>
      {!isListFixed && <RequestActions count={count} selected={selected} />}
    </Panel>
  );
}

function Brief({ request, place }: { request: ScenarioRequest; place: string }) {
  const { api, method, headers, body, mode, credentials } = asAsked(request);
  const takes = choices[api];
  const extras = [
    takes.includes('headers') &&
      headers.length > 0 &&
      `${headers.length} ${headers.length === 1 ? 'header' : 'headers'}`,
    body && 'a body',
    takes.includes('credentials') && credentials === 'include' && (api === 'fetch' || mode === 'cors') && 'credentials',
  ].filter((extra) => typeof extra === 'string');
  return (
    <>
      <code className="text-ink">
        {method} {request.path}
      </code>
      {api !== 'fetch' && ` by ${waysToAsk[api].label.replace(/^A/, 'a')}`}
      {extras.length > 0 && ` with ${new Intl.ListFormat('en').format(extras)}`}
      {place && `, ${place}`}
    </>
  );
}

function RequestActions({ count, selected }: { count: number; selected: number }) {
  const { requestAdded, requestDuplicated, requestRemoved } = useScenario.getState();
  const full = count >= limits.requests;
  return (
    <div className="mt-5 flex flex-wrap border-t border-line px-[calc(var(--side)-8px)] pt-2">
      <QuietButton onClick={requestAdded} disabled={full}>
        <Plus size={16} strokeWidth={1.5} aria-hidden />
        Add request
      </QuietButton>
      <QuietButton onClick={requestDuplicated} disabled={full}>
        Duplicate
      </QuietButton>
      {count > 1 && <QuietButton onClick={() => requestRemoved(selected)}>Remove</QuietButton>}
    </div>
  );
}
