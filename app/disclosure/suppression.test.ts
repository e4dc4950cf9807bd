import { describe, expect, test } from "vitest";
import { threadMs } from "../../tests/thread-time.ts";
import { random } from "../method/random.ts";
import { type Answers, fewOthers, suppress } from "./suppression.ts";
import { allWorlds, fits, pinned, type World } from "./suppression-attacker.ts";

const columns = ["agree", "disagree", "skip", "not-my-field"] as const;
type Column = (typeof columns)[number];

/** One row of counts per field and party: `wonen: { praktijk: [agree, disagree, skip, not-my-field] }`. */
function answers(table: Record<string, Record<string, readonly number[]>>): Answers<Column> {
  const parties = [...new Set(Object.values(table).flatMap((row) => Object.keys(row)))];
  const cells = Object.entries(table).flatMap(([field, row]) =>
    Object.entries(row).flatMap(([party, counts]) =>
      counts.map((people, i) => ({ field, party, column: columns[i] ?? "agree", people })),
    ),
  );
  return { fields: Object.keys(table), parties, columns, cells };
}
const statuses = (rows: readonly { id: string; line: { status: string } }[]) =>
  Object.fromEntries(rows.map(({ id, line }) => [id, line.status]));

describe("what is shown", () => {
  test("counts in all and by field, when every field is large enough", () => {
    const {
      total,
      fields,
      columns: shown,
    } = suppress(answers({ wonen: { praktijk: [5, 3, 2, 0] }, zorg: { praktijk: [4, 5, 3, 0] } }));
    expect(total).toEqual({ status: "counts", people: 22, counts: [9, 8, 5, 0] });
    expect(shown).toEqual([["agree"], ["disagree"], ["skip"], ["not-my-field"]]);
    expect(fields).toEqual([
      { id: "wonen", line: { status: "counts", people: 10, counts: [5, 3, 2, 0] } },
      { id: "zorg", line: { status: "counts", people: 12, counts: [4, 5, 3, 0] } },
    ]);
  });

  test("nothing on fewer than five people", () => {
    const { total, fields } = suppress(answers({ wonen: { praktijk: [2, 2, 0, 0] }, zorg: { praktijk: [0, 0, 0, 0] } }));
    expect(total).toEqual({ status: "withheld" });
    expect(statuses(fields)).toEqual({ wonen: "withheld", zorg: "withheld" });
  });

  test("a small field takes a second one with it, else it could be subtracted", () => {
    const { fields } = suppress(
      answers({ wonen: { x: [5, 4, 0, 0] }, zorg: { x: [4, 5, 0, 0] }, scholing: { x: [2, 1, 0, 0] } }),
    );
    expect(statuses(fields)).toEqual({ wonen: "withheld", zorg: "counts", scholing: "withheld" });
  });

  test("two small fields with five people together need no third", () => {
    const { fields } = suppress(
      answers({ wonen: { x: [5, 4, 0, 0] }, zorg: { x: [2, 1, 0, 0] }, scholing: { x: [2, 1, 0, 0] } }),
    );
    expect(statuses(fields)).toEqual({ wonen: "counts", zorg: "withheld", scholing: "withheld" });
  });

  test("fields and parties are not both shown where one minus the other leaves two people", () => {
    // all residents are in zorg: zorg minus residents would be the two others of zorg
    const { parties, fields } = suppress(
      answers({ zorg: { bewoner: [4, 3, 0, 0], praktijk: [1, 1, 0, 0] }, wonen: { praktijk: [5, 4, 0, 0] } }),
    );
    expect(statuses(fields)).toEqual({ zorg: "counts", wonen: "counts" });
    expect(statuses(parties)).toEqual({ bewoner: "withheld", praktijk: "withheld" });
  });

  test("when nearly all choose alike the total says so and nothing is broken down", () => {
    const { total, fields } = suppress(answers({ wonen: { x: [20, 0, 1, 0] }, zorg: { x: [20, 1, 0, 0] } }));
    expect(total).toEqual({ status: "nearly-all", people: 42, columns: ["agree"] });
    expect(statuses(fields)).toEqual({ wonen: "withheld", zorg: "withheld" });
  });

  test("a field of one mind says nearly all, without telling whether it is all", () => {
    const rest = { zorg: { x: [5, 6, 0, 0] }, scholing: { x: [4, 4, 0, 0] } };
    for (const wonen of [{ x: [8, 0, 0, 0] }, { x: [7, 1, 0, 0] }])
      expect(suppress(answers({ wonen, ...rest })).fields[0]).toEqual({
        id: "wonen",
        line: { status: "nearly-all", people: 8, columns: ["agree"] },
      });
  });

  test("a single field of one mind cannot be told by subtraction either", () => {
    const { fields } = suppress(
      answers({ wonen: { x: [8, 0, 0, 0] }, zorg: { x: [5, 6, 0, 0] }, scholing: { x: [4, 4, 0, 0] } }),
    );
    expect(fields.filter(({ line }) => line.status === "counts")).toHaveLength(1);
  });

  test("a column that few chose is joined with another in the breakdown, not in the total", () => {
    const { total, columns: shown, fields } = suppress(answers({ wonen: { x: [5, 3, 2, 1] }, zorg: { x: [4, 5, 3, 2] } }));
    expect(total).toMatchObject({ counts: [9, 8, 5, 3] });
    expect(shown).toEqual([["agree"], ["disagree"], ["skip", "not-my-field"]]);
    expect(fields[0]?.line).toEqual({ status: "counts", people: 11, counts: [5, 3, 3] });
  });

  test("it is joined with its kin first, where that leaves something to tell apart", () => {
    const of = (...counts: number[]) =>
      suppress({
        fields: ["wonen"],
        parties: [],
        columns: ["fits", "conditions", "not"],
        kin: [["fits", "conditions"]],
        cells: ["fits", "conditions", "not"].map((column, i) => ({ field: "wonen", party: "", column, people: counts[i] ?? 0 })),
      }).columns;
    expect(of(20, 3, 9)).toEqual([["fits", "conditions"], ["not"]]);
    expect(of(3, 20, 9)).toEqual([["fits", "conditions"], ["not"]]);
    expect(of(20, 3, 4)).toEqual([["fits"], ["conditions", "not"]]);
    expect(of(20, 9, 3)).toEqual([["fits"], ["conditions", "not"]]);
    expect(of(20, 8, 9)).toEqual([["fits"], ["conditions"], ["not"]]);
    expect(of(20, 3, 0)).toEqual([]);
  });

  test("the one person who skipped is not found where a field and a party cross", () => {
    // both rows hold one who skipped, and no resident of zorg did: it must be the resident of wonen
    const table = {
      wonen: { bewoner: [0, 0, 1, 0], praktijk: [3, 3, 4, 0] },
      zorg: { bewoner: [3, 3, 0, 0], praktijk: [3, 2, 0, 0] },
    };
    const { parties } = suppress(answers(table));
    expect(statuses(parties)).toEqual({ bewoner: "withheld", praktijk: "withheld" });
  });

  test("rows without answers and an empty table are withheld", () => {
    expect(suppress({ fields: ["wonen"], parties: [], columns, cells: [] })).toEqual({
      total: { status: "withheld" },
      columns: [],
      fields: [{ id: "wonen", line: { status: "withheld" } }],
      parties: [],
    });
  });

  test("few others: one in ten, at least one, at most four", () => {
    expect([5, 8, 20, 39, 40, 1000].map(fewOthers)).toEqual([1, 1, 2, 3, 4, 4]);
  });
});

describe("an attacker who knows everybody's field and party and tries every world", () => {
  const shapes = [
    { fields: 3, parties: 2, columns: 2, least: 0, most: 4, rounds: 30 },
    { fields: 2, parties: 2, columns: 2, least: 0, most: 9, rounds: 20 },
    { fields: 2, parties: 2, columns: 3, least: 4, most: 4, rounds: 2 },
    { fields: 4, parties: 1, columns: 2, least: 0, most: 8, rounds: 20 },
    { fields: 2, parties: 1, columns: 3, least: 0, most: 9, rounds: 20 },
    { fields: 2, parties: 1, columns: 3, least: 0, most: 9, rounds: 40, kin: [["c0", "c1"]] },
    { fields: 2, parties: 2, columns: 3, least: 4, most: 4, rounds: 2, kin: [["c0", "c1"]] },
  ];
  test.each(shapes)("cannot pin the choices of one to four people: $fields x $parties, $columns columns, kin $kin", (shape) => {
    const chance = random(`attack ${JSON.stringify(shape)}`);
    const [fields, parties] = [names("f", shape.fields), names("p", shape.parties)];
    const chosen = names("c", shape.columns);
    let told = 0;
    for (let round = 0; round < shape.rounds; round++) {
      const sizes = Array.from(
        { length: shape.fields * shape.parties },
        () => shape.least + chance.below(shape.most - shape.least + 1),
      );
      const worlds = allWorlds(sizes, shape.columns);
      const spread = worlds.filter((world) => totals(world, shape.columns).every((total) => total >= 5));
      for (let i = 0; i < 12; i++) {
        const truth = (i % 2 === 0 && chance.pick(spread)) || (chance.pick(worlds) ?? []);
        const published = suppress({
          fields,
          parties,
          columns: chosen,
          kin: shape.kin ?? [],
          cells: cellsOf(truth, shape.parties),
        });
        const possible = worlds.filter((world) => fits(world, published, chosen, shape.parties));
        expect(possible).toContain(truth);
        expect(pinned(possible, sizes, shape.columns, 4)).toEqual([]);
        expect(unanimous(possible, sizes)).toEqual([]);
        if ([...published.fields, ...published.parties].some(({ line }) => line.status !== "withheld")) told++;
      }
    }
    expect(told).toBeGreaterThan(shape.rounds); // the rule does not win by silence
  });
});

test("in a dialogue of ordinary size nearly every field is shown, and it takes a few milliseconds", () => {
  const chance = random("ordinary");
  const sizes = [11, 15, 13, 8, 9, 8, 8];
  const [fields, parties] = [names("f", 7), names("p", 6)];
  let [counts, elapsed] = [0, 0];
  for (let insight = 0; insight < 20; insight++) {
    const cells = sizes.flatMap((size, f) =>
      Array.from({ length: size }, () => {
        const draw = chance.next();
        const column = columns[draw < 0.6 ? 0 : draw < 0.85 ? 1 : draw < 0.95 ? 2 : 3] ?? "agree";
        return { field: `f${f}`, party: `p${Math.floor(chance.next() ** 2 * 6)}`, column, people: 1 };
      }),
    );
    elapsed += threadMs(() => {
      counts += suppress({ fields, parties, columns, cells }).fields.filter(({ line }) => line.status !== "withheld").length;
    });
  }
  expect(counts / (20 * 7)).toBeGreaterThan(0.9);
  expect(elapsed / 20).toBeLessThan(20);
});

const names = (letter: string, count: number) => Array.from({ length: count }, (_, i) => letter + i);

function cellsOf(world: World, parties: number) {
  return world.flatMap((counts, cell) =>
    counts.map((people, column) => ({
      field: `f${Math.floor(cell / parties)}`,
      party: `p${cell % parties}`,
      column: `c${column}`,
      people,
    })),
  );
}

const totals = (world: World, columns: number) =>
  Array.from({ length: columns }, (_, column) => world.reduce((all, cell) => all + (cell[column] ?? 0), 0));

/** Cells, of any size, of which everybody is known to have chosen the same column. */
function unanimous(worlds: readonly World[], sizes: readonly number[]): number[] {
  return [...sizes.keys()].filter((cell) => {
    const size = sizes[cell] ?? 0;
    return size > 0 && (worlds[0]?.[cell] ?? []).some((_, column) => worlds.every((world) => world[cell]?.[column] === size));
  });
}
