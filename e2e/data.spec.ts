import { expect, test } from '@playwright/test';
import {
  cacheAfter,
  cacheFor,
  type DeviationKey,
  type Deviations,
  deviationEntries,
  deviations,
  emptyCache,
  emptyState,
  encodeLink,
  fetchByRules,
  fetchedAt,
  gallery,
  type Outcome,
  originNames,
  pageOf,
  realBrowsers,
  toFetchCall,
} from '#cors';
import { proofs } from './gallery/index.ts';
import { playedIn } from './gallery/proof.ts';
import { origins } from './origins.ts';
import { type Case, expectedIn, type Run, scenarioOf } from './scenarios/case.ts';
import { cases } from './scenarios/index.ts';

const all = Object.values(cases).flat();
const id = 'AAAAAAAAAAAAAAAA';

/** What becomes of a case's runs by these rules, one after the other. Expiries are let pass by the clock. */
function outcomes({ plan: first, requests, runs }: Case, rules: Deviations): readonly Outcome[] {
  let plan = first;
  let state = emptyState;
  let cache = emptyCache;
  let now = 0;
  return runs.map((run) => {
    cache = cacheFor({ plan, cache }, run.plan ?? plan);
    plan = run.plan ?? plan;
    if (run.afterExpiry) now += 60_000;
    const request = requests[run.request ?? 0];
    if (!request) throw new Error(`There is no request ${run.request}`);
    const call = toFetchCall(request, origins, id);
    const endpoint = { plan, origins, cache, now };
    const page = pageOf(call, origins);
    const outcome = fetchedAt(endpoint, (server) => fetchByRules({ call, page, server, state, now }, rules));
    state = outcome.state;
    cache = cacheAfter(
      endpoint,
      outcome.messages.map((message) => ({ ...message, after: 0 })),
    );
    return outcome;
  });
}

/** What the rules say, in the terms of an expectation. */
function predicted(each: Case, rules: Deviations) {
  return outcomes(each, rules).map(({ verdict, finding, messages }) => {
    const wire = messages.map(({ request: { method, url } }) => {
      const name = originNames.find((each) => url.startsWith(`${origins[each]}/`));
      return `${method} ${name} ${url.replace(/^.*?\/e\/[\w-]+/, '')}`;
    });
    return { verdict, code: finding?.code ?? '', wire };
  });
}

const facts = ({ verdict, code, wire }: Run['expected']) => ({ verdict, code, wire });

test('the rules say of the standard what every scenario expects of it', () => {
  for (const each of all) {
    expect
      .soft(predicted(each, deviations.standard), each.name)
      .toEqual(each.runs.map(({ expected }) => facts(expected)));
  }
});

for (const browser of realBrowsers) {
  test(`the rules say of ${browser} what every scenario expects of it`, () => {
    for (const each of all) {
      expect
        .soft(predicted(each, deviations[browser]), each.name)
        .toEqual(each.runs.map((run) => facts(expectedIn(browser, run))));
    }
  });
}

for (const browser of ['standard', ...realBrowsers] as const) {
  test(`the rules say of ${browser} what every cause of the gallery must show`, () => {
    for (const { id: name, scenario, fixed } of gallery) {
      const shown = browser === 'standard' ? proofs[name] : playedIn(browser, proofs[name]);
      for (const [part, { requests, plan }] of [
        ['before', scenario],
        ['after', fixed],
      ] as const) {
        const runs = shown[part].map((expected, request) => ({ request, expected }));
        expect
          .soft(predicted({ name, requests, plan, runs }, deviations[browser]), `${name} ${part}`)
          .toEqual(runs.map(({ expected }) => facts(expected)));
      }
    }
  });
}

/** All of it that server and page can notice. */
const noticed = (each: Case, rules: Deviations) =>
  JSON.stringify(
    outcomes(each, rules).map(({ verdict, finding, messages, response }) => [
      verdict,
      finding,
      messages.map(({ request }) => request),
      response,
    ]),
  );

for (const browser of realBrowsers) {
  test(`every departure of ${browser} is shown by the scenario that it names`, () => {
    const own = deviations[browser];
    for (const [name, { shown }] of Object.entries(deviationEntries[browser])) {
      if ('not' in shown) continue;
      const key = name as DeviationKey;
      const each = Object.entries(cases)
        .flatMap(([group, list]) => list.map((each) => ({ ...each, name: `${group} › ${each.name}` })))
        .find((each) => each.name === shown.by);
      expect.soft(each, `${key}: ${shown.by}`).toBeDefined();
      if (each === undefined) continue;
      const without = { ...own, [key]: deviations.standard[key] };
      expect.soft(noticed(each, without), `${key}: ${shown.by}`).not.toBe(noticed(each, own));
    }
  });
}

test('a departure from the standard says why, and departs', () => {
  for (const { name, runs } of all) {
    for (const { expected, chromium, firefox, webkit } of runs) {
      for (const departure of [chromium, firefox, webkit]) {
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
