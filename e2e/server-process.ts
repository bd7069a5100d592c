import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
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
    this.#child = spawn(process.execPath, ['dist/server/main.js'], {
      env: { ...process.env, ...environment(this.#ports) },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    // It says where it is as soon as it listens.
    if (this.#child.stdout) await once(this.#child.stdout, 'data');
  }

  async stop() {
    const child = this.#child;
    this.#child = null;
    if (!child || child.exitCode !== null) return;
    child.kill();
    await once(child, 'exit');
  }
}
