import { callCode, endpointUrl, type ScenarioRequest, toFetchCall } from '#cors';
import { endpointId } from '../endpoint.ts';
import { useOrigins } from '../shell/origins.tsx';
import { CopyButton } from '../ui/copy-button.tsx';
import { Group } from '../ui/group.tsx';
import { keyed } from '../ui/keyed.ts';

/** The same request as one would write it. Shown with the endpoint's own prefix shortened, copied whole. */
export function AsCode({ request }: { request: ScenarioRequest }) {
  const origins = useOrigins();
  const code = callCode(toFetchCall(request, origins, endpointId));
  const prefix = endpointUrl(origins[request.target], endpointId, '');
  return (
    <Group title="As code" end={<CopyButton what="the code" text={() => code} />}>
      <pre className="rounded-control border border-line bg-surface px-3 py-2.5 leading-5 whitespace-pre-wrap wrap-anywhere">
        {keyed(code.replace(prefix, '…').split('\n'), (line) => line).map(({ key, item: line }) => (
          <Line key={key} line={line} />
        ))}
      </pre>
    </Group>
  );
}

/** What does not fit is broken at a blank, such as that after a colon, and goes on deeper than the line began. */
function Line({ line }: { line: string }) {
  const indent = line.search(/\S|$/);
  return (
    <span className="block" style={{ paddingLeft: `${indent + 2}ch`, textIndent: '-2ch' }}>
      {line.slice(indent)}
    </span>
  );
}
