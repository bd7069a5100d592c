import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { deviationsSection } from './deviations-table.ts';
import { sectionOf } from './section.ts';

it('stands in docs/conformance.md as `npm run deviations` writes it', () => {
  expect(sectionOf(readFileSync('docs/conformance.md', 'utf8'), 'deviations').content).toBe(deviationsSection());
});

it('says what is done instead, since when, and what shows it', () => {
  expect(deviationsSection()).toMatch(
    /\n\| Remembers no preflight for more than two hours \(7200 seconds\)\. \| \[rule\]\(https:\/\/\S+\) \| since 76 \| \[evidence\]\(https:\/\/\S+\) \| \*nothing: .+\* \|\n/,
  );
  expect(deviationsSection()).toContain('| cache › a negative max-age |');
});
