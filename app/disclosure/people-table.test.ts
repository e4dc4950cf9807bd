import { describe, expect, test } from "vitest";
import { random } from "../method/random.ts";
import { type PeopleTable, peopleTable, type Size } from "./people-table.ts";

const people = (rows: readonly (readonly number[])[]) =>
  rows.flatMap((row, f) => row.map((people, p) => ({ field: `f${f}`, party: `p${p}`, people })));
const rowsOf = (fields: number, parties: number) => ({
  fields: Array.from({ length: fields }, (_, i) => `f${i}`),
  parties: Array.from({ length: parties }, (_, i) => `p${i}`),
});
const shown = (size: Size | undefined) => (size?.status === "people" ? size.people : "-");
const grid = (table: PeopleTable) => table.cells.map(({ size }) => shown(size));

describe("who took part", () => {
  test("large cells are shown, also the sizes of rows", () => {
    const table = peopleTable(
      rowsOf(2, 2),
      people([
        [6, 7],
        [8, 9],
      ]),
    );
    expect(grid(table)).toEqual([6, 7, 8, 9]);
    expect(table.fields.map(({ size }) => shown(size))).toEqual([13, 17]);
    expect(table.total).toEqual({ status: "people", people: 30 });
  });
  test("a small cell takes others with it, in its row and in its column", () => {
    const table = peopleTable(
      rowsOf(3, 3),
      people([
        [2, 7, 7],
        [8, 9, 9],
        [6, 6, 6],
      ]),
    );
    expect(grid(table).filter((cell) => cell === "-").length).toBeGreaterThanOrEqual(4);
    expect(table.fields.map(({ size }) => shown(size))).toEqual([16, 26, 18]);
  });
  test("one list is a table with a single party", () => {
    const table = peopleTable(rowsOf(4, 1), people([[12], [3], [9], [0]]));
    expect(table.fields.map(({ size }) => shown(size))).toEqual(["-", "-", 9, "-"]);
  });
  test("fewer than five people in all are nobody's business", () => {
    expect(peopleTable(rowsOf(1, 1), people([[4]])).total).toEqual({ status: "withheld" });
    expect(peopleTable(rowsOf(1, 1), []).total).toEqual({ status: "withheld" });
  });
});

describe("an attacker who tries every table", () => {
  test.each([
    [2, 2, 7],
    [3, 2, 5],
    [4, 1, 9],
    [2, 3, 5],
  ])("cannot pin a row or cell of one to four people: %i x %i", (fields, parties, most) => {
    const chance = random(`sizes ${fields} ${parties}`);
    const rows = rowsOf(fields, parties);
    for (let round = 0; round < 25; round++) {
      const truth = Array.from({ length: fields * parties }, () => chance.below(most + 1));
      const table = peopleTable(
        rows,
        people(Array.from({ length: fields }, (_, f) => truth.slice(f * parties, (f + 1) * parties))),
      );
      if (table.total.status !== "people" || table.total.people > 22) continue;
      const possible = [...splits(table.total.people, truth.length)].filter((cells) => agrees(cells, table, parties));
      expect(possible).toContainEqual(truth);
      const sets = [
        ...truth.map((_, cell) => [cell]),
        ...rows.fields.map((_, f) => [...truth.keys()].filter((cell) => Math.floor(cell / parties) === f)),
        ...rows.parties.map((_, p) => [...truth.keys()].filter((cell) => cell % parties === p)),
      ];
      for (const set of sets) {
        const sizes = new Set(possible.map((cells) => set.reduce((all, cell) => all + (cells[cell] ?? 0), 0)));
        const [only = 0] = sizes;
        expect(sizes.size > 1 || only === 0 || only >= 5).toBe(true);
      }
    }
  });
});

function* splits(people: number, cells: number): Generator<number[]> {
  if (cells === 1) yield [people];
  else for (let first = 0; first <= people; first++) for (const rest of splits(people - first, cells - 1)) yield [first, ...rest];
}

function agrees(cells: readonly number[], table: PeopleTable, parties: number): boolean {
  const holds = (size: Size, counted: readonly number[]) =>
    size.status === "withheld" || size.people === counted.reduce((all, n) => all + n, 0);
  return (
    table.cells.every(({ size }, cell) => holds(size, [cells[cell] ?? 0])) &&
    table.fields.every(({ size }, f) => holds(size, cells.slice(f * parties, (f + 1) * parties))) &&
    table.parties.every(({ size }, p) =>
      holds(
        size,
        cells.filter((_, cell) => cell % parties === p),
      ),
    )
  );
}
