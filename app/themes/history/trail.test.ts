import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContributionId, NamingId, ThemeId } from "../../platform/ids.ts";
import { applyEach, noThemes, type ThemeOperation } from "./theme-history.ts";
import { trailsOf } from "./trail.ts";

const [a, b, c] = ["a", "b", "c"] as ThemeId[] as [ThemeId, ThemeId, ThemeId];
const [n, o] = ["n", "o"] as ContributionId[] as [ContributionId, ContributionId];
const linesOf = (operations: readonly ThemeOperation[]) => operations.map((operation, id) => ({ id, operation }));

test("a need's way tells what moved it, and each new name of the theme it stood in at that moment", () => {
  const operations: ThemeOperation[] = [
    { kind: "add", theme: a },
    { kind: "add", theme: b },
    { kind: "rename", theme: a },
    { kind: "place", need: n, theme: a },
    { kind: "place", need: o, theme: b },
    { kind: "rename", theme: b },
    { kind: "merge", from: a, into: b },
    { kind: "rename", theme: b, naming: "v" as NamingId },
    { kind: "split", from: b, into: c, needs: [n] },
    { kind: "unplace", need: n, from: c },
  ];
  const trails = trailsOf(linesOf(operations), [n, o, "never" as ContributionId]);
  expect(trails.get(n)?.map(({ kind, from, to, naming }) => [kind, from, to, naming])).toEqual([
    ["place", null, a, null],
    ["merge", a, b, null],
    ["rename", b, b, "v"],
    ["split", b, c, null],
    ["unplace", c, null, null],
  ]);
  expect(trails.get(o)?.map(({ kind }) => kind)).toEqual(["place", "rename", "rename"]);
  expect(trails.has("never" as ContributionId)).toBe(false);
});

test("told from its own lines only, the way of a need is the one that the whole history gives", () => {
  const [theme, need] = [fc.constantFrom(a, b, c), fc.constantFrom(n, o, "p" as ContributionId)];
  const operation: fc.Arbitrary<ThemeOperation> = fc.oneof(
    fc.record({ kind: fc.constant("add" as const), theme }),
    fc.record({ kind: fc.constant("place" as const), need, theme }),
    fc.record({ kind: fc.constant("move" as const), need, from: theme, to: theme }),
    fc.record({ kind: fc.constant("unplace" as const), need, from: theme }),
    fc.record({ kind: fc.constant("merge" as const), from: theme, into: theme }),
    fc.record({ kind: fc.constant("split" as const), from: theme, into: theme, needs: fc.uniqueArray(need) }),
    fc.record({ kind: fc.constant("remove" as const), theme }),
  );
  fc.assert(
    fc.property(fc.array(operation, { maxLength: 40 }), (wished) => {
      const all = applyEach(noThemes, wished, () => true);
      if (all.status === "refused") return;
      const own = linesOf(all.done).flatMap(({ id, operation: one }): { id: number; operation: ThemeOperation }[] => {
        if ("need" in one) return one.need === n ? [{ id, operation: one }] : [];
        if (one.kind === "split") return one.needs.includes(n) ? [{ id, operation: { ...one, needs: [n] } }] : [];
        return one.kind === "merge" ? [{ id, operation: one }] : [];
      });
      const told = trailsOf(own, [n]).get(n) ?? [];
      expect(told.map(({ kind, from, to, line }) => ({ kind, from, to, operation: line.id }))).toEqual(
        all.state.trails.get(n) ?? [],
      );
    }),
  );
});
