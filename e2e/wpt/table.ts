import { corsFolder } from './cors.ts';
import { fetchCorsFolder, redirectFolder } from './fetch.ts';
import type { Group, WptFile } from './file.ts';
import { xhrFolder } from './xhr.ts';

const folders: Readonly<Record<string, readonly WptFile[]>> = {
  'cors/': corsFolder,
  'fetch/api/cors/': fetchCorsFolder,
  'fetch/api/redirect/': redirectFolder,
  'xhr/': xhrFolder,
};

export const wptFiles: readonly WptFile[] = Object.values(folders).flat();

/** Where the copies are that were read; `servo-2022` is servo's older folder of them. */
const copies: Readonly<Record<string, string>> = {
  wpt: 'https://github.com/web-platform-tests/wpt/blob/{}/',
  servo: 'https://github.com/servo/servo/blob/{}/tests/wpt/tests/',
  'servo-2022': 'https://github.com/servo/servo/blob/{}/tests/wpt/web-platform-tests/',
  webkit: 'https://github.com/WebKit/WebKit/blob/{}/LayoutTests/imported/w3c/web-platform-tests/',
  divmain: 'https://github.com/divmain/wpt/blob/{}/',
};

/** The place and the name of `place › name`. */
export function splitName(name: string): readonly [place: string, rest: string] {
  const at = name.indexOf(' › ');
  return [name.slice(0, at), name.slice(at + 3)];
}

function nameOf({ path, read }: WptFile, folder: string): string {
  const name = `\`${path.slice(folder.length)}\``;
  const [copy = '', commit = ''] = read.split(' ');
  const place = copies[copy]?.replace('{}', commit);
  return place && !path.endsWith('*') ? `[${name}](${place}${path})` : name;
}

/** As text in a table: what stands between backticks is taken as it is. */
const cell = (text: string): string =>
  text
    .split('`')
    .map((part, i) => (i % 2 === 0 ? part.replaceAll('*', '\\*') : part))
    .join('`')
    .replaceAll('|', '\\|');

const caseName = (name: string): string => {
  const [place = '', rest = ''] = splitName(name);
  return place.endsWith('.ts') ? `${place} › \`${rest.replaceAll('|', '\\|')}\`` : cell(name);
};

const answer = (group: Group): string =>
  'coveredBy' in group ? group.coveredBy.map(caseName).join('<br>') : `*out of scope: ${cell(group.outOfScope)}*`;

const rows = (file: WptFile, folder: string): string[] =>
  file.groups.map(
    (group, i) => `| ${i === 0 ? nameOf(file, folder) : ''} | ${cell(group.asserts)} | ${answer(group)} |`,
  );

/** The section of docs/conformance.md between its markers. */
export function wptSection(): string {
  const groups = wptFiles.flatMap((file) => file.groups);
  const out = groups.filter((group) => 'outOfScope' in group).length;
  const single = wptFiles.filter(({ path }) => !path.endsWith('*'));
  const unread = single.filter(({ read }) => read === '').map(({ path }) => `\`${path}\``);
  const tables = Object.entries(folders).map(([folder, files]) =>
    [
      `### ${folder}`,
      '',
      '| test | asserts | covered by |',
      '|---|---|---|',
      ...files.flatMap((file) => rows(file, folder)),
    ].join('\n'),
  );
  return [
    `${single.length} tests one by one, and the rest of \`xhr/\` by name: ${groups.length} groups of assertions, of which`,
    `${groups.length - out} are covered and ${out} are out of scope.`,
    '',
    'A scenario is named `group › name` and is run in the browsers; a unit test is named `file › text`. Where a test asks by',
    '`XMLHttpRequest` and is about a rule that all APIs share, our case may ask by `fetch()`. Where a test asks synchronously,',
    'our case does not: that `send()` then throws is not asserted.',
    '',
    'What was read are stored copies of different ages, and no one commit of them all; each name leads to the copy that was',
    'read. Read in an older form: `cors-expose-star` and `cors-filtering`, `redirect-schemes`. Stored nowhere, so that only the',
    `name was known: ${unread.join(', ')}. Left out is what only the oldest copies hold: \`cors/CORS_*\`,`,
    '`cors/access-control-basic-*` and `cors/allow-headers.htm`, whose assertions are those of `cors/origin.htm`.',
    '',
    tables.join('\n\n'),
  ].join('\n');
}
