import { ServerPanel } from './plan/server-panel.tsx';
import { RequestPanel } from './request/request-panel.tsx';
import { useServerInfo } from './server-info.ts';
import { Sheet } from './sheet/sheet.tsx';
import { Dock } from './shell/dock.tsx';
import { LinkNotice } from './shell/link-notice.tsx';
import { OriginsContext } from './shell/origins.tsx';
import { Away, Starting } from './shell/start.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { useLink } from './state/use-link.ts';
import { useTheme } from './state/use-theme.ts';

export function App() {
  useLink();
  useTheme();
  const { data: info, isError } = useServerInfo();
  return (
    <>
      <button
        type="button"
        // Not a link to #sheet: the part of the address after # holds the scenario.
        onClick={() => document.getElementById('sheet')?.focus()}
        className="fixed top-2 left-2 z-40 rounded-control not-focus:sr-only bg-accent px-3 py-2 font-medium text-on-accent"
      >
        Skip to the verdict
      </button>
      <h1 className="sr-only">Preflight, a CORS debugging playground</h1>
      <TopBar />
      <LinkNotice />
      {info ? (
        <OriginsContext value={info.origins}>
          <main className="shell">
            <RequestPanel />
            <div id="sheet" tabIndex={-1} className="shell-sheet">
              <Sheet />
            </div>
            <ServerPanel />
          </main>
          <Dock />
        </OriginsContext>
      ) : (
        <main className="shell">
          <div className="shell-panel shell-request max-[1100px]:hidden" />
          <div id="sheet" tabIndex={-1} className="shell-sheet">
            {isError ? <Away /> : <Starting />}
          </div>
        </main>
      )}
    </>
  );
}
