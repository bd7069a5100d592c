import { type Api, asAsked, type FetchCall, type PageResult } from '#cors';
import { askByFont, askByImage, askByModule, askByScript } from './elements.ts';
import { askByFetch } from './fetch.ts';
import { askByBeacon, askByEventSource, askByXhr } from './scripted.ts';

const ways: Readonly<Record<Api, (call: FetchCall) => Promise<PageResult>>> = {
  fetch: askByFetch,
  xhr: askByXhr,
  'event-source': askByEventSource,
  beacon: askByBeacon,
  image: askByImage,
  script: askByScript,
  module: askByModule,
  font: askByFont,
};

/** Makes the call here, by the API that it names, and says what this page's JavaScript was told. */
export async function ask(call: FetchCall): Promise<PageResult> {
  try {
    return await ways[call.api](asAsked(call));
  } catch (error) {
    if (!(error instanceof Error)) throw error;
    return { kind: 'error', name: error.name, message: error.message };
  }
}
