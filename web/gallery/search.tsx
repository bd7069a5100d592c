import { Search } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { causeIndex, type FoundCause, searchCauses } from '#cors';
import { useOrigins } from '../shell/origins.tsx';

const most = 12;
/** Characters of a query that go into the address: a server refuses one that is much longer. */
const mostInAddress = 2000;
// Safari and Firefox throw where replaceState comes too often, as from a key that is held down.
const writeDelay = 150;

/** What was found of a query that is kept in the address, so that an answer elsewhere can link to it. */
export function useSearch() {
  const origins = useOrigins();
  const [query, setQuery] = useState(() => new URLSearchParams(location.search).get('q') ?? '');
  const wanted = useDeferredValue(query);
  const index = useMemo(() => causeIndex(origins), [origins]);
  const found = useMemo(
    () => searchCauses(index, wanted).filter(({ rank }, i) => rank === 1 || i < most),
    [index, wanted],
  );
  useEffect(() => {
    const { pathname } = location;
    const isKept = wanted !== '' && wanted.length <= mostInAddress;
    const url = isKept ? `${pathname}?${new URLSearchParams({ q: wanted })}` : pathname;
    const timer = setTimeout(() => history.replaceState(null, '', url), writeDelay);
    return () => clearTimeout(timer);
  }, [wanted]);
  return { query, setQuery, wanted, found };
}

function openFirst(event: KeyboardEvent) {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return;
  event.preventDefault();
  document.querySelector<HTMLElement>('[aria-label=Found] a')?.click();
}

/** Enter opens the first of what was found. */
export function SearchField({ query, onChange }: { query: string; onChange: (query: string) => void }) {
  return (
    <label className="relative mt-5 block">
      <span className="sr-only">Search the causes</span>
      <Search size={16} strokeWidth={1.5} aria-hidden className="absolute top-3.5 left-3.5 text-ink-3" />
      <textarea
        value={query}
        rows={1}
        spellCheck={false}
        autoCorrect="off"
        autoCapitalize="off"
        placeholder="Paste what the console says, or search: postman, 401, cookie …"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={openFirst}
        className="field-sizing-content block max-h-64 min-h-11 w-full resize-none rounded-control border border-edge bg-surface py-2.5 pr-3 pl-10 placeholder:text-ink-3"
      />
    </label>
  );
}

/** What scripts are told, and what a browser prints where nothing answers: the same for many causes. */
const toldAlways: readonly (readonly [RegExp, string])[] = [
  [
    /CORS request did not succeed/i,
    'Firefox says the same where nothing answers: the server is down, the port is wrong, or its certificate is not trusted.',
  ],
  [
    /Failed to fetch|Network ?Error|Load failed/i,
    'This is all that a script is told, whatever the cause. What tells more is the red line above it in the console.',
  ],
];

/** What the list below is, in one line. */
export function summaryOf(found: readonly FoundCause[], query: string): string {
  const told = found[0]?.because !== 'message' || /did not succeed/i.test(query);
  const [, always] = (told && toldAlways.find(([pattern]) => pattern.test(query))) || [];
  if (always) return always;
  const first = found.filter(({ rank }) => rank === 1).length;
  const [best] = found;
  if (!best) return query.trim() === '' ? '' : 'Nothing was found. All causes are listed below.';
  if (best.because === 'words')
    return found.length === 1 ? 'One cause fits.' : `${found.length} causes fit, best first.`;
  return first === 1
    ? 'This message means the first of these.'
    : `The first ${first} print the very same. What tells them apart is the status and the headers in the Network panel.`;
}
