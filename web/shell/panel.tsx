import { ChevronDown } from 'lucide-react';
import type { ReactNode } from 'react';
import { type PanelName, usePanels } from '../state/panels.ts';

interface PanelProps {
  readonly name: PanelName;
  /** The region's name, e.g. "Request". */
  readonly label: string;
  /** Whose side this is, and its origin. */
  readonly side: string;
  readonly origin: string;
  /** What a folded panel says in one line, on a phone. */
  readonly brief: ReactNode;
  readonly children: ReactNode;
}

/** One of the two editors beside the sheet. */
export function Panel({ name, label, side, origin, brief, children }: PanelProps) {
  const open = usePanels((state) => state.open[name]);
  const panelToggled = usePanels((state) => state.panelToggled);
  return (
    <section aria-label={label} id={`${name}-panel`} tabIndex={-1} className={`shell-panel shell-${name}`}>
      <div className="relative flex h-12 items-center gap-2 border-b border-line px-(--side) max-[600px]:h-11 max-[600px]:border-0">
        <h2 className="text-ink-2">{side}</h2>
        <code className="truncate font-semibold">{origin}</code>
        <button
          type="button"
          aria-label={`Edit the ${label.toLowerCase()}`}
          aria-expanded={open}
          aria-controls={`${name}-editor`}
          onClick={() => panelToggled(name, !open)}
          className="absolute inset-0 flex items-center justify-end px-(--side) text-ink-3 min-[601px]:hidden"
        >
          <ChevronDown size={16} strokeWidth={1.5} aria-hidden className={open ? 'rotate-180' : ''} />
        </button>
      </div>
      {!open && <p className="-mt-1.5 px-(--side) pb-3.5 text-ink-2 wrap-anywhere min-[601px]:hidden">{brief}</p>}
      <div id={`${name}-editor`} className={`pb-10 ${open ? '' : 'max-[600px]:hidden'}`}>
        {children}
      </div>
    </section>
  );
}
