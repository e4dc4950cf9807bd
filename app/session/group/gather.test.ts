import fc from "fast-check";
import { expect, test } from "vitest";
import type { ContributionId, TogetherId } from "../../platform/ids.ts";
import {
  afterwards,
  bundles,
  type Gathering,
  type GatherKind,
  gathering,
  gatherKinds,
  replayTable,
  type Table,
} from "./gather.ts";

const need = (at: number) => `n${at}` as ContributionId;
const wishes = fc.array(
  fc.record({
    kind: fc.constantFrom(...gatherKinds),
    needs: fc.array(fc.nat(7).map(need), { minLength: 1, maxLength: 4 }),
  }),
  { maxLength: 40 },
);

function run(asked: readonly { readonly kind: GatherKind; readonly needs: readonly ContributionId[] }[]) {
  const done: Gathering[] = [];
  let table: Table = new Map(Array.from({ length: 8 }, (_, at) => [need(at), { together: null, brought: false }] as const));
  const start = table;
  for (const [at, wish] of asked.entries()) {
    const next = gathering(table, wish, `t${at}` as TogetherId);
    if (next === null) continue;
    done.push(next);
    table = afterwards(table, next);
  }
  return { done, table, start };
}
const lying = (table: Table) => [...table].map(([id, of]) => ({ id, ...of }));

test("whatever a table does: every need lies there once, none lies together with nothing, and the list of deeds gives it back", () => {
  fc.assert(
    fc.property(wishes, (asked) => {
      const { done, table, start } = run(asked);
      expect(new Set(bundles(lying(table)).flatMap(({ needs }) => needs.map(({ id }) => id)))).toEqual(new Set(start.keys()));
      for (const { needs } of bundles(lying(table))) {
        expect(needs[0]?.together === null).toBe(needs.length === 1);
        expect(new Set(needs.map(({ brought }) => brought)).size).toBe(1);
      }
      expect(replayTable(done, start)).toEqual(table);
    }),
  );
});

test("the same wish twice is done once", () => {
  fc.assert(
    fc.property(wishes, (asked) => {
      fc.pre(asked.length > 0);
      const { table } = run(asked);
      const [last] = asked.slice(-1);
      if (last) expect(gathering(table, last, "again" as TogetherId)).toBeNull();
    }),
  );
});

test("what lies together goes along, and is taken apart one by one", () => {
  const { table } = run([
    { kind: "together", needs: [need(0), need(1)] },
    { kind: "together", needs: [need(2), need(3)] },
    { kind: "together", needs: [need(1), need(2)] },
    { kind: "bring", needs: [need(0)] },
    { kind: "apart", needs: [need(3)] },
  ]);
  expect(bundles(lying(table)).map(({ needs, brought }) => [needs.map(({ id }) => id).join(), brought])).toEqual([
    ["n0,n1,n2", true],
    ["n3", true],
    ["n4", false],
    ["n5", false],
    ["n6", false],
    ["n7", false],
  ]);
});
