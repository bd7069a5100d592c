export interface DiffPart {
  readonly text: string;
  readonly isNew: boolean;
}

/** Words and what separates them, each a part of its own. */
const partsOf = (line: string) => line.split(/(\s+|,)/).filter((part) => part !== '');
const isSeparator = (part: string | undefined) => part !== undefined && /^[\s,]+$/.test(part);

/** `after` in parts; new is what lies between the words that both lines begin with and those that both end with. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, now] = [partsOf(before), partsOf(after)];
  let head = 0;
  while (head < old.length && old[head] === now[head]) head++;
  let tail = 0;
  while (tail < Math.min(old.length, now.length) - head && old.at(-1 - tail) === now.at(-1 - tail)) tail++;
  const end = now.length - tail;
  // A list that grows needs its comma, but the comma is not the news.
  while (head < end && isSeparator(now[head])) head++;
  return [
    { text: now.slice(0, head).join(''), isNew: false },
    { text: now.slice(head, end).join(''), isNew: true },
    { text: now.slice(end).join(''), isNew: false },
  ].filter(({ text }) => text !== '');
}
