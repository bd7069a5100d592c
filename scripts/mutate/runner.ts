import { createRequire } from 'node:module';
import { basename, resolve } from 'node:path';
import type { MutantCoverage } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import {
  type CompleteDryRunResult,
  DryRunStatus,
  determineHitLimitReached,
  type MutantRunOptions,
  type TestResult,
  type TestRunner,
  TestStatus,
  toMutantRunResult,
} from '@stryker-mutator/api/test-runner';
import fc from 'fast-check';
import { bundle } from './bundle.ts';
import { collector, type Test } from './collect.ts';

/** What Stryker's instrumented code reads and writes. */
interface Switchboard {
  activeMutant?: string | undefined;
  currentTestId?: string | undefined;
  mutantCoverage: MutantCoverage;
  hitCount?: number;
  hitLimit?: number | undefined;
}

type Script = (require: (name: string) => unknown, file: (name: string, load: () => unknown) => void) => void;

// The same random cases at each run, so that the score is the same too.
fc.configureGlobal({ seed: 1, endOnFailure: true });

/**
 * Runs the tests of `cors/` in its own process, for each mutant with all modules evaluated anew. Stryker's runner for
 * Vitest gives the same results, but starts a worker for each mutant and loads all tests into it one by one.
 */
class ScriptRunner implements TestRunner {
  static readonly inject = [] as const;

  private readonly board: Switchboard = { mutantCoverage: { static: {}, perTest: {} } };
  private readonly durations = new Map<string, number>();
  private script: Script = () => {};

  capabilities() {
    return { reloadEnvironment: true };
  }

  async init() {
    Object.assign(globalThis, { __stryker__: this.board });
    const filename = JSON.stringify(resolve('tests.cjs'));
    this.script = new Function('require', 'file', `const __filename = ${filename};\n${await bundle()}`) as Script;
  }

  async dryRun(): Promise<CompleteDryRunResult> {
    const tests = await this.run(this.load());
    return { status: DryRunStatus.Complete, tests, mutantCoverage: this.board.mutantCoverage };
  }

  async mutantRun({ activeMutant, mutantActivation, testFilter, hitLimit }: MutantRunOptions) {
    const { board } = this;
    board.hitCount = 0;
    board.hitLimit = hitLimit;
    try {
      board.activeMutant = mutantActivation === 'static' ? activeMutant.id : undefined;
      const loaded = this.load();
      board.activeMutant = activeMutant.id;
      const wanted = testFilter && new Set(testFilter);
      const tests = await this.run(
        loaded
          .filter(({ id }) => wanted === undefined || wanted.has(id))
          .sort((a, b) => this.cost(a, activeMutant.fileName) - this.cost(b, activeMutant.fileName)),
      );
      const limited = determineHitLimitReached(board.hitCount, hitLimit);
      return toMutantRunResult(limited ?? { status: DryRunStatus.Complete, tests });
    } catch (error) {
      return toMutantRunResult({ status: DryRunStatus.Complete, tests: [failed('loading the tests', 0, error)] });
    } finally {
      board.activeMutant = undefined;
    }
  }

  /** The tests of the rule itself come first, then the quick ones. */
  private cost({ id }: Test, mutated: string): number {
    const own = id.includes(`/${basename(mutated, '.ts')}.test.ts`);
    return (own ? 0 : 1_000_000) + (this.durations.get(id) ?? 0);
  }

  private load(): Test[] {
    const { tests, file, vitest } = collector();
    const require = createRequire(resolve('package.json'));
    const provided = new Map<string, unknown>(Object.entries({ vitest, 'fast-check': fc }));
    this.script((name) => provided.get(name) ?? require(name), file);
    return tests;
  }

  /** Until the first failure. */
  private async run(tests: readonly Test[]): Promise<TestResult[]> {
    const results: TestResult[] = [];
    for (const { id, run } of tests) {
      this.board.currentTestId = id;
      const start = performance.now();
      try {
        await run();
      } catch (error) {
        results.push(failed(id, performance.now() - start, error));
        break;
      } finally {
        this.board.currentTestId = undefined;
      }
      const timeSpentMs = performance.now() - start;
      this.durations.set(id, timeSpentMs);
      results.push({ id, name: id, status: TestStatus.Success, timeSpentMs });
    }
    return results;
  }
}

const failed = (id: string, timeSpentMs: number, error: unknown): TestResult => ({
  id,
  name: id,
  status: TestStatus.Failed,
  timeSpentMs,
  failureMessage: String(error),
});

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'script', ScriptRunner)];
