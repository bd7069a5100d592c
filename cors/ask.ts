import type { FetchCall } from './outcome.ts';
import type { Api, Context, CredentialsMode, Origins } from './scenario.ts';

/** What each API lets its caller choose, by the fields of a call; all else is the API's own. */
export const choices: Readonly<Record<Api, readonly (keyof FetchCall)[]>> = {
  fetch: ['method', 'headers', 'body', 'credentials', 'mode', 'redirect', 'cache', 'referrerPolicy', 'keepalive'],
  xhr: ['method', 'headers', 'body', 'credentials', 'uploadListener'],
  'event-source': ['credentials'],
  beacon: ['body'],
  image: ['mode', 'credentials'],
  script: ['mode', 'credentials'],
  module: ['credentials'],
  font: [],
};

/** Whether there is such an API: a worker has no elements, and no `sendBeacon`. */
export const isAvailable = (api: Api, context: Context): boolean =>
  context !== 'worker' || ['fetch', 'xhr', 'event-source', 'font'].includes(api);

/** The serialized origin of the page that asks: what the rules call `page`. */
export const pageOf = ({ context }: { readonly context: Context }, origins: Origins): string =>
  context === 'other-page' ? origins.second : origins.page;

/** Where the second origin has its page. */
export const otherPagePath = '/asker';

/** The call as it is made, with what its API decides by itself in place of what the scenario says. */
export function asAsked<C extends Omit<FetchCall, 'url'>>(call: C): C {
  const { api, method, headers, body, mode, uploadListener } = call;
  if (api === 'fetch') return call;
  const credentials: CredentialsMode = call.credentials === 'include' ? 'include' : 'same-origin';
  const own: C = {
    ...call,
    method: 'GET',
    headers: [],
    body: null,
    credentials,
    mode: 'cors',
    redirect: 'follow',
    cache: 'default',
    referrerPolicy: '',
    keepalive: false,
    uploadListener: false,
  };
  switch (api) {
    // https://xhr.spec.whatwg.org/#the-send()-method
    case 'xhr':
      return { ...own, method, headers, body, uploadListener };
    // https://html.spec.whatwg.org/multipage/server-sent-events.html#dom-eventsource
    case 'event-source':
      return { ...own, headers: [['Accept', 'text/event-stream']], cache: 'no-store' };
    // https://w3c.github.io/beacon/#sendbeacon-method
    case 'beacon':
      return { ...own, method: 'POST', body, mode: 'no-cors', credentials: 'include', keepalive: true };
    // https://html.spec.whatwg.org/multipage/urls-and-fetching.html#create-a-potential-cors-request
    case 'image':
    case 'script':
      return mode === 'no-cors' ? { ...own, mode, credentials: 'include' } : own;
    // https://html.spec.whatwg.org/multipage/webappapis.html#fetch-a-single-module-script
    case 'module':
      return own;
    // https://drafts.csswg.org/css-fonts-4/#font-fetching-requirements
    case 'font':
      return { ...own, credentials: 'same-origin' };
  }
}
