import { type Crowd, countedIn, type HeardLot, stages } from "./heard.ts";
import { fewest } from "./kept-rows.ts";

type Test = (one: Crowd) => boolean;
type Side = "field" | "party" | "area";

const reached =
  (stage: string): Test =>
  (one) =>
    one.reached.includes(stage);
const took = reached("took");
const and =
  (...tests: readonly Test[]): Test =>
  (one) =>
    tests.every((test) => test(one));
const not =
  (test: Test): Test =>
  (one) =>
    !test(one);

/**
 * Groups of one to four people that must not follow from what is told: who reached a stage, or dropped out between two, in each row, in
 * each pair or more of small rows, in each municipality and what is left beside them, and where a field and a party cross; at each look, and who came or left between looks.
 * @returns per group the lots in it, as a vector
 */
export function secretsOf(lots: readonly HeardLot[], looks: number, steps: readonly string[]): number[][] {
  const vectors = new Map<string, number[]>();
  const add = (members: readonly number[]) => {
    const people = sizeOf(lots, members);
    if (people < 1 || people >= fewest) return;
    const name = members.join(" ");
    if (!vectors.has(name)) vectors.set(name, vectorOf(lots.length, members));
  };
  const everywhere = (of: (lot: HeardLot, at: number) => boolean, kinds: readonly Test[]) => {
    const some = [...lots.keys()].filter((at) => of(lots[at] as HeardLot, at));
    for (const test of kinds) {
      const members = some.filter((at) => test(lots[at] as HeardLot));
      add(members);
      for (const side of ["field", "party", "area"] as const) for (const union of unions(lots, members, side)) add(union);
      for (const cell of Map.groupBy(members, (at) => `${lots[at]?.field} ${lots[at]?.party}`).values()) add(cell);
    }
    for (const town of townSecrets(
      lots,
      some.filter((at) => took(lots[at] as HeardLot)),
    ))
      add(town);
  };
  const kinds = [
    ...stages.map(reached),
    ...stages.flatMap((stage, at) =>
      stages
        .slice(at + 1)
        .flatMap((later) => [and(reached(stage), not(reached(later))), and(reached(later), not(reached(stage)))]),
    ),
  ];
  for (let look = 0; look < looks; look++) {
    everywhere((lot) => countedIn(lot, look), kinds);
    if (look > 0) {
      everywhere((lot) => lot.from === look, stages.map(reached));
      everywhere((lot) => lot.until === look, stages.map(reached));
    }
  }
  const now = [...lots.keys()].filter((at) => countedIn(lots[at] as HeardLot, looks - 1));
  const there = [...steps, "took"].map(reached);
  for (const [at, one] of there.entries()) {
    add(now.filter((lot) => one(lots[lot] as HeardLot)));
    for (const other of there.slice(at + 1))
      for (const test of [and(one, not(other)), and(other, not(one))]) add(now.filter((lot) => test(lots[lot] as HeardLot)));
  }
  return [...vectors.values()];
}

const vectorOf = (length: number, members: readonly number[]): number[] => {
  const vector = new Array<number>(length).fill(0);
  for (const at of members) vector[at] = lotCounts;
  return vector;
};
/** Sums count lots whole: their people come in alike on both sides. */
const lotCounts = 1;

/** Rows, and rows together, of one to four people. */
function unions(lots: readonly HeardLot[], members: readonly number[], side: Side): number[][] {
  const small = [...Map.groupBy(members, (at) => lots[at]?.[side] ?? "").values()].filter((row) => sizeOf(lots, row) < fewest);
  // more rows of so few are never told one by one
  if (side === "area") return small;
  let all: number[][] = [[]];
  for (const row of small) all = [...all, ...all.map((one) => [...one, ...row]).filter((one) => sizeOf(lots, one) < fewest)];
  return all.map((one) => one.sort((a, b) => a - b));
}

/** Municipalities of so few, and what is left of a province, or of all, beside those of more. */
function townSecrets(lots: readonly HeardLot[], members: readonly number[]): number[][] {
  const rows = Map.groupBy(members, (at) => `${lots[at]?.area}\n${lots[at]?.town ?? ""}`);
  const small = [...rows.values()].filter((row) => sizeOf(lots, row) < fewest);
  const perProvince = Map.groupBy(small.flat(), (at) => lots[at]?.area);
  return [...small, ...perProvince.values(), small.flat()].map((one) => one.sort((a, b) => a - b));
}

const sizeOf = (lots: readonly HeardLot[], some: readonly number[]) => some.reduce((all, at) => all + (lots[at]?.people ?? 0), 0);
