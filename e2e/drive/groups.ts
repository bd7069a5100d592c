import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';

// The heads of process groups that still have to be ended.
const running = new Set<ChildProcess>();

const signal = ({ pid }: ChildProcess): void => {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGTERM');
  } catch {
    // It has ended already.
  }
};

process.on('exit', () => running.forEach(signal));

/** Starts a program together with whatever it starts in turn; all of it ends with this process at the latest. */
export function startGroup(command: string, args: readonly string[], options: SpawnOptions = {}): ChildProcess {
  const child = spawn(command, args, { ...options, detached: true });
  running.add(child);
  child.once('exit', () => running.delete(child));
  return child;
}

/** Ends the program and whatever it has started. */
export async function endGroup(child: ChildProcess): Promise<void> {
  if (!running.has(child)) return;
  const ended = once(child, 'exit');
  signal(child);
  await ended;
}
