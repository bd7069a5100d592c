import { expect, test } from 'vitest';
import { recordedOf, runOf, scenarioOf, typeError } from '../sheet/testing.ts';
import { comparison } from './comparison.ts';

const silent = scenarioOf({});
const open = scenarioOf({}, { response: [['Access-Control-Allow-Origin', '*']] });
const blocked = runOf(silent, { result: typeError, exchanges: recordedOf(silent) });
const allowed = runOf(open, {
  result: {
    kind: 'response',
    type: 'cors',
    status: 200,
    statusText: 'OK',
    url: 'http://localhost:4001/e/abcdefghijklmnop/orders',
    redirected: false,
    headers: [['content-length', '11']],
    body: '{"ok":true}',
  },
  exchanges: recordedOf(open),
});

test('two runs row by row, of which only what CORS is about differs', () => {
  const rows = comparison(blocked, allowed);
  expect(rows.map(({ name, one, other }) => [name, one === other ? 'same' : `${one} / ${other}`])).toEqual([
    ['Verdict', 'Blocked on the way back / Allowed without a preflight'],
    ['Reason', expect.stringContaining(' / The server allows any origin.')],
    ['Request', 'same'],
    ['Preflight answer', 'same'],
    ['Response', '`200 OK` / `200 OK`\n`Access-Control-Allow-Origin: *`'],
    ['Page got', '`TypeError: Failed to fetch` / `200 OK`, to be read'],
    ['Browser', 'same'],
  ]);
});

test('what is lost is unknown, not unsent', () => {
  const lost = runOf(silent, { result: typeError, exchanges: null });
  const rows = Object.fromEntries(comparison(lost, blocked).map(({ name, one }) => [name, one]));
  expect(rows['Preflight answer']).toBe('unknown');
  expect(rows.Response).toBe('unknown');
  expect(rows.Reason).toBe('unknown');
  expect(rows.Verdict).toBe('Blocked');
});
