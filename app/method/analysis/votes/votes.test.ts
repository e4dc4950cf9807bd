import fc from "fast-check";
import { expect, test } from "vitest";
import { type Ballot, pick, votesOf } from "./votes.ts";

const ballot = (person: string, statement: string, choice: Ballot["choice"]): Ballot => ({ person, statement, choice });
const cellsOfPerson = (votes: ReturnType<typeof votesOf>, row: number) =>
  Object.fromEntries(
    Array.from({ length: votes.rowStart[row + 1]! - votes.rowStart[row]! }, (_, at) => {
      const t = votes.rowStart[row]! + at;
      return [votes.statements[votes.columns[t]!]!, votes.choices[t]!];
    }),
  );

test("[OG1] the last choice of a person on an insight counts, also when it takes one back", () => {
  const votes = votesOf([
    ballot("ann", "b", 1),
    ballot("ann", "a", -1),
    ballot("ann", "b", 0),
    ballot("bo", "a", 1),
    ballot("bo", "a", "not-my-field"),
    ballot("cas", "b", "not-my-field"),
    ballot("cas", "b", 1),
  ]);
  expect(votes.people).toEqual(["ann", "bo", "cas"]);
  expect(votes.people.map((_, row) => cellsOfPerson(votes, row))).toEqual([{ a: -1, b: 0 }, {}, { b: 1 }]);
  expect(votes.statements.map((id, column) => [id, votes.notMyField[column]])).toEqual([
    ["b", 0],
    ["a", 1],
  ]);
});

test("[OG1] ballots on insights that are not open are left out", () => {
  const votes = votesOf([ballot("ann", "closed", 1), ballot("ann", "open", 1)], ["open", "new"]);
  expect(votes.statements).toEqual(["open", "new"]);
  expect(cellsOfPerson(votes, 0)).toEqual({ open: 1 });
});

test("picking rows and columns keeps each cell, in the new order", () => {
  const choice = fc.constantFrom<Ballot["choice"]>(1, 0, -1, "not-my-field");
  const ballots = fc.array(fc.tuple(fc.nat(6), fc.nat(6), choice), { maxLength: 60 });
  fc.assert(
    fc.property(ballots, fc.infiniteStream(fc.nat()), (cast, chance) => {
      const votes = votesOf(cast.map(([person, statement, one]) => ballot(`p${person}`, `s${statement}`, one)));
      const some = (count: number) =>
        Array.from({ length: count }, (_, i) => ({ i, key: chance.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ i }) => i)
          .slice(0, Math.ceil(count * 0.7));
      const [rows, columns] = [some(votes.people.length), some(votes.statements.length)];
      const picked = pick(votes, rows, columns);
      const kept = new Set(picked.statements);
      expect(picked.people).toEqual(rows.map((row) => votes.people[row]));
      rows.forEach((row, to) => {
        const own = Object.entries(cellsOfPerson(votes, row)).filter(([id]) => kept.has(id));
        expect(cellsOfPerson(picked, to)).toEqual(Object.fromEntries(own));
        const order = [...picked.columns.subarray(picked.rowStart[to], picked.rowStart[to + 1])];
        expect(order).toEqual([...order].sort((a, b) => a - b));
      });
    }),
  );
});
