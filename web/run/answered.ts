import { type Exchange, isPreflight, type PreflightCacheEntry } from '#cors';

/**
 * What a run that began `at` left in the preflight cache, counted from when each preflight was answered: not before the
 * server saw what came next. Only differences of the server's clock are used, which may be wrong.
 */
export function countedFromAnswer(
  entries: readonly PreflightCacheEntry[],
  at: number,
  exchanges: readonly Exchange[],
): readonly PreflightCacheEntry[] {
  return entries.map((entry) => {
    if (entry.at !== at) return entry;
    const asked = exchanges.findLastIndex(({ request }) => isPreflight(request) && request.url === entry.url);
    const [first, next] = [exchanges[0], exchanges[asked + 1]];
    const later = first && next ? next.at - first.at : 0;
    return { ...entry, at: at + later, expires: entry.expires + later };
  });
}
