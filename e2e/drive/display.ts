import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import type { Readable } from 'node:stream';
import { startGroup } from './groups.ts';

/** A display that nobody sees, on the first number that is free. https://www.x.org/releases/current/doc/man/man1/Xvfb.1.xhtml */
export async function startDisplay(): Promise<{ readonly server: ChildProcess; readonly name: string }> {
  const server = startGroup('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x800x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = server.stdio[3] as Readable;
  const [number] = await Promise.race([
    once(told, 'data'),
    once(server, 'error').then(([error]) => Promise.reject(error)),
  ]);
  return { server, name: `:${String(number).trim()}` };
}
