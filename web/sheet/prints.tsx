import {
  type ConsoleLine,
  consoleLines,
  type Outcome,
  pageOf,
  type RealBrowser,
  realBrowsers,
  type Scenario,
} from '#cors';
import { endpointId } from '../endpoint.ts';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { useBrowserState, useKept } from '../run/use-run.ts';
import { useServerInfo } from '../server-info.ts';
import { Prose } from '../terms/prose.tsx';
import { keyed } from '../ui/keyed.ts';
import { predict } from '../view/predict.ts';
import type { View } from '../view/view.ts';
import { Part } from './part.tsx';
import { explanationOf } from './shown.ts';

interface PrintsProps {
  readonly view: View;
  readonly scenario: Scenario;
  readonly index: number;
}

/** What each of the three makes of it: the one that ran by what it saw, the others by their rules. */
function useOutcomes({ view, scenario, index }: PrintsProps): readonly (readonly [RealBrowser, Outcome])[] {
  const request = scenario.requests[index];
  const origins = useServerInfo().data?.origins;
  const state = useBrowserState();
  const known = useKept();
  if (!request || !origins) return [];
  const before = view.kind === 'observed' ? view.run.before : state;
  const now = view.kind === 'observed' ? view.run.observation.at : Date.now();
  const kept = view.kind === 'observed' ? { plan: scenario.plan, cache: view.run.cache } : known;
  return realBrowsers.map((browser) => {
    const seen = view.kind === 'observed' && view.run.browser === browser ? explanationOf(view) : null;
    const at = { origins, endpoint: endpointId, state: before, browser, now, kept };
    return [browser, seen ?? predict(scenario, request, at).outcome];
  });
}

function Line({ text, strong }: { text: string; strong: string }) {
  const at = strong === '' ? -1 : text.indexOf(strong);
  return (
    <code className="wrap-anywhere block text-ink-2">
      {at < 0 ? (
        text
      ) : (
        <>
          {text.slice(0, at)}
          <b className="text-ink">{strong}</b>
          {text.slice(at + strong.length)}
        </>
      )}
    </code>
  );
}

/** The three browsers' own words for this, the telling part strong. */
export function Prints(props: PrintsProps) {
  const { view } = props;
  const origins = useServerInfo().data?.origins;
  const page = origins ? pageOf(view.call, origins) : location.origin;
  const prints = useOutcomes(props).map(
    ([browser, outcome]) => [browser, consoleLines(outcome, view.call, page, browser)] as const,
  );
  if (prints.every(([, lines]) => lines.length === 0)) return null;
  return (
    <Part title="What each browser prints">
      {prints.map(([browser, lines]) => (
        <div key={browser} className="not-first:pt-3.5">
          <h3 className="font-semibold">
            {browserNames[browser]}
            {browser === 'webkit' && <span className="ml-1.5 font-normal text-ink-3">Safari</span>}
            {browser === ownBrowser.browser && <span className="ml-1.5 font-normal text-ink-3">the one you use</span>}
          </h3>
          <Lines lines={lines} />
        </div>
      ))}
    </Part>
  );
}

/** What one browser prints. */
export function Lines({ lines }: { lines: readonly ConsoleLine[] }) {
  if (lines.length === 0) return <p className="text-ink-2">nothing</p>;
  return keyed(lines, ({ text }) => text).map(({ key, item: { text, strong, note } }) => (
    <div key={key} className="not-first:mt-1">
      <Line text={text} strong={strong} />
      {note && (
        <p className="text-ink-3 text-pretty">
          <Prose text={note} />
        </p>
      )}
    </div>
  ));
}
