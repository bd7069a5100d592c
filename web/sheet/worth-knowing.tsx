import { Info, OctagonAlert, TriangleAlert } from 'lucide-react';
import { type AdviceText, adviceWords, advise, type Outcome, type Plan, pageOf } from '#cors';
import { useServerInfo } from '../server-info.ts';
import { Prose } from '../terms/prose.tsx';
import { keyed } from '../ui/keyed.ts';
import { usePredictAs } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { Part } from './part.tsx';

const levels: Record<AdviceText['level'], { icon: typeof Info; tone: string; word: string }> = {
  danger: { icon: OctagonAlert, tone: 'text-block', word: 'insecure' },
  broken: { icon: OctagonAlert, tone: 'text-block', word: 'broken' },
  fragile: { icon: TriangleAlert, tone: 'text-warn', word: 'fragile' },
  pointless: { icon: Info, tone: 'text-ink', word: 'pointless' },
  note: { icon: Info, tone: 'text-ink', word: '' },
};
const order = Object.keys(levels);

function Item({ title, text, level }: AdviceText) {
  const { icon: Icon, tone, word } = levels[level];
  return (
    <li className="not-first:mt-3">
      <p className={`flex items-start gap-1.5 font-semibold ${tone}`}>
        <Icon size={16} strokeWidth={1.5} aria-hidden="true" className="mt-0.5 shrink-0" />
        <span>
          <Prose text={title} />
        </span>
        {word && <span className="ml-auto pl-3 font-normal text-ink-3">{word}</span>}
      </p>
      <p className="pl-[22px] text-ink-2 text-pretty">
        <Prose text={text} />
      </p>
    </li>
  );
}

/** What blocks nothing and is worth saying all the same, the worst first. */
export function WorthKnowing({ view, outcome, plan }: { view: View; outcome: Outcome; plan: Plan }) {
  const origins = useServerInfo().data?.origins;
  const browser = usePredictAs();
  if (!origins) return null;
  const page = pageOf(view.call, origins);
  const advice = advise({ call: view.call, plan, outcome, page, browser, origins }).map(adviceWords);
  if (advice.length === 0) return null;
  const sorted = advice.toSorted((a, b) => order.indexOf(a.level) - order.indexOf(b.level));
  return (
    <Part title="Worth knowing">
      <ul>
        {keyed(sorted, ({ title }) => title).map(({ key, item }) => (
          <Item key={key} {...item} />
        ))}
      </ul>
    </Part>
  );
}
