import { beforeEach, expect, test } from 'vitest';
import { defaultRequest, defaultScenario } from '#cors';
import { useScenario } from './scenario.ts';
import { titleOf } from './title.ts';

const state = () => useScenario.getState();

beforeEach(() => state().scenarioOpened(defaultScenario));

test.each([
  ['My case', [defaultRequest], 'My case'],
  ['', [defaultRequest], 'GET /orders'],
  [' ', [{ ...defaultRequest, method: 'PUT', path: '/a' }, defaultRequest], 'PUT /a and 1 more'],
])('a scenario titled "%s" is called by its title, or by its requests', (title, requests, called) => {
  expect(titleOf({ ...defaultScenario, title, requests })).toBe(called);
});

const edits: Readonly<Record<string, () => void>> = {
  'a header of the answer': () => state().headerSwitched('response', 'Vary', true, 'Origin'),
  'the status of the answer': () => state().answerEdited('response', { status: 500 }),
  'the whole plan': () => state().planReplaced({ ...state().scenario.plan }),
  'the request': () => state().requestEdited({ method: 'PUT' }),
  'the list of requests': () => state().requestAdded(),
};

test.each(Object.entries(edits))('the title of the first visit goes when this is edited: %s', (_, edit) => {
  edit();
  expect(state().scenario.title).toBe('');
});

test('a title of one’s own stays, whatever is edited', () => {
  state().titleEdited('Mine');
  for (const edit of Object.values(edits)) edit();
  expect(state().scenario.title).toBe('Mine');
});
