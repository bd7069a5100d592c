import type { Asker } from '../../outcome.ts';
import type { Api, Context } from '../../scenario.ts';
import type { Link } from '../language.ts';
import type { Get } from './api-verdicts.ts';

/** What asks, as one would say it in a sentence. */
export const apiNames: Readonly<Record<Api, string>> = {
  fetch: '`fetch()`',
  xhr: '`XMLHttpRequest`',
  'event-source': '`EventSource`',
  beacon: '`sendBeacon()`',
  image: 'an image',
  script: 'a script',
  module: 'a module script',
  font: 'a font',
};

export const contextNames: Readonly<Record<Context, string>> = {
  document: 'a document',
  worker: 'a worker',
  'sandboxed-iframe': 'a sandboxed frame',
  'other-page': 'a page on another origin',
};

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Whether it asks with nothing that could need a preflight. */
export const isElement = (api: Api): boolean => ['image', 'script', 'module', 'font'].includes(api);

/** "A worker cannot ask by an image" */
export const cannotAsk = ({ api, context }: Asker): string =>
  `${capital(contextNames[context])} cannot ask by ${apiNames[api]}`;

/** What an API makes of a response that it cannot use. */
export const needs: Readonly<Record<Api, string>> = {
  fetch: '',
  xhr: '',
  beacon: '',
  'event-source': 'status `200` and the type `text/event-stream`',
  image: 'something that can be drawn',
  script: 'a status from 200 to 299 and, under `nosniff`, a JavaScript type',
  module: 'a status from 200 to 299 and a JavaScript type',
  font: 'a status from 200 to 299 and a font',
};

const html = (label: string, anchor: string): Link => ({
  label: `HTML: ${label}`,
  href: `https://html.spec.whatwg.org/multipage/${anchor}`,
});

/** Where the standards say what an API takes. */
export const needLinks: Readonly<Record<Api, Link>> = {
  fetch: { label: 'Fetch: fetch()', href: 'https://fetch.spec.whatwg.org/#dom-global-fetch' },
  xhr: { label: 'XMLHttpRequest: send()', href: 'https://xhr.spec.whatwg.org/#the-send()-method' },
  beacon: { label: 'Beacon: sendBeacon()', href: 'https://w3c.github.io/beacon/#sendbeacon-method' },
  'event-source': html('server-sent events', 'server-sent-events.html#sse-processing-model'),
  image: html('updating the image data', 'images.html#updating-the-image-data'),
  script: html('fetch a classic script', 'webappapis.html#fetch-a-classic-script'),
  module: html('fetch a single module script', 'webappapis.html#fetch-a-single-module-script'),
  font: { label: 'CSS Fonts: fetching', href: 'https://drafts.csswg.org/css-fonts-4/#font-fetching-requirements' },
};

/** How to ask without them; continues "or". A beacon always asks with them. */
export const withoutCredentials = ({ api }: Asker): string =>
  api === 'beacon' ? 'use `fetch()` with `keepalive` and without credentials' : 'ask without credentials';

/** What makes a request ask for consent, when it does not. */
export const askOpenly = (api: Api): string =>
  api === 'fetch' ? 'use mode `cors`' : 'set the attribute `crossorigin`';

/** What a page is told of a failure. */
export const errors: Readonly<Record<Api, { readonly name: string; readonly note: string }>> = {
  fetch: { name: 'TypeError', note: 'Scripts are not told why' },
  xhr: { name: 'Error event', note: 'Scripts are not told why' },
  'event-source': { name: 'Error event', note: 'Scripts are not told why' },
  beacon: { name: 'Nothing', note: 'Beacons tell nothing' },
  image: { name: 'Error event', note: 'No image, and no reason' },
  script: { name: 'Error event', note: 'Nothing runs, without a reason' },
  module: { name: 'Error event', note: 'Nothing runs, without a reason' },
  font: { name: 'NetworkError', note: 'Scripts are not told why' },
};

/** What a page gets where that is no response to read, without a look inside. */
export const sealed: Readonly<Partial<Record<Api, Get>>> = {
  fetch: { value: 'Opaque', note: 'Status 0, no headers, no body' },
  beacon: { value: 'Nothing', note: 'Beacons tell nothing' },
  image: { value: 'Shown', note: 'It taints a canvas' },
  script: { value: 'Run', note: 'Its errors are muted' },
};
