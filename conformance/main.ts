import { portsFrom } from '../e2e/origins.ts';
import { ServerProcess } from '../e2e/server-process.ts';
import { readArguments, usage, type Wanted } from './arguments.ts';
import { play } from './play.ts';
import { record } from './record.ts';
import { isClean, told } from './tell.ts';

// Whatever was started ends as this process exits.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => process.exit(1));

function wanted(): Wanted {
  try {
    return readArguments(process.argv.slice(2));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n\n${usage}`);
    process.exit(2);
  }
}

const { browsers, cases, seeds, port, record: isRecorded } = wanted();
const server = new ServerProcess(portsFrom(port));
let clean = true;
await server.start();
try {
  for (const browser of browsers) {
    const runs = [];
    for (const seed of seeds) {
      const run = await play(browser, server.page, { cases, seed });
      console.log(told(run.report));
      clean &&= isClean(run.report);
      runs.push(run);
    }
    if (isRecorded) record(browser, runs);
  }
} catch (error) {
  clean = false;
  console.error(`\n${error instanceof Error ? error.message : error}`);
} finally {
  await server.stop();
}
process.exit(clean ? 0 : 1);
