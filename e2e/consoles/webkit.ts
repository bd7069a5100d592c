import { findBrowsers } from '../../scripts/browsers.ts';
import { startDisplay } from '../drive/display.ts';
import { endGroup, startGroup } from '../drive/groups.ts';
import { webkitEnvironment } from '../drive/webkit-gtk.ts';
import type { Site } from './site.ts';

// A message may have several lines. In front of it stands its kind and, if it is of a script, its place.
const printed = /CONSOLE \w+ ERROR ([\s\S]*?)(?=\n(?:\S+:\d+:\d+: )?CONSOLE |$)/g;

/** What WebKitGTK's MiniBrowser writes out of its console. Its driver keeps that to itself, so that there is none. */
export async function webkitLines(site: Site): Promise<readonly string[]> {
  const { executablePath } = findBrowsers().webkit;
  if (!executablePath) throw new Error('Only WebKitGTK’s MiniBrowser tells what it prints.');
  const display = await startDisplay();
  const browser = startGroup(executablePath, ['--enable-write-console-messages-to-stdout=true', site.page], {
    env: webkitEnvironment(display.name),
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  try {
    let text = '';
    browser.stderr?.on('data', (chunk: Buffer) => {
      text += chunk;
    });
    await site.done;
    return [...text.matchAll(printed)].map(([, line = '']) => line.trimEnd());
  } finally {
    await endGroup(browser);
    await endGroup(display.server);
  }
}
