import { fewest } from "../../disclosure/kept-rows.ts";
import { suppress } from "../../disclosure/suppression.ts";
import { asNumber } from "./fraction.ts";
import { everybody, marked, supportOf } from "./marked.ts";
import { type Pav, proportional } from "./pav.ts";
import { plainCount } from "./plain-count.ts";
import { equalShares } from "./shares.ts";

export const listLengths = { least: 3, usual: 5, most: 12 } as const;

/** Something that can stand on a list, with what stands behind it. */
export interface Choosable {
  readonly id: string;
  /** Where it came, from 1. */
  readonly number: number;
  /** Of a theme; null of a need, whose words are read when the page is made. */
  readonly name: string | null;
  /** Who wrote or recognised a need of it. */
  readonly behind: number;
  readonly needs: number;
  readonly weights: { readonly light: number; readonly heavy: number; readonly "very-heavy": number };
  /** What the practice check said of insights that are tied to it, as far as it was shown when the marks were counted [SL16]. */
  readonly tested?: readonly TestedBy[];
}

interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
  /** Only this may be said; the numbers are then the least, or the most, that it says. */
  readonly nearly?: "all" | "none";
}
/** How many agreed with an insight: all together, and the field that agrees least. */
export interface TestedBy {
  readonly insight: string;
  readonly number: number;
  readonly all: Share | null;
  readonly lowest: (Share & { readonly who: string }) | null;
}

/** Somebody who marked, as far as it is counted. */
export interface Marker {
  readonly choices: readonly string[];
  readonly field: string;
  readonly party: string;
  readonly organisation: string;
  readonly area: string;
}

/** How many different ones; one or two is not told apart, for one would tell of everybody else that they did not. */
export type Spread = number | "few";
interface Weighed extends Choosable {
  readonly people: number;
  readonly spread: { readonly fields: Spread; readonly parties: Spread; readonly organisations: Spread; readonly areas: Spread };
}

type Place =
  /** `share`: the most that one of its people paid, in whole tens of a hundred: exact amounts could tell what a few chose. */
  | { readonly id: string; readonly why: "paid"; readonly share: number }
  /** `covers`: how many had nothing yet; null when that would tell of fewer than five people. */
  | { readonly id: string; readonly why: "uncovered"; readonly covers: number | null }
  | { readonly id: string; readonly why: "count" };

/** Who finds something of their choice back in a list, and who nothing; under the rule of five. */
export type Coverage =
  /** Fewer than five people in all. */
  | { readonly status: "too-few" }
  /** Fewer than five find nothing; it may be nobody. */
  | { readonly status: "nearly-all" }
  /** Fewer than five find something. */
  | { readonly status: "nearly-none" }
  /** `mostly`: fields of which most people find nothing, as far as it may be told. */
  | { readonly status: "some"; readonly people: number; readonly mostly: readonly string[] };

export interface ShortLists {
  readonly over: "themes" | "needs";
  readonly length: number;
  /** With a mark on something that can stand on a list; null for fewer than five. */
  readonly people: number | null;
  readonly options: readonly Weighed[];
  /** Marked by too few to be shown. */
  readonly withheld: number;
  readonly count: readonly string[];
  readonly shares: readonly Place[];
  readonly pav: { readonly method: Pav["method"]; readonly list: readonly string[] };
  readonly nothing: Readonly<Record<"count" | "shares" | "pav" | "either", Coverage>>;
}

/** The three lists beside each other [SL2, SL3, SL6 to SL12]; nothing in it speaks of fewer than five people. */
export function shortLists(
  of: {
    readonly over: ShortLists["over"];
    readonly length: number;
    readonly options: readonly Choosable[];
    readonly fields: readonly string[];
    readonly parties: readonly string[];
  },
  people: readonly Marker[],
): ShortLists {
  const all = supportOf(
    marked(
      of.options,
      people.map(({ choices }) => choices),
    ),
  );
  const enough = of.options.filter(({ id }) => (all.get(id) ?? 0) >= fewest);
  const on = marked(
    enough,
    people.map(({ choices }) => choices),
  );
  const eligible = new Set(enough.map(({ id }) => id));
  const counting = people.filter(({ choices }) => choices.some((id) => eligible.has(id)));
  const total = everybody(on);
  const idsOf = (list: readonly { readonly id: string }[]) => list.map(({ id }) => id);

  const count = idsOf(plainCount(on, of.length));
  const shares = equalShares(on, of.length).map((one): Place => {
    if (one.why === "paid") return { id: one.id, why: "paid", share: Math.max(10, Math.round(asNumber(one.most) * 10) * 10) };
    if (one.why === "count") return { id: one.id, why: "count" };
    const rest = one.people - one.covers;
    return { id: one.id, why: "uncovered", covers: one.covers >= fewest && (rest === 0 || rest >= fewest) ? one.covers : null };
  });
  const pav = proportional(on, of.length);
  const coverage = (list: readonly string[]) => coverageOf(new Set(list), counting, of);
  return {
    over: of.over,
    length: of.length,
    people: total >= fewest ? total : null,
    options: enough
      .map((one) => ({ ...one, people: all.get(one.id) ?? 0, spread: spreadOf(one.id, people) }))
      .sort((a, b) => b.people - a.people || a.number - b.number),
    withheld: [...all.values()].filter((n) => n > 0 && n < fewest).length,
    count,
    shares,
    pav: { method: pav.method, list: idsOf(pav.list) },
    nothing: {
      count: coverage(count),
      shares: coverage(idsOf(shares)),
      pav: coverage(idsOf(pav.list)),
      either: coverage([...count, ...idsOf(shares)]),
    },
  };
}

function coverageOf(
  list: ReadonlySet<string>,
  people: readonly Marker[],
  { fields, parties }: { readonly fields: readonly string[]; readonly parties: readonly string[] },
): Coverage {
  const cells = people.map(({ field, party, choices }) => ({
    field,
    party,
    column: choices.some((id) => list.has(id)) ? ("found" as const) : ("nothing" as const),
    people: 1,
  }));
  const without = cells.filter(({ column }) => column === "nothing").length;
  if (cells.length < fewest) return { status: "too-few" };
  if (without < fewest) return { status: "nearly-all" };
  if (cells.length - without < fewest) return { status: "nearly-none" };
  const { fields: lines, columns } = suppress({ fields, parties, columns: ["found", "nothing"], cells });
  const nothingAt = columns.findIndex((group) => group.length === 1 && group[0] === "nothing");
  const mostly = lines.flatMap(({ id, line }) => {
    if (line.status === "nearly-all") return line.columns.includes("nothing") ? [{ id, share: 1 }] : [];
    if (line.status === "withheld" || nothingAt < 0) return [];
    return [{ id, share: (line.counts[nothingAt] ?? 0) / Math.max(1, line.people) }];
  });
  return {
    status: "some",
    people: without,
    mostly: mostly
      .filter(({ share }) => share > 0.5)
      .sort((a, b) => b.share - a.share)
      .slice(0, 3)
      .map(({ id }) => id),
  };
}

function spreadOf(id: string, people: readonly Marker[]): Weighed["spread"] {
  const own = people.filter(({ choices }) => choices.includes(id));
  const different = (of: (one: Marker) => string): Spread => {
    const found = new Set(own.map(of).filter(Boolean)).size;
    return found > 2 ? found : "few";
  };
  return {
    fields: different(({ field }) => field),
    parties: different(({ party }) => party),
    organisations: different(({ organisation }) => organisation.trim().toLowerCase()),
    areas: different(({ area }) => area),
  };
}
