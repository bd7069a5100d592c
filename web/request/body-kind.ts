import { type BodyType, getHeader, type HeaderLine, type ScenarioRequest } from '#cors';

/** What people call a body: JSON is text with a Content-Type line of its own. */
export type BodyKind = 'none' | 'json' | BodyType;

const isContentType = ([name]: HeaderLine) => name.toLowerCase() === 'content-type';
const isJson = (line: HeaderLine) => isContentType(line) && /^application\/json\s*(;|$)/i.test(line[1]);

export function bodyKindOf({ body, headers }: ScenarioRequest): BodyKind {
  if (!body) return 'none';
  return body.type === 'text' && headers.some(isJson) ? 'json' : body.type;
}

const example = { none: '', json: '{"status":"paid"}', text: 'Hello', form: 'sku=TEA-100&qty=1' };
const examples: Record<BodyKind, string> = {
  ...example,
  multipart: example.form,
  blob: example.json,
  bytes: example.text,
};

/** The request with a body of this kind: its text kept if it was written by hand, its Content-Type line put right. */
export function withBodyKind(request: ScenarioRequest, kind: BodyKind): Pick<ScenarioRequest, 'body' | 'headers'> {
  const { body } = request;
  const others = request.headers.filter((line) => !isJson(line));
  if (kind === 'none') return { body: null, headers: others };
  const text = body && body.text !== examples[bodyKindOf(request)] ? body.text : examples[kind];
  const mime = body?.mime || (kind === 'blob' ? 'application/json' : '');
  if (kind !== 'json') return { body: { type: kind, text, mime }, headers: others };
  const kept = getHeader(request.headers, 'Content-Type');
  const json: HeaderLine = ['Content-Type', 'application/json'];
  const headers =
    kept === null ? [json, ...others] : request.headers.map((line) => (isContentType(line) ? json : line));
  return { body: { type: 'text', text, mime }, headers };
}
