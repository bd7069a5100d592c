import { useScenario } from '../state/scenario.ts';
import { SeenLine } from './seen-line.tsx';

/** What whoever made the scenario expected, and what happened: both travel with the link. */
export function Expectation() {
  const expect = useScenario(({ scenario }) => scenario.expect.trim());
  const seen = useScenario(({ scenario }) => scenario.seen);
  if (expect === '' && seen === null) return null;
  return (
    <aside aria-label="Expectation" className="shell-top border-b border-line">
      <div className="col-start-2 max-w-[80ch] px-(--pad) py-2.5 text-pretty text-ink-2 wrap-anywhere max-[1100px]:col-span-full max-[1100px]:px-(--side)">
        {expect !== '' && (
          <p className="whitespace-pre-line">
            <b className="text-ink">Expected:</b> {expect}
          </p>
        )}
        {seen !== null && <SeenLine seen={seen} />}
      </div>
    </aside>
  );
}
