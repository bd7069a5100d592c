import { expect, test } from 'vitest';
import { defaultScenario, encodeLink, scenario } from '#cors';
import { readLinks, readPasted, writeLinks } from './address.ts';

const first = scenario('First');
const second = scenario('Second', { requests: [{ method: 'PUT' }] });

test('a list of scenarios is links joined by ~, which links never hold', () => {
  expect(writeLinks([first, second])).toBe(`${encodeLink(first)}~${encodeLink(second)}`);
  expect(readLinks(`#${writeLinks([first, second])}`)).toEqual([
    { ok: true, scenario: first, dropped: [] },
    { ok: true, scenario: second, dropped: [] },
  ]);
  expect(readLinks('')).toEqual([]);
  expect(readLinks('#')).toEqual([]);
});

test('a link that was cut spoils no other', () => {
  expect(readLinks(`${encodeLink(first)}~1.cut~${encodeLink(second)}`).map(({ ok }) => ok)).toEqual([
    true,
    false,
    true,
  ]);
});

test('links are pasted one a line, whole, as what follows their #, or as another presentation', () => {
  const pasted = [
    `https://cors.example/#${encodeLink(first)}`,
    '',
    `  ${encodeLink(second)}  `,
    `http://localhost:4000/present?at=2#${writeLinks([second, defaultScenario])}`,
    'https://cors.example/gallery',
    `https://cors.example/#${encodeLink(first)}~1.cut`,
  ].join('\n');
  expect(readPasted(pasted)).toEqual({
    scenarios: [first, second, second, defaultScenario],
    refused: ['https://cors.example/gallery', `https://cors.example/#${encodeLink(first)}~1.cut`],
  });
});
