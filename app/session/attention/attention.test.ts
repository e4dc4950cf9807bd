import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { attention, byUrgency, type Call, companyFor, type Hall, inOrder, type Table, thinFields, worries } from "./attention.ts";

const minute = 60_000;
const start = 1_000_000;
const people = (...names: string[]) => names as PersonId[];
const table = (number: number, members: readonly PersonId[], more: Partial<Table> = {}): Table => ({
  id: `g${number}` as GroupId,
  number,
  members,
  onTable: 1,
  lastWordAt: start,
  ...more,
});
const hall = (tables: readonly Table[], here: readonly PersonId[], more: Partial<Hall> = {}): Hall => ({
  tables,
  here: new Set(here),
  leftAt: new Map(),
  calls: [],
  step: { startedAt: start, seconds: 20 * 60, writes: true, paused: false },
  ...more,
});
const call = (id: string, at: number, groupId: string | null = null): Call => ({
  id,
  groupId: groupId as GroupId | null,
  personId: "p" as PersonId,
  raisedAt: at,
  claimedBy: null,
});
const told = (at: Hall, now: number) => attention(at, now).map(({ key, why }) => `${key} ${why}`);

describe("what asks for attention", () => {
  test("help comes first, the longest waiting ahead, then empty chairs, somebody alone, silence, a blank table", () => {
    const tables = [
      table(1, people("a", "b"), { onTable: 0, lastWordAt: null }),
      table(2, people("c", "d")),
      table(3, people("e", "f")),
      table(4, people("g", "h")),
      table(5, people("i", "j"), { lastWordAt: start + 9 * minute }),
      table(6, people("k", "l"), { lastWordAt: start + 9 * minute }),
    ];
    const here = people("a", "b", "c", "d", "e", "i", "j", "k", "l");
    const calls = [call("x", start + 3 * minute, "g6"), call("y", start + 2 * minute)];
    expect(told(hall(tables, here, { calls }), start + 10 * minute)).toEqual([
      "y help",
      "g6 help",
      "g4 nobody",
      "g3 alone",
      "g2 silent",
      "g1 blank",
    ]);
  });

  test("nobody is missed while people still find their chair", () => {
    expect(told(hall([table(1, people("a", "b"))], []), start + 29_000)).toEqual([]);
    expect(told(hall([table(1, people("a", "b"))], []), start + 30_000)).toEqual(["g1 nobody"]);
  });

  test("somebody is alone since the last other one left", () => {
    const at = hall([table(1, people("a", "b", "c"))], people("a"), {
      leftAt: new Map([
        ["b" as PersonId, start + 2 * minute],
        ["c" as PersonId, start + 3 * minute],
      ]),
    });
    expect(attention(at, start + 5 * minute)[0]).toMatchObject({ why: "alone", since: start + 3 * minute });
  });

  test("a step in which nothing is written, and a clock that stands still, know no silence", () => {
    const tables = [table(1, people("a", "b"), { onTable: 0, lastWordAt: null }), table(2, people("c", "d"))];
    const here = people("a", "b", "c", "d");
    const step = { startedAt: start, seconds: 1200, writes: true, paused: false };
    expect(told(hall(tables, here, { step: { ...step, writes: false } }), start + 10 * minute)).toEqual([]);
    expect(told(hall(tables, here, { step: { ...step, paused: true } }), start + 10 * minute)).toEqual([]);
  });

  test("in a short step a blank table is told at half time", () => {
    const at = hall([table(1, people("a", "b"), { onTable: 0, lastWordAt: null })], people("a", "b"), {
      step: { startedAt: start, seconds: 240, writes: true, paused: false },
    });
    expect(told(at, start + 119_000)).toEqual([]);
    expect(told(at, start + 120_000)).toEqual(["g1 blank"]);
  });

  test("help from a table of an earlier round is that person's, no table's", () => {
    expect(attention(hall([], [], { calls: [call("x", start, "gone")] }), start)).toMatchObject([{ key: "x", groupId: null }]);
  });

  test("two calls at one table are one entry with both, since the first", () => {
    const at = hall([table(1, people("a", "b"))], people("a", "b"), {
      calls: [call("late", start + 2, "g1"), call("first", start + 1, "g1")],
    });
    expect(attention(at, start + 3)).toMatchObject([{ since: start + 1, calls: [{ id: "first" }, { id: "late" }] }]);
  });

  test("each table stands there once at most, in the order of the reasons", () => {
    const tables = fc.array(
      fc.record({ size: fc.nat(4), here: fc.nat(4), onTable: fc.nat(2), last: fc.option(fc.nat(20)), asks: fc.boolean() }),
    );
    fc.assert(
      fc.property(tables, fc.nat(20), (made, minutes) => {
        const name = (i: number, j: number) => `p${i}.${j}` as PersonId;
        const at = hall(
          made.map(({ size, onTable, last }, i) =>
            table(
              i,
              Array.from({ length: size }, (_, j) => name(i, j)),
              { onTable, lastWordAt: last === null ? null : start + last * minute },
            ),
          ),
          made.flatMap(({ here }, i) => Array.from({ length: here }, (_, j) => name(i, j))),
          { calls: made.flatMap(({ asks }, i) => (asks ? [call(`c${i}`, start + i, `g${i}`)] : [])) },
        );
        const list = attention(at, start + minutes * minute);
        expect(new Set(list.map(({ key }) => key)).size).toBe(list.length);
        const ranks = list.map(({ why }) => worries.indexOf(why));
        expect(ranks).toEqual(ranks.toSorted((a, b) => a - b));
      }),
    );
  });
});

test("somebody alone joins the table with the fewest people, but not another one who is alone", () => {
  const tables = [table(1, people("a", "b")), table(2, people("c")), table(3, people("d", "e", "f")), table(4, people("g", "h"))];
  const here = new Set(people("a", "c", "d", "e", "f", "g", "h"));
  expect(companyFor("g1" as GroupId, tables, here)?.number).toBe(4);
  expect(companyFor("g1" as GroupId, tables.slice(0, 2), here)).toBeNull();
});

test("an order that stands still keeps what is over in its place, and puts what is new last", () => {
  const item = (key: string) => ({ key, why: "silent" as const, since: 0, groupId: null, calls: [], claimed: false });
  expect(inOrder(null, [item("b"), item("a")]).map(({ key }) => key)).toEqual(["b", "a"]);
  expect(inOrder(["a", "gone"], [item("new"), item("a")])).toEqual([
    { key: "a", item: item("a") },
    { key: "gone", item: null },
    { key: "new", item: item("new") },
  ]);
});

test("thin is less than half of the average, and nothing is thin while hardly anybody is here", () => {
  const fields = (...here: number[]) => here.map((n, i) => ({ name: `f${i}`, here: n }));
  expect(thinFields(fields(10, 12, 4, 11, 0)).map(({ name }) => name)).toEqual(["f4"]);
  expect(thinFields(fields(9, 3, 6))).toEqual([]);
  expect(thinFields(fields(3, 0, 1))).toEqual([]);
  expect(thinFields([])).toEqual([]);
});

test("help that a colleague takes on comes after help that nobody took on, and before all else", () => {
  const tables = [1, 2, 3].map((number) => table(number, people(`a${number}`, `b${number}`)));
  const here = people("a1", "b1", "a2", "b2", "a3");
  const joris = "joris" as PersonId;
  const calls = [
    { ...call("first", start, "g1"), claimedBy: joris },
    call("second", start + minute, "g2"),
    { ...call("outside", start + minute), claimedBy: joris },
  ];
  const now = start + 3 * minute;
  expect(told(hall(tables, here, { calls }), now)).toEqual(["g2 help", "g1 help", "outside help", "g3 alone"]);
  const two = [...calls, call("another", start, "g1")];
  expect(told(hall(tables, here, { calls: two }), now)[0]).toBe("g1 help");
});

test("in a list the tables that ask for attention come first, in that order; the others by number", () => {
  const tables = [1, 2, 3, 4].map((number) => table(number, people(`a${number}`, `b${number}`)));
  const here = people("a1", "b1", "a2", "a3", "b3", "a4", "b4");
  const found = attention(hall(tables, here, { calls: [call("x", start, "g4"), call("y", start)] }), start + 3 * minute);
  expect(byUrgency(tables, found).map(({ number }) => number)).toEqual([4, 2, 1, 3]);
});
