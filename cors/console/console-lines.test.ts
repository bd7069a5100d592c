import { describe, expect, test } from 'vitest';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import type { FindingCode } from '../findings.ts';
import { isPreflight, type WireResponse } from '../http.ts';
import { emptyState, type RealBrowser, type Server } from '../outcome.ts';
import { reasonPhrase } from '../status.ts';
import { chromium } from './chromium.ts';
import { consoleLines } from './console-lines.ts';
import { recordedBody, recordedCall, type Seen, seen } from './seen.fixture.ts';

const page = 'http://localhost:4000';

const toResponse = (answer: Pick<WireResponse, 'status' | 'headers'> | null | undefined): WireResponse | null =>
  answer ? { ...answer, statusText: reasonPhrase(answer.status), body: recordedBody(answer) } : null;

/** The recorded answers, and where their redirects led. */
const serverOf =
  (recorded: Seen): Server =>
  (request) => {
    const { pathname } = new URL(request.url);
    if (pathname === '/ok') return toResponse({ status: 200, headers: [['Access-Control-Allow-Origin', '*']] });
    if (pathname === '/echo') return toResponse({ status: 200, headers: [['Access-Control-Allow-Origin', page]] });
    if (pathname === '/nocors') return toResponse({ status: 200, headers: [] });
    return toResponse(isPreflight(request) ? recorded.preflight : recorded.response);
  };

describe.each(['chromium', 'firefox', 'webkit'] as const)('%s prints', (browser) => {
  test.each(seen.map((recorded) => [recorded.name, recorded] as const))('%s', (_, recorded) => {
    const call = recordedCall(recorded);
    for (const predictedAs of ['standard', browser] as const) {
      const outcome = fetchAsBrowser({
        call,
        page,
        server: serverOf(recorded),
        state: emptyState,
        browser: predictedAs,
        now: 0,
      });
      const lines = consoleLines(outcome, call, page, browser);
      expect(lines.map(({ text }) => text)).toEqual(recorded[browser]);
      for (const { text, strong } of lines) expect(text).toContain(strong);
    }
  });
});

test('a preflight that is not answered', () => {
  const call = recordedCall({
    name: '',
    url: 'http://localhost:4001/x',
    init: { method: 'PUT' },
    chromium: [],
    firefox: [],
    webkit: [],
  });
  const outcome = fetchAsBrowser({ call, page, server: () => null, state: emptyState, browser: 'standard', now: 0 });
  const print = (browser: RealBrowser) => consoleLines(outcome, call, page, browser).map(({ text }) => text);
  const firefoxLine =
    'Cross-Origin Request Blocked: The Same Origin Policy disallows reading the remote resource at http://localhost:4001/x. (Reason: CORS request did not succeed). Status code: (null).';
  expect(print('chromium')).toEqual(['PUT http://localhost:4001/x net::ERR_CONNECTION_REFUSED']);
  expect(print('firefox')).toEqual([firefoxLine, firefoxLine]);
  expect(print('webkit')).toEqual([
    'Connection terminated unexpectedly',
    'Fetch API cannot load http://localhost:4001/x due to access control checks.',
  ]);
});

test('Firefox’s second line after a failed preflight comes with a note', () => {
  const recorded = seen.find(({ name }) => name === 'header');
  if (recorded === undefined) throw new Error('not recorded');
  const call = recordedCall(recorded);
  const server = serverOf(recorded);
  const outcome = fetchAsBrowser({ call, page, server, state: emptyState, browser: 'standard', now: 0 });
  expect(consoleLines(outcome, call, page, 'firefox').map(({ strong, note }) => [strong, note])).toEqual([
    [
      'header ‘x-bar’ is not allowed according to header ‘Access-Control-Allow-Headers’ from CORS preflight response',
      undefined,
    ],
    [
      'CORS request did not succeed',
      'Misleading: the server did answer. Firefox adds this line whenever it stops before the request itself is done.',
    ],
  ]);
});

test('every finding has a record, or a reason to have none', () => {
  const codes = new Set(
    seen.flatMap((recorded) => {
      const call = recordedCall(recorded);
      return (['standard', 'chromium', 'firefox', 'webkit'] as const).map((browser) => {
        const server = serverOf(recorded);
        return fetchAsBrowser({ call, page, server, state: emptyState, browser, now: 0 }).finding?.code;
      });
    }),
  );
  const missing = Object.keys(chromium).filter((code) => !codes.has(code as FindingCode));
  const reasons = {
    'api-missing': 'nothing is asked, and what a script says that misses an API is its own',
    'mixed-content': 'needs a page served by HTTPS, and a name that leads here and is no loopback to the browsers',
  };
  expect(missing.sort()).toEqual(Object.keys(reasons));
});
