import { ChevronDown } from 'lucide-react';
import { type Browser, browsers } from '#cors';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { usePreferences } from '../state/preferences.ts';

const own = 'own';
const others = browsers.filter((browser) => browser !== ownBrowser.browser);
const called = (browser: Browser) => (browser === 'standard' ? 'the standard says' : browserNames[browser]);

/** Which browser this is, and whose rules the prediction follows. */
export function Band() {
  const chosen = usePreferences(({ predictAs }) => predictAs);
  const choose = usePreferences(({ predictAsChosen }) => predictAsChosen);
  const value = chosen === null || chosen === ownBrowser.browser ? own : chosen;
  return (
    <div className="flex h-12 items-center gap-2 whitespace-nowrap border-line border-b px-(--pad)">
      <span className="text-ink-2 max-[360px]:sr-only">Browser</span>
      <span className="font-semibold">{ownBrowser.label}</span>
      <span className="relative ml-auto flex min-w-0 items-center">
        <select
          aria-label="Predict as"
          value={value}
          onChange={({ target }) => choose(others.find((browser) => browser === target.value) ?? null)}
          className="h-8 min-w-0 cursor-pointer appearance-none truncate rounded-control bg-transparent pr-6 pl-2 max-[600px]:max-w-44 max-[600px]:pr-5 max-[600px]:pl-0 text-right text-ink-2 hover:text-ink"
        >
          <option value={own}>Predict as this browser</option>
          {others.map((browser) => (
            <option key={browser} value={browser}>
              Predict as {called(browser)}
            </option>
          ))}
        </select>
        <ChevronDown size={16} strokeWidth={1.5} aria-hidden="true" className="pointer-events-none absolute right-0" />
      </span>
    </div>
  );
}
