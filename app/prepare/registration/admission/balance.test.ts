import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threadMs } from "../../../../tests/thread-time.ts";
import type { FieldId, PartyId, RegistrationId } from "../../../platform/ids.ts";
import { balance, countAgainst, type Person, suggestNext, type Target } from "./balance.ts";

const field = (name: string) => name as FieldId;
const party = (name: string) => name as PartyId;
const [housing, school] = [field("housing"), field("school")];
const [practice, resident] = [party("practice"), party("resident")];

function person(id: string, rest: Partial<Person> = {}): Person {
  return { id: id as RegistrationId, state: "waiting", field: housing, party: practice, area: "GM0599", queue: 1, ...rest };
}
const targets: readonly Target[] = [
  { field: housing, party: practice, target: 2 },
  { field: school, party: practice, target: 2 },
  { field: school, party: resident, target: 1 },
  { area: "GM0363", target: 1 },
];

describe("counting against the target", () => {
  const people = [
    person("a", { state: "admitted" }),
    person("b", { state: "waiting" }),
    person("c", { state: "confirmed", field: school }),
    person("d", { state: "pending", field: school }),
    person("e", { state: "withdrawn", field: school, party: resident }),
    person("f", { state: "declined", area: "GM0363" }),
  ];

  test("who confirmed and stayed is registered, and a target not met is thin", () => {
    expect(countAgainst(people, targets).map((c) => [c.registered, c.admitted, c.thin])).toEqual([
      [2, 1, false],
      [1, 0, true],
      [0, 0, true],
      [0, 0, true],
    ]);
  });

  test("rows sum the targets of their cells, an own target goes first, without target nothing is thin", () => {
    const lists = { fields: [housing, school], parties: [practice, resident], areas: ["GM0599", "GM0363"] };
    const table = balance(people, lists, [...targets, { party: resident, target: 4 }]);
    expect(table.cells.map((c) => `${c.field} ${c.party} ${c.registered}/${c.target} ${c.thin}`)).toEqual([
      "housing practice 2/2 false",
      "housing resident 0/0 false",
      "school practice 1/2 true",
      "school resident 0/1 true",
    ]);
    expect(table.fields.map((r) => [r.key, r.registered, r.target])).toEqual([
      [housing, 2, 2],
      [school, 1, 3],
    ]);
    expect(table.parties.map((r) => [r.key, r.target])).toEqual([
      [practice, 4],
      [resident, 4],
    ]);
    expect(table.areas).toEqual([
      { key: "GM0599", target: 0, registered: 3, admitted: 1, thin: false },
      { key: "GM0363", target: 1, registered: 0, admitted: 0, thin: true },
    ]);
  });
});

describe("whom to admit next", () => {
  test("an empty chair goes before the queue, then the queue counts", () => {
    const admitted = [person("x", { state: "admitted" }), person("y", { state: "admitted" })];
    const waiting = [
      person("early", { queue: 1 }),
      person("teacher", { queue: 5, field: school }),
      person("teacher2", { queue: 6, field: school }),
      person("mother", { queue: 9, field: school, party: resident }),
      person("late", { queue: 10 }),
    ];
    const order = suggestNext(waiting, admitted, targets);
    expect(order.map((s) => s.id)).toEqual(["mother", "teacher", "teacher2", "early", "late"]);
    expect(order[1]?.fills).toEqual([{ target: targets[1], missing: 2 }]);
    expect(order[3]?.fills).toEqual([]);
    expect(suggestNext(waiting, admitted, targets, 2)).toHaveLength(2);
  });

  test("somebody who fills two targets goes before who fills one", () => {
    const waiting = [person("one", { queue: 1, field: school }), person("two", { queue: 2, field: school, area: "GM0363" })];
    expect(suggestNext(waiting, [], targets).map((s) => s.id)).toEqual(["two", "one"]);
  });

  test("without targets who is least like the others goes first", () => {
    const admitted = [person("x", { state: "admitted", organisation: "De Brug" })];
    const waiting = [
      person("colleague", { queue: 1, organisation: "de brug" }),
      person("same-field", { queue: 2 }),
      person("other", { queue: 3, field: school, party: resident, area: "GM0363" }),
    ];
    expect(suggestNext(waiting, admitted, []).map((s) => s.id)).toEqual(["other", "same-field", "colleague"]);
  });

  const someone = fc.record({
    field: fc.option(fc.constantFrom(housing, school)),
    party: fc.option(fc.constantFrom(practice, resident)),
    area: fc.option(fc.constantFrom("GM0363", "GM0599")),
    queue: fc.option(fc.nat(9)),
  });
  const crowd = fc.array(someone, { maxLength: 15 }).map((list) => list.map((rest, i) => person(`p${i}`, rest)));

  test("everybody once, and the order they are given in does not matter", () => {
    fc.assert(
      fc.property(crowd, crowd, (waiting, admitted) => {
        const order = suggestNext(waiting, admitted, targets).map((s) => s.id);
        expect([...order].sort()).toEqual(waiting.map((p) => p.id).sort());
        expect(suggestNext(waiting.toReversed(), admitted.toReversed(), targets).map((s) => s.id)).toEqual(order);
      }),
    );
  });

  test("who fills a target never stands behind who fills none", () => {
    fc.assert(
      fc.property(crowd, crowd, (waiting, admitted) => {
        const filling = suggestNext(waiting, admitted, targets).map((s) => s.fills.length > 0);
        expect(filling).toEqual(filling.toSorted((a, b) => Number(b) - Number(a)));
      }),
    );
  });

  test("a thousand on the list are ordered at once", () => {
    const many = Array.from({ length: 1000 }, (_, i) => person(`p${i}`, { field: i % 3 ? housing : school, queue: i }));
    expect(threadMs(() => expect(suggestNext(many, [], targets)).toHaveLength(1000))).toBeLessThan(3000);
  });
});
