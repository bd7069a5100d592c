import { type bodyTypes, limits, type ScenarioRequest } from '#cors';
import { useScenario } from '../state/scenario.ts';
import { Combobox } from '../ui/combobox.tsx';
import { Group } from '../ui/group.tsx';
import { Select } from '../ui/select.tsx';
import { TextArea } from '../ui/text-field.tsx';
import { type BodyKind, bodyKindOf, takesHeaders, withBodyKind } from './body-kind.ts';

const kinds: readonly { value: BodyKind; label: string }[] = [
  { value: 'none', label: 'None' },
  { value: 'text', label: 'Text' },
  { value: 'json', label: 'JSON' },
  { value: 'form', label: 'Form' },
  { value: 'multipart', label: 'Multipart form' },
  { value: 'blob', label: 'Blob' },
  { value: 'bytes', label: 'Bytes' },
];

const help: Record<(typeof bodyTypes)[number], string> = {
  text: 'A string: text/plain, unless a header says otherwise.',
  form: 'URLSearchParams from name=value&… : a safelisted type.',
  multipart: 'FormData from name=value&… : a safelisted type.',
  blob: 'A Blob, which brings its own type.',
  bytes: 'A Uint8Array, which sets no Content-Type.',
};

const types = [
  { value: 'application/json', hint: 'needs a preflight' },
  { value: 'text/plain', hint: 'safelisted' },
  { value: 'text/csv', hint: 'needs a preflight' },
  { value: 'image/png', hint: 'needs a preflight' },
];

export function RequestBody({ request }: { request: ScenarioRequest }) {
  const requestEdited = useScenario((state) => state.requestEdited);
  const { body } = request;
  const kind = bodyKindOf(request);
  return (
    <Group
      title="Body"
      end={
        <Select
          label="Type of body"
          value={kind}
          choices={kinds.filter(({ value }) => value !== 'json' || takesHeaders(request.api))}
          onChange={(chosen) => requestEdited(withBodyKind(request, chosen))}
          className="h-6! border-transparent! bg-transparent! pr-6! text-right text-ink-2 [&+svg]:top-1 [&+svg]:right-0"
        />
      }
    >
      {body && (
        <>
          {body.type === 'blob' && (
            <Combobox
              label="Type of the Blob"
              value={body.mime}
              options={types}
              placeholder="no type"
              onChange={(mime) => requestEdited({ body: { ...body, mime } })}
              className="mb-2"
            />
          )}
          <TextArea
            label="Body"
            value={body.text}
            maxLength={limits.bodyLength}
            onChange={(text) => requestEdited({ body: { ...body, text } })}
          />
          <p className="pt-1.5 text-pretty text-ink-2">
            {kind === 'json' ? 'A string: JSON, because its Content-Type says so.' : help[body.type]}
          </p>
        </>
      )}
    </Group>
  );
}
