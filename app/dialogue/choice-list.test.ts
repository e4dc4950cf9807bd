import { expect, test } from "vitest";
import { newOrder, readListEdit } from "./choice-list.ts";

const [a, b, c] = ["a", "b", "c"].map((letter) => `${letter.repeat(8)}-1111-4111-8111-111111111111`) as [string, string, string];
const form = (...pairs: [string, string][]) => {
  const data = new FormData();
  for (const [name, value] of pairs) data.append(name, value);
  return data;
};

test("the list is read as typed", () => {
  const read = readListEdit(
    form(
      ["row", a],
      [`name-${a}`, " Wonen "],
      [`mark-${a}`, "3"],
      [`target-${a}`, "10"],
      ["name-new", "Sport"],
      ["deed", `up:${a}`],
    ),
  );
  expect(read).toEqual({
    ok: true,
    edit: {
      rows: [{ id: a, name: "Wonen", mark: 3, target: 10 }],
      added: { id: null, name: "Sport", mark: 0, target: null },
      deed: "up",
      of: a,
      seen: "",
    },
  });
});

test("what is wrong is told at its place", () => {
  const read = readListEdit(
    form(
      ["row", a],
      ["row", b],
      ["row", c],
      [`name-${a}`, "Wonen"],
      [`name-${b}`, "wonen"],
      [`name-${c}`, ""],
      [`target-${a}`, "veel"],
    ),
  );
  expect(read).toEqual({
    ok: false,
    errors: { [`target-${a}`]: "number", [`name-${b}`]: "twice", [`name-${c}`]: "missing" },
  });
});

test("a goal without a name is asked for its name", () => {
  expect(readListEdit(form(["target-new", "12"]))).toEqual({ ok: false, errors: { "name-new": "missing" } });
});

test("a row that another added meanwhile is not lost from the order", () => {
  const rows = [a, b].map((id) => ({ id, name: "", mark: 1, target: null }));
  expect(newOrder([a, b, c], { rows, deed: "down", of: a })).toEqual([b, a, c]);
  expect(newOrder([a, b, c], { rows, deed: "up", of: a })).toEqual([a, b, c]);
  expect(newOrder([b, a], { rows: [], deed: "save", of: null })).toEqual([b, a]);
});
