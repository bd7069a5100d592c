import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox } from 'playwright';

/** What Playwright's `launch` needs to find a browser; nothing, when it is Playwright's own. */
export interface Launch {
  readonly executablePath?: string;
  readonly channel?: string;
}
export interface Browsers {
  readonly chromium: Launch;
  readonly firefox: Launch;
}

const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const firefoxPaths = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];

/** The path named by the environment, which is believed, or the first that exists. */
function findPath(told: string | undefined, paths: readonly string[]): string | undefined {
  return told || paths.find((path) => existsSync(path));
}

function findChromium(): Launch | null {
  const executablePath = findPath(process.env.PREFLIGHT_CHROMIUM, chromiumPaths);
  if (executablePath) return { executablePath };
  return existsSync(chromium.executablePath()) ? {} : null;
}

function findFirefox(): Launch | null {
  const executablePath = findPath(process.env.PREFLIGHT_FIREFOX, firefoxPaths);
  // A stock Firefox is driven by WebDriver BiDi; Playwright's own is patched for another protocol.
  if (executablePath) return { executablePath, channel: 'moz-firefox' };
  return existsSync(firefox.executablePath()) ? {} : null;
}

/** The browsers of this machine; one that is missing is looked for where Playwright would have installed it. */
export function findBrowsers(): Browsers {
  return { chromium: findChromium() ?? {}, firefox: findFirefox() ?? {} };
}

const bothFound = (): boolean => findChromium() !== null && findFirefox() !== null;

function run(command: string, ...args: string[]): boolean {
  console.log(`$ ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  return spawnSync(command, args, { stdio: 'inherit', env }).status === 0;
}

function install(): void {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', 'chromium', 'firefox-esr');
  }
  if (!bothFound()) run('npx', 'playwright', 'install', 'chromium', 'firefox');
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (!bothFound()) install();
  if (!bothFound()) {
    console.error(
      'The browser tests need Chromium and Firefox. Install them, for example with\n' +
        '  sudo apt-get install chromium firefox-esr\n' +
        'or\n' +
        '  npx playwright install --with-deps chromium firefox\n' +
        'or say where they are in PREFLIGHT_CHROMIUM and PREFLIGHT_FIREFOX.',
    );
    process.exit(1);
  }
}
