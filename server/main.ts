import { fileURLToPath } from 'node:url';
import { builtAskingScript, builtListener } from './built.ts';
import { ConfigError, readConfig } from './config.ts';
import { makeDevApp } from './dev.ts';
import { type MakeApp, start } from './start.ts';

const webFolder = fileURLToPath(new URL('../web', import.meta.url));
const makeBuiltApp: MakeApp = async (origins) => ({
  listener: builtListener(webFolder, origins),
  askingScript: builtAskingScript(webFolder),
  close: async () => {},
});

try {
  const running = await start(readConfig(process.env), process.argv.includes('--dev') ? makeDevApp : makeBuiltApp);
  console.log(`Preflight is at ${running.origins.page}`);
  const stop = () => void running.close().then(() => process.exit(0));
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, stop);
  // npm's shell ends at a signal without passing it on.
  if (process.env.npm_lifecycle_event !== undefined) {
    const launcher = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === launcher) return;
      clearInterval(watch);
      stop();
    }, 250);
  }
} catch (error) {
  if (!(error instanceof ConfigError)) throw error;
  console.error(error.message);
  process.exit(1);
}
