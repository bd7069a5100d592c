import { expect } from 'vitest';

export interface Test {
  id: string;
  run: () => unknown;
}

type Body = (...row: never[]) => unknown;

/** What a test file imports from Vitest, collecting its tests instead of running them. Anything else is undefined. */
export function collector() {
  const tests: Test[] = [];
  const path: string[] = [];
  const names = new Map<string, number>();

  const within = (name: string, body: () => unknown) => {
    path.push(name);
    body();
    path.pop();
  };
  const add = (name: string, run: () => unknown) => {
    const id = [...path, name].join(' > ');
    const namesakes = (names.get(id) ?? 0) + 1;
    names.set(id, namesakes);
    tests.push({ id: namesakes > 1 ? `${id} #${namesakes}` : id, run });
  };

  const each =
    (take: (name: string, body: () => unknown) => unknown) =>
    (rows: readonly unknown[]) =>
    (name: string, body: Body) => {
      for (const row of rows) take(name, () => body(...((Array.isArray(row) ? row : [row]) as never[])));
    };
  const test = Object.assign(add, { each: each(add) });
  const describe = Object.assign(within, { each: each(within) });
  return { tests, file: within, vitest: { describe, expect, it: test, test } };
}
