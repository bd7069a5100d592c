import { type Exchange, isPreflight, type Message, type PreflightCacheEntry } from '#cors';

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

/**
 * The messages that the server has seen, each with how long after the first it did, in ms. As the rules tell them: what a
 * browser adds of its own is not known before a run, and must not be what a stored answer is chosen by.
 */
export function datedMessages(messages: readonly Message[], exchanges: readonly Exchange[]) {
  const [first] = exchanges;
  const left = [...exchanges];
  return messages.flatMap(({ request }) => {
    const at = left.findIndex((each) => each.request.method === request.method && each.request.url === request.url);
    const [exchange] = at < 0 ? [] : left.splice(at, 1);
    return exchange && first ? [{ request, after: exchange.at - first.at }] : [];
  });
}
