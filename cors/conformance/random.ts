/** Chance that can be had again: the same seed and case number always draw the same. */
export class Random {
  #state: number;

  constructor(seed: number, number: number) {
    // Neighbouring numbers must not begin alike.
    this.#state = mix(mix(seed >>> 0) ^ Math.imul(number + 1, 0x9e3779b1));
  }

  /** A number from 0 up to but not including 1: https://en.wikipedia.org/wiki/Weyl_sequence, hashed. */
  next(): number {
    this.#state = (this.#state + 0x9e3779b9) >>> 0;
    return mix(this.#state) / 2 ** 32;
  }

  /** A whole number from 0 up to but not including `below`. */
  below(below: number): number {
    return Math.floor(this.next() * below);
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(list: readonly T[]): T {
    const picked = list[this.below(list.length)];
    if (picked === undefined) throw new RangeError('There is nothing to pick from');
    return picked;
  }

  /** Picks by weight. */
  weighted<T>(choices: readonly (readonly [weight: number, value: T])[]): T {
    let at = this.next() * choices.reduce((sum, [weight]) => sum + weight, 0);
    for (const [weight, value] of choices) {
      at -= weight;
      if (at < 0) return value;
    }
    return this.pick(choices)[1];
  }
}

/** Every bit of the input moves every bit of the output: https://nullprogram.com/blog/2018/07/31/ */
function mix(value: number): number {
  let hash = value;
  hash = Math.imul(hash ^ (hash >>> 16), 0x7feb352d);
  hash = Math.imul(hash ^ (hash >>> 15), 0x846ca68b);
  return (hash ^ (hash >>> 16)) >>> 0;
}
