/** One figure of a benchmark. `against`: what the same run gave for the thing it is held against. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly against?: number;
}
export interface BenchOptions {
  /** Also what takes minutes. */
  readonly long: boolean;
  /** Servers on one database, where that is measured. */
  readonly processes: number;
}
/** Each file of this folder that measures exports one as its default. */
export type Bench = (options: BenchOptions) => AsyncIterable<Measure>;

export function asLine({ name, value, unit, against }: Measure): string {
  const ratio = against === undefined ? null : rounded(value / against);
  return JSON.stringify({ name, value: rounded(value), unit, against: against === undefined ? null : rounded(against), ratio });
}

/** Three figures say enough. */
function rounded(value: number): number {
  return Math.abs(value) >= 1000 ? Math.round(value) : Number(value.toPrecision(3));
}

/** @param share 0.95 for what 95 of 100 stay below */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  const found = sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)];
  if (found === undefined) throw new Error("nothing was measured");
  return found;
}
