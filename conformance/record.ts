import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import {
  type ConformanceReport,
  type DeviationKey,
  deviationEntry,
  type RealBrowser,
  realBrowsers,
  type Tally,
} from '#cors';

const file = fileURLToPath(new URL('../docs/conformance.md', import.meta.url));

/** One seed's run in one browser. */
export interface Run {
  readonly version: string;
  readonly report: ConformanceReport;
}

/** Writes what these runs have shown into the part of docs/conformance.md that is this browser's. */
export function record(browser: RealBrowser, runs: readonly Run[]): void {
  writeFileSync(file, withCounts(readFileSync(file, 'utf8'), browser, counts(browser, runs)));
  console.log(`  written into ${file}`);
}

/** The text with this browser's part between `<!-- counts -->` and `<!-- /counts -->` replaced; the others' stay. */
export function withCounts(text: string, browser: RealBrowser, part: string): string {
  const [whole, inner = ''] = /<!-- counts -->\n([\s\S]*?)<!-- \/counts -->/.exec(text) ?? [];
  if (whole === undefined) throw new Error('There is no <!-- counts --> in docs/conformance.md');
  const parts = realBrowsers.map((each) => {
    const kept = new RegExp(`<!-- ${each} -->\\n[\\s\\S]*?<!-- /${each} -->\\n`).exec(inner)?.[0] ?? '';
    return each === browser ? `<!-- ${each} -->\n${part}\n<!-- /${each} -->\n` : kept;
  });
  return text.replace(
    whole,
    () => `<!-- counts -->\n${parts.filter((each) => each !== '').join('\n')}<!-- /counts -->`,
  );
}

/** The counts of several runs together, as Markdown. */
export function counts(browser: RealBrowser, runs: readonly Run[]): string {
  const reports = runs.map(({ report }) => report);
  const sum = (of: (report: ConformanceReport) => number) =>
    count(reports.reduce((total, each) => total + of(each), 0));
  const day = new Date(Math.max(...reports.map(({ at }) => at))).toISOString().slice(0, 10);
  const seeds = reports.map(({ seed, wanted }) => `${seed} (${count(wanted)} cases)`).join(', ');
  const departure = (key: string) => {
    const entry = deviationEntry(browser, key as DeviationKey);
    return entry === null ? `\`${key}\`` : `\`${key}\`: ${entry.instead}`;
  };
  const code = (name: string) => `\`${name}\``;
  return [
    `### ${runs[0]?.version ?? browser}`,
    '',
    `On ${day}, seed ${seeds}: **${sum(({ cases }) => cases.agreed)} agree, ${sum(({ cases }) => cases.disagreed)} disagree**, ${sum(({ cases }) => cases.unclear)} unclear.`,
    '',
    ...table(
      'rule that was reached',
      reports.map(({ rules }) => rules),
      code,
    ),
    '',
    ...table(
      'what decided a request',
      reports.map(({ findings }) => findings),
      code,
    ),
    '',
    ...table(
      'departure from the standard that was at work',
      reports.map(({ deviations }) => deviations),
      departure,
    ),
  ].join('\n');
}

type Tallies = Readonly<Record<string, Tally>>;

function table(title: string, tallies: readonly Tallies[], worded: (name: string) => string): readonly string[] {
  const total = new Map<string, Tally>();
  for (const [name, { agreed, disagreed }] of tallies.flatMap((each) => Object.entries(each))) {
    const before = total.get(name) ?? { agreed: 0, disagreed: 0 };
    total.set(name, { agreed: before.agreed + agreed, disagreed: before.disagreed + disagreed });
  }
  const rows = [...total].sort(([a], [b]) => (a < b ? -1 : 1));
  return [
    `| ${title} | agree | disagree |`,
    '|---|--:|--:|',
    ...rows.map(([name, { agreed, disagreed }]) => `| ${worded(name)} | ${count(agreed)} | ${count(disagreed)} |`),
  ];
}

const count = (number: number): string => number.toLocaleString('en');
