import { type Api, type BodyType, choices, getHeader, type HeaderLine, type ScenarioRequest } from '#cors';

/** The line that choosing JSON adds: known by its identity, since one that was typed may say the same. */
const jsonLine: HeaderLine = ['Content-Type', 'application/json'];

/** What people call a body: JSON is text with a Content-Type line of its own. */
export type BodyKind = 'none' | 'json' | BodyType;

/** A beacon takes none, and so no JSON but by a Blob. */
export const takesHeaders = (api: Api): boolean => choices[api].includes('headers');

const isContentType = ([name]: HeaderLine) => name.toLowerCase() === 'content-type';
const isJson = (line: HeaderLine) => isContentType(line) && /^application\/json\s*(;|$)/i.test(line[1]);

export function bodyKindOf({ api, body, headers }: ScenarioRequest): BodyKind {
  if (!body) return 'none';
  return takesHeaders(api) && body.type === 'text' && headers.some(isJson) ? 'json' : body.type;
}

const example = { none: '', json: '{"status":"paid"}', text: 'Hello', form: 'sku=TEA-100&qty=1' };
const examples: Record<BodyKind, string> = {
  ...example,
  multipart: example.form,
  blob: example.json,
  bytes: example.text,
};

/** The request with a body of this kind: its text kept if it was written by hand, as is a Content-Type line. */
export function withBodyKind(request: ScenarioRequest, kind: BodyKind): Pick<ScenarioRequest, 'body' | 'headers'> {
  const { body } = request;
  // The line that choosing JSON has added goes with it. One that was typed, or came with the link, is left alone.
  const others = request.headers.filter((line) => line !== jsonLine);
  if (kind === 'none') return { body: null, headers: others };
  const text = body && body.text !== examples[bodyKindOf(request)] ? body.text : examples[kind];
  const mime = body?.mime || (kind === 'blob' ? 'application/json' : '');
  if (kind !== 'json') return { body: { type: kind, text, mime }, headers: others };
  const kept = getHeader(request.headers, 'Content-Type');
  const headers =
    kept === null
      ? [jsonLine, ...others]
      : request.headers.map((line) => (isContentType(line) && !isJson(line) ? jsonLine : line));
  return { body: { type: 'text', text, mime }, headers };
}
