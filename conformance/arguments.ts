import { randomInt } from 'node:crypto';
import { parseArgs } from 'node:util';
import { type RealBrowser, realBrowsers } from '#cors';

export interface Wanted {
  readonly browsers: readonly RealBrowser[];
  readonly cases: number;
  /** Each of them is played in each browser. */
  readonly seeds: readonly number[];
  /** The first of three ports for the servers. */
  readonly port: number;
  readonly record: boolean;
}

export const usage = `npm run conformance -- [options]
  --browser chromium|firefox|webkit|all   may be given several times; all, when it is not given
  --cases N       how many generated cases of each seed; 1000, when it is not given
  --seed S        may be given several times; a fresh one, which is printed, when it is not given
  --port P        the first of three ports for the servers; 4090, when it is not given
  --record        write the counts into docs/conformance.md`;

/** What the command line asks for. Throws an Error whose message says what is wrong with it. */
export function readArguments(args: readonly string[]): Wanted {
  const { values } = parseArgs({
    args: [...args],
    options: {
      browser: { type: 'string', multiple: true, default: ['all'] },
      cases: { type: 'string', default: '1000' },
      seed: { type: 'string', multiple: true },
      port: { type: 'string', default: '4090' },
      record: { type: 'boolean', default: false },
    },
  });
  return {
    browsers: browsersNamed(values.browser),
    cases: integer('--cases', values.cases, 1, 1_000_000),
    seeds: values.seed?.map((seed) => integer('--seed', seed, 0, 0xffff_ffff)) ?? [randomInt(0x1_0000_0000)],
    port: integer('--port', values.port, 1, 65_533),
    record: values.record,
  };
}

function browsersNamed(names: readonly string[]): readonly RealBrowser[] {
  const strange = names.find((name) => name !== 'all' && !realBrowsers.some((browser) => browser === name));
  if (strange !== undefined)
    throw new Error(`--browser is one of ${realBrowsers.join(', ')} and all, not “${strange}”`);
  return realBrowsers.filter((browser) => names.includes('all') || names.includes(browser));
}

function integer(option: string, text: string, least: number, most: number): number {
  const number = /^\d+$/.test(text) ? Number(text) : Number.NaN;
  if (number >= least && number <= most) return number;
  throw new Error(`${option} is a whole number from ${least} to ${most}, not “${text}”`);
}
