import { expect, it } from 'vitest';
import { parseScenario } from '../schema.ts';
import { generateCase } from './generate.ts';

it('makes scenarios that a plan may say and a link may carry', () => {
  for (let number = 0; number < 4000; number++) {
    const scenario = generateCase(7, number);
    expect(parseScenario(scenario)).toEqual({ ok: true, value: scenario });
  }
});

it('makes any case again from its seed and number', () => {
  expect(generateCase(7, 41)).toEqual(generateCase(7, 41));
  expect(generateCase(7, 41)).not.toEqual(generateCase(8, 41));
  expect(generateCase(7, 41)).not.toEqual(generateCase(7, 42));
});
