import { ExternalLink } from 'lucide-react';
import { Fragment, type ReactNode, useMemo } from 'react';
import {
  type Browser,
  type DeviationEntry,
  deviationEntry,
  deviationSince,
  deviationWords,
  duration,
  type RealBrowser,
  type Scenario,
  type Side,
  type SideBySide,
  sideBySide,
} from '#cors';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { Prose } from '../terms/prose.tsx';
import { VerdictMark } from '../ui/icons.tsx';
import type { View } from '../view/view.ts';
import { Part } from './part.tsx';
import { verdictNames } from './shown.ts';
import { useFetchBy } from './use-fetch-by.ts';

const tones = { readable: 'text-allow', opaque: 'text-opaque', blocked: 'text-block' };
const nameOf = (browser: Browser) => (browser === 'standard' ? 'Standard' : browserNames[browser]);

function Lines({ items, none }: { items: readonly string[]; none: string }) {
  if (items.length === 0) return none;
  return items.map((item) => (
    <code key={item} className="wrap-anywhere block">
      {item}
    </code>
  ));
}

function Verdict({ side: { outcome } }: { side: Side }) {
  const { verdict } = outcome;
  return (
    <span className={`flex items-center gap-1.5 font-semibold ${tones[verdict]}`}>
      <VerdictMark verdict={verdict} guess={false} className="size-4 shrink-0" />
      {verdictNames[verdict]}
    </span>
  );
}

function keptFor({ kept }: Side): string {
  if (kept === null) return '–';
  return kept > 0 ? duration(kept) : 'not kept';
}

/** The facts that may differ, in the order of the columns. */
const columns: readonly {
  readonly fact: keyof SideBySide['differs'];
  readonly title: string;
  readonly cell: (side: Side) => ReactNode;
}[] = [
  {
    fact: 'wire',
    title: 'On the wire',
    cell: ({ wire }) => (wire.length === 0 ? 'nothing' : <code>{wire.join(', ')}</code>),
  },
  { fact: 'sends', title: 'Also sends', cell: ({ sends }) => <Lines items={sends} none="–" /> },
  { fact: 'reads', title: 'Page also reads', cell: ({ reads }) => <Lines items={reads} none="–" /> },
  { fact: 'kept', title: 'Preflight kept', cell: keptFor },
];

function Table({ sides, differs }: SideBySide) {
  const shown = columns.filter(({ fact }) => differs[fact]);
  return (
    <table className="w-full border-collapse text-left max-[600px]:block">
      <thead className="text-ink-2 max-[600px]:sr-only">
        <tr>
          {['Browser', 'Verdict', ...shown.map(({ title }) => title)].map((title) => (
            <th key={title} scope="col" className="pr-3 pb-1.5 font-normal last:pr-0">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-[600px]:block">
        {sides.map((side) => (
          <tr
            key={side.browser}
            className="border-line border-t align-top max-[600px]:grid max-[600px]:grid-cols-2 max-[600px]:py-1.5"
          >
            <th
              scope="row"
              className={`py-1.5 pr-3 max-[600px]:py-0.5 ${side.browser === ownBrowser.browser ? '' : 'font-normal'}`}
            >
              {nameOf(side.browser)}
            </th>
            <td className="py-1.5 pr-3 max-[600px]:py-0.5">
              <Verdict side={side} />
            </td>
            {shown.map(({ fact, title, cell }) => (
              <td key={fact} className="py-1.5 pr-3 last:pr-0 max-[600px]:contents">
                <span aria-hidden="true" className="hidden py-0.5 text-ink-2 max-[600px]:block">
                  {title}
                </span>
                <span className="block min-w-0 max-[600px]:py-0.5">{cell(side)}</span>
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface Known {
  readonly browser: RealBrowser;
  readonly entry: DeviationEntry;
}

function Evidence({ browser, entry }: Known) {
  return (
    <a
      href={entry.evidence}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 font-medium text-accent hover:underline"
    >
      {browserNames[browser]}
      <ExternalLink size={14} strokeWidth={1.5} aria-label="(opens a new tab)" />
    </a>
  );
}

/** Each thing that browsers do instead once, with those that do it and how one knows. */
function Reasons({ reasons }: Pick<SideBySide, 'reasons'>) {
  const bySentence = new Map<string, Known[]>();
  for (const { browser, key } of reasons) {
    const entry = deviationEntry(browser, key);
    if (!entry) continue;
    const sentence = deviationWords(entry);
    bySentence.set(sentence, [...(bySentence.get(sentence) ?? []), { browser, entry }]);
  }
  return (
    <ul className="mt-3">
      {[...bySentence].map(([sentence, known]) => (
        <li key={sentence} className="not-first:mt-2.5 text-pretty">
          <Prose text={sentence} />{' '}
          <span className="text-ink-2">
            {known.map(({ browser, entry }, i) => (
              <Fragment key={browser}>
                {i > 0 && ', '}
                <span className="whitespace-nowrap">
                  <Evidence browser={browser} entry={entry} /> {deviationSince(browser, entry)}
                </span>
              </Fragment>
            ))}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** Where the browsers make different things of the same request: what each does, and to what it owes that. */
export function InOtherBrowsers({ view, scenario }: { view: View; scenario: Scenario }) {
  const fetch = useFetchBy(view, scenario);
  const told = useMemo(() => fetch && sideBySide(fetch.fetchBy, fetch.state, fetch.now), [fetch]);
  if (!told) return null;
  return (
    <Part title="In other browsers" hint="by their rules">
      <Table {...told} />
      <Reasons reasons={told.reasons} />
    </Part>
  );
}
