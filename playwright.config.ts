import { defineConfig } from '@playwright/test';
import { chromiumArgs } from './e2e/drive/open.ts';
import { environment, origins, ports } from './e2e/origins.ts';
import { findBrowsers } from './scripts/browsers.ts';

const { chromium, firefox } = findBrowsers();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  // docs/decisions/013: one test of thousands that fails by chance fails no build, and is told as flaky.
  retries: process.env.CI ? 1 : 0,
  timeout: 20_000,
  reporter: 'line',
  use: { baseURL: origins.page, screenshot: 'only-on-failure' },
  projects: [
    { name: 'rules', testMatch: 'data.spec.ts' },
    {
      name: 'chromium',
      testIgnore: ['data.spec.ts', 'preflight-cache.spec.ts', 'consoles.spec.ts', 'webkit.spec.ts'],
      use: { browserName: 'chromium', launchOptions: { ...chromium, args: chromiumArgs } },
    },
    {
      name: 'firefox',
      testMatch: [
        'scenarios.spec.ts',
        'gallery.spec.ts',
        'lessons.spec.ts',
        'embed.spec.ts',
        'present.spec.ts',
        'reproduction.spec.ts',
      ],
      use: { browserName: 'firefox', launchOptions: { ...firefox } },
    },
    // These open their browsers by themselves: Playwright drives no WebKitGTK, and does not tell all that they print.
    { name: 'webkit', testMatch: 'webkit.spec.ts' },
    { name: 'three', testMatch: ['preflight-cache.spec.ts', 'consoles.spec.ts'] },
  ],
  webServer: {
    command: 'node dist/server/main.js',
    url: origins.page,
    reuseExistingServer: false,
    env: environment(ports),
  },
});
