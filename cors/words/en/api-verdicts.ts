import type { Asker } from '../../outcome.ts';
import type { Api } from '../../scenario.ts';
import type { Fact, Tense } from '../language.ts';
import { say } from './text.ts';

/** What a page says to ask with credentials, after "with". */
export const credentialsOf: Readonly<Record<Api, string>> = {
  fetch: 'credentials `include`',
  xhr: '`withCredentials`',
  'event-source': '`withCredentials`',
  beacon: 'credentials `include`',
  image: '`crossorigin="use-credentials"`',
  script: '`crossorigin="use-credentials"`',
  module: '`crossorigin="use-credentials"`',
  font: 'credentials `include`',
};

/** What a page lacks of an answer that fails the CORS check. */
export function isLost({ api }: Asker, tense: Tense): string {
  switch (api) {
    case 'fetch':
    case 'xhr':
      return `your page ${say(tense, 'could', 'may')} not read it`;
    case 'event-source':
      return `your page ${say(tense, 'would get', 'gets')} no events`;
    case 'beacon':
      return `the browser ${say(tense, 'would call', 'calls')} it a failure. Your page is told nothing either way`;
    case 'image':
      return `the image ${say(tense, 'would not be', 'is not')} shown`;
    case 'script':
    case 'module':
      return `the script ${say(tense, 'would', 'did')} not run`;
    case 'font':
      return `the font ${say(tense, 'would not be', 'is not')} used`;
  }
}

export type Get = Pick<Fact, 'value' | 'note'>;

/** What a page gets where that is no response to read. */
export const uses: Readonly<Partial<Record<Api, Get & Readonly<Record<Tense, string>>>>> = {
  'event-source': {
    would: 'The stream would open, and your page would read its events.',
    did: 'The stream opened, and your page may read its events.',
    value: 'Open',
    note: 'Its events can be read',
  },
  image: {
    would: 'The image would be shown, and a canvas that it is drawn on could be read.',
    did: 'The image is shown, and a canvas that it is drawn on can be read.',
    value: 'Shown',
    note: 'Its pixels can be read',
  },
  script: {
    would: 'The script would run, and your page would be told all about its errors.',
    did: 'The script ran, and your page is told all about its errors.',
    value: 'Run',
    note: 'Its errors are told',
  },
  module: {
    would: 'The module script would run.',
    did: 'The module script ran.',
    value: 'Run',
    note: 'Its errors are told',
  },
  font: {
    would: 'The font would be loaded, to be used.',
    did: 'The font is loaded, to be used.',
    value: 'Loaded',
    note: 'Text can use it',
  },
};
