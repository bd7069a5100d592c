import { chromium, type Page } from 'playwright';
import { findBrowsers } from '../../scripts/browsers.ts';
import { chromiumArgs } from '../drive/open.ts';
import type { Site } from './site.ts';

/** What Chromium prints. `version` is its own. */
export async function chromiumLines(site: Site): Promise<readonly string[]> {
  const browser = await chromium.launch({ ...findBrowsers().chromium, args: chromiumArgs });
  const lines: string[] = [];
  const ofWorkers: string[] = [];
  try {
    const page = await browser.newPage();
    page.on('console', (message) => {
      const text = message.text().trimEnd();
      const isOfNetwork = text.startsWith('Failed to load resource: ');
      // What was blocked has failed, of course.
      if (isOfNetwork && lines.at(-1)?.startsWith('Access to ')) return;
      lines.push(isOfNetwork ? text.replace('resource: ', `resource ${message.location().url}: `) : text);
    });
    // As DevTools tells of it.
    page.on('pageerror', (error) => lines.push(`Uncaught (in promise) ${error.name}: ${error.message}`));
    await listenToWorkers(page, (text) => ofWorkers.push(text));
    await page.goto(site.page);
    await site.done;
    // By its answer all that was printed before has arrived.
    await page.evaluate(() => undefined);
  } finally {
    await browser.close();
  }
  return [...lines, ...ofWorkers];
}

/** Playwright tells only what a worker prints itself, not what the browser says of its requests. */
async function listenToWorkers(page: Page, heard: (text: string) => void) {
  const session = await page.context().newCDPSession(page);
  session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
    if (targetInfo.type !== 'worker') return;
    const message = JSON.stringify({ id: 1, method: 'Log.enable' });
    session.send('Target.sendMessageToTarget', { sessionId, message });
    session.on('Target.receivedMessageFromTarget', (received) => {
      if (received.sessionId !== sessionId) return;
      const { method, params } = JSON.parse(received.message);
      if (method === 'Log.entryAdded' && params.entry.source === 'javascript') heard(params.entry.text);
    });
  });
  await session.send('Target.setAutoAttach', { autoAttach: true, waitForDebuggerOnStart: false, flatten: false });
}
