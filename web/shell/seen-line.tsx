import { asAsked, type Seen } from '#cors';
import { verdictNames } from '../sheet/shown.ts';
import { useScenario } from '../state/scenario.ts';
import { observe } from '../view/observe.ts';
import { seenIn } from '../view/seen.ts';
import { useCurrentRuns } from '../view/use-view.ts';

/** What happened to whoever made the link, and whether the same happened here. */
export function SeenLine({ seen }: { seen: Seen }) {
  const { requests } = useScenario(({ scenario }) => scenario);
  const request = requests[seen.request];
  const which = request && requests.length > 1 ? ` (${asAsked(request).method} ${request.path})` : '';
  const run = useCurrentRuns()[seen.request];
  const view = run ? observe(run) : null;
  const here = view && seenIn(view, seen.request);
  return (
    <p>
      <b className="text-ink">Happened:</b> {verdictNames[seen.verdict]} in {seen.browser || 'a browser'}
      {which}. <span role="status">{here ? comparison(seen, here) : 'Run shows what happens here.'}</span>
    </p>
  );
}

function comparison(seen: Seen, here: Seen): string {
  const word = verdictNames[here.verdict].toLowerCase();
  if (here.verdict !== seen.verdict) return `Not so here: ${word} in ${here.browser}.`;
  const because = seen.code !== '' && here.code !== '' && seen.code !== here.code ? ', for another reason' : '';
  return `Here too: ${word} in ${here.browser}${because}.`;
}
