import { deviations } from '../browsers.ts';
import { askingOrigin, fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { isRedirect } from '../fetch/request.ts';
import type { FindingCode, FindingFacts } from '../findings.ts';
import { getHeader } from '../http.ts';
import { parseUrl } from '../origin.ts';
import { emptyState, type FetchCall, type Outcome, type RealBrowser, type Server } from '../outcome.ts';
import { chromium } from './chromium.ts';
import { firefox, willDisallow } from './firefox.ts';
import type { Console, ConsoleLine, Scene } from './lines.ts';
import { webkit } from './webkit.ts';

const consoles: Record<RealBrowser, Console> = { chromium, firefox, webkit };

/**
 * What a browser prints to its console for an outcome, word for word. Whichever browser the outcome was predicted or
 * observed in: of several things that are wrong with one answer, each blames the one that it looks at first.
 */
export function consoleLines(
  outcome: Outcome,
  call: FetchCall,
  page: string,
  browser: RealBrowser,
): readonly ConsoleLine[] {
  const seen = asSeenBy(outcome, call, page, browser);
  if (seen.finding !== null) return print(consoles[browser], seen.finding, sceneOf(seen, call, page, browser));
  const lenient = browser === 'firefox' && outcome.advice.some(({ code }) => code === 'authorization-under-wildcard');
  return lenient ? willDisallow(outcome.messages.at(-1)?.request.url ?? call.url) : [];
}

function print<C extends FindingCode>(
  console: Console,
  finding: { readonly code: C; readonly facts: Readonly<FindingFacts[C]> },
  scene: Scene,
): readonly ConsoleLine[] {
  return console[finding.code](finding.facts, scene);
}

/** The outcome that this browser would have come to from the very same answers. */
function asSeenBy(outcome: Outcome, call: FetchCall, page: string, browser: RealBrowser): Outcome {
  const last = outcome.messages.at(-1);
  if (!last?.stopped || last.response === null) return outcome;
  const server: Server = (request) =>
    outcome.messages.find((m) => m.request.method === request.method && m.request.url === request.url)?.response ??
    null;
  const seen = fetchAsBrowser({ call, page, server, state: emptyState, browser, now: 0 });
  // It would have gone on where the other stopped, and what came then is not known.
  return seen.finding?.code === 'no-answer' ? outcome : seen;
}

function sceneOf(outcome: Outcome, call: FetchCall, page: string, browser: RealBrowser): Scene {
  // What was refused need not be the last, where an answer is looked at again.
  const last = outcome.messages.findLast(({ stopped }) => stopped) ?? outcome.messages.at(-1);
  const url = last?.request.url ?? call.url;
  const response = last?.response ?? null;
  const redirects = response !== null && isRedirect(response, deviations[browser]);
  const location = redirects ? getHeader(response.headers, 'location') : null;
  return {
    call,
    origin: askingOrigin(call, page),
    url,
    redirected: (last?.hop ?? 0) > 0,
    method: outcome.unsent?.method ?? last?.request.method ?? call.method,
    response,
    location: location === null ? '' : (parseUrl(location, url)?.href ?? location),
    preflight: last?.kind === 'preflight',
  };
}
