import { Pencil } from 'lucide-react';
import { useEffect } from 'react';
import { limits } from '#cors';
import { useScenario } from '../state/scenario.ts';
import { titleOf } from '../state/title.ts';

// Browsers take milliseconds to rename a tab, which would hold up the verdict with each letter of a path.
const renameDelay = 250;

/** The scenario's title, edited where it stands. */
export function Title() {
  const title = useScenario(({ scenario }) => scenario.title);
  const called = useScenario(({ scenario }) => titleOf(scenario));
  useEffect(() => {
    const timer = setTimeout(() => {
      document.title = `${called}, in Preflight`;
    }, renameDelay);
    return () => clearTimeout(timer);
  }, [called]);
  const titleEdited = useScenario((state) => state.titleEdited);
  return (
    <label className="flex min-w-0 items-center gap-1">
      <span className="sr-only">Title of the scenario</span>
      <input
        value={title}
        maxLength={limits.titleLength}
        placeholder={called}
        onChange={(event) => titleEdited(event.target.value)}
        className="peer -ml-2 field-sizing-content h-8 max-w-full min-w-12 truncate rounded-control px-2 font-medium placeholder:text-ink-3 hover:bg-line focus:bg-surface max-[600px]:w-full"
      />
      <Pencil
        size={16}
        strokeWidth={1.5}
        aria-hidden
        className="shrink-0 text-ink-3 peer-focus:hidden max-[600px]:hidden"
      />
    </label>
  );
}
