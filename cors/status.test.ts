import { STATUS_CODES } from 'node:http';
import { expect, it } from 'vitest';
import { isNullBodyStatus, reasonPhrase } from './status.ts';

it('knows a phrase for every status that Node.js knows', () => {
  const known = Object.keys(STATUS_CODES)
    .map(Number)
    .filter((status) => status >= 200);
  // 509 was never registered, and 510 no longer is.
  expect(known.filter((status) => reasonPhrase(status) === '')).toEqual([509, 510]);
});

it.each([
  [200, 'OK'],
  [204, 'No Content'],
  [308, 'Permanent Redirect'],
  [413, 'Content Too Large'],
  [418, "I'm a teapot"],
  [599, ''],
])('%i %s', (status, phrase) => {
  expect(reasonPhrase(status)).toBe(phrase);
});

it('knows which answers have no body', () => {
  expect([200, 204, 205, 206, 304, 404].filter(isNullBodyStatus)).toEqual([204, 205, 304]);
});
