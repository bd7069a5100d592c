/** A figure beside what it should be. */
export interface Goal {
  readonly what: string;
  readonly is: number;
  readonly unit: string;
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** The value that `share` (0 to 1) of the values do not exceed. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN;
}

export const median = (values: readonly number[]): number => quantile(values, 0.5);

export function print(title: string, rows: readonly (readonly [name: string, value: string])[]): void {
  console.log(`\n${title}`);
  for (const [name, value] of rows) console.log(`  ${name.padEnd(50)} ${value.padStart(12)}`);
}

/** All figures beside their goals, the missed ones marked. */
export function printGoals(goals: readonly Goal[]): void {
  const rows = goals.map(({ what, is, unit, atLeast, atMost }): [string, string] => {
    const met = (atLeast === undefined || is >= atLeast) && (atMost === undefined || is <= atMost);
    const goal = atLeast === undefined ? `≤ ${atMost}` : `≥ ${atLeast}`;
    const shown = is.toLocaleString('en', { maximumFractionDigits: is < 100 ? 2 : 0 });
    return [what, `${shown} ${unit} (goal ${goal}) ${met ? 'met' : 'MISSED'}`];
  });
  print('Goals', rows);
}
