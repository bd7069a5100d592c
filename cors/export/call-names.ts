import type { FetchCall } from '../outcome.ts';
import type { Api } from '../scenario.ts';

/** Elements are written in HTML, all else in JavaScript. */
export const codeLanguage = (api: Api): 'js' | 'html' =>
  api === 'image' || api === 'script' || api === 'module' ? 'html' : 'js';

/** What makes the call, in a few characters. */
export const callNames: Readonly<Record<Api, string>> = {
  fetch: 'fetch()',
  xhr: 'xhr.send()',
  'event-source': 'EventSource',
  beacon: 'sendBeacon()',
  image: '<img>',
  script: '<script>',
  module: '<script>',
  font: 'FontFace',
};

/**
 * The attribute that an element asks with, or nothing. Module scripts are `anonymous` without it.
 * https://html.spec.whatwg.org/multipage/urls-and-fetching.html#cors-settings-attributes
 */
export function crossOriginOf({ api, mode, credentials }: Pick<FetchCall, 'api' | 'mode' | 'credentials'>): string {
  if (codeLanguage(api) === 'js' || mode === 'no-cors') return '';
  if (credentials === 'include') return 'crossorigin="use-credentials"';
  return api === 'module' ? '' : 'crossorigin';
}
