import { expect } from '@playwright/test';
import { type Exchange, getHeader, originNames, resolveOrigins } from '#cors';
import { origins } from './origins.ts';
import { type Case, type Expected, expectedIn, scenarioOf } from './scenarios/case.ts';
import { cases } from './scenarios/index.ts';
import { type Sheet, testInTurn as test } from './sheet.ts';

/** `METHOD origin-name path`, without the endpoint's id. */
function messageOf({ request: { method, url } }: Exchange): string {
  const name = originNames.find((each) => url.startsWith(`${origins[each]}/`)) ?? url;
  return `${method} ${name} ${url.replace(/^.*?\/e\/[\w-]+/, '')}`;
}

const connectionsOwn = ['date', 'connection', 'keep-alive'];

async function pageGot(sheet: Sheet, { status, body, visible }: Expected) {
  const result = await sheet.result();
  if (result.kind !== 'response') return {};
  return {
    ...(status !== undefined && { status: result.status }),
    ...(body !== undefined && { body: result.body }),
    ...(visible && { visible: result.headers.map(([name]) => name).filter((name) => !connectionsOwn.includes(name)) }),
  };
}

async function check(sheet: Sheet, expected: Expected, exchanges: readonly Exchange[]) {
  const { verdict, code, wire, status, body, visible, received = {} } = expected;
  const marks = { view: 'observed', verdict, code, agrees: 'true' };
  expect({ wire: exchanges.map(messageOf), ...(await sheet.marked()) }).toEqual({ wire, ...marks });
  if (verdict !== 'blocked' && (status !== undefined || visible)) {
    const wanted = {
      ...(status !== undefined && { status }),
      ...(body !== undefined && { body }),
      ...(visible && { visible }),
    };
    expect(await pageGot(sheet, expected)).toEqual(wanted);
  }
  for (const [name, values] of Object.entries(received)) {
    expect(
      exchanges.map(({ request }) => getHeader(request.headers, name)),
      `${name} as received`,
    ).toEqual(values.map((value) => value && resolveOrigins(value, origins)));
  }
}

async function play(sheet: Sheet, each: Case, browserName: 'chromium' | 'firefox') {
  let { plan } = each;
  await sheet.openAfresh(scenarioOf(each, plan));
  for (const run of each.runs) {
    if (run.plan) {
      plan = run.plan;
      await sheet.paste(scenarioOf(each, plan));
    }
    if (run.request !== undefined) await sheet.select(run.request);
    if (run.afterExpiry) await expect(sheet.page.getByRole('region', { name: 'Wire' })).toContainText('OPTIONS');
    await check(sheet, expectedIn(browserName, run), await sheet.run());
  }
}

for (const [group, list] of Object.entries(cases)) {
  test.describe(group, () => {
    for (const each of list) {
      test(each.name, async ({ sheet, browserName }) => {
        test.setTimeout(15_000 + 5000 * each.runs.length);
        await play(sheet, each, browserName === 'firefox' ? 'firefox' : 'chromium');
      });
    }
  });
}
