import type { Deviations } from '../browsers.ts';
import type { Finding, FindingFacts } from '../findings.ts';
import { getHeader, type WireResponse } from '../http.ts';
import { mimeEssence } from '../safelist.ts';
import { imageType, isFont, isImage, isScriptType } from '../samples.ts';
import type { Api } from '../scenario.ts';

type Unusable = FindingFacts['not-usable']['because'];

/** Why something that has been fetched is of no use to what asked for it, or null. */
export function unusable(api: Api, { status, headers, body }: WireResponse, browser: Deviations): Finding | null {
  const type = getHeader(headers, 'content-type');
  const because = reason(api, status, mimeEssence(type ?? ''), body, browser);
  return because === null ? null : { code: 'not-usable', facts: { api, because, status, type } };
}

const isOk = (status: number): boolean => status >= 200 && status <= 299;

function reason(api: Api, status: number, type: string | null, body: string, browser: Deviations): Unusable | null {
  switch (api) {
    // https://html.spec.whatwg.org/multipage/server-sent-events.html#sse-processing-model
    case 'event-source':
      if (status !== 200) return 'status';
      return type === 'text/event-stream' ? null : 'type';
    // https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-classic-script, #fetch-a-single-module-script; our
    // server says nosniff, so that a classic script needs its type too.
    case 'script':
    case 'module':
      if (!isOk(status)) return 'status';
      return isScriptType(type) ? null : 'type';
    // https://html.spec.whatwg.org/multipage/images.html#updating-the-image-data – its status is not looked at.
    case 'image':
      if (browser.imageNeedsOkStatus && !isOk(status)) return 'status';
      return type === imageType && isImage(body) ? null : 'content';
    case 'font':
      if (!isOk(status)) return 'status';
      return isFont(body) ? null : 'content';
    default:
      return null;
  }
}
