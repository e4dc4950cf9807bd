/** Chance that can be repeated: the same seed gives the same row of numbers, to the bit, on every machine. Not for secrets. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  /** Standard normal. */
  normal(): number;
  /** A shuffled copy (Fisher-Yates). */
  shuffle<T>(items: readonly T[]): T[];
  /** One of the items; undefined when there is none. */
  pick<T>(items: readonly T[]): T | undefined;
};

/**
 * @param seed a text or a whole number
 * @param stream separate rows of numbers for one number, one for each use
 * @returns the generator sfc32 (Chris Doty-Humphrey, PractRand)
 */
export function random(seed: number | string, stream = 0): Random {
  let [a, b, c] = typeof seed === "number" ? ofNumber(seed, stream) : [hashOf(seed, 1), hashOf(seed, 2), hashOf(seed, 3)];
  let counter = 1;
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
  let spare = Number.NaN;
  // Marsaglia's polar method: each round gives two
  const normal = () => {
    if (!Number.isNaN(spare)) {
      const kept = spare;
      spare = Number.NaN;
      return kept;
    }
    for (;;) {
      const x = 2 * next() - 1;
      const y = 2 * next() - 1;
      const r = x * x + y * y;
      if (r === 0 || r >= 1) continue;
      const scale = Math.sqrt((-2 * Math.log(r)) / r);
      spare = y * scale;
      return x * scale;
    }
  };
  return { next, below, normal, shuffle, pick: (items) => items[below(items.length)] };
}

function ofNumber(seed: number, stream: number): [number, number, number] {
  const a = mix(seed | 0);
  const b = mix((a ^ Math.floor(seed / 2 ** 32)) | 0);
  return [a, b, mix((b ^ stream) | 0)];
}

/** A whole number of 32 bits for a text (FNV-1a), spread so that texts that differ little get numbers that differ much. */
export function hashOf(text: string, salt = 0): number {
  let h = 0x811c9dc5 ^ salt;
  for (const char of text) h = Math.imul(h ^ (char.codePointAt(0) ?? 0), 0x01000193);
  return mix(h) >>> 0;
}

/** murmur3's last mixing step: one changed bit changes about half of the others. */
export function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
