import { setTimeout as pause } from 'node:timers/promises';
import { type BrowserType, chromium, firefox, webkit } from 'playwright';
import type { RealBrowser } from '#cors';
import { findBrowsers, type Launch } from '../../scripts/browsers.ts';
import { openWebKitGtk } from './webkit-gtk.ts';

/** One page of a browser that has been started for it, and ends with it. */
export interface Tab {
  /** e.g. `Chromium 156.0.8078.79`. */
  readonly version: string;
  open(url: string): Promise<void>;
  /** The value of an expression in the page, as JSON carries it; a promise is awaited. */
  evaluate<T>(expression: string): Promise<T>;
  close(): Promise<void>;
}

export const chromiumArgs = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

async function openByPlaywright(name: string, type: BrowserType, launch: Launch, args: string[]): Promise<Tab> {
  const browser = await type.launch({ ...launch, args });
  try {
    const page = await browser.newPage();
    return {
      version: `${name} ${browser.version()}`,
      open: async (url) => {
        await page.goto(url);
      },
      evaluate: (expression) => page.evaluate(expression),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close();
    throw error;
  }
}

/** Starts one of the three browsers of this machine, headless, with nothing remembered. */
export function openTab(browser: RealBrowser): Promise<Tab> {
  const found = findBrowsers();
  switch (browser) {
    case 'chromium':
      return openByPlaywright('Chromium', chromium, found.chromium, chromiumArgs);
    case 'firefox':
      return openByPlaywright('Firefox', firefox, found.firefox, []);
    case 'webkit':
      return found.webkit.executablePath
        ? openWebKitGtk(found.webkit.executablePath)
        : openByPlaywright('WebKit', webkit, found.webkit, []);
  }
}

/** Asks the page until the expression is neither false, null nor undefined. */
export async function waitFor<T>(tab: Tab, expression: string, every = 100): Promise<T> {
  for (;;) {
    const value = await tab.evaluate<T | null | false>(expression);
    if (value) return value;
    await pause(every);
  }
}
