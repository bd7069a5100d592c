import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { cases } from '../e2e/scenarios/index.ts';
import { splitName, wptFiles, wptSection } from '../e2e/wpt/table.ts';
import { sectionOf } from './section.ts';

function exists(name: string): boolean {
  const [place, rest] = splitName(name);
  if (place.endsWith('.test.ts')) return rest !== '' && readFileSync(place, 'utf8').includes(rest);
  const names = cases[place]?.map((each) => each.name) ?? [];
  return rest.endsWith('…') ? names.some((each) => each.startsWith(rest.slice(0, -1))) : names.includes(rest);
}

describe.each(wptFiles)('$path', ({ groups }) => {
  it('says of each assertion which case of ours covers it, or why none does', () => {
    expect(groups.length).toBeGreaterThan(0);
    for (const group of groups) {
      if ('coveredBy' in group) {
        expect(group.coveredBy, group.asserts).not.toEqual([]);
        expect(group.coveredBy.filter((name) => !exists(name))).toEqual([]);
      } else expect(group.outOfScope, group.asserts).not.toBe('');
    }
  });
});

it('names each test once', () => {
  const paths = wptFiles.map(({ path }) => path);
  expect(paths.filter((path, i) => paths.indexOf(path) !== i)).toEqual([]);
});

it('stands in docs/conformance.md as `npm run wpt` writes it', () => {
  expect(sectionOf(readFileSync('docs/conformance.md', 'utf8'), 'wpt').content).toBe(wptSection());
});
