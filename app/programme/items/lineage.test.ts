import fc from "fast-check";
import { expect, test } from "vitest";
import { goesOnAs, type Holding, mergeHoldings, splitHolding } from "./lineage.ts";

interface Piece {
  readonly id: string;
  readonly mergedInto: string | null;
  readonly splitFrom: string | null;
  readonly holds: Holding<string>;
}

const themes = ["t1", "t2", "t3", "t4"];
const deeds = fc.array(
  fc.oneof(
    fc.record({ deed: fc.constant("merge" as const), from: fc.nat(20), into: fc.nat(20) }),
    fc.record({ deed: fc.constant("split" as const), from: fc.nat(20), take: fc.array(fc.boolean(), { maxLength: 12 }) }),
  ),
  { maxLength: 30 },
);
const start: readonly Piece[] = ["a", "b", "c"].map((id, at) => ({
  ...{ id, mergedInto: null, splitFrom: null },
  holds: {
    fields: at === 0 ? [] : [`f${at}`],
    parties: [`p${at}`],
    areas: at === 1 ? [] : [`PV2${at}`],
    themes: themes.slice(at, at + 2),
    claims: [`c${at}`],
    steps: [`${id}1`, `${id}2`],
  },
}));

test("whatever is merged and split, nothing an item held vanishes, and each number leads to one item [PR12]", () => {
  fc.assert(
    fc.property(deeds, (all) => {
      const items = new Map<string, Piece>(start.map((one) => [one.id, one]));
      const visible = () => [...items.values()].filter(({ mergedInto }) => mergedInto === null);
      for (const one of all) {
        const from = visible()[one.from % visible().length] as Piece;
        if (one.deed === "merge") {
          const into = visible()[one.into % visible().length] as Piece;
          if (into.id === from.id) continue;
          items.set(from.id, { ...from, mergedInto: into.id, holds: { ...from.holds, themes: [], claims: [], steps: [] } });
          items.set(into.id, { ...into, holds: mergeHoldings(into.holds, from.holds) });
        } else {
          const taken = <T>(list: readonly T[], shift: number) => list.filter((_, at) => one.take[at + shift]);
          const apart = {
            themes: taken(from.holds.themes, 0),
            claims: taken(from.holds.claims, 4),
            steps: from.holds.steps.map((_, at) => at).filter((at) => one.take[at + 6]),
          };
          const { left, off } = splitHolding(from.holds, apart);
          if (off.themes.length + off.claims.length + off.steps.length === 0) continue;
          const id = `${from.id}/${items.size}`;
          items.set(from.id, { ...from, holds: left });
          items.set(id, { id, mergedInto: null, splitFrom: from.id, holds: off });
        }
      }
      const now = visible().map(({ holds }) => holds);
      expect(now.flatMap(({ steps }) => steps).toSorted()).toEqual(start.flatMap(({ holds }) => holds.steps).toSorted());
      expect(now.flatMap(({ claims }) => claims).toSorted()).toEqual(["c0", "c1", "c2"]);
      expect([...new Set(now.flatMap((one) => one.themes))].toSorted()).toEqual(themes);
      // who was served stays served: an item for everybody never becomes one for some
      const served = (kind: "fields" | "parties" | "areas", holds: readonly Holding[]) =>
        holds.some((one) => one[kind].length === 0) ? "everybody" : [...new Set(holds.flatMap((one) => one[kind]))].toSorted();
      for (const kind of ["fields", "parties", "areas"] as const)
        expect(served(kind, now)).toEqual(
          served(
            kind,
            start.map(({ holds }) => holds),
          ),
        );
      for (const { id } of items.values()) expect(goesOnAs(items, id)?.mergedInto).toBe(null);
    }),
  );
});

test("who is for everybody stays so [PR12]", () => {
  const holds = { fields: ["zorg"], parties: [], areas: [], themes: [], claims: [], steps: [] };
  expect(mergeHoldings(holds, { ...holds, fields: [] }).fields).toEqual([]);
  expect(mergeHoldings(holds, { ...holds, fields: ["wonen"] }).fields).toEqual(["zorg", "wonen"]);
});
