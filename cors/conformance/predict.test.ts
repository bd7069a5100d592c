import { expect, it } from 'vitest';
import { deviations } from '../browsers.ts';
import { scenario } from '../spec.ts';
import { predictAll } from './predict.ts';

const place = {
  origins: {
    page: 'http://localhost:4000',
    'same-site': 'http://localhost:4001',
    'cross-site': 'http://127.0.0.1:4001',
    second: 'http://localhost:4002',
  },
  endpoint: 'abcdefghijklmnop',
  now: 0,
};
const listed = 'Access-Control-Allow-Origin: {origin in {page} {second}}';
const requests = [{}, { context: 'other-page' }, {}] as const;

it.each([
  ['meet what the cache in front has kept of those before', true, ['readable', 'blocked', 'readable']],
  ['meet the server itself where there is none', false, ['readable', 'readable', 'readable']],
])('a scenario’s requests %s', (_, cache, verdicts) => {
  const foretold = predictAll(
    scenario('', { cache, requests, response: { lines: [listed] } }),
    place,
    deviations.standard,
  );
  expect(foretold.map(({ outcome }) => outcome.verdict)).toEqual(verdicts);
});
