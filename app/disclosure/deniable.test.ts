import { expect, test } from "vitest";
import { exposed } from "./deniable.ts";

const voters = (field: string, party: string, column: string, people = 1) => ({
  field,
  party,
  column,
  people,
  cell: `${field} ${party}`,
});

test("people of one field and party who differ cover each other when they are five", () => {
  expect(exposed([voters("w", "p", "agree", 3), voters("w", "p", "disagree", 2)])).toEqual([]);
});

test("of fewer than five it must also be open what they chose together", () => {
  const few = [voters("w", "p", "agree", 2), voters("w", "p", "disagree", 2)];
  expect(exposed(few)).toEqual(few);
  expect(exposed([...few, voters("w", "q", "agree"), voters("z", "q", "disagree"), voters("z", "p", "agree")])).toEqual([]);
});

test("a row of one mind exposes everybody in it", () => {
  const alike = voters("w", "p", "agree", 6);
  expect(exposed([alike, voters("z", "p", "agree", 3), voters("z", "p", "disagree", 3)])).toEqual([alike]);
});

test("four people around two fields and two parties cover each other", () => {
  expect(exposed([voters("w", "p", "a"), voters("w", "q", "b"), voters("z", "q", "a"), voters("z", "p", "b")])).toEqual([]);
});

test("the only one who skipped is exposed where no one of the same field and party chose otherwise", () => {
  const skipper = voters("w", "q", "skip");
  const others = [voters("w", "p", "a", 3), voters("w", "p", "b", 3), voters("z", "q", "a", 3), voters("z", "q", "b", 3)];
  expect(exposed([skipper, ...others])).toEqual([skipper]);
  expect(exposed([skipper, voters("z", "p", "skip"), ...others])).toEqual([]);
});
