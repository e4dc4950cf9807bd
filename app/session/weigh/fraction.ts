/** An exact number: sums of shares must not depend on the order in which they are added. `below` is above zero, the two have no common divisor. */
export interface Fraction {
  readonly above: bigint;
  readonly below: bigint;
}

export function fraction(above: bigint | number, below: bigint | number = 1n): Fraction {
  const [a, b] = [BigInt(above), BigInt(below)];
  const divisor = common(a < 0n ? -a : a, b);
  return { above: a / divisor, below: b / divisor };
}

export const minus = (a: Fraction, b: Fraction): Fraction => fraction(a.above * b.below - b.above * a.below, a.below * b.below);
export const times = (a: Fraction, n: number): Fraction => fraction(a.above * BigInt(n), a.below);
export const over = (a: Fraction, n: number): Fraction => fraction(a.above, a.below * BigInt(n));

/** Below zero when `a` is the smaller. */
export function compare(a: Fraction, b: Fraction): number {
  const difference = a.above * b.below - b.above * a.below;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
export const least = (a: Fraction, b: Fraction): Fraction => (compare(a, b) <= 0 ? a : b);
export const asNumber = (a: Fraction): number => Number(a.above) / Number(a.below);

function common(a: bigint, b: bigint): bigint {
  while (b > 0n) [a, b] = [b, a % b];
  return a === 0n ? 1n : a;
}
