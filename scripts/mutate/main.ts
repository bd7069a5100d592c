import { Stryker } from '@stryker-mutator/core';

// Stryker's child processes load the runner, which is TypeScript.
process.env.NODE_OPTIONS = `--import ${import.meta.resolve('tsx')}`;

const mutate = process.argv.slice(2);

await new Stryker({
  mutate:
    mutate.length > 0
      ? mutate
      : [
          'cors/**/*.ts',
          '!cors/**/*.test.ts',
          '!cors/words/**',
          '!cors/**/*.fixture.ts',
          '!cors/fetch/{testing,cases}.ts',
        ],
  testRunner: 'script',
  plugins: [new URL('runner.ts', import.meta.url).pathname],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // TypeScript 7 has no API for Stryker to rewrite a tsconfig with, and ours needs no rewriting.
  tsconfigFile: 'none',
  timeoutMS: 20_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 95, break: 95 },
}).runMutationTest();
