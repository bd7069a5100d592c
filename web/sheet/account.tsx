import { findingWords, type Outcome } from '#cors';
import { Prose } from '../terms/prose.tsx';
import { Facts } from './facts.tsx';

/** What stands under the verdict of something that was sent: what to change, and three facts. */
export function Account({ outcome }: { outcome: Outcome }) {
  const change = outcome.finding ? findingWords(outcome.finding, 'did', outcome.asker).change : '';
  return (
    <>
      {change !== '' && (
        <p className="mt-2.5 text-ink-2 text-pretty [&_code]:text-ink">
          <b className="text-ink">What to change:</b> <Prose text={change} />
        </p>
      )}
      <Facts outcome={outcome} tense="did" />
    </>
  );
}
