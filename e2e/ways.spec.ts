import { expect } from '@playwright/test';
import { defaultPlan, defaultRequest, defaultScenario, type Exchange, type HeaderLine, type Scenario } from '#cors';
import { origins, ports } from './origins.ts';
import { request } from './scenarios/case.ts';
import { type Sheet, test } from './sheet.ts';

const answering = (...lines: readonly HeaderLine[]): Scenario => ({
  ...defaultScenario,
  title: '',
  plan: {
    ...defaultPlan,
    response: { ...defaultPlan.response, headers: [...defaultPlan.response.headers, ...lines] },
  },
});
const anyOrigin = answering(['Access-Control-Allow-Origin', '*']);
const observed = { view: 'observed', agrees: 'true' };

const panelOf = ({ page }: Sheet) => page.getByRole('region', { name: 'Request' });
const field = (sheet: Sheet, name: string) => panelOf(sheet).getByRole('combobox', { name, exact: true });
const result = ({ page }: Sheet) => page.getByRole('region', { name: 'Wire' }).getByRole('listitem').last();

const ways = [
  { api: 'fetch', asks: 'fetch()', gets: '200 OK' },
  { api: 'xhr', asks: 'xhr.send()', gets: '200 OK' },
  { api: 'event-source', asks: 'EventSource', gets: 'open event' },
  { api: 'image', asks: '<img>', gets: 'a canvas of it can be read' },
  { api: 'script', asks: '<script>', gets: 'its errors are told' },
  { api: 'module', asks: '<script>', gets: 'load event' },
  { api: 'font', asks: 'FontFace', gets: 'load event' },
] as const;

for (const { api, asks, gets } of ways) {
  test(`${api}, chosen in the panel, gets an answer that it can use`, async ({ sheet }) => {
    await sheet.open(anyOrigin);
    await field(sheet, 'Ask by').selectOption(api);
    expect(await sheet.run()).toHaveLength(1);
    expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
    await expect(sheet.page.getByRole('region', { name: 'Wire' }).getByRole('listitem').first()).toContainText(asks);
    await expect(result(sheet)).toContainText(gets);
  });
}

test('an image taints a canvas without crossorigin, and is blocked with it where the server does not consent', async ({
  sheet,
}) => {
  await sheet.open(answering());
  await field(sheet, 'Ask by').selectOption('image');
  await field(sheet, 'crossorigin').selectOption('none');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'opaque', code: 'opaque-element' });
  await expect(result(sheet)).toContainText('a canvas of it is tainted');
  await expect(sheet.verdict).toContainText('may not read its pixels');
  await field(sheet, 'crossorigin').selectOption('anonymous');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-missing' });
  await expect(sheet.verdict).toContainText('the image is not shown');
});

test('a script without crossorigin tells nothing of its errors', async ({ sheet }) => {
  await sheet.open(answering());
  await field(sheet, 'Ask by').selectOption('script');
  await field(sheet, 'crossorigin').selectOption('none');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'opaque', code: 'opaque-element' });
  await expect(result(sheet)).toContainText('Script error.');
});

test('with the keyboard alone: XMLHttpRequest with a listener to its upload is preflighted', async ({ sheet }) => {
  const { page } = sheet;
  await sheet.open(anyOrigin);
  await field(sheet, 'Method').fill('POST');
  await field(sheet, 'Ask by').focus();
  await page.keyboard.type('XML');
  await expect(field(sheet, 'Ask by')).toHaveValue('xhr');
  await field(sheet, 'Type of body').focus();
  await page.keyboard.type('Text');
  const listen = panelOf(sheet).getByRole('switch', { name: 'Listen to the upload' });
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
  await listen.focus();
  await page.keyboard.press('Space');
  const [preflight] = await sheet.run();
  expect(preflight?.request.method).toBe('OPTIONS');
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-missing' });
});

test('a sandboxed frame has the origin null', async ({ sheet }) => {
  await sheet.open(answering(['Access-Control-Allow-Origin', '{page}']));
  await field(sheet, 'From').selectOption('sandboxed-iframe');
  const [exchange] = await sheet.run();
  expect(exchange?.request.headers).toContainEqual(['Origin', 'null']);
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-mismatch' });
  await expect(sheet.verdict).toContainText('the origin of a sandboxed frame is null');
});

test('another page asks with its own origin', async ({ sheet }) => {
  await sheet.open(answering(['Access-Control-Allow-Origin', '{page}']));
  await field(sheet, 'From').selectOption({ label: `a page on localhost:${ports.second}` });
  const [exchange] = await sheet.run();
  expect(exchange?.request.headers).toContainEqual(['Origin', origins.second]);
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-mismatch' });
  await expect(sheet.verdict).toContainText(origins.second);
});

test('the other page asks nothing for anybody but the playground', async ({ sheet: { page } }) => {
  const id = 'otherpageheedsno';
  await page.request.put(`${origins.page}/api/endpoints/${id}/plan`, { data: defaultPlan });
  await page.goto(`${origins.second}/asker`);
  const call = { ...defaultRequest, url: `${origins.second}/e/${id}/asked` };
  await page.evaluate(
    async ([asked, told]) => {
      const heard = new Promise((resolve) => addEventListener('message', resolve, { once: true }));
      postMessage(asked);
      await heard;
      await fetch(told);
    },
    [call, `${origins.second}/e/${id}/told`] as const,
  );
  const seen = await page.request.get(`${origins.page}/api/endpoints/${id}/exchanges?after=0`);
  const { exchanges }: { exchanges: Exchange[] } = await seen.json();
  expect(exchanges.map(({ request }) => request.url)).toEqual([`${origins.second}/e/${id}/told`]);
});

test('a worker asks as its page does, and has no images', async ({ sheet }) => {
  await sheet.open(anyOrigin);
  await field(sheet, 'From').selectOption('worker');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
  await expect(field(sheet, 'Ask by').getByRole('option', { name: /image/i })).toBeDisabled();
});

test('a beacon tells nothing, and with JSON it asks first', async ({ sheet }) => {
  await sheet.open(anyOrigin);
  await field(sheet, 'Ask by').selectOption('beacon');
  await field(sheet, 'Type of body').selectOption('text');
  const [plain] = await sheet.run();
  expect(plain?.request.method).toBe('POST');
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'opaque', code: 'opaque-beacon' });
  await expect(result(sheet)).toContainText(/nothing\s*is told/);
  await field(sheet, 'Type of body').selectOption('blob');
  const exchanges = await sheet.run();
  expect(exchanges.map(({ request }) => request.method)).toEqual(['OPTIONS']);
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'acao-missing' });
});

test('the answers to a beacon are waited for, however late they come', async ({ sheet }) => {
  const lines: readonly HeaderLine[] = [
    ['Access-Control-Allow-Origin', '{page}'],
    ['Access-Control-Allow-Credentials', 'true'],
    ['Access-Control-Allow-Headers', 'Content-Type'],
  ];
  const { plan, ...rest } = answering(...lines);
  const body = { type: 'blob', text: '{}', mime: 'application/json' } as const;
  await sheet.open({
    ...rest,
    requests: [request({ api: 'beacon', body })],
    plan: {
      ...plan,
      preflight: { ...plan.preflight, headers: lines, delay: 700 },
      response: { ...plan.response, delay: 700 },
    },
  });
  expect((await sheet.run()).map(({ request: { method } }) => method)).toEqual(['OPTIONS', 'POST']);
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'opaque', code: 'opaque-beacon' });
});

test('an answer that was edited stays as it is, and what would be of use is one press away', async ({ sheet }) => {
  const { page } = sheet;
  await sheet.open(anyOrigin);
  await page.getByRole('textbox', { name: 'Body of the answer' }).fill('mine');
  await field(sheet, 'Ask by').selectOption('image');
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'blocked', code: 'not-usable' });
  await page.getByRole('button', { name: 'Apply to this server' }).click();
  await sheet.run();
  expect(await sheet.marked()).toEqual({ ...observed, verdict: 'readable', code: '' });
});

test('what an API does not take is not offered', async ({ sheet }) => {
  await sheet.open(anyOrigin);
  await field(sheet, 'Ask by').selectOption('font');
  const panel = panelOf(sheet);
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(['Request', 'As code']);
  await field(sheet, 'Ask by').selectOption('fetch');
  await expect(panel.getByRole('heading', { level: 3 })).toHaveText(['Request', 'Headers', 'Body', 'As code']);
});
