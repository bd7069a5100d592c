import { describe, expect, it } from 'vitest';
import { defaultScenario } from '../defaults.ts';
import type { Scenario } from '../scenario.ts';
import { parseScenario } from '../schema.ts';
import { generateCase } from './generate.ts';
import { shrink, sizeOf, smallerThan } from './shrink.ts';

const cases = Array.from({ length: 60 }, (_, number) => generateCase(3, number));

it('offers only what says less, and what a plan may say', () => {
  for (const scenario of cases) {
    for (const smaller of smallerThan(scenario)) {
      expect(sizeOf(smaller)).toBeLessThan(sizeOf(scenario));
      expect(parseScenario(smaller).ok).toBe(true);
    }
  }
});

describe('the smallest that still disagrees', () => {
  const headers = ({ requests }: Scenario) => requests.flatMap((request) => request.headers);
  const plain = { ...defaultScenario, title: '' };

  it('is what the disagreement needs, and nothing else', async () => {
    const request = { ...plain.requests[0], method: 'PUT', credentials: 'include', headers: [['X-A', 'a long value']] };
    const other = { ...plain.requests[0], method: 'PATCH' };
    const parsed = parseScenario({ ...plain, requests: [other, request, other] });
    if (!parsed.ok) throw new Error(parsed.message);
    const smallest = await shrink(parsed.value, async (each) => headers(each).some(([, value]) => value.includes('g')));
    expect(smallest).toEqual({ ...plain, requests: [{ ...plain.requests[0], headers: [['X-A', 'g']] }] });
  });

  it('is the scenario itself when nothing may go', async () => {
    for (const scenario of cases) expect(await shrink(scenario, async () => false)).toBe(scenario);
  });

  it('is everywhere the plainest when everything disagrees', async () => {
    const smallest = await shrink(generateCase(3, 5), async () => true, 1000);
    expect(smallest.requests).toEqual([plain.requests[0]]);
  });

  it('is looked for so many times and no more', async () => {
    let tries = 0;
    await shrink(
      generateCase(3, 5),
      async () => {
        tries += 1;
        return tries % 2 === 0;
      },
      7,
    );
    expect(tries).toBe(7);
  });
});
