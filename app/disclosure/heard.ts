import { fewest } from "./kept-rows.ts";

/** How far people came, from an invitation to words that a text of the report rests on; `took`: took part in any way. */
export const stages = ["invited", "signedUp", "admitted", "took", "wrote", "chose", "quoted"] as const;
export type Stage = (typeof stages)[number];

/** People alike: of one field, party, province and municipality, who came equally far. */
export interface Crowd {
  readonly field: string;
  readonly party: string;
  readonly area: string;
  /** A municipality in that province; kept only of one that was told. */
  readonly town?: string;
  /** Stages, and `step:` with the id of each step they were there for. */
  readonly reached: readonly string[];
  readonly people: number;
}
/** A crowd counted from one look on, and until (not in) a later one; null: counted still. */
export interface HeardLot extends Crowd {
  readonly from: number;
  readonly until: number | null;
}

/** A sum over people: who reached a stage, of all or of a row or cell; null leaves that side open. */
export interface Sum {
  readonly stage: string;
  readonly field: string | null;
  readonly party: string | null;
  readonly area: string | null;
  /** Of a municipality, with its province as area. */
  readonly town?: string;
}
export const whole = (stage: string): Sum => ({ stage, field: null, party: null, area: null });
export const countsIn = (of: Sum, one: Crowd): boolean =>
  one.reached.includes(of.stage) &&
  (of.field === null || of.field === one.field) &&
  (of.party === null || of.party === one.party) &&
  (of.area === null || of.area === one.area) &&
  (of.town === undefined || of.town === one.town);

/** What was told at each look, and of whom: enough to see what all looks together would tell. Never published. */
export interface HeardBasis {
  readonly looks: readonly (readonly Sum[])[];
  readonly lots: readonly HeardLot[];
}

/** A municipality of which may be told how many took part. */
export interface ToldTown {
  readonly name: string;
  readonly province: string;
  readonly people: number;
}

/** `nearly`: as many as the stage before it, or up to four fewer; which of the two is not told. */
export type Told =
  | { readonly status: "people"; readonly people: number }
  | { readonly status: "nearly" }
  | { readonly status: "withheld" };
/** Numbers in the order of `stages`. */
export interface HeardRow {
  readonly id: string;
  readonly told: readonly Told[];
}
/** From invitation to quote, by the rule of five over all of it. */
export interface Heard {
  /** When it was counted. */
  readonly at: string;
  readonly all: readonly Told[];
  readonly fields: readonly HeardRow[];
  readonly parties: readonly HeardRow[];
  /** Provinces by name; only those of which a number is told. */
  readonly areas: readonly HeardRow[];
  /** Who was there for each step, in the order of the sessions. */
  readonly steps: readonly { readonly title: string; readonly told: Told }[];
}

/** By this people are alike. */
export const crowdKey = ({ field, party, area, town, reached }: Omit<Crowd, "people">): string =>
  JSON.stringify([field, party, area, town ?? "", [...reached].sort()]);

/** People alike counted together. */
export function crowdsOf(people: readonly Omit<Crowd, "people">[]): Crowd[] {
  const found = new Map<string, Crowd>();
  for (const one of people) {
    const at = crowdKey(one);
    found.set(at, { ...one, people: (found.get(at)?.people ?? 0) + 1 });
  }
  return [...found.values()];
}

/** The lots with one more look, number `at`: who came less or more far than at the look before, left one crowd and joined another. */
export function nextHeardLots(before: readonly HeardLot[], now: readonly Crowd[], at: number): HeardLot[] {
  const left = new Map(now.map((one) => [crowdKey(one), one]));
  const lots = before.flatMap((lot): HeardLot[] => {
    if (lot.until !== null) return [lot];
    const found = left.get(crowdKey(lot));
    const stay = Math.min(lot.people, found?.people ?? 0);
    if (found) left.set(crowdKey(lot), { ...found, people: found.people - stay });
    return [
      ...(stay > 0 ? [{ ...lot, people: stay }] : []),
      ...(stay < lot.people ? [{ ...lot, people: lot.people - stay, until: at }] : []),
    ];
  });
  return [...lots, ...[...left.values()].filter(({ people }) => people > 0).map((one) => ({ ...one, from: at, until: null }))];
}

export const countedIn = (lot: HeardLot, look: number): boolean => lot.from <= look && (lot.until === null || lot.until > look);

export const sizeOf = (crowds: readonly Crowd[], of: Sum): number =>
  crowds.reduce((all, one) => all + (countsIn(of, one) ? one.people : 0), 0);

/** What is said of a number beside the number of the stage before it, if anything: a number itself is for the ledger to allow. */
export function saidBeside(people: number, before: number | null): Told | null {
  if (people < fewest) return { status: "withheld" };
  return before !== null && people <= before && before - people < fewest ? { status: "nearly" } : null;
}
