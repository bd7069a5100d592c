import { flushSync } from 'react-dom';
import { RunButton } from '../sheet/run-button.tsx';
import { type PanelName, usePanels } from '../state/panels.ts';
import { bringIntoView } from '../ui/into-view.ts';

const goTo = (name: PanelName) => {
  flushSync(() => usePanels.getState().panelToggled(name, true));
  const panel = document.getElementById(`${name}-panel`);
  panel?.scrollIntoView({ block: 'start' });
  panel?.focus({ preventScroll: true });
};

/** Brings the verdict into sight, unless it begins there. */
function goToVerdict() {
  const verdict = document.querySelector('[aria-label="Verdict"]');
  const top = verdict?.getBoundingClientRect().top ?? 0;
  if (top >= 0 && top < innerHeight / 2) return;
  bringIntoView(verdict, 'start');
}

const buttonLook = 'h-[42px] rounded-control font-medium hover:bg-line';

/** At the bottom of a narrow screen, on which the editors stand far below the verdict: the way to both, and Run. */
export function Dock() {
  return (
    <nav
      aria-label="Editors"
      className="fixed inset-x-0 bottom-0 z-30 hidden h-[60px] grid-cols-[1fr_1fr_1.2fr] items-center gap-2 border-t border-line bg-canvas px-(--side) max-[1100px]:grid"
    >
      <button type="button" className={buttonLook} onClick={() => goTo('request')}>
        Request
      </button>
      <button type="button" className={buttonLook} onClick={() => goTo('server')}>
        Server
      </button>
      <span className="contents" onClickCapture={goToVerdict}>
        <RunButton className="h-[42px]" />
      </span>
    </nav>
  );
}
