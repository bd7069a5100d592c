import { describe, expect, it } from 'vitest';
import { departures, deviations } from '../browsers.ts';
import { realBrowsers } from '../outcome.ts';
import { deviationEntries, deviationEntry } from './index.ts';

describe.each(realBrowsers)('%s', (browser) => {
  const entries = Object.entries(deviationEntries[browser]);

  it('departs from the standard in everything that it is said to', () => {
    const { standard } = deviations;
    const same = Object.entries(departures[browser]).filter(
      ([key, value]) => String(value) === String(Reflect.get(standard, key)),
    );
    expect(same).toEqual([]);
  });

  it('has one entry for each departure', () => {
    expect(entries.map(([key]) => key).sort()).toEqual(Object.keys(departures[browser]).sort());
  });

  it.each(entries)(
    '%s: says where the standard says otherwise, what is done instead, and how one knows',
    (_, entry) => {
      expect(entry.rule).toMatch(
        /^https:\/\/((fetch|xhr|html)\.spec\.whatwg\.org\/\S*#|drafts\.csswg\.org\/\S*#|httpwg\.org\/|www\.rfc-editor\.org\/)/,
      );
      expect(entry.evidence).toMatch(/^https:\/\/[\w.-]+\/\S+$/);
      // Goes on from the browser's name, and a full stop follows.
      expect(entry.instead).toMatch(/^[a-z][^\n]*[^.]$/);
      expect(entry.since ?? '1').toMatch(/^\d+(\.\d+)*$/);
    },
  );
});

it('knows nothing of what a browser does as the standard says', () => {
  expect(deviationEntry('firefox', 'dropsUserAgent')).toBeNull();
  expect(deviationEntry('chromium', 'dropsUserAgent')?.instead).toBe('drops a `User-Agent` that a script sets');
});
