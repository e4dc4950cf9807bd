/** People counted alike: one field, party, choice and fit; counted from one moment on, and until (not in) a later one. */
export interface Lot {
  readonly field: string;
  readonly party: string;
  readonly choice: string;
  readonly fit: string | null;
  readonly from: number;
  /** null: counted still. */
  readonly until: number | null;
  readonly people: number;
}

/** What stands in the ballots now: `since` is the first moment that could count them, `moments.length` when none did. */
export type Standing = Omit<Lot, "from" | "until"> & { readonly since: number };

const keyOf = (one: Omit<Lot, "from" | "until" | "people">, at: number) =>
  JSON.stringify([one.field, one.party, one.choice, one.fit, at]);

/**
 * The lots with one more moment, number `at`: who changed or withdrew counts until then, who is new or chose anew counts from then.
 * @param before lots of the moments 0 to at - 1
 */
export function nextLots(before: readonly Lot[], now: readonly Standing[], at: number): Lot[] {
  const left = new Map<string, Standing>();
  for (const one of now) {
    const key = keyOf(one, one.since);
    left.set(key, { ...one, people: one.people + (left.get(key)?.people ?? 0) });
  }
  const lots = before.flatMap((lot): Lot[] => {
    if (lot.until !== null) return [lot];
    const key = keyOf(lot, lot.from);
    const found = left.get(key);
    const stay = Math.min(lot.people, found?.people ?? 0);
    if (found) left.set(key, { ...found, people: found.people - stay });
    return [
      ...(stay > 0 ? [{ ...lot, people: stay }] : []),
      ...(stay < lot.people ? [{ ...lot, people: lot.people - stay, until: at }] : []),
    ];
  });
  const fresh = new Map<string, Lot>();
  for (const { since: _, ...one } of left.values()) {
    if (one.people <= 0) continue;
    const key = keyOf(one, at);
    fresh.set(key, { ...one, from: at, until: null, people: one.people + (fresh.get(key)?.people ?? 0) });
  }
  return [...lots, ...fresh.values()];
}

/** Who was counted at a moment. */
export const countedAt = (lots: readonly Lot[], moment: number): Lot[] =>
  lots.filter(({ from, until }) => from <= moment && (until === null || until > moment));

/** How many came, changed or withdrew at a moment; who changed counts once. */
export function changedAt(lots: readonly Lot[], moment: number): number {
  const sum = (some: readonly Lot[]) => some.reduce((all, { people }) => all + people, 0);
  return Math.max(sum(lots.filter(({ from }) => from === moment)), sum(lots.filter(({ until }) => until === moment)));
}
