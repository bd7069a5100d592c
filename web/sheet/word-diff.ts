export interface DiffPart {
  readonly text: string;
  readonly isNew: boolean;
}

const words = (line: string) => line.split(/(?<=[\s,])/);

/** `after` in parts, those marked that do not stand in `before` at the same place from either end. */
export function wordDiff(before: string, after: string): readonly DiffPart[] {
  const [old, now] = [words(before), words(after)];
  const shorter = Math.min(old.length, now.length);
  let head = 0;
  while (head < shorter && old[head]?.trimEnd().replace(/,$/, '') === now[head]?.trimEnd().replace(/,$/, '')) head++;
  let tail = 0;
  while (head < now.length && now[head]?.trim() === '') head++;
  while (tail < shorter - head && old[old.length - 1 - tail] === now[now.length - 1 - tail]) tail++;
  const end = now.length - tail;
  return [
    { text: now.slice(0, head).join(''), isNew: false },
    { text: now.slice(head, end).join(''), isNew: true },
    { text: now.slice(end).join(''), isNew: false },
  ].filter(({ text }) => text !== '');
}
