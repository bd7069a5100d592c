import { useScenario } from '../state/scenario.ts';

/** What whoever made the scenario expected: it travels with the link, so whoever opens it reads it. */
export function Expectation() {
  const expect = useScenario(({ scenario }) => scenario.expect.trim());
  if (expect === '') return null;
  return (
    <aside aria-label="Expectation" className="shell-top border-b border-line">
      <p className="col-start-2 max-w-[80ch] px-(--pad) py-2.5 text-pretty whitespace-pre-line text-ink-2 wrap-anywhere max-[1100px]:col-span-full max-[1100px]:px-(--side)">
        <b className="text-ink">Expected:</b> {expect}
      </p>
    </aside>
  );
}
