import type { ChildProcess } from 'node:child_process';
import autocannon from 'autocannon';
import { defaultPlan, type Plan } from '#cors';
import { body, corsLines, otherLines, requestHeaders } from './answer.ts';
import { startOurs, startProcess } from './ours.ts';
import { type Goal, median, print } from './report.ts';

const rounds = 7;
const seconds = 2;
const connections = 16;
const id = 'bench-bench-benc';

interface Contender {
  readonly name: string;
  readonly url: string;
  readonly perSecond: number[];
}

/** Puts the plan of the comparison through the front door; resolves to the URL that answers by it. */
async function prepareOurs(origin: string): Promise<string> {
  const plan: Plan = {
    ...defaultPlan,
    response: {
      ...defaultPlan.response,
      headers: [...corsLines, ...otherLines.filter(([name]) => name === 'Content-Type')],
      body,
    },
  };
  const put = await fetch(`${origin}/api/endpoints/${id}/plan`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(plan),
  });
  if (!put.ok) throw new Error(await put.text());
  const info: { origins: { 'cross-site': string } } = await (await fetch(`${origin}/api/server`)).json();
  return `${info.origins['cross-site']}/e/${id}/orders`;
}

async function startRival(name: string, children: ChildProcess[]): Promise<string> {
  return `http://127.0.0.1:${await startProcess(children, './rival.ts', [name])}/e/${id}/orders`;
}

/** The body and the lines that must be the same for the comparison to be fair. */
async function refuseUnfair(contenders: readonly Contender[]): Promise<void> {
  for (const { name, url } of contenders) {
    const answer = await fetch(url, { headers: requestHeaders });
    const text = await answer.text();
    const lines = [...corsLines, ...otherLines];
    const wrong = lines.find(([header, value]) => !answer.headers.get(header)?.startsWith(value));
    if (text !== body || wrong) throw new Error(`${name} answers differently: ${wrong?.[0] ?? text}`);
  }
}

/** Requests answered a second by the echo plane, beside bare node:http, Hono and Express, in alternating rounds. */
export async function benchRequests(): Promise<readonly Goal[]> {
  const children: ChildProcess[] = [];
  try {
    const contenders: Contender[] = [
      { name: 'echo plane', url: await prepareOurs(await startOurs(children)), perSecond: [] },
      { name: 'bare node:http', url: await startRival('bare', children), perSecond: [] },
      { name: 'Hono + cors', url: await startRival('hono', children), perSecond: [] },
      { name: 'Express + cors', url: await startRival('express', children), perSecond: [] },
    ];
    await refuseUnfair(contenders);
    for (let round = 0; round <= rounds; round += 1) {
      for (const { name, url, perSecond } of contenders) {
        const result = await autocannon({ url, connections, duration: seconds, headers: requestHeaders });
        if (result.errors + result.non2xx > 0) throw new Error(`${name} failed ${result.errors + result.non2xx} times`);
        // The first round warms up.
        if (round > 0) perSecond.push(result.requests.total / result.duration);
      }
    }
    print(
      `Requests a second (median of ${rounds} rounds of ${seconds} s, ${connections} connections)`,
      contenders.map(({ name, perSecond }) => [name, Math.round(median(perSecond)).toLocaleString('en')]),
    );
    // Round by round, because the machine's pace changes between rounds and not within one.
    const [ours, ...others] = contenders;
    const ratios = others.map(({ perSecond }) =>
      median(perSecond.map((n, round) => (ours?.perSecond[round] ?? Number.NaN) / n)),
    );
    const [bare = Number.NaN, hono = Number.NaN, express = Number.NaN] = ratios;
    return [
      { what: 'echo plane ÷ bare node:http', is: bare, atLeast: 0.6, unit: '×' },
      { what: 'echo plane ÷ Hono + cors', is: hono, atLeast: 3, unit: '×' },
      { what: 'echo plane ÷ Express + cors', is: express, atLeast: 5, unit: '×' },
    ];
  } finally {
    for (const child of children) child.kill();
  }
}
