/** Chance that can be repeated: the same seed gives the same row of numbers on every machine. Not for secrets. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** One of the items; undefined when there is none. */
  pick<T>(items: readonly T[]): T | undefined;
};

/** The generator is sfc32 (Chris Doty-Humphrey, PractRand), its state filled from a hash of the seed. */
export function random(seed: number | string): Random {
  let [a, b, c, counter] = [hash(seed, 1), hash(seed, 2), hash(seed, 3), 1];
  const word = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let warmUp = 0; warmUp < 12; warmUp++) word();

  const next = () => word() / 2 ** 32;
  const below = (limit: number) => Math.floor(next() * limit);
  const shuffle = <T>(items: readonly T[]) => {
    const shuffled = [...items];
    for (let last = shuffled.length - 1; last > 0; last--) {
      const other = below(last + 1);
      [shuffled[last], shuffled[other]] = [shuffled[other] as T, shuffled[last] as T]; // both inside the array
    }
    return shuffled;
  };
  return { next, below, shuffle, pick: (items) => items[below(items.length)] };
}

/** FNV-1a over the seed's text with a salt, then murmur3's last mixing step. */
function hash(seed: number | string, salt: number): number {
  let h = 0x811c9dc5 ^ salt;
  for (const char of String(seed)) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
