import { ExternalLink } from 'lucide-react';
import type { ReactNode } from 'react';
import { type ConformanceReport, type DeviationKey, deviationEntry, ruleTexts, type StepCode, type Tally } from '#cors';
import { browserNames } from '../own-browser.ts';
import { Rich } from '../ui/rich.tsx';
import { count } from './counts.ts';

interface Row {
  readonly key: string;
  readonly name: ReactNode;
  readonly href?: string | undefined;
  readonly tally: Tally;
}

/** Where the cases agreed, from several sides. A case counts once in every row that it has to do with. */
export function Tables({ report }: { report: ConformanceReport }) {
  const { rules, findings, deviations, apis, contexts, browser } = report;
  const name = browserNames[browser.rules];
  return (
    <>
      <Table
        title="By rule"
        what="Rule"
        // In the standard's order.
        rows={(Object.keys(ruleTexts) as StepCode[]).flatMap((code) => {
          const { name, link } = ruleTexts[code];
          const tally = rules[code];
          return tally ? [{ key: code, name, href: link.href, tally }] : [];
        })}
      />
      <Table
        title={`Where ${name} departs from the standard`}
        what="Departure"
        rows={Object.entries(deviations).map(([key, tally]) => {
          const entry = deviationEntry(browser.rules, key as DeviationKey);
          return { key, name: <Rich text={entry ? `${name} ${entry.instead}` : key} />, href: entry?.evidence, tally };
        })}
      />
      <Table title="By what decided" what="Finding" rows={codes(findings)} />
      <Table title="By what asked" what="API" rows={codes(apis)} />
      <Table title="By where it asked from" what="Context" rows={codes(contexts)} />
    </>
  );
}

const codes = (tallies: Readonly<Partial<Record<string, Tally>>>): readonly Row[] =>
  Object.entries(tallies)
    .flatMap(([key, tally]) => (tally ? [{ key, name: <code>{key}</code>, tally }] : []))
    .sort((a, b) => total(b.tally) - total(a.tally));

const total = ({ agreed, disagreed }: Tally): number => agreed + disagreed;

const number = 'w-12 tabular-nums py-1.5 pl-2 text-right align-top min-[600px]:w-16';

function Table({ title, what, rows }: { title: string; what: string; rows: readonly Row[] }) {
  if (rows.length === 0) return null;
  return (
    <section aria-label={title} className="mt-9">
      <h2 className="font-semibold text-m tracking-[-0.012em]">{title}</h2>
      <table className="mt-2 w-full border-collapse">
        <thead>
          <tr className="border-line border-b text-ink-2">
            <th scope="col" className="py-1.5 text-left font-normal">
              {what}
            </th>
            {['Cases', 'Agree', 'Differ'].map((each) => (
              <th key={each} scope="col" className={`${number} font-normal`}>
                {each}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, href, tally }) => (
            <tr key={key} data-row={key} className="border-line border-b">
              <th scope="row" className="wrap-anywhere py-1.5 text-left font-normal">
                {name}{' '}
                {href && (
                  <a href={href} target="_blank" rel="noreferrer" className="inline-block align-[-2px] text-accent">
                    <ExternalLink size={14} strokeWidth={1.5} aria-label="where it says so (opens a new tab)" />
                  </a>
                )}
              </th>
              <td className={number}>{count(total(tally))}</td>
              <td className={number}>{count(tally.agreed)}</td>
              <td className={`${number} ${tally.disagreed > 0 ? 'font-semibold text-warn' : 'text-ink-2'}`}>
                {count(tally.disagreed)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
