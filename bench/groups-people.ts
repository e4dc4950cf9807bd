import { random } from "../app/method/random.ts";
import type { Dealt } from "../app/session/grouping/deal.ts";

export const mix = ["field", "party", "organisation", "area"] as const;
export type Invited = Dealt<string, (typeof mix)[number]>;

/** Invented people whose fields, parties and areas are skewed as those who sign up are: a few values hold most of them. */
export function invitePeople(count: number, seed: number): readonly Invited[] {
  const chance = random(seed);
  const skewed = (kinds: number) => {
    const weights = Array.from({ length: kinds }, (_, i) => 1 / (i + 2.5));
    const upTo = weights.map((_, i) => weights.slice(0, i + 1).reduce((total, one) => total + one, 0));
    return () => {
      const at = chance.next() * (upTo.at(-1) ?? 0);
      return String(upTo.findIndex((limit) => at < limit));
    };
  };
  const [field, party, organisation, area] = [skewed(7), skewed(6), skewed(Math.ceil(count / 3)), skewed(25)];
  return Array.from({ length: count }, (_, i) => ({
    id: `p${String(i).padStart(6, "0")}`,
    attributes: { field: field(), party: party(), organisation: organisation(), area: area() },
  }));
}

/** What no deal over these sizes can be above: each value in as many groups as it has people. */
export function mostCoverage(people: readonly Invited[], sizes: readonly number[]): number {
  const shares: number[] = [];
  for (const attribute of mix) {
    if (attribute === "organisation") continue;
    const counts = new Map<string, number>();
    for (const { attributes } of people) counts.set(attributes[attribute], (counts.get(attributes[attribute]) ?? 0) + 1);
    const each = sizes.map((size) => Math.min(size, counts.size));
    const possible = each.reduce((sum, n) => sum + n, 0);
    const reached = Math.min(
      possible,
      [...counts.values()].reduce((sum, n) => sum + Math.min(n, sizes.length), 0),
    );
    shares.push(reached / possible);
  }
  return shares.reduce((sum, share) => sum + share, 0) / shares.length;
}
