import { expect, test } from '@playwright/test';
import { answer, type Browser, emptyState, encodeLink, fetchAsBrowser, originNames, toFetchCall } from '#cors';
import { origins } from './origins.ts';
import { type Case, expectedIn, type Run, scenarioOf } from './scenarios/case.ts';
import { cases } from './scenarios/index.ts';

const all = Object.values(cases).flat();
const id = 'AAAAAAAAAAAAAAAA';

/** What the rules say of a case's runs, one after the other. Expiries are let pass by the clock. */
function predicted({ plan: first, requests, runs }: Case, browser: Browser) {
  let plan = first;
  let state = emptyState;
  let now = 0;
  return runs.map((run) => {
    plan = run.plan ?? plan;
    if (run.afterExpiry) now += 60_000;
    const request = requests[run.request ?? 0];
    if (!request) throw new Error(`There is no request ${run.request}`);
    const call = toFetchCall(request, origins, id);
    const server = (sent: Parameters<typeof answer>[1]) => answer(plan, sent, origins);
    const outcome = fetchAsBrowser({ call, page: origins.page, server, state, browser, now });
    state = outcome.state;
    const wire = outcome.messages.map(({ request: { method, url } }) => {
      const name = originNames.find((each) => url.startsWith(`${origins[each]}/`));
      return `${method} ${name} ${url.replace(/^.*?\/e\/[\w-]+/, '')}`;
    });
    return { verdict: outcome.verdict, code: outcome.finding?.code ?? '', wire };
  });
}

const facts = ({ verdict, code, wire }: Run['expected']) => ({ verdict, code, wire });

test('the rules say of the standard what every scenario expects of it', () => {
  for (const each of all) {
    expect.soft(predicted(each, 'standard'), each.name).toEqual(each.runs.map(({ expected }) => facts(expected)));
  }
});

for (const browser of ['chromium', 'firefox'] as const) {
  test(`the rules say of ${browser} what every scenario expects of it`, () => {
    for (const each of all) {
      expect.soft(predicted(each, browser), each.name).toEqual(each.runs.map((run) => facts(expectedIn(browser, run))));
    }
  });
}

test('a departure from the standard says why, and departs', () => {
  for (const { name, runs } of all) {
    for (const { expected, chromium, firefox } of runs) {
      for (const departure of [chromium, firefox]) {
        if (!departure) continue;
        const { because, ...rest } = departure;
        expect(because, name).not.toBe('');
        expect({ ...expected, ...rest }, name).not.toEqual(expected);
      }
    }
  }
});

test('scenarios have names of their own', () => {
  const names = all.map(({ name }) => name);
  expect(names.filter((name, i) => names.indexOf(name) !== i)).toEqual([]);
});

test('links are short: half of them have at most 300 characters', () => {
  const lengths = all.map((each) => `${origins.page}/#${encodeLink(scenarioOf(each, each.plan))}`.length);
  const median = lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)];
  expect(median).toBeLessThanOrEqual(300);
});
