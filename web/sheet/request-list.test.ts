import { expect, test } from 'vitest';
import { summary, whereOf } from './request-list.ts';
import { observed, predicted, recordedOf, scenarioOf, typeError } from './testing.ts';

const page = [['Access-Control-Allow-Origin', '{page}']] as const;
const allowed = scenarioOf({}, { response: page });
const blocked = scenarioOf({ method: 'DELETE' }, { preflight: page });
const opaque = scenarioOf({ mode: 'no-cors' });

test('a list says how many fared how, and whether as predicted', () => {
  const ran = observed(blocked, { result: typeError, exchanges: recordedOf(blocked) });
  const otherwise = observed(allowed, { result: typeError, exchanges: recordedOf(allowed) });
  expect(summary([predicted(allowed), predicted(blocked), predicted(opaque)])).toBe(
    '1 allowed, 1 blocked, 1 opaque, by prediction.',
  );
  expect(summary([ran, ran])).toBe('2 blocked. All as predicted.');
  expect(summary([ran, predicted(allowed)])).toBe('1 allowed, 1 blocked. 1 of 2 sent. All as predicted.');
  expect(summary([ran, otherwise])).toBe('2 blocked. 1 not as predicted.');
});

test.each([
  ['allowed', predicted(allowed), 'without a preflight'],
  ['a method that is not listed', predicted(blocked), 'before it is sent: DELETE is not listed'],
  ['no CORS headers', predicted(scenarioOf({})), 'on the way back: no origin is allowed'],
  ['evidence lost', observed(blocked, { result: typeError, exchanges: null }), 'reason unknown'],
  ['nothing arrived', observed(allowed, { result: typeError, exchanges: [] }), 'no answer'],
])('%s', (_, view, where) => {
  expect(whereOf(view)).toBe(where);
});
