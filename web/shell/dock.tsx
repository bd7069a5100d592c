import { flushSync } from 'react-dom';
import { RunButton } from '../sheet/run-button.tsx';
import { type PanelName, usePanels } from '../state/panels.ts';

const goTo = (name: PanelName) => {
  flushSync(() => usePanels.getState().panelToggled(name, true));
  const panel = document.getElementById(`${name}-panel`);
  panel?.scrollIntoView({ block: 'start' });
  panel?.querySelector<HTMLElement>('button')?.focus({ preventScroll: true });
};

/** At the bottom of a phone: the two editors, and Run. */
export function Dock() {
  return (
    <nav
      aria-label="Editors"
      className="fixed inset-x-0 bottom-0 z-30 hidden h-[60px] grid-cols-[1fr_1fr_1.2fr] items-center gap-2 border-t border-line bg-canvas px-3.5 max-[600px]:grid"
    >
      <button
        type="button"
        className="h-[42px] rounded-control font-medium hover:bg-line"
        onClick={() => goTo('request')}
      >
        Request
      </button>
      <button
        type="button"
        className="h-[42px] rounded-control font-medium hover:bg-line"
        onClick={() => goTo('server')}
      >
        Server
      </button>
      <RunButton className="h-[42px]" />
    </nav>
  );
}
