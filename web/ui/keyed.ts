/** Items with a key each: their name, counted where it repeats. For lists in which order is all there is. */
export function keyed<T>(items: readonly T[], nameOf: (item: T) => string): readonly { key: string; item: T }[] {
  const seen = new Map<string, number>();
  return items.map((item) => {
    const name = nameOf(item);
    const nth = seen.get(name) ?? 0;
    seen.set(name, nth + 1);
    return { key: `${nth} ${name}`, item };
  });
}
