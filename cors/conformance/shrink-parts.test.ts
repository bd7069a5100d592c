import { describe, expect, it } from 'vitest';
import { defaultAnswer, defaultPlan, defaultPreflight, defaultRequest, defaultScenario } from '../defaults.ts';
import type { Redirect, Scenario } from '../scenario.ts';
import { shrink, sizeOf, smallerThan } from './shrink.ts';

const redirect: Redirect = { to: 'second', status: 307, cors: false, userinfo: true };
const plain: Redirect = { to: 'cross-site', status: 302, cors: true, userinfo: false };
const least: Scenario = { ...defaultScenario, title: '', requests: [defaultRequest], plan: defaultPlan };
const big: Scenario = {
  ...least,
  requests: [
    {
      ...defaultRequest,
      path: '/a/long/path',
      method: 'PUT',
      headers: [
        ['X-A', 'first second third'],
        ['X-B', 'abc'],
      ],
      body: { type: 'form', text: 'a=1&b=2', mime: '' },
      credentials: 'include',
      cache: 'reload',
    },
    { ...defaultRequest, path: '/a/long/path', method: 'DELETE' },
  ],
  plan: {
    cache: false,
    library: { name: 'spring', origins: '*', methods: 'PUT', headers: '', expose: '', credentials: false, maxAge: '' },
    preflight: { ...defaultPreflight, status: 201, headers: [['Vary', 'Origin']], redirects: [redirect] },
    response: { ...defaultAnswer, status: 404, body: 'nothing here', redirects: [redirect, redirect] },
  },
};

/** The smallest for which this still holds. */
const smallest = (holds: (scenario: Scenario) => boolean, scenario = big, mostTries = 10_000) =>
  shrink(scenario, (smaller) => Promise.resolve(holds(smaller)), mostTries);

describe('a scenario is made smaller', () => {
  it('down to nothing, when everything still disagrees', async () => {
    expect(await smallest(() => true)).toEqual(least);
  });

  it('not at all, when nothing smaller does', async () => {
    expect(await smallest(() => false)).toBe(big);
  });

  it.each<[string, (scenario: Scenario) => unknown]>([
    ['the library', ({ plan }) => plan.library?.name],
    ['the status of the preflight', ({ plan }) => plan.preflight.status],
    ['a header of the preflight', ({ plan }) => plan.preflight.headers[0]?.[1]],
    ['the status of the answer', ({ plan }) => plan.response.status],
    ['the body of the answer', ({ plan }) => plan.response.body],
    ['both redirects', ({ plan }) => plan.response.redirects.length],
    ['the userinfo of a redirect', ({ plan }) => plan.response.redirects[1]?.userinfo],
    ['the status of a redirect', ({ plan }) => plan.preflight.redirects[0]?.status],
    ['the number of requests', ({ requests }) => requests.length],
    ['the method', ({ requests }) => requests.some(({ method }) => method === 'DELETE')],
    ['the second header', ({ requests }) => requests[0]?.headers.some(([name]) => name === 'X-B')],
    ['the credentials', ({ requests }) => requests[0]?.credentials],
    ['the cache mode', ({ requests }) => requests[0]?.cache],
    ['that there is a body', ({ requests }) => requests[0]?.body !== null],
    ['the path', ({ requests }) => requests[0]?.path],
  ])('but for what it is about: %s', async (_, about) => {
    const wanted = about(big);
    const small = await smallest((scenario) => about(scenario) === wanted);
    expect(about(small)).toBe(wanted);
    expect(sizeOf(small)).toBeLessThan(sizeOf(big));
    for (const smaller of smallerThan(small)) expect(about(smaller)).not.toBe(wanted);
  });

  it('to exactly this, where only a redirect’s target matters', async () => {
    const small = await smallest(({ plan }) => plan.response.redirects.some(({ to }) => to === 'second'));
    expect(small).toEqual({
      ...least,
      plan: { ...defaultPlan, response: { ...defaultAnswer, redirects: [{ ...plain, to: 'second' }] } },
    });
  });

  it('to exactly this, where only a body matters', async () => {
    const small = await smallest(({ requests }) => requests.some(({ body }) => body !== null));
    expect(small.requests).toEqual([{ ...defaultRequest, body: { type: 'text', text: 'x', mime: '' } }]);
  });

  it('down to the one character of a value that matters', async () => {
    const small = await smallest(({ requests }) =>
      requests.some(({ headers }) => headers.some(([, value]) => value.includes('h'))),
    );
    expect(small.requests).toEqual([{ ...defaultRequest, headers: [['X-A', 'h']] }]);
  });

  it('to the path of all requests at once', async () => {
    const small = await smallest(({ requests }) => requests.length === 2 && requests[0]?.path === requests[1]?.path);
    expect(small.requests).toEqual([defaultRequest, defaultRequest]);
  });

  it('by so many tries and no more', async () => {
    let tries = 0;
    const count = () => {
      tries += 1;
      return false;
    };
    await smallest(count, big, 5);
    expect(tries).toBe(5);
    await smallest(count, big, 0);
    expect(tries).toBe(5);
  });
});

it('every smaller one says less', () => {
  const all = [...smallerThan(big)];
  expect(all.length).toBeGreaterThan(20);
  for (const smaller of all) expect(sizeOf(smaller)).toBeLessThan(sizeOf(big));
  expect(all[0]).toEqual({ ...big, requests: big.requests.slice(1) });
});
