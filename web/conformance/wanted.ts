const query = new URLSearchParams(location.search);

/** The most cases of one run: beyond them it takes an hour. */
export const mostCases = 100_000;
/** Seeds are whole numbers below 2^32. */
export const seedsBelow = 2 ** 32;

export const isCount = (count: number): boolean => Number.isInteger(count) && count >= 1 && count <= mostCases;
export const isSeed = (seed: number): boolean => Number.isInteger(seed) && seed >= 0 && seed < seedsBelow;

function told(name: string, isGood: (value: number) => boolean, otherwise: number): number {
  const value = Number(query.get(name) ?? Number.NaN);
  return isGood(value) ? value : otherwise;
}

/** How many cases of which seed the address asks for; otherwise a thousand of any. */
export const wanted = {
  cases: told('cases', isCount, 1000),
  seed: told('seed', isSeed, crypto.getRandomValues(new Uint32Array(1))[0] ?? 0),
};

export const isAskedToRun = query.has('run');
