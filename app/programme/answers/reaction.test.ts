import fc from "fast-check";
import { expect, test } from "vitest";
import { nextReactions, type Reaction, reactionShape, reactions } from "./reaction.ts";

const day = (n: number) => new Date(Date.UTC(2027, 0, n));
const many = (fit: Reaction, n: number, at = day(1)) => Array.from({ length: n }, () => ({ fit, at }));

test("of fewer than five nothing is told; all alike is told as nearly all; and figures move in steps of five [PR15]", () => {
  expect(nextReactions(null, many("fits", 4), day(2))).toBe(null);
  expect(nextReactions(null, many("fits", 5), day(2))?.figures.ballots.total).toMatchObject({ status: "nearly-all", people: 5 });
  const first = nextReactions(null, [...many("fits", 4), ...many("not", 3)], day(2));
  expect(first?.figures.ballots.total).toEqual({ status: "counts", people: 7, counts: [4, 0, 3, 0] });
  const later = [...many("fits", 4), ...many("not", 3)];
  expect(nextReactions(first, [...later, ...many("conditions", 4, day(3))], day(4))).toBe(null);
  // five who all say the same would be singled out: nothing moves
  expect(nextReactions(first, [...later, ...many("conditions", 5, day(3))], day(4))).toBe(null);
  const mixed = [...later, ...many("conditions", 3, day(3)), ...many("fits", 4, day(3))];
  expect(nextReactions(first, mixed, day(4))?.figures.ballots.total).toMatchObject({ people: 14 });
});

test("between two tellings five people at the least came or changed [PR15]", () => {
  fc.assert(
    fc.property(fc.array(fc.array(fc.constantFrom(...reactions), { maxLength: 8 }), { maxLength: 6 }), (rounds) => {
      let told: ReturnType<typeof nextReactions> = null;
      let all: { fit: Reaction; at: Date }[] = [];
      let fresh = 0;
      for (const [at, round] of rounds.entries()) {
        all = [...all, ...round.map((fit) => ({ fit, at: day(2 * at + 1) }))];
        fresh += round.length;
        const next: ReturnType<typeof nextReactions> = nextReactions(told, all, day(2 * at + 2));
        if (!next) continue;
        expect(fresh).toBeGreaterThanOrEqual(5);
        [told, fresh] = [next, 0];
      }
    }),
  );
});

test("who says under conditions says which [PR15]", () => {
  const item = crypto.randomUUID();
  expect(reactionShape.safeParse({ item, fit: "conditions", text: " " }).success).toBe(false);
  expect(reactionShape.safeParse({ item, fit: "conditions", text: "Mits er tijd is." }).success).toBe(true);
  expect(reactionShape.safeParse({ item, fit: "not" }).success).toBe(true);
});
