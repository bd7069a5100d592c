import { expect, test } from 'vitest';
import { callOf } from '../fetch/cases.ts';
import { fetchAsBrowser } from '../fetch/fetch-as-browser.ts';
import type { WireResponse } from '../http.ts';
import { emptyState, type FetchCall, type RealBrowser, type Server } from '../outcome.ts';
import { consoleLines } from './console-lines.ts';

const page = 'http://localhost:4000';
const printed = (given: Partial<FetchCall>, answers: readonly (WireResponse | null)[], from = page) => {
  const rest = answers.values();
  const call = callOf(given);
  const server: Server = () => rest.next().value ?? null;
  const outcome = fetchAsBrowser({ call, page: from, server, state: emptyState, browser: 'standard', now: 0 });
  const print = (browser: RealBrowser) => consoleLines(outcome, call, from, browser).map(({ text }) => text);
  return { code: outcome.finding?.code, lines: [print('chromium'), print('firefox'), print('webkit')] };
};

test('of an API that is not there, no line is told', () => {
  expect(printed({ api: 'image', context: 'worker' }, [])).toEqual({ code: 'api-missing', lines: [[], [], []] });
});

test('a secure page that asks an insecure server', () => {
  expect(printed({ url: 'http://api.test/x' }, [], 'https://shop.test')).toEqual({
    code: 'mixed-content',
    lines: [
      [
        "Mixed Content: The page at 'https://shop.test/' was loaded over HTTPS, but requested an insecure resource 'http://api.test/x'. This request has been blocked; the content must be served over HTTPS.",
      ],
      ['Blocked loading mixed active content “http://api.test/x”'],
      [
        '[blocked] The page at https://shop.test/ requested insecure content from http://api.test/x. This content was blocked and must be served over HTTPS.',
      ],
    ],
  });
});
