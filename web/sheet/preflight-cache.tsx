import { adviceWords, type Browser, deviations, duration, type Outcome, readMaxAge, type Scenario } from '#cors';
import { endpointId } from '../endpoint.ts';
import { browserNames, ownBrowser } from '../own-browser.ts';
import { useBrowserState } from '../run/use-run.ts';
import { useServerInfo } from '../server-info.ts';
import { Prose } from '../terms/prose.tsx';
import { useClock } from '../view/use-clock.ts';
import { usePredictAs } from '../view/use-view.ts';
import type { View } from '../view/view.ts';
import { MaxAge } from './max-age.tsx';
import { Part } from './part.tsx';
import { keepings, maxAgeOf, type Permission, permissionsOf, serviceOf } from './permissions.ts';
import { Permissions } from './permissions-table.tsx';
import { explanationOf, isGuess } from './shown.ts';
import { ClockTime } from './when.tsx';

/** What becomes of the answer to the preflight that is shown. Once it is kept, the table tells. */
function Answer({ outcome, maxAge, guess, browser }: AnswerProps) {
  const exception = outcome.advice.find(({ code }) => code === 'preflight-not-kept');
  const { seconds } = readMaxAge(maxAge, deviations[browser]);
  const isKept = seconds > 0 && !exception;
  if (isKept && !guess) return null;
  return (
    <p className="text-pretty">
      {browserNames[browser]} {guess ? 'would remember' : 'remembers'}{' '}
      {isKept ? (
        <>
          the answer to this preflight for <b>{duration(seconds)}</b>.
        </>
      ) : (
        <>nothing of this preflight. {exception && <Prose text={adviceWords(exception).text} />}</>
      )}
    </p>
  );
}
interface AnswerProps {
  readonly outcome: Outcome;
  readonly maxAge: string | null;
  readonly guess: boolean;
  readonly browser: Browser;
}

function Expired({ permission: { at, expires } }: { permission: Permission }) {
  return (
    <p className="text-pretty">
      The permission from <ClockTime at={at} /> expired at <ClockTime at={expires} />. The next request of its kind has
      a preflight again.
    </p>
  );
}

function Forgotten() {
  return (
    <p className="text-pretty">
      {ownBrowser.label} had forgotten an earlier permission and asked again, as a browser may.
      {ownBrowser.browser === 'firefox' && ' Firefox does once it has looked up the address of the host anew.'}
    </p>
  );
}

interface PreflightCacheProps {
  readonly view: View;
  readonly scenario: Scenario;
  readonly index: number;
}

/** What this browser remembers of earlier preflights, for how long, and what that means for the request shown. */
export function PreflightCache({ view, scenario, index }: PreflightCacheProps) {
  const origins = useServerInfo().data?.origins;
  const state = useBrowserState();
  const browser = usePredictAs();
  const now = useClock(state.preflights.map(({ expires }) => expires));
  if (!origins) return null;
  const at = { origins, endpoint: endpointId, state, browser: ownBrowser.browser, now, kept: null };
  const permissions = permissionsOf(state.preflights);
  const kept = permissions
    .filter(({ expires }) => expires > now)
    .map((permission) => ({ permission, service: serviceOf(permission, scenario, index, at) }));
  const expired = permissions.find(({ expires }) => expires <= now);
  const outcome = explanationOf(view);
  const asked = outcome ? maxAgeOf(outcome) : undefined;
  if (kept.length === 0 && !expired && asked === undefined) return null;
  const sent = asked === undefined ? kept.find(({ service }) => service)?.permission.maxAge : asked;
  return (
    <Part title="Preflight cache" hint={`what ${ownBrowser.label} remembers, by its rules`} className="part remembered">
      <span className="rail" />
      <div className="grid gap-4">
        {kept.length > 0 && <Permissions kept={kept} />}
        {view.kind === 'observed' && view.forgot && <Forgotten />}
        {expired && (
          <div role="status">
            <Expired permission={expired} />
          </div>
        )}
        {outcome && asked !== undefined && (
          <Answer outcome={outcome} maxAge={asked} guess={isGuess(view)} browser={browser} />
        )}
        {sent !== undefined && <MaxAge sent={sent} keepings={keepings(sent, scenario, index, at)} />}
      </div>
    </Part>
  );
}
