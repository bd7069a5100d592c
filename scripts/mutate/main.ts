import { Stryker } from '@stryker-mutator/core';

// Stryker's child processes load the runner, which is TypeScript.
process.env.NODE_OPTIONS = `--import ${import.meta.resolve('tsx')}`;

/** Everything in `cors/` that decides something. */
const deciding = [
  'cors/**/*.ts',
  '!cors/**/*.test.ts',
  // Sentences: a test that knew them could only repeat them.
  '!cors/words/**',
  '!cors/glossary/{origins,requests,answers,headers,term}.ts',
  '!cors/lessons/{origins,preflights,reading,further}.ts',
  '!cors/deviations/{chromium,firefox,webkit,rules}.ts',
  // Material of the tests themselves.
  '!cors/fetch/{cases,testing}.ts',
  '!cors/console/seen.fixture.ts',
  // What random cases are made of: any case is a good one.
  '!cors/conformance/{generate,plan-edges,request-edges,random}.ts',
  // What the page begins with.
  '!cors/{defaults,presets}.ts',
];

const given = process.argv.slice(2);

await new Stryker({
  mutate: given.length > 0 ? given : deciding,
  testRunner: 'script',
  plugins: [new URL('runner.ts', import.meta.url).pathname],
  coverageAnalysis: 'perTest',
  concurrency: 2,
  // TypeScript 7 has no API for Stryker to rewrite a tsconfig with, and ours needs no rewriting.
  tsconfigFile: 'none',
  // Endless loops are noticed by counting; this is for a busy machine.
  timeoutMS: 60_000,
  reporters: ['clear-text', 'json', 'progress-append-only'],
  clearTextReporter: { allowColor: false, allowEmojis: false, logTests: false, reportTests: false },
  allowConsoleColors: false,
  thresholds: { high: 95, low: 95, break: 95 },
}).runMutationTest();
