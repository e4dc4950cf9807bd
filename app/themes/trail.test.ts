import { expect, test } from "vitest";
import type { ContributionId, NamingId, ThemeId } from "../ids.ts";
import type { ThemeOperation } from "./theme-history.ts";
import { trailsOf } from "./trail.ts";

const [a, b, c] = ["a", "b", "c"] as ThemeId[] as [ThemeId, ThemeId, ThemeId];
const [n, o] = ["n", "o"] as ContributionId[] as [ContributionId, ContributionId];

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
  const trails = trailsOf(operations, [n, o, "never" as ContributionId]);
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
