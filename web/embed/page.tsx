import { ExternalLink } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { RunsWhole } from '../run/use-run-selected.ts';
import { useServerInfo } from '../server-info.ts';
import { Stage } from '../sheet/stage.tsx';
import { Mishap } from '../shell/mishap.tsx';
import { OriginsContext } from '../shell/origins.tsx';
import { Away, Starting } from '../shell/start.tsx';
import { keepRunsHere } from '../state/runs.ts';
import { useScenario } from '../state/scenario.ts';
import { titleOf } from '../state/title.ts';
import { useShownTheme } from '../state/use-theme.ts';
import { Rich } from '../ui/rich.tsx';
import { CookieNote } from './cookie-note.tsx';
import { InShort } from './in-short.tsx';
import { useGivenLink } from './link.ts';

keepRunsHere();

// What one has chosen in the playground stays out of other people's pages.
const asked = new URLSearchParams(location.search).get('theme');
const theme = asked === 'light' || asked === 'dark' ? asked : 'system';

const problems = {
  version: 'The link in this frame was made by another version of Preflight, maybe a newer one.',
  broken: 'The link in this frame is damaged. A part of it may have been lost in copying.',
};

/** In a frame with the attribute `sandbox` and without `allow-same-origin`, nothing can be asked of our own server. */
const sandboxed =
  'This frame is sandboxed, so it has no origin and can run nothing. Its `sandbox` attribute needs `allow-scripts allow-same-origin allow-popups`, or none at all.';

/** One scenario, for a frame in somebody else’s page: what is asked and answered, Run, verdict and wire. */
export default function Page() {
  useShownTheme(theme);
  const link = useGivenLink();
  const problem = link.ok || link.reason === 'empty' ? null : link.reason;
  const { data: info, errorUpdateCount, isFetching, refetch } = useServerInfo();
  return (
    <Mishap>
      {self.origin === 'null' || problem ? (
        <Frame title="Nothing to show">
          <p role="alert" className="bg-warn-soft px-(--pad) py-4 text-m text-pretty">
            <Rich text={problem ? problems[problem] : sandboxed} />
          </p>
        </Frame>
      ) : info ? (
        <OriginsContext value={info.origins}>
          <Scenario dropped={link.ok ? link.dropped : []} />
        </OriginsContext>
      ) : (
        <main className="bg-surface">
          {errorUpdateCount > 0 ? <Away asking={isFetching} ask={refetch} /> : <Starting />}
        </main>
      )}
    </Mishap>
  );
}

function Scenario({ dropped }: { dropped: readonly string[] }) {
  const title = useScenario(({ scenario }) => titleOf(scenario));
  return (
    <RunsWhole value={true}>
      <Frame title={title}>
        {dropped.length > 0 && (
          <p role="status" className="bg-warn-soft px-(--pad) py-2">
            <Rich
              text={`Parts of this link were not understood and took their defaults: ${dropped.map((path) => `\`${path}\``).join(', ')}.`}
            />
          </p>
        )}
        <InShort />
        <CookieNote />
        <Stage folded />
      </Frame>
    </RunsWhole>
  );
}

function Frame({ title, children }: { title: string; children: ReactNode }) {
  useEffect(() => {
    document.title = `${title}, in Preflight`;
  }, [title]);
  return (
    <main className="embed sheet">
      <header className="embed-top">
        <h1 className="truncate font-semibold" title={title}>
          {title}
        </h1>
        <a
          href={`/${location.hash}`}
          target="_blank"
          rel="noopener"
          className="flex shrink-0 items-center gap-1.5 text-accent hover:underline"
        >
          Open in the playground
          <ExternalLink size={14} strokeWidth={1.5} aria-hidden />
        </a>
      </header>
      {children}
    </main>
  );
}
