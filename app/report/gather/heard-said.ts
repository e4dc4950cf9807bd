import { type Heard, type Stage, stages, type Told } from "../../disclosure/heard.ts";

export const toldOf = (told: readonly Told[], stage: Stage): Told => told[stages.indexOf(stage)] ?? { status: "withheld" };

/** Stages of which a row tells anything. */
export const stagesTold = (...rows: readonly (readonly Told[])[]): Stage[] =>
  stages.filter((stage) => rows.some((row) => toldOf(row, stage).status !== "withheld"));

type Later = "took" | "wrote" | "chose";
const ways: readonly (readonly [Stage, Later])[] = [
  ["signedUp", "took"],
  ["took", "wrote"],
  ["took", "chose"],
];

/** How many did not come from one stage to the next, where both numbers are told. */
export function dropped({ all }: Heard): { readonly to: Later; readonly n: number }[] {
  return ways.flatMap(([from, to]) => {
    const [before, after] = [toldOf(all, from), toldOf(all, to)];
    if (before.status !== "people" || after.status !== "people" || before.people <= after.people) return [];
    return [{ to, n: before.people - after.people }];
  });
}

/** A number, or the words that stand in its place. */
export const saidOf = (told: Told, words: { readonly nearly: string; readonly withheld: string }): number | string =>
  told.status === "people" ? told.people : words[told.status];
