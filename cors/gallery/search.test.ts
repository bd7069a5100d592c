import { describe, expect, it, test } from 'vitest';
import { type RealBrowser, realBrowsers } from '../outcome.ts';
import type { Origins } from '../scenario.ts';
import { gallery } from './index.ts';
import { printsOf } from './prints.ts';
import { causeIndex, searchCauses } from './search.ts';

const origins: Origins = {
  page: 'http://localhost:4000',
  'same-site': 'http://localhost:4001',
  'cross-site': 'http://127.0.0.1:4001',
  second: 'http://localhost:4002',
};
const index = causeIndex(origins);
const endpoint = 'AAAAAAAAAAAAAAAA';

/** The ids of the first rank. */
const firstOf = (query: string): readonly string[] =>
  searchCauses(index, query).flatMap(({ rank, cause }) => (rank === 1 ? [cause.id] : []));

const linesOf = (cause: (typeof gallery)[number], browser: RealBrowser) =>
  printsOf(cause, origins, endpoint, browser).map(({ text, note }) => ({ text, note }));

const printing = (browser: RealBrowser) => gallery.filter((cause) => linesOf(cause, browser).length > 0);

const otherScheme = (text: string) => text.replace(/\bhttps?:/g, (scheme) => (scheme === 'http:' ? 'https:' : 'http:'));
const replaced = (text: string, pairs: Readonly<Record<string, string>>) =>
  Object.entries(pairs).reduce((before, [from, to]) => before.replaceAll(from, to), text);

/** The same messages as people elsewhere would get them. */
const elsewhere = {
  'other ports': (text: string) =>
    replaced(text, { ':4000': ':5173', ':4001': ':8080', ':4002': ':3000', [`/e/${endpoint}`]: '' }),
  'other names': (text: string) =>
    replaced(text, {
      'localhost:4001': 'api.corp.test:4001',
      'localhost:': 'web.corp.test:',
      [`/e/${endpoint}`]: '/v1',
    }),
  'HTTPS and paths': (text: string) =>
    otherScheme(
      replaced(text, {
        'localhost:4000': 'app.shop.example',
        'localhost:4001': 'api.shop.example',
        '127.0.0.1:4001': 'api.other.example',
        'localhost:4002': 'app.shop.example:8443',
        [`/e/${endpoint}`]: '/v2/eu',
      }),
    ),
};
/** One that is about the two names of this very machine is no longer so elsewhere. */
const isChanged = (id: string, place: string) => id === 'localhost-and-127' && place !== 'other ports';

/** As it gets into a search field. */
const pasted = {
  'as it is': (lines: readonly string[]) => lines.join('\n'),
  'from Chromium’s console': (lines: readonly string[]) => lines.map((line) => `app.js:12 ${line}`).join('\n'),
  'from Safari’s console': (lines: readonly string[]) =>
    lines.map((line) => `[Error] ${line} (app.js, line 12)\n\tonclick (app.js:12:8)`).join('\n'),
  'with straight quotes': (lines: readonly string[]) => lines.join('\n').replace(/[‘’]/g, "'").replace(/[“”]/g, '"'),
  'with curly quotes': (lines: readonly string[]) => lines.join('\n').replace(/'([^']*)'/g, '‘$1’'),
  'on one line': (lines: readonly string[]) => lines.join(' '),
  'broken into short lines': (lines: readonly string[]) => lines.join('\n').replace(/(.{30,}?) /g, '$1\n  '),
  'among others': (lines: readonly string[]) =>
    `[vite] connected.\n${lines.join('\n')}\nUncaught (in promise) TypeError: Failed to fetch\n    at load (app.js:3:9)`,
};

describe.each(realBrowsers)('what %s prints for a cause finds it in the first rank', (browser) => {
  test.each(Object.keys(elsewhere) as (keyof typeof elsewhere)[])('%s', (place) => {
    for (const cause of printing(browser)) {
      if (isChanged(cause.id, place)) continue;
      const lines = linesOf(cause, browser).map(({ text }) => elsewhere[place](text));
      for (const [how, paste] of Object.entries(pasted)) {
        const found = firstOf(paste(lines));
        expect(found, `${cause.id}, ${how}: ${paste(lines)}`).toContain(cause.id);
      }
    }
  });

  test('each line alone, but for one that misleads', () => {
    for (const cause of printing(browser)) {
      for (const { text, note } of linesOf(cause, browser)) {
        if (note === undefined) expect(firstOf(text), `${cause.id}: ${text}`).toContain(cause.id);
      }
    }
  });
});

it('finds nothing by nothing', () => {
  expect(searchCauses(index, '')).toEqual([]);
  expect(searchCauses(index, ' \n')).toEqual([]);
  expect(searchCauses(index, 'qqqqzzzz')).toEqual([]);
});
