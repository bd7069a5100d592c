import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, firefox, webkit } from 'playwright';

/** What Playwright's `launch` needs to find a browser; nothing, when it is Playwright's own. */
export interface Launch {
  readonly executablePath?: string;
  readonly channel?: string;
}
export interface Browsers {
  readonly chromium: Launch;
  readonly firefox: Launch;
  /** The path is WebKitGTK's MiniBrowser, which is driven by WebKitWebDriver and not by Playwright. */
  readonly webkit: Launch;
}

const chromiumPaths = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
const firefoxPaths = ['/usr/bin/firefox-esr', '/usr/bin/firefox'];
// Without its driver and a display it is of no use.
const webkitNeeds = ['/usr/bin/WebKitWebDriver', '/usr/bin/Xvfb'];
// Below a folder that is named after the machine, e.g. x86_64-linux-gnu.
const webkitPaths = () =>
  readdirSync('/usr/lib').flatMap((machine) => [
    `/usr/lib/${machine}/webkit2gtk-4.1/MiniBrowser`,
    `/usr/lib/${machine}/webkit2gtk-4.0/MiniBrowser`,
  ]);

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

function findWebKit(): Launch | null {
  const usable = webkitNeeds.every((path) => existsSync(path));
  const executablePath = findPath(process.env.PREFLIGHT_WEBKIT, usable ? webkitPaths() : []);
  if (executablePath) return { executablePath };
  return existsSync(webkit.executablePath()) ? {} : null;
}

/** The browsers of this machine; one that is missing is looked for where Playwright would have installed it. */
export function findBrowsers(): Browsers {
  return { chromium: findChromium() ?? {}, firefox: findFirefox() ?? {}, webkit: findWebKit() ?? {} };
}

const finders = { chromium: findChromium, firefox: findFirefox, webkit: findWebKit } as const;
const packages = ['chromium', 'firefox-esr', 'webkit2gtk-driver', 'xvfb'];

const missing = (): string[] =>
  Object.entries(finders)
    .filter(([, find]) => find() === null)
    .map(([name]) => name);

function run(command: string, ...args: string[]): void {
  console.log(`$ ${command} ${args.join(' ')}`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  spawnSync(command, args, { stdio: 'inherit', env });
}

function install(): void {
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    run('apt-get', 'update', '-qq');
    run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', ...packages);
  }
  if (missing().length > 0) run('npx', 'playwright', 'install', ...missing());
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (missing().length > 0) install();
  if (missing().length > 0) {
    console.error(
      `The browser tests need Chromium, Firefox and WebKit; missing: ${missing().join(', ')}. Install them, for example with\n` +
        `  sudo apt-get install ${packages.join(' ')}\n` +
        'or\n' +
        '  npx playwright install --with-deps chromium firefox webkit\n' +
        'or say where they are in PREFLIGHT_CHROMIUM, PREFLIGHT_FIREFOX and PREFLIGHT_WEBKIT.',
    );
    process.exit(1);
  }
}
