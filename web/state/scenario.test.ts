import { beforeEach, expect, test } from 'vitest';
import { defaultRequest, defaultScenario } from '#cors';
import { chooseApi } from '../request/choose-api.ts';
import { useScenario } from './scenario.ts';

const state = () => useScenario.getState();
const paths = () => state().scenario.requests.map(({ path }) => path);
const responseLines = () => state().scenario.plan.response.headers.map((line) => line.join(': '));

beforeEach(() => state().scenarioOpened(defaultScenario));

test('switching a header on fills in the suggestion', () => {
  state().headerSwitched('response', 'Access-Control-Allow-Origin', true, '{page}');
  expect(responseLines()).toEqual(['Content-Type: application/json', 'Access-Control-Allow-Origin: {page}']);
});

test('switching a header off and on again brings every one of its lines back', () => {
  state().headerLinesEdited('response', (lines) => [
    ...lines,
    ['access-control-allow-origin', 'a'],
    ['Vary', 'Origin'],
  ]);
  state().headerLinesEdited('response', (lines) => [...lines, ['Access-Control-Allow-Origin', 'b']]);
  state().headerSwitched('response', 'Access-Control-Allow-Origin', false, '{page}');
  expect(responseLines()).toEqual(['Content-Type: application/json', 'Vary: Origin']);
  state().headerSwitched('response', 'Access-Control-Allow-Origin', true, '{page}');
  expect(responseLines()).toEqual([
    'Content-Type: application/json',
    'Vary: Origin',
    'Access-Control-Allow-Origin: a',
    'Access-Control-Allow-Origin: b',
  ]);
});

test('what was seen holds until the requests or the plan are edited', () => {
  const seen = { browser: 'Firefox 153', verdict: 'blocked', code: 'acao-missing', request: 0 } as const;
  const given = { ...defaultScenario, requests: [defaultRequest, { ...defaultRequest, path: '/b' }], seen };
  state().scenarioOpened(given);
  state().titleEdited('Another title');
  state().expectEdited('Something else');
  state().requestSelected(1);
  expect(state().scenario.seen).toEqual(seen);
  const edits = [
    () => state().requestEdited({ method: 'PUT' }),
    () => state().requestAdded(),
    () => state().requestDuplicated(),
    () => state().requestRemoved(1),
    () => chooseApi('xhr'),
    () => state().answerEdited('response', { status: 500 }),
    () => state().headerSwitched('response', 'Vary', true, 'Origin'),
    () => state().libraryChosen(null),
    () => state().planReplaced(defaultScenario.plan),
  ];
  for (const edit of edits) {
    state().scenarioOpened(given);
    edit();
    expect(state().scenario.seen, String(edit)).toBeNull();
  }
});

test('what was put away in one scenario does not turn up in the next', () => {
  state().headerSwitched('response', 'Vary', true, 'X-Old');
  state().headerSwitched('response', 'Vary', false, '');
  state().scenarioOpened(defaultScenario);
  state().headerSwitched('response', 'Vary', true, 'Origin');
  expect(responseLines()).toContain('Vary: Origin');
});

test('a request is added or duplicated after the selected one, which is then the new one', () => {
  state().requestEdited({ path: '/a', target: 'cross-site', method: 'PUT' });
  state().requestDuplicated();
  state().requestEdited({ path: '/b' });
  state().requestSelected(0);
  state().requestAdded();
  expect(paths()).toEqual(['/a', '/orders', '/b']);
  expect(state().selected).toBe(1);
  expect(state().scenario.requests[1]).toEqual({ ...defaultRequest, target: 'cross-site' });
});

test('choosing what asks brings an answer that it can use, and the first again for fetch()', () => {
  state().requestEdited({ method: 'PUT' });
  chooseApi('image');
  expect(state().scenario.requests[0]).toEqual({ ...defaultRequest, method: 'PUT', api: 'image' });
  expect(responseLines()).toEqual(['Content-Type: image/svg+xml']);
  chooseApi('fetch');
  expect(state().scenario.requests[0]).toEqual({ ...defaultRequest, method: 'PUT' });
  expect(state().scenario.plan).toEqual(defaultScenario.plan);
});

test('choosing what asks leaves an answer alone that was edited, and the plan that needs no change', () => {
  const { plan } = state().scenario;
  chooseApi('xhr');
  expect(state().scenario.plan).toBe(plan);
  state().answerEdited('response', { body: 'mine' });
  chooseApi('font');
  expect(responseLines()).toEqual(['Content-Type: application/json']);
});

test('no more requests can be added than a scenario may have', () => {
  for (let i = 0; i < 30; i++) state().requestAdded();
  expect(state().scenario.requests).toHaveLength(20);
});

test('the last request cannot be removed, and the selection stays on a request', () => {
  state().requestDuplicated();
  state().requestRemoved(1);
  expect(state().selected).toBe(0);
  state().requestRemoved(0);
  expect(state().scenario.requests).toHaveLength(1);
});
