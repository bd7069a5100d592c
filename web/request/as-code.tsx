import { endpointUrl, fetchCode, type ScenarioRequest, toFetchCall } from '#cors';
import { endpointId } from '../endpoint.ts';
import { useOrigins } from '../shell/origins.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Group } from '../ui/group.tsx';

/** The same request as one would write it. Shown with the endpoint's own prefix shortened, copied whole. */
export function AsCode({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const code = fetchCode(toFetchCall(request, origins, endpointId));
  const prefix = endpointUrl(origins[request.target], endpointId, '');
  return (
    <Group title="As code" end={<CopyButton what="the code" text={() => code} />}>
      <pre className="rounded-control border border-line bg-surface px-3 py-2.5 leading-5 whitespace-pre-wrap wrap-anywhere">
        {code.replace(prefix, '…')}
      </pre>
    </Group>
  );
}
