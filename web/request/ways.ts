import { type Api, apis, type Context, contexts, isAvailable, type Origins, type ScenarioRequest } from '#cors';
import type { Choice } from '../ui/select.tsx';

interface Way {
  readonly label: string;
  /** One line; backticks mark code. */
  readonly help: string;
}

export const waysToAsk: Readonly<Record<Api, Way>> = {
  fetch: { label: 'fetch()', help: 'A script asks, with every setting there is.' },
  xhr: { label: 'XMLHttpRequest', help: 'A script asks the older way: always in mode `cors`, following redirects.' },
  'event-source': { label: 'EventSource', help: 'A script listens to a stream of events. No headers of its own.' },
  beacon: { label: 'sendBeacon()', help: 'A script posts something, and never hears of the answer.' },
  image: { label: 'An image', help: 'Shown without consent. A script reads its pixels only with it.' },
  script: { label: 'A script', help: 'Runs without consent. Its errors are told only with it.' },
  module: { label: 'A module script', help: 'Runs only with consent, unlike other scripts.' },
  font: { label: 'A font', help: 'Used only with consent, and without cookies.' },
};

const placesToAsk: Readonly<Record<Exclude<Context, 'other-page'>, Way>> = {
  document: { label: 'this page', help: '' },
  worker: { label: 'a worker', help: 'A worker has the page’s origin, and no elements.' },
  'sandboxed-iframe': {
    label: 'a sandboxed frame',
    help: 'Without `allow-same-origin`, its origin is `null` to every server.',
  },
};

/** With the other page's own origin, which a deployment decides. */
export const placeToAsk = (context: Context, { second }: Origins): Way =>
  context === 'other-page'
    ? { label: `a page on ${new URL(second).host}`, help: `Another page, of the origin \`${second}\`.` }
    : placesToAsk[context];

export const placeLabel = (context: Context, origins: Origins): string => placeToAsk(context, origins).label;

const notThere = (there: boolean) => (there ? '' : ', not in a worker');

/** A worker has not all of them: what cannot be chosen says why. */
export const apiChoices = ({ context }: ScenarioRequest): readonly Choice<Api>[] =>
  apis.map((value) => {
    const there = isAvailable(value, context);
    return { value, label: `${waysToAsk[value].label}${notThere(there)}`, disabled: !there };
  });

export const contextChoices = ({ api }: ScenarioRequest, origins: Origins): readonly Choice<Context>[] =>
  contexts.map((value) => {
    const there = isAvailable(api, value);
    return {
      value,
      label: there ? placeLabel(value, origins) : 'a worker, which has no such thing',
      disabled: !there,
    };
  });

/** The attribute `crossorigin` as mode and credentials say it. */
export const crossOriginHelp = {
  none: 'No attribute: nobody is asked for consent, and nothing can be read.',
  anonymous: 'Asked for consent, with cookies only for the page’s own origin.',
  'use-credentials': 'Asked for consent, with cookies, which the answer must allow.',
} as const;
export type CrossOrigin = keyof typeof crossOriginHelp;

export const crossOriginOf = ({ mode, credentials }: Pick<ScenarioRequest, 'mode' | 'credentials'>): CrossOrigin =>
  mode === 'no-cors' ? 'none' : credentials === 'include' ? 'use-credentials' : 'anonymous';

export const withCrossOrigin = (value: CrossOrigin): Pick<ScenarioRequest, 'mode' | 'credentials'> => ({
  mode: value === 'none' ? 'no-cors' : 'cors',
  credentials: value === 'use-credentials' ? 'include' : 'same-origin',
});
