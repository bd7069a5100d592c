import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** Production, and any free ports, for every server of the benchmarks. */
export const environment = {
  ...process.env,
  NODE_ENV: 'production',
  PREFLIGHT_PORT: '0',
  PREFLIGHT_ECHO_PORT: '0',
  PREFLIGHT_SECOND_PORT: '0',
};

/** Starts a program of this project with the given arguments, and resolves to the first line that it says. */
export async function startProcess(
  children: ChildProcess[],
  path: string,
  args: readonly string[] = [],
): Promise<string> {
  const file = fileURLToPath(new URL(path, import.meta.url));
  const child = spawn(process.execPath, ['--import', 'tsx', file, ...args], {
    env: environment,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  children.push(child);
  const [line] = await once(child.stdout, 'data');
  return String(line).trim();
}

/** Starts our own server as it is shipped; resolves to the page's origin. */
export async function startOurs(children: ChildProcess[]): Promise<string> {
  return /http:\/\/\S+/.exec(await startProcess(children, '../dist/server/main.js'))?.[0] ?? '';
}
