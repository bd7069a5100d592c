import { defaultAnswer } from './defaults.ts';
import { getHeader, type HeaderLine } from './http.ts';
import { eventStreamType, fontType, imageType, sampleImage, scriptType } from './samples.ts';
import { type Answer, type Api, apis } from './scenario.ts';

export const sampleEvents = 'data: hello\n\n';

/** An answer that this API can use, by its type and body. The body of a script or font is the server's own. */
export function sampleFor(api: Api): { readonly type: string; readonly body: string } {
  const { headers, body } = defaultAnswer;
  switch (api) {
    case 'event-source':
      return { type: eventStreamType, body: sampleEvents };
    case 'image':
      return { type: imageType, body: sampleImage };
    case 'script':
    case 'module':
      return { type: scriptType, body };
    case 'font':
      return { type: fontType, body };
    default:
      return { type: getHeader(headers, 'Content-Type') ?? '', body };
  }
}

const isContentType = ([name]: HeaderLine): boolean => name.toLowerCase() === 'content-type';

/** The answer with the sample for this API, if it has the sample for another: one that was edited stays as it is. */
export function withSampleFor(api: Api, answer: Answer): Answer {
  const types = answer.headers.filter(isContentType).map(([, type]) => type);
  const isSample = apis.map(sampleFor).some(({ type, body }) => body === answer.body && types.join('\n') === type);
  const { type, body } = sampleFor(api);
  if (!isSample || (types[0] === type && answer.body === body)) return answer;
  return { ...answer, body, headers: answer.headers.map((line) => (isContentType(line) ? [line[0], type] : line)) };
}
