import { Ban, Check, EyeOff, X } from 'lucide-react';
import { factsWords, type Outcome, type Tense } from '#cors';
import { Prose } from '../terms/prose.tsx';
import { ReachedMark } from '../ui/more-icons.tsx';
import { KeptUntil } from './kept-until.tsx';

const tones = { allow: 'text-allow', block: 'text-block', opaque: 'text-opaque', plain: '' };
const icons = { allow: Check, block: X, opaque: EyeOff, plain: Ban };

/** Three answers at a glance: the preflight, the request, the page. */
export function Facts({ outcome, tense }: { outcome: Outcome; tense: Tense }) {
  const cached = outcome.steps.find((step) => step.code === 'preflight-cache');
  return (
    <dl className="mt-6 grid gap-5 sm:grid-cols-3 max-[600px]:mt-[18px] max-[600px]:gap-0">
      {factsWords(outcome, tense).map(({ label, value, tone, note }) => {
        const Icon = value === 'Processed' || value === 'Redirected' ? ReachedMark : icons[tone];
        return (
          <div
            key={label}
            className="border-line border-t pt-2.5 max-[600px]:grid max-[600px]:grid-cols-[76px_1fr] max-[600px]:py-2"
          >
            <dt className="text-ink-2">
              <Prose text={label} />
            </dt>
            <dd>
              <b className={`flex items-center gap-1.5 ${tones[tone]}`}>
                <Icon width={16} height={16} strokeWidth={1.5} className="shrink-0" aria-hidden="true" />
                <span>
                  <Prose text={value} />
                </span>
              </b>
              <span className="block text-ink-2">
                <Prose text={note} />
                {value === 'From cache' && <KeptUntil expires={cached?.facts.expires ?? null} />}
              </span>
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
