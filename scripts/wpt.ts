import { readFileSync, writeFileSync } from 'node:fs';
import { wptSection } from '../e2e/wpt/table.ts';
import { sectionOf } from './section.ts';

/** Writes the table of the web platform tests into docs/conformance.md. */
const path = 'docs/conformance.md';
writeFileSync(path, sectionOf(readFileSync(path, 'utf8'), 'wpt').with(wptSection()));
