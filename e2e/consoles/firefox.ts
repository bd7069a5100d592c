import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findBrowsers } from '../../scripts/browsers.ts';
import { endGroup, startGroup } from '../drive/groups.ts';
import { freePort } from '../drive/webkit-gtk.ts';
import { Marionette } from './marionette.ts';
import type { Site } from './site.ts';

const preferences = {
  'datareporting.policy.dataSubmissionEnabled': false,
  'app.normandy.enabled': false,
  'network.captive-portal-service.enabled': false,
};

const kinds = /^(CORS|SOP|COEP|DATA_URI|MIMEMISMATCH|Script Loader|CSS Loader|Event Source)/;

/** Collects all that comes to Firefox's console, which itself keeps only the last 250 messages. */
const collect = `window.collected = [];
Services.console.registerListener({ observe: (message) => window.collected.push(message) });`;

/** Of that, what pages and the network stack have put there. */
const read = `return window.collected.flatMap((message) => {
  try {
    const { category, errorMessage } = message.QueryInterface(Ci.nsIScriptError);
    return [{ category, text: errorMessage }];
  } catch {
    return [];
  }
})`;

/** What Firefox prints. Playwright is not told of it; Firefox itself is, in the context of its own windows. */
export async function firefoxLines(site: Site): Promise<readonly string[]> {
  const { executablePath } = findBrowsers().firefox;
  if (!executablePath) throw new Error('Only a stock Firefox tells what it prints.');
  const profile = mkdtempSync(join(tmpdir(), 'preflight-firefox-'));
  const port = await freePort();
  const lines = Object.entries({ ...preferences, 'marionette.port': port }).map(
    ([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`,
  );
  writeFileSync(join(profile, 'user.js'), lines.join('\n'));
  const args = ['--headless', '--marionette', '--remote-allow-system-access', '--profile', profile];
  const browser = startGroup(executablePath, args, { stdio: 'ignore' });
  try {
    const marionette = await Marionette.connect(port);
    await marionette.command('WebDriver:NewSession', { capabilities: {} });
    await marionette.command('Marionette:SetContext', { value: 'chrome' });
    await marionette.command('WebDriver:ExecuteScript', { script: collect, args: [] });
    await marionette.command('Marionette:SetContext', { value: 'content' });
    await marionette.command('WebDriver:Navigate', { url: site.page });
    await site.done;
    await marionette.command('Marionette:SetContext', { value: 'chrome' });
    const { value } = await marionette.command<{
      value: readonly { category: string; text: string }[];
    }>('WebDriver:ExecuteScript', { script: read, args: [] });
    marionette.close();
    return (
      value
        .filter(({ category }) => kinds.test(category))
        // Whether it says twice that an EventSource has failed depends on when the page closes it.
        .filter(({ category, text }, index, all) => category !== 'Event Source' || all[index - 1]?.text !== text)
        .map(({ text }) => text)
    );
  } finally {
    await endGroup(browser);
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}
