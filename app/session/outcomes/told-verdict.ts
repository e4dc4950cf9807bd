import type { InsightVerdict } from "./verdict.ts";

/** A verdict with the names and words that its sentence needs, by id. */
export interface ToldVerdict {
  readonly verdict: InsightVerdict;
  /** Of fields and kinds of party. An opinion group's id is its letter. */
  readonly names: Readonly<Record<string, string>>;
  readonly conditions: Readonly<Record<string, string>>;
}

type Named = { readonly id: string; readonly name: string };

/** @param conditions visible ones only: their words may be read by everybody */
export function tellVerdict(
  verdict: InsightVerdict,
  lists: { readonly fields: readonly Named[]; readonly parties: readonly Named[] },
  conditions: readonly { readonly id: string; readonly text: string }[],
): ToldVerdict {
  const sides = verdict.status === "contested" ? verdict.between.map(({ id }) => id) : [];
  const asked = new Set<string>([...verdict.missing, ...sides]);
  const named = new Set(verdict.status === "under-conditions" ? verdict.named : []);
  return {
    verdict,
    names: Object.fromEntries(
      [...lists.fields, ...lists.parties].filter(({ id }) => asked.has(id)).map(({ id, name }) => [id, name]),
    ),
    conditions: Object.fromEntries(conditions.filter(({ id }) => named.has(id)).map(({ id, text }) => [id, text])),
  };
}
