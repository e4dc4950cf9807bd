/** What stands in the report, and an item may answer. */
export interface Finding {
  /** `zin:BLOCK:NUMBER`, `inzicht:ID`; of what an item answers already `claim:ID`. */
  readonly key: string;
  readonly insightId: string | null;
  /** Of an insight. */
  readonly number: number | null;
  readonly blockId: string | null;
  readonly words: string;
}

type Kept = Omit<Finding, "key"> & { readonly id: string };

export const isSame = (a: Omit<Finding, "key">, b: Omit<Finding, "key">): boolean =>
  a.insightId !== null
    ? a.insightId === b.insightId || (a.number !== null && a.number === b.number)
    : a.blockId === b.blockId && a.words === b.words;

/** What can be ticked: what is answered already under its own key, also when the report says it otherwise by now, and the rest. */
export function findingsToTick(kept: readonly Kept[], findings: readonly Finding[]): Finding[] {
  const own = kept.map(({ id, ...one }) => ({ ...one, key: `claim:${id}` }));
  return [...own, ...findings.filter((one) => !own.some((mine) => isSame(mine, one)))];
}
