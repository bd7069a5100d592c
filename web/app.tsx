import { lazy, Suspense } from 'react';
import { useServerInfo } from './server-info.ts';
import { Sheet } from './sheet/sheet.tsx';
import { Mishap } from './shell/mishap.tsx';
import { OriginsContext } from './shell/origins.tsx';
import { Away, Starting } from './shell/start.tsx';
import { TopBar } from './shell/top-bar.tsx';
import { expectation, linkNotice, useSoon } from './soon.ts';
import { useScenario } from './state/scenario.ts';
import { useLink, useLinkState } from './state/use-link.ts';
import { useTheme } from './state/use-theme.ts';

const editors = import('./shell/editors.tsx');
// What is needed later is fetched now: the page goes on working while its server is away.
const rest = editors.then(() => Promise.all([import('./share/share-dialog.tsx'), import('./state/link.ts')]));
rest.catch(() => undefined);
const Dock = lazy(async () => ({ default: (await editors).Dock }));
const RequestPanel = lazy(async () => ({ default: (await editors).RequestPanel }));
const ServerPanel = lazy(async () => ({ default: (await editors).ServerPanel }));

/** The playground. */
export default function App() {
  useLink();
  useTheme();
  const linkRead = useLinkState((state) => state.ready);
  const notice = useSoon(
    linkNotice,
    useLinkState(({ problem, dropped }) => problem !== null || dropped.length > 0),
  );
  const expected = useSoon(
    expectation,
    useScenario(({ scenario }) => scenario.expect.trim() !== '' || scenario.seen !== null),
  );
  // Asking again makes a failed query pending, so its state alone does not tell that the server was away.
  const { data: info, errorUpdateCount, isFetching, refetch } = useServerInfo();
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
      <TopBar />
      {notice && <notice.LinkNotice />}
      {expected && <expected.Expectation />}
      <Mishap>
        {info && linkRead ? (
          <OriginsContext value={info.origins}>
            <main className="shell">
              <Suspense fallback={<div className="shell-panel shell-request" />}>
                <RequestPanel />
              </Suspense>
              <div id="sheet" tabIndex={-1} className="shell-sheet">
                <Suspense fallback={<Starting />}>
                  <Sheet />
                </Suspense>
              </div>
              <Suspense fallback={<div className="shell-panel shell-server" />}>
                <ServerPanel />
              </Suspense>
            </main>
            <Suspense>
              <Dock />
            </Suspense>
          </OriginsContext>
        ) : (
          <main className="shell">
            <div className="shell-panel shell-request max-[1100px]:hidden" />
            <div id="sheet" tabIndex={-1} className="shell-sheet">
              {errorUpdateCount > 0 ? <Away asking={isFetching} ask={refetch} /> : <Starting />}
            </div>
          </main>
        )}
      </Mishap>
    </>
  );
}
