export interface Ledger {
  /** Tells a sum, unless a secret would follow from it together with all that was told before. @returns whether it was told */
  readonly tell: (sum: readonly number[]) => boolean;
  /** Tells a sum that is told anyhow; secrets that follow from it are given up. */
  readonly told: (sum: readonly number[]) => void;
}

const nearlyNothing = 1e-7;

/**
 * Keeps what was told, as sums over columns of people alike, and what must not follow from it.
 *
 * A reader adds, subtracts and multiplies sums: a secret follows when it is a combination of sums that were told. Each sum takes a
 * column out of all that is not told yet (elimination); a secret of which nothing is left, follows.
 * @param secrets per secret how often each column counts in it
 */
export function ledger(secrets: readonly (readonly number[])[]): Ledger {
  const told: { readonly row: Float64Array; readonly at: number }[] = [];
  let kept = secrets.map((one) => Float64Array.from(one)).filter((one) => !isNothing(one));

  function rest(sum: readonly number[]) {
    const row = Float64Array.from(sum);
    for (const one of told) takeOut(row, one);
    return isNothing(row) ? null : { row, at: largest(row) };
  }
  const follows = (one: Float64Array, added: (typeof told)[number]) => {
    if (Math.abs(one[added.at] ?? 0) < nearlyNothing) return false;
    const left = Float64Array.from(one);
    takeOut(left, added);
    return isNothing(left);
  };
  function add(added: (typeof told)[number]) {
    told.push(added);
    for (const one of kept) takeOut(one, added);
    kept = kept.filter((one) => !isNothing(one));
  }
  return {
    tell(sum) {
      const added = rest(sum);
      if (!added) return true;
      if (kept.some((one) => follows(one, added))) return false;
      add(added);
      return true;
    },
    told(sum) {
      const added = rest(sum);
      if (added) add(added);
    },
  };
}

const isNothing = (row: Float64Array) => row.every((one) => Math.abs(one) < nearlyNothing);

function largest(row: Float64Array): number {
  let at = 0;
  for (let i = 1; i < row.length; i++) if (Math.abs(row[i] ?? 0) > Math.abs(row[at] ?? 0)) at = i;
  return at;
}

function takeOut(from: Float64Array, { row, at }: { readonly row: Float64Array; readonly at: number }): void {
  const times = (from[at] ?? 0) / (row[at] ?? 1);
  if (times === 0) return;
  for (let i = 0; i < from.length; i++) from[i] = (from[i] ?? 0) - times * (row[i] ?? 0);
  from[at] = 0;
}
