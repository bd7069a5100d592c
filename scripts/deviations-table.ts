import { type DeviationEntry, deviationEntries, deviationSince, deviationWords, realBrowsers } from '#cors';

const names = { chromium: 'Chromium', firefox: 'Firefox', webkit: 'WebKit' } as const;

const shownBy = ({ shown }: DeviationEntry) => ('by' in shown ? shown.by : `*nothing: ${shown.not}*`);

/** What docs/conformance.md says of the browsers' departures: one table a browser. */
export function deviationsSection(): string {
  const all = realBrowsers.map((browser) => ({ browser, entries: Object.values(deviationEntries[browser]) }));
  const counts = all.map(({ browser, entries }) => `${names[browser]} in ${entries.length}`);
  const tables = all.map(({ browser, entries }) => {
    const rows = entries.map(
      (entry) =>
        `| ${deviationWords(entry)} | [rule](${entry.rule}) | ${deviationSince(browser, entry)} | [evidence](${entry.evidence}) | ${shownBy(entry)} |`,
    );
    return [
      `### ${names[browser]}`,
      '',
      '| instead of what the standard says | the standard | when | how one knows | shown by |',
      '|---|---|---|---|---|',
      ...rows,
    ].join('\n');
  });
  return [`Departures: ${counts.join(', ')}.`, ...tables].join('\n\n');
}
