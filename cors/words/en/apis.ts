import type { Api, Context } from '../../scenario.ts';

/** What asks, as one would say it in a sentence. */
export const apiNames: Readonly<Record<Api, string>> = {
  fetch: '`fetch()`',
  xhr: '`XMLHttpRequest`',
  'event-source': '`EventSource`',
  beacon: '`navigator.sendBeacon()`',
  image: 'an image',
  script: 'a script',
  module: 'a module script',
  font: 'a font',
};

export const contextNames: Readonly<Record<Context, string>> = {
  document: 'a document',
  worker: 'a worker',
  'sandboxed-iframe': 'a sandboxed frame',
};

/** What an API makes of a response that it cannot use. */
export const needs: Readonly<Record<Api, string>> = {
  fetch: '',
  xhr: '',
  beacon: '',
  'event-source': 'status `200` and the type `text/event-stream`',
  image: 'something that can be drawn',
  script: 'a status from 200 to 299 and a JavaScript type',
  module: 'a status from 200 to 299 and a JavaScript type',
  font: 'a status from 200 to 299 and a font',
};
