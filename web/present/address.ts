import { type DecodedLink, decodeLink, encodeLink, type Scenario } from '#cors';

// A presentation is its address: `/present#<link>~<link>`, with links as they are given out. docs/decisions/015

const between = '~';

/** The links of an address's part after `#`, read one by one; a link that is no good is told from those that are. */
export const readLinks = (hash: string): readonly DecodedLink[] =>
  hash
    .replace(/^#/, '')
    .split(between)
    .filter((link) => link !== '')
    .map(decodeLink);

/** What stands after `#` for these scenarios, in order. */
export const writeLinks = (scenarios: readonly Scenario[]): string => scenarios.map(encodeLink).join(between);

/**
 * The links in a text that somebody pasted: one a line, each whole or only what stands after its `#`, and presentations
 * too. `refused` are the lines that hold none.
 */
export function readPasted(text: string): { scenarios: readonly Scenario[]; refused: readonly string[] } {
  const scenarios: Scenario[] = [];
  const refused: string[] = [];
  for (const line of text.split('\n').map((each) => each.trim())) {
    if (line === '') continue;
    const read = readLinks(line.slice(line.indexOf('#') + 1));
    const good = read.flatMap((link) => (link.ok ? [link.scenario] : []));
    if (good.length === 0 || good.length < read.length) refused.push(line);
    else scenarios.push(...good);
  }
  return { scenarios, refused };
}
