import fc from "fast-check";
import { expect, test } from "vitest";
import { type Choosable, type Marker, shortLists } from "./short-lists.ts";

const option = (id: string, number: number): Choosable => ({
  id,
  number,
  name: `Thema ${id}`,
  behind: 1,
  needs: 1,
  weights: { light: 0, heavy: 1, "very-heavy": 0 },
});
const options = [..."abcdef"].map((id, at) => option(id, at + 1));
const fields = ["wonen", "zorg", "veiligheid"];
const parties = ["praktijk", "bewoner"];
const group = (people: number, choices: string, field: string, party = "praktijk"): Marker[] =>
  Array.from({ length: people }, (_, at) => ({
    choices: [...choices],
    field,
    party: at % 2 ? party : (parties[(parties.indexOf(party) + 1) % 2] ?? party),
    organisation: `Organisatie ${at % 4}`,
    area: `GM${at % 3}`,
  }));
const of = { over: "themes", length: 3, options, fields, parties } as const;
const hall = [...group(40, "abc", "wonen"), ...group(20, "de", "zorg"), ...group(10, "f", "veiligheid")];

test("three lists, who finds nothing back in each, and why", () => {
  const lists = shortLists(of, hall);
  expect(lists).toMatchObject({ people: 70, withheld: 0, count: ["a", "b", "c"] });
  expect(lists.shares.map(({ id, why }) => `${id} ${why}`)).toEqual(["a paid", "d uncovered", "f uncovered"]);
  expect(lists.nothing.count).toEqual({ status: "some", people: 30, mostly: expect.arrayContaining(["zorg", "veiligheid"]) });
  expect(lists.nothing.shares).toEqual({ status: "nearly-all" });
  expect(lists.nothing.either).toEqual({ status: "nearly-all" });
  expect(lists.options.find(({ id }) => id === "a")).toMatchObject({
    people: 40,
    spread: { fields: "few", parties: "few", organisations: 4, areas: 3 },
  });
});

test("what fewer than five people marked is on no list and in no figure", () => {
  const lists = shortLists(of, [...hall, ...group(4, "e", "wonen"), ...group(3, "x", "wonen")]);
  expect(lists.options.map(({ id }) => id)).not.toContain("x");
  const small = shortLists({ ...of, options: [...options, option("g", 7)] }, [...hall, ...group(4, "g", "zorg")]);
  expect(small).toMatchObject({ withheld: 1, people: 70 });
  expect(JSON.stringify([small.options, small.count, small.shares, small.pav])).not.toContain('"g"');
  expect(shortLists(of, group(4, "a", "wonen"))).toMatchObject({ people: null, options: [], count: [], shares: [], withheld: 1 });
});

test("no figure speaks of one to four people, whatever they marked", () => {
  const marker = fc.record({
    choices: fc.subarray([..."abcdef"], { minLength: 1, maxLength: 3 }),
    field: fc.constantFrom(...fields),
    party: fc.constantFrom(...parties),
    organisation: fc.constantFrom("A", "B", "C"),
    area: fc.constantFrom("1", "2", "3"),
  });
  fc.assert(
    fc.property(fc.array(marker, { maxLength: 40 }), fc.integer({ min: 1, max: 6 }), (people, length) => {
      const lists = shortLists({ ...of, length }, people);
      for (const one of lists.options) expect(one.people).toBeGreaterThanOrEqual(5);
      for (const place of lists.shares)
        if (place.why === "uncovered" && place.covers !== null) expect(place.covers).toBeGreaterThanOrEqual(5);
        else if (place.why === "paid") expect(place.share % 10).toBe(0);
      for (const nothing of Object.values(lists.nothing))
        if (nothing.status === "some") {
          expect(nothing.people).toBeGreaterThanOrEqual(5);
          expect((lists.people ?? 0) - nothing.people).toBeGreaterThanOrEqual(5);
        }
      expect(new Set(lists.shares.map(({ id }) => id)).size).toBe(lists.shares.length);
    }),
    { numRuns: 60 },
  );
});
