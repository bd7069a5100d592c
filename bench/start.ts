import type { ChildProcess } from 'node:child_process';
import { startOurs } from './ours.ts';
import { type Goal, median, print } from './report.ts';

const times = 5;

/** From starting the built server to its saying where it listens, in ms. */
export async function benchStart(): Promise<readonly Goal[]> {
  const taken: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const children: ChildProcess[] = [];
    const began = performance.now();
    await startOurs(children);
    taken.push(performance.now() - began);
    for (const child of children) child.kill();
  }
  print(`Built server to listening (median of ${times})`, [['spawned to listening', `${median(taken).toFixed(0)} ms`]]);
  return [{ what: 'built server to listening', is: median(taken), atMost: 2000, unit: 'ms' }];
}
