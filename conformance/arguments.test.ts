import { describe, expect, it } from 'vitest';
import { readArguments } from './arguments.ts';

describe('the arguments of npm run conformance', () => {
  it('are none, and then it is everything', () => {
    const { seeds, ...rest } = readArguments([]);
    expect(rest).toEqual({ browsers: ['chromium', 'firefox', 'webkit'], cases: 1000, port: 4090, record: false });
    expect(seeds).toHaveLength(1);
    expect(seeds[0]).toBeGreaterThanOrEqual(0);
    expect(seeds[0]).toBeLessThan(2 ** 32);
    expect(readArguments([]).seeds).not.toEqual(seeds);
  });

  it('name browsers, cases, seeds and a port', () => {
    const args = '--browser webkit --browser firefox --cases 500 --seed 0 --seed 4294967295 --port 4130 --record';
    expect(readArguments(args.split(' '))).toEqual({
      browsers: ['firefox', 'webkit'],
      cases: 500,
      seeds: [0, 4294967295],
      port: 4130,
      record: true,
    });
  });

  it.each([
    [['--browser', 'safari'], '--browser is one of chromium, firefox, webkit and all, not “safari”'],
    [['--cases', '0'], '--cases is a whole number from 1 to 1000000, not “0”'],
    [['--cases', 'many'], '--cases is a whole number from 1 to 1000000, not “many”'],
    [['--seed', '-1'], /--seed/],
    [['--seed', '4294967296'], '--seed is a whole number from 0 to 4294967295, not “4294967296”'],
    [['--port', '65534'], '--port is a whole number from 1 to 65533, not “65534”'],
    [['--cases'], /--cases/],
    [['--fast'], /--fast/],
    [['webkit'], /webkit/],
  ])('%j are refused', (args, message) => {
    expect(() => readArguments(args)).toThrow(message);
  });
});
