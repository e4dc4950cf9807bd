import { addTallies, castOf, type GroupCounts, type Tally, tallyOf } from "./group-counts.ts";
import { wilson } from "./interval.ts";
import { benjaminiHochberg, difference, normalTail, oneProportionZ, twoProportionZ } from "./proportions.ts";
import type { Representative } from "./result.ts";

/** Both tests of a candidate exceed the 90th percentile of the normal distribution. */
const threshold = 1.2816;
const mostPerGroup = 5;
const falseFindings = 0.1;
/** People on either side for a held-out share. */
const fewestHeldOut = 5;

/** The figures of OG7 for one group, one insight, one direction. */
export type Repness = {
  /** smoothed share in the group, and z of the group against one half */
  readonly p: number;
  readonly pTest: number;
  /** how many times the rest's share it is, and z of the group against the rest */
  readonly r: number;
  readonly rTest: number;
  readonly score: number;
};

/**
 * How much more one choice belongs to a group than to the rest [OG7].
 * @param chosen, cast of the group; @param chosenRest, castRest of the other groups together; skips are cast
 * @throws never
 * @see Small et al. 2021, "Polis", representativeness
 */
export function repness(chosen: number, cast: number, chosenRest: number, castRest: number): Repness {
  const p = (chosen + 1) / (cast + 2);
  const r = p / ((chosenRest + 1) / (castRest + 2));
  const pTest = oneProportionZ(chosen, cast);
  const rTest = twoProportionZ(chosen, cast, chosenRest, castRest);
  return { p, pTest, r, rTest, score: r * rTest * p * pTest };
}

/**
 * The insights that say most about each group [OG7]: five at most, with effect, interval and whether the difference
 * survives Benjamini-Hochberg at 10% over all groups, insights and directions.
 * @param counts per group, over the same columns
 * @param statements id per column
 * @param heldOut counts whose groups were made without the ballots counted; undefined where there are none
 * @returns per group, best first; nothing with fewer than two groups
 * @throws never
 */
export function representatives(counts: GroupCounts, statements: readonly string[], heldOut?: GroupCounts): Representative[][] {
  if (counts.length < 2) return counts.map(() => []);
  const tails: number[] = [];
  const candidates = counts.map((_, group) =>
    statements.flatMap((_, column) => {
      const { own, rest } = ownAndRest(counts, group, column);
      const [cast, castRest] = [castOf(own), castOf(rest)];
      if (cast === 0) return [];
      const agree = repness(own.agree, cast, rest.agree, castRest);
      const disagree = repness(own.disagree, cast, rest.disagree, castRest);
      tails.push(normalTail(agree.rTest), normalTail(disagree.rTest));
      const choice = agree.rTest > disagree.rTest ? ("agree" as const) : ("disagree" as const);
      const figures = choice === "agree" ? agree : disagree;
      return figures.pTest > threshold && figures.rTest > threshold ? [{ column, choice, figures }] : [];
    }),
  );
  const limit = benjaminiHochberg(tails, falseFindings);
  return candidates.map((own, group) =>
    own
      .sort((a, b) => b.figures.score - a.figures.score || a.column - b.column)
      .slice(0, mostPerGroup)
      .map(({ column, choice, figures }) => ({
        statement: statements[column]!,
        choice,
        ...effectOf(ownAndRest(counts, group, column), choice),
        z: figures.rTest,
        zGroup: figures.pTest,
        significant: normalTail(figures.rTest) <= limit,
        heldOut: heldOut ? heldOutOf(ownAndRest(heldOut, group, column), choice) : null,
      })),
  );
}

type Sides = { readonly own: Tally; readonly rest: Tally };

function ownAndRest(counts: GroupCounts, group: number, column: number): Sides {
  return {
    own: tallyOf(counts[group]!, column),
    rest: addTallies(counts.filter((_, other) => other !== group).map((other) => tallyOf(other, column))),
  };
}

function effectOf({ own, rest }: Sides, choice: "agree" | "disagree") {
  const [cast, castRest] = [castOf(own), castOf(rest)];
  const { effect, interval } = difference(own[choice], cast, rest[choice], castRest);
  return {
    share: own[choice] / Math.max(1, cast),
    interval: wilson(own[choice], cast),
    rest: rest[choice] / Math.max(1, castRest),
    effect,
    effectInterval: interval,
  };
}

function heldOutOf(sides: Sides, choice: "agree" | "disagree"): Representative["heldOut"] {
  if (castOf(sides.own) < fewestHeldOut || castOf(sides.rest) < fewestHeldOut) return null;
  const { share, rest, effect, effectInterval } = effectOf(sides, choice);
  return { share, rest, effect, effectInterval };
}
