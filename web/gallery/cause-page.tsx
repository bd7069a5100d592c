import { ExternalLink, Undo2, Wrench } from 'lucide-react';
import { type ReactNode, useLayoutEffect, useMemo, useState } from 'react';
import { type Cause, causeGroups, changesBetween, gallery, printsOf, realBrowsers } from '#cors';
import { EmbedSnippet } from '../embed/snippet.tsx';
import { endpointId } from '../endpoint.ts';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { RunsWhole } from '../run/use-run-selected.ts';
import { Diff } from '../sheet/diff.tsx';
import { Lines } from '../sheet/prints.tsx';
import { focusRun } from '../sheet/run-button.tsx';
import { Stage } from '../sheet/stage.tsx';
import { useOrigins } from '../shell/origins.tsx';
import { linkOf } from '../state/link.ts';
import { useScenario } from '../state/scenario.ts';
import { Prose } from '../terms/prose.tsx';
import { Button } from '../ui/button.tsx';
import { Tabs } from '../ui/tabs.tsx';

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className="mt-7">
      <h2 className="mb-1.5 font-semibold text-m tracking-[-0.012em]">{title}</h2>
      {children}
    </section>
  );
}

const Paragraphs = ({ texts }: { texts: readonly string[] }) =>
  texts.map((text) => (
    <p key={text} className="text-pretty not-first:mt-2">
      <Prose text={text} />
    </p>
  ));

/** What differs between the cause and its fix, for the request that shows it. */
function useChanges({ scenario, fixed, shown }: Cause) {
  const origins = useOrigins();
  return useMemo(() => {
    const [before, after] = [scenario.requests[shown], fixed.requests[shown]];
    if (!before || !after) return [];
    return changesBetween(
      { plan: scenario.plan, request: before },
      { plan: fixed.plan, request: after },
      origins,
      endpointId,
    );
  }, [scenario, fixed, shown, origins]);
}

function Fix({ cause }: { cause: Cause }) {
  const applied = useScenario(({ scenario }) => scenario === cause.fixed);
  const { scenarioOpened } = useScenario.getState();
  const changes = useChanges(cause);
  const open = () => {
    scenarioOpened(applied ? cause.scenario : cause.fixed, cause.shown);
    focusRun();
  };
  return (
    <Section title="The fix">
      <Paragraphs texts={cause.fix} />
      {changes.length > 0 && (
        <div className="mt-3">
          <Diff changes={changes} />
        </div>
      )}
      <div className="mt-3 flex flex-wrap items-center gap-2.5">
        <Button onClick={open}>
          {applied ? (
            <Undo2 size={16} strokeWidth={1.5} aria-hidden />
          ) : (
            <Wrench size={16} strokeWidth={1.5} aria-hidden />
          )}
          {applied ? 'Take the fix back' : 'Apply the fix'}
        </Button>
        <span role="status" className="text-ink-2">
          {applied && 'Applied. Run it again.'}
        </span>
      </div>
    </Section>
  );
}

function Console({ cause }: { cause: Cause }) {
  const origins = useOrigins();
  const [chosen, choose] = useState(ownBrowser.browser);
  const lines = useMemo(() => printsOf(cause, origins, endpointId, chosen), [cause, origins, chosen]);
  const tabs = realBrowsers.map((value) => ({ value, label: value === 'webkit' ? 'Safari' : browserNames[value] }));
  return (
    <Section title="What the console says">
      <Tabs
        label="Browsers"
        tabs={tabs}
        value={chosen}
        onChange={choose}
        listClass="mb-2 gap-4"
        tabClass="pb-[3px] aria-selected:shadow-[inset_0_-2px_var(--ink)]"
      >
        <Lines lines={lines} />
      </Tabs>
    </Section>
  );
}

function Elsewhere({ cause }: { cause: Cause }) {
  const scenario = useScenario((state) => state.scenario);
  return (
    <>
      <Section title="Sources">
        <ul>
          {cause.sources.map(({ label, href }) => (
            <li key={href}>
              <a href={href} className="text-accent hover:underline">
                {label}
              </a>
            </li>
          ))}
        </ul>
      </Section>
      <p className="mt-7">
        <a href={linkOf(scenario)} className="inline-flex items-center gap-1.5 text-accent hover:underline">
          <ExternalLink size={16} strokeWidth={1.5} aria-hidden />
          Open in the playground
        </a>
      </p>
      <p className="mt-2">
        <a href={linkOf(scenario).replace('/#', '/present#')} className="text-accent hover:underline">
          Present it to a class
        </a>
      </p>
      <details className="mt-2">
        <summary className="text-accent hover:underline">Embed it in documentation</summary>
        <div className="pt-2.5">
          <EmbedSnippet scenario={scenario} />
        </div>
      </details>
      <Neighbours cause={cause} />
    </>
  );
}

/** The causes before and after it, in the order of the gallery. */
function Neighbours({ cause }: { cause: Cause }) {
  const at = gallery.findIndex(({ id }) => id === cause.id);
  const [before, after] = [gallery[at - 1], gallery[at + 1]];
  return (
    <nav aria-label="Other causes" className="mt-9 grid grid-cols-2 gap-4 border-line border-t pt-3">
      {before ? (
        <a href={`/gallery/${before.id}`} className="text-pretty hover:underline">
          <span className="block text-ink-2">Previous</span>
          {before.title}
        </a>
      ) : (
        <span />
      )}
      {after && (
        <a href={`/gallery/${after.id}`} className="text-pretty text-right hover:underline">
          <span className="block text-ink-2">Next</span>
          {after.title}
        </a>
      )}
    </nav>
  );
}

/** One cause: what one sees, what is wrong, the fix; and beside it the scenario, to be run. */
export function CausePage({ cause }: { cause: Cause }) {
  useLayoutEffect(() => useScenario.getState().scenarioOpened(cause.scenario, cause.shown), [cause]);
  return (
    <RunsWhole value={true}>
      <main id="content" className="reading">
        <article className="reading-text">
          <p className="text-ink-2">
            <a href="/gallery" className="hover:text-ink hover:underline">
              Gallery
            </a>
            : {causeGroups[cause.group]}
          </p>
          <h1 className="mt-1 text-balance font-semibold text-l tracking-[-0.028em] max-[600px]:text-[32px] max-[600px]:leading-9">
            {cause.title}
          </h1>
          <p className="mt-3 text-m text-pretty [&_code]:text-[0.94em]">
            <Prose text={cause.symptom} />
          </p>
          <Console cause={cause} />
          <Section title="What is really wrong">
            <Paragraphs texts={cause.wrong} />
          </Section>
          <Fix cause={cause} />
          <Elsewhere cause={cause} />
        </article>
        <div className="reading-stage">
          <div className="sheet">
            <Stage />
          </div>
        </div>
      </main>
    </RunsWhole>
  );
}
