import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import { startDisplay } from './display.ts';
import { endGroup, startGroup } from './groups.ts';
import type { Tab } from './open.ts';

/** A port that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  return typeof address === 'object' && address !== null ? address.port : 0;
}

/** WebKit's processes refuse to run as root unless they are told not to shut themselves in. */
export const webkitEnvironment = (display: string): NodeJS.ProcessEnv => ({
  ...process.env,
  DISPLAY: display,
  ...(process.getuid?.() === 0 && { WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS: '1' }),
});

interface NewSession {
  readonly sessionId: string;
  readonly capabilities: { readonly browserVersion: string };
}

/** WebKitGTK's MiniBrowser, driven by its own WebDriver: https://www.w3.org/TR/webdriver2/ */
export async function openWebKitGtk(miniBrowser: string): Promise<Tab> {
  const display = await startDisplay();
  const port = await freePort();
  const driver = startGroup('WebKitWebDriver', [`--port=${port}`, '--host=127.0.0.1'], {
    env: webkitEnvironment(display.name),
    stdio: 'ignore',
  });
  const end = async () => {
    await endGroup(driver);
    await endGroup(display.server);
  };
  const command = async <T>(method: string, path: string, parameters?: object): Promise<T> => {
    const body = parameters && JSON.stringify(parameters);
    const answer = await fetch(`http://127.0.0.1:${port}${path}`, { method, ...(body && { body }) });
    const { value } = await answer.json();
    if (!answer.ok) throw new Error(`WebKitWebDriver: ${value.error}: ${value.message}`);
    return value;
  };
  try {
    while (driver.exitCode === null && !(await command('GET', '/status').catch(() => null))) await pause(20);
    const { sessionId, capabilities } = await command<NewSession>('POST', '/session', {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] } },
      },
    });
    const session = `/session/${sessionId}`;
    return {
      version: `WebKitGTK ${capabilities.browserVersion}`,
      open: (url) => command('POST', `${session}/url`, { url }),
      evaluate: async (expression) => {
        const script = `const done = arguments[0];
          (async () => (${expression}))().then((value) => done({ value }), (error) => done({ error: String(error) }))`;
        const { value, error } = await command<{ value: never; error?: string }>('POST', `${session}/execute/async`, {
          script,
          args: [],
        });
        if (error !== undefined) throw new Error(error);
        return value;
      },
      close: async () => {
        await command('DELETE', session).catch(() => null);
        await end();
      },
    };
  } catch (error) {
    await end();
    throw error;
  }
}
