import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { endGroup, startGroup } from './drive/groups.ts';
import { environment } from './origins.ts';

/** A server of one's own that a test may end and start again. */
export class ServerProcess {
  readonly page: string;
  readonly #ports: Parameters<typeof environment>[0];
  #child: ChildProcess | null = null;

  constructor(ports: Parameters<typeof environment>[0]) {
    this.#ports = ports;
    this.page = `http://localhost:${ports.page}`;
  }

  async start() {
    const child = startGroup(process.execPath, ['dist/server/main.js'], {
      env: { ...process.env, ...environment(this.#ports) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    this.#child = child;
    // It says where it is as soon as it listens; or, to the other stream, why it does not.
    const ended = once(child, 'exit').then(() => Promise.reject(new Error('The servers did not start.')));
    if (child.stdout) await Promise.race([once(child.stdout, 'data'), ended]);
  }

  async stop() {
    const child = this.#child;
    this.#child = null;
    if (child) await endGroup(child);
  }
}
