import { answer } from '../answer.ts';
import { isAvailable, pageOf } from '../ask.ts';
import { toFetchCall } from '../call.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import { normalizeMethod } from '../methods.ts';
import { browsers, emptyState, type FetchCall, type Outcome } from '../outcome.ts';
import type { Origins, Scenario } from '../scenario.ts';
import { type Case, someId, withoutEndpoint } from './reproduction-case.ts';
import { pageFile } from './reproduction-page.ts';
import { serverFile } from './reproduction-server.ts';

/** Two files that show a scenario's request without Preflight, or why there are none. Backticks mark code. */
export type Reproduction =
  | {
      readonly ok: true;
      readonly page: string;
      readonly server: string;
      /** Where the page is once the server runs. */
      readonly open: string;
    }
  | { readonly ok: false; readonly because: string };

const pagePath = '/page.html';
const firstPort = 8010;

/**
 * The scenario's request `index` as a page (`page.html`) and a server (`server.mjs`, Node.js 20 or newer, without
 * dependencies) that lie in one folder. The server listens on up to three ports from `port` on, of 127.0.0.1.
 */
export function reproduction(scenario: Scenario, index: number, port = firstPort): Reproduction {
  const request = scenario.requests[index];
  if (request === undefined) return { ok: false, because: 'There is no such request.' };
  if (scenario.plan.cache) {
    return {
      ok: false,
      because: 'What a cache in front answers depends on earlier requests, and these files make one.',
    };
  }
  const origins: Origins = {
    page: `http://localhost:${port}`,
    'same-site': `http://localhost:${port + 1}`,
    'cross-site': `http://127.0.0.1:${port + 1}`,
    second: `http://localhost:${port + 2}`,
  };
  const call = toFetchCall(request, origins, someId);
  const page = pageOf(call, origins);
  const server = (sent: Parameters<typeof answer>[1]) => answer(scenario.plan, sent, origins);
  const outcomes = browsers.map((browser) =>
    fetchAsBrowser({ call, page, server, state: emptyState, browser, now: 0 }),
  );
  const because = obstacle(call, outcomes);
  if (because !== null) return { ok: false, because };
  const made: Case = { scenario, call: { ...call, url: withoutEndpoint(call.url) }, origins, page, outcomes };
  return { ok: true, page: pageFile(made), server: serverFile(made, pagePath), open: `${page}${pagePath}` };
}

function obstacle(call: FetchCall, outcomes: readonly Outcome[]): string | null {
  const { api, context, method } = call;
  if (api === 'beacon') return 'A page is told nothing about its beacons, so it cannot show the verdict.';
  if (!isAvailable(api, context)) return 'A worker has nothing to ask with here, so nothing is asked.';
  const isAsked = outcomes.some(({ messages }) => messages.some(({ kind }) => kind === 'request'));
  if (isAsked && !methodsOfNode.has(normalizeMethod(method))) {
    return `The HTTP server of Node.js does not know the method \`${method}\`, and refuses it.`;
  }
  if (withoutEndpoint(new URL(call.url).pathname) === pagePath) {
    return `\`${pagePath}\` is the page itself there. Choose another path.`;
  }
  return null;
}

/** In Node.js 20, short of those that browsers never send: https://nodejs.org/api/http.html#httpmethods */
const methodsOfNode: ReadonlySet<string> = new Set(
  (
    'ACL BIND CHECKOUT COPY DELETE GET HEAD LINK LOCK M-SEARCH MERGE MKACTIVITY MKCALENDAR MKCOL MOVE NOTIFY OPTIONS PATCH ' +
    'POST PROPFIND PROPPATCH PURGE PUT REBIND REPORT SEARCH SOURCE SUBSCRIBE UNBIND UNLINK UNLOCK UNSUBSCRIBE'
  ).split(' '),
);
