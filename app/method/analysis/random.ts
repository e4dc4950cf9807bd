/** Chance that can be repeated to the bit, for the sums in this folder. Not for secrets. */
export type Random = {
  /** At least 0, below 1. */
  next(): number;
  /** A whole number, at least 0, below `limit`. */
  below(limit: number): number;
  /** Standard normal. */
  normal(): number;
};

/**
 * @param seed a whole number
 * @param stream separate rows of numbers for one seed, one for each use
 * @returns the generator sfc32 (Chris Doty-Humphrey, PractRand)
 */
export function random(seed: number, stream = 0): Random {
  let a = mix(seed | 0);
  let b = mix((a ^ Math.floor(seed / 2 ** 32)) | 0);
  let c = mix((b ^ stream) | 0);
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
  return { next, below: (limit) => Math.floor(next() * limit), normal };
}

/** murmur3's last mixing step: one changed bit changes about half of the others. */
export function mix(word: number): number {
  let h = word | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}
