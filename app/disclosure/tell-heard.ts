import {
  type Crowd,
  countedIn,
  countsIn,
  crowdKey,
  type Heard,
  type HeardBasis,
  type HeardLot,
  nextHeardLots,
  type Stage,
  type Sum,
  saidBeside,
  sizeOf,
  stages,
  type Told,
  type ToldTown,
  whole,
} from "./heard.ts";
import { secretsOf } from "./heard-secrets.ts";
import { fewest } from "./kept-rows.ts";
import { ledger } from "./ledger.ts";
import type { PeopleTable, Size } from "./people-table.ts";

export interface Counted {
  readonly crowds: readonly Crowd[];
  /** As the rule of five leaves it for one look. */
  readonly table: PeopleTable;
  readonly areas: readonly { readonly name: string; readonly size: Size }[];
  readonly fields: readonly string[];
  readonly parties: readonly string[];
  readonly steps: readonly { readonly id: string; readonly title: string }[];
}
export interface ToldOfPeople {
  readonly table: PeopleTable;
  readonly areas: readonly { readonly name: string; readonly size: Size }[];
  readonly heard: Heard;
  /** By name, told at the first look only. */
  readonly towns: readonly ToldTown[];
  readonly basis: HeardBasis;
}

/** Smaller stages last: what is told first decides what may be told beside it. */
const order: readonly Stage[] = ["took", "signedUp", "wrote", "quoted", "chose", "admitted", "invited"];
/** What a number is told beside, so that few who dropped out are not told by subtraction. */
const beside: Readonly<Record<Stage, Stage | null>> = {
  ...{ invited: null, signedUp: null, admitted: "signedUp", took: null, wrote: "took", chose: "took", quoted: "wrote" },
};

/**
 * Who took part and how far people came, told so that no look, and no looks together, speak of one to four people: each sum is told only
 * when no group of `secretsOf` follows from it and all that was told before.
 * @param before earlier looks; null: this is the first
 * @returns null when not even how many took part can be told anew
 */
export function tellHeard(now: Counted, before: HeardBasis | null, at: Date): ToldOfPeople | null {
  const look = before?.looks.length ?? 0;
  const told = new Set(before?.looks.flat().flatMap(({ area, town }) => (town === undefined ? [] : `${area}\n${town}`)));
  const crowds = before ? now.crowds.map(withoutSteps).map((one) => withTownOf(told, one)) : now.crowds;
  const lots = nextHeardLots(before?.lots ?? [], before ? joined(crowds) : crowds, look);
  const steps = before ? [] : now.steps;
  const book = ledger(
    secretsOf(
      lots,
      look + 1,
      steps.map(({ id }) => `step:${id}`),
    ),
  );
  for (const [earlier, sums] of (before?.looks ?? []).entries()) for (const sum of sums) book.told(vector(lots, sum, earlier));
  const spoken: Sum[] = [];
  const tell = (sum: Sum): boolean => {
    if (!book.tell(vector(lots, sum, look))) return false;
    spoken.push(sum);
    return true;
  };
  const taken = tellTable(now, tell);
  if (!taken) return null;
  const heard: Heard = { at: at.toISOString(), ...tellStages(now, spoken, tell), steps: tellSteps(now.crowds, steps, tell) };
  const towns = before ? [] : tellTowns(now.crowds, taken.areas, tell);
  const named = new Set(towns.map(({ name, province }) => `${province}\n${name}`));
  // steps and towns are told once: a later look need not know the others
  const kept = before ? lots : nextHeardLots([], joined(crowds.map(withoutSteps).map((one) => withTownOf(named, one))), 0);
  return {
    ...taken,
    heard,
    towns,
    basis: { looks: [...(before?.looks ?? []), spoken.filter(({ stage }) => !isStep(stage))], lots: kept },
  };
}

/** The rows of an earlier look beside how many took part now: where telling rows anew would tell fewer of them. */
export function withFormerRows(
  now: ToldOfPeople,
  former: { readonly table: PeopleTable; readonly areas: ToldOfPeople["areas"]; readonly heard: Heard } & Pick<
    ToldOfPeople,
    "towns"
  >,
): ToldOfPeople {
  const looks = [...now.basis.looks.slice(0, -1), [whole("took")]];
  return { ...former, table: { ...former.table, total: now.table.total }, basis: { ...now.basis, looks } };
}
export const rowsTold = ({ fields, parties }: PeopleTable): number =>
  [...fields, ...parties].filter(({ size }) => size.status === "people").length;

const vector = (lots: readonly HeardLot[], sum: Sum, look: number) =>
  lots.map((lot) => (countedIn(lot, look) && countsIn(sum, lot) ? 1 : 0));
const isStep = (stage: string) => stage.startsWith("step:");
const withoutSteps = (one: Crowd): Crowd => ({ ...one, reached: one.reached.filter((stage) => !isStep(stage)) });

function withTownOf(told: ReadonlySet<string>, { town, ...one }: Crowd): Crowd {
  return town !== undefined && told.has(`${one.area}\n${town}`) ? { ...one, town } : one;
}

function joined(crowds: readonly Crowd[]): Crowd[] {
  const same = Map.groupBy(crowds, crowdKey);
  return [...same.values()].flatMap(([one, ...more]) =>
    one ? [{ ...one, people: more.reduce((all, { people }) => all + people, one.people) }] : [],
  );
}

/** What of the table may stand beside its areas and earlier looks. */
function tellTable({ table, areas }: Counted, tell: (sum: Sum) => boolean) {
  const told = (size: Size, of: Partial<Sum>): Size =>
    size.status === "people" && tell({ ...whole("took"), ...of }) ? size : { status: "withheld" };
  const total = told(table.total, {});
  if (total.status === "withheld") return null;
  return {
    table: {
      total,
      fields: table.fields.map(({ id, size }) => ({ id, size: told(size, { field: id }) })),
      parties: table.parties.map(({ id, size }) => ({ id, size: told(size, { party: id }) })),
      cells: table.cells.map(({ field, party, size }) => ({ field, party, size: told(size, { field, party }) })),
    },
    areas: areas.flatMap(({ name, size }) => (told(size, { area: name }).status === "people" ? [{ name, size }] : [])),
  };
}

function tellStages({ crowds, fields, parties, areas }: Counted, spoken: readonly Sum[], tell: (sum: Sum) => boolean) {
  const tookKnown = new Set(spoken.map((sum) => JSON.stringify(sum)));
  const row = (of: Partial<Sum>, some: readonly Stage[]): Told[] => {
    const found = new Map<Stage, Told>();
    for (const stage of order.filter((one) => some.includes(one))) found.set(stage, number(stage, of));
    return stages.map((stage) => found.get(stage) ?? { status: "withheld" });
  };
  const number = (stage: Stage, of: Partial<Sum>): Told => {
    const sum = { ...whole(stage), ...of };
    const people = sizeOf(crowds, sum);
    if (stage === "took") return tookKnown.has(JSON.stringify(sum)) ? { status: "people", people } : { status: "withheld" };
    const former = beside[stage];
    const said = saidBeside(people, former && sizeOf(crowds, { ...sum, stage: former }));
    return said ?? (tell(sum) ? { status: "people", people } : { status: "withheld" });
  };
  const byArea: readonly Stage[] = ["took", "signedUp", "wrote"];
  return {
    all: row({}, stages),
    fields: fields.map((id) => ({ id, told: row({ field: id }, stages) })),
    parties: parties.map((id) => ({ id, told: row({ party: id }, stages) })),
    areas: areas.map(({ name }) => ({ id: name, told: row({ area: name }, byArea) })),
  };
}

/** Municipalities in provinces that are told, by name: never in the order of numbers. */
function tellTowns(crowds: readonly Crowd[], areas: ToldOfPeople["areas"], tell: (sum: Sum) => boolean): ToldTown[] {
  const provinces = new Set(areas.map(({ name }) => name));
  const rows = Map.groupBy(crowds, ({ area, town }) => `${area}\n${town ?? ""}`);
  return [...rows.values()]
    .flatMap(([one]) => (one?.town && provinces.has(one.area) ? [{ area: one.area, town: one.town }] : []))
    .sort((a, b) => a.town.localeCompare(b.town, "nl") || a.area.localeCompare(b.area, "nl"))
    .flatMap(({ area, town }) => {
      const sum = { ...whole("took"), area, town };
      const people = sizeOf(crowds, sum);
      return people >= fewest && tell(sum) ? [{ name: town, province: area, people }] : [];
    });
}

function tellSteps(crowds: readonly Crowd[], steps: Counted["steps"], tell: (sum: Sum) => boolean): Heard["steps"] {
  const took = sizeOf(crowds, whole("took"));
  return steps.map(({ id, title }) => {
    const sum = whole(`step:${id}`);
    const people = sizeOf(crowds, sum);
    const told: Told = saidBeside(people, took) ?? (tell(sum) ? { status: "people", people } : { status: "withheld" });
    return { title, told };
  });
}
