import { defineConfig } from '@playwright/test';
import { findBrowsers } from './scripts/browsers.ts';

const { chromium, firefox } = findBrowsers();

export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: true,
  forbidOnly: true,
  workers: 2,
  retries: 0,
  timeout: 20_000,
  reporter: 'line',
  use: { baseURL: 'http://localhost:4070', screenshot: 'only-on-failure' },
  projects: [
    {
      name: 'chromium',
      use: {
        browserName: 'chromium',
        launchOptions: {
          ...chromium,
          args: ['--no-sandbox', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
        },
      },
    },
    {
      name: 'firefox',
      testIgnore: 'flows.spec.ts',
      use: { browserName: 'firefox', launchOptions: firefox },
    },
  ],
  // Ports of its own: a playground that someone has open is left alone.
  webServer: {
    command: 'node dist/server/main.js',
    url: 'http://localhost:4070',
    reuseExistingServer: false,
    env: { PREFLIGHT_PORT: '4070', PREFLIGHT_ECHO_PORT: '4071', PREFLIGHT_SECOND_PORT: '4072' },
  },
});
