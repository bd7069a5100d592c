const corsRequest = ['Access-Control-Request-Method', 'Access-Control-Request-Headers', 'Origin'];
const corsResponse = [
  'Access-Control-Allow-Origin',
  'Access-Control-Allow-Methods',
  'Access-Control-Allow-Headers',
  'Access-Control-Allow-Credentials',
  'Access-Control-Expose-Headers',
  'Access-Control-Max-Age',
];
const common = ['Content-Type', 'Content-Language', 'Cache-Control', 'Last-Modified'];
const onlyRequest = ['Authorization', 'Accept-Language', 'If-None-Match', 'If-Modified-Since', 'Idempotency-Key'];
const onlyResponse = [
  'Cross-Origin-Resource-Policy',
  'Timing-Allow-Origin',
  'Content-Disposition',
  'WWW-Authenticate',
  'Retry-After',
];

const known = {
  request: [...common, ...onlyRequest, ...corsResponse, ...corsRequest],
  response: [...corsResponse, ...common, ...onlyResponse],
};
const correct: ReadonlySet<string> = new Set([...known.request, ...known.response].map((name) => name.toLowerCase()));

/**
 * The header that a name was probably meant to be, or null when it is one, or is like none. A CORS header is recognized
 * even when a whole word in it is wrong (`Access-Control-Allowed-Origins`); of others only a slip of the keyboard is.
 */
export function suggestHeaderName(name: string, side: 'request' | 'response'): string | null {
  const lower = name.toLowerCase();
  if (name.length > 64 || lower.startsWith('x-')) return null;
  // Asked for by browsers, answered by servers: on an answer these are always a mistake.
  if (side === 'response' && lower.startsWith('access-control-request-')) {
    return lower.includes('method') ? 'Access-Control-Allow-Methods' : 'Access-Control-Allow-Headers';
  }
  if (correct.has(lower)) return null;
  const whole = words(/^(allow|expose)-/.test(lower) ? `access-control-${lower}` : lower);
  const isCors = /^acc?ess?-?(control|allow)/.test(whole);
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  for (const candidate of isCors ? corsResponse : known[side]) {
    const distance = editDistance(whole, candidate.toLowerCase());
    if (distance < least) {
      least = distance;
      best = candidate;
    }
  }
  return least <= (isCors ? 9 : 2) && lower.length >= 6 ? best : null;
}

const words = (name: string): string => name.replaceAll('_', '-');

/** Insertions, deletions, replacements, and neighbours swapped, counted as one each. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1];
      let cost = Math.min((last[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (last[j - 1] ?? 0) + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) cost = Math.min(cost, (before[j - 2] ?? 0) + 1);
      row.push(cost);
    }
    before = last;
    last = row;
  }
  return last[b.length] ?? 0;
}
