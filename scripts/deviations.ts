import { readFileSync, writeFileSync } from 'node:fs';
import { deviationsSection } from './deviations-table.ts';
import { sectionOf } from './section.ts';

/** Writes the tables of the browsers' departures into docs/conformance.md. */
const path = 'docs/conformance.md';
writeFileSync(path, sectionOf(readFileSync(path, 'utf8'), 'deviations').with(deviationsSection()));
