import { expect, test } from 'vitest';
import { defaultAnswer } from '#cors';
import type { View } from '../view/view.ts';
import { predicted, scenarioOf } from './testing.ts';
import { passagesOf } from './through.ts';

const drawn = (view: View) =>
  passagesOf(view)?.map(({ sent: [name, value], read, why }) => `${name ?? ''}|${value}|${read ?? '-'}|${why}`);

test('only safelisted and exposed headers pass', () => {
  const view = predicted(
    scenarioOf(
      {},
      {
        response: [
          ['Access-Control-Allow-Origin', '*'],
          ['Access-Control-Expose-Headers', 'x-total-count'],
          ['X-Total-Count', '42'],
          ['ETag', '"9c1f"'],
          ['Cache-Control', 'no-store'],
        ],
      },
    ),
  );
  expect(drawn(view)).toEqual([
    '|200 OK|200|status',
    'Access-Control-Allow-Origin|*|-|not exposed',
    'Access-Control-Expose-Headers|x-total-count|-|not exposed',
    'X-Total-Count|42|42|exposed',
    'ETag|"9c1f"|-|not exposed',
    'Cache-Control|no-store|no-store|safelisted',
    'Content-Length|11|11|safelisted',
    'X-Content-Type-Options|nosniff|-|not exposed',
    "Content-Security-Policy|sandbox; default-src 'none'|-|not exposed",
    '|{"ok":true}|{"ok":true}|body',
  ]);
});

test('a cookie is never readable, even where it is exposed by name', () => {
  const view = predicted(
    scenarioOf(
      {},
      {
        plan: {
          response: {
            ...defaultAnswer,
            headers: [
              ['Access-Control-Allow-Origin', '*'],
              ['Access-Control-Expose-Headers', 'Set-Cookie, *'],
            ],
            cookies: [{ name: 'sid', value: '1', sameSite: '', secure: false, httpOnly: false }],
          },
        },
      },
    ),
  );
  expect(drawn(view)?.find((line) => line.startsWith('Set-Cookie'))).toMatch(/\|-\|never readable$/);
});

test('nothing of an opaque answer passes', () => {
  expect(passagesOf(predicted(scenarioOf({ mode: 'no-cors' })))?.every(({ read }) => read === null)).toBe(true);
});

test('everything passes on the own origin', () => {
  expect(passagesOf(predicted(scenarioOf({ target: 'page' })))?.every(({ read }) => read !== null)).toBe(true);
});

test('a blocked answer is not shown as read in parts', () => {
  expect(passagesOf(predicted(scenarioOf({})))).toBeNull();
});
