import { expect } from '@playwright/test';
import {
  type Exchange,
  getHeader,
  originNames,
  type PageResult,
  type RealBrowser,
  resolveOrigins,
  type Scenario,
} from '#cors';
import { origins } from '../origins.ts';
import { type Case, type Expected, expectedIn, scenarioOf } from './case.ts';

/** The page as scenarios use it, in whichever browser. */
export interface Player {
  /** Shows this scenario at an endpoint of which the browser remembers nothing. */
  openAfresh(scenario: Scenario): Promise<void>;
  /** Replaces the link in the address bar of the page that is open, which keeps its endpoint. */
  paste(scenario: Scenario): Promise<void>;
  select(index: number): Promise<void>;
  /** Presses Run, waits until its run is on the screen and kept, and returns what the servers wrote down. */
  run(): Promise<readonly Exchange[]>;
  /** The verdict as the sheet marks it for tests. */
  marked(): Promise<Readonly<Record<'view' | 'verdict' | 'code' | 'agrees', string | undefined>>>;
  /** What the last run's JavaScript got, as the page keeps it. */
  result(): Promise<PageResult>;
  /** Waits until the page says that the next run will be preflighted. */
  foretellsPreflight(): Promise<void>;
}

/** `METHOD origin-name path`, without the endpoint's id. */
export function messageOf({ request: { method, url } }: Exchange): string {
  const name = originNames.find((each) => url.startsWith(`${origins[each]}/`)) ?? url;
  return `${method} ${name} ${url.replace(/^.*?\/e\/[\w-]+/, '')}`;
}

const connectionsOwn = ['date', 'connection', 'keep-alive'];

/** All that is known of one run. */
export interface Happened {
  readonly marked: Awaited<ReturnType<Player['marked']>>;
  readonly result: PageResult;
  readonly exchanges: readonly Exchange[];
}

function pageGot(result: PageResult, { status, body, visible }: Expected) {
  if (result.kind !== 'response') return {};
  return {
    ...(status !== undefined && { status: result.status }),
    ...(body !== undefined && { body: result.body }),
    ...(visible && { visible: result.headers.map(([name]) => name).filter((name) => !connectionsOwn.includes(name)) }),
  };
}

/** Holds one run to what was expected of it. */
export function check(expected: Expected, { marked, result, exchanges }: Happened) {
  const { verdict, code, wire, status, body, visible, received = {}, answered = {} } = expected;
  const marks = { view: 'observed', verdict, code, agrees: 'true' };
  expect({ wire: exchanges.map(messageOf), ...marked }).toEqual({ wire, ...marks });
  if (verdict !== 'blocked' && (status !== undefined || visible)) {
    const wanted = {
      ...(status !== undefined && { status }),
      ...(body !== undefined && { body }),
      ...(visible && { visible }),
    };
    expect(pageGot(result, expected)).toEqual(wanted);
  }
  for (const [name, values] of Object.entries(received)) {
    expect(
      exchanges.map(({ request }) => getHeader(request.headers, name)),
      `${name} as received`,
    ).toEqual(values.map((value) => value && resolveOrigins(value, origins)));
  }
  for (const [name, values] of Object.entries(answered)) {
    expect(
      exchanges.map(({ response }) => response && getHeader(response.headers, name)),
      `${name} as answered`,
    ).toEqual(values);
  }
}

export async function play(sheet: Player, each: Case, browser: RealBrowser) {
  let { plan } = each;
  await sheet.openAfresh(scenarioOf(each, plan));
  for (const run of each.runs) {
    if (run.plan) {
      plan = run.plan;
      await sheet.paste(scenarioOf(each, plan));
    }
    if (run.request !== undefined) await sheet.select(run.request);
    if (run.afterExpiry) await sheet.foretellsPreflight();
    const exchanges = await sheet.run();
    check(expectedIn(browser, run), { marked: await sheet.marked(), result: await sheet.result(), exchanges });
  }
}
