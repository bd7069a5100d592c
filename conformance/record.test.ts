import { expect, it } from 'vitest';
import { type ConformanceReport, emptyCounts } from '#cors';
import { counts, withCounts } from './record.ts';

const report = (seed: number, cases: Partial<ConformanceReport>): ConformanceReport => ({
  ...emptyCounts,
  seed,
  wanted: 1200,
  browser: { rules: 'webkit', label: 'Safari 60.5', recognised: true, userAgent: '' },
  at: Date.UTC(2026, 10, 22),
  duration: 1000,
  ended: 'all',
  problem: null,
  disagreements: [],
  ...cases,
});

it('adds up what several seeds have shown', () => {
  const text = counts('webkit', [
    {
      version: 'WebKitGTK 2.50.6',
      report: report(1, {
        cases: { agreed: 1199, disagreed: 1, unclear: 0 },
        rules: { send: { agreed: 1000, disagreed: 1 } },
        findings: { readable: { agreed: 7, disagreed: 0 } },
      }),
    },
    {
      version: 'WebKitGTK 2.50.6',
      report: report(2, {
        cases: { agreed: 1200, disagreed: 0, unclear: 0 },
        rules: { send: { agreed: 1000, disagreed: 0 }, filter: { agreed: 5, disagreed: 0 } },
        deviations: { maxAgeCap: { agreed: 3, disagreed: 0 } },
      }),
    },
  ]);
  expect(text).toBe(`### WebKitGTK 2.50.6

On 2026-11-22, seed 1 (1,200 cases), 2 (1,200 cases): **2,399 agree, 1 disagree**, 0 unclear.

| rule that was reached | agree | disagree |
|---|--:|--:|
| \`filter\` | 5 | 0 |
| \`send\` | 2,000 | 1 |

| what decided a request | agree | disagree |
|---|--:|--:|
| \`readable\` | 7 | 0 |

| departure from the standard that was at work | agree | disagree |
|---|--:|--:|
| \`maxAgeCap\`: remembers no preflight for more than ten minutes (600 seconds) | 3 | 0 |`);
});

it('replaces the part of one browser, and keeps the others and the rest', () => {
  const empty = 'before\n<!-- counts -->\n<!-- /counts -->\nafter $1\n';
  const one = withCounts(empty, 'webkit', 'W1');
  const two = withCounts(one, 'chromium', 'C $1');
  const three = withCounts(two, 'webkit', 'W2');
  expect(three).toBe(`before
<!-- counts -->
<!-- chromium -->
C $1
<!-- /chromium -->

<!-- webkit -->
W2
<!-- /webkit -->
<!-- /counts -->
after $1
`);
  expect(() => withCounts('nothing', 'webkit', 'W')).toThrow('There is no <!-- counts --> in docs/conformance.md');
});
