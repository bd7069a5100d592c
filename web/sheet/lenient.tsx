import { TriangleAlert } from 'lucide-react';
import { useMemo } from 'react';
import { deviationEntry, lenience, lenienceWords, type Scenario } from '#cors';
import { browserNames } from '../own-browser.ts';
import { Prose } from '../terms/prose.tsx';
import { usePredictAs } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { tenseOf, verdictOf } from './shown.ts';
import { useFetchBy } from './use-fetch-by.ts';

/** Says so when the page gets its answer only because its browser is not as strict as the standard. */
export function Lenient({ view, scenario }: { view: View; scenario: Scenario }) {
  const predictAs = usePredictAs();
  const browser = view.kind === 'observed' ? view.run.browser : predictAs;
  const fetch = useFetchBy(view, scenario);
  const keys = useMemo(
    () => (browser === 'standard' || !fetch ? [] : lenience(browser, fetch.fetchBy, fetch.state)),
    [browser, fetch],
  );
  if (browser === 'standard' || keys.length === 0 || verdictOf(view) === 'blocked') return null;
  const entries = keys.flatMap((key) => deviationEntry(browser, key) ?? []);
  return (
    <section aria-label="Lenient browser" className="axis pb-8 max-[600px]:pb-6">
      <span className="rail" />
      <div className="side" />
      <p className="body flex items-start gap-2 bg-warn-soft px-3 py-2.5 text-pretty">
        <TriangleAlert size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0 text-warn" />
        <span>
          <Prose text={lenienceWords(browserNames[browser], entries, tenseOf(view))} />
        </span>
      </p>
    </section>
  );
}
