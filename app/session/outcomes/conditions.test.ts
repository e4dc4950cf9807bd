import fc from "fast-check";
import { expect, test } from "vitest";
import { conditionsFor, linkedWords, linksOf, type SaidCondition } from "./conditions.ts";

const said: SaidCondition[] = [
  { id: "1", text: "Er is vervanging bij ziekte en vakantie", writer: "ann", backers: ["bea"] },
  { id: "2", text: "Als er vervanging is bij ziekte", writer: "cas", backers: ["dia", "bea", "eef"] },
  { id: "3", text: "Het gezin kiest zelf wie het wordt", writer: "dia", backers: [] },
  { id: "4", text: "Kleine bedragen mag je zelf uitgeven", writer: "eef", backers: ["fam", "gee", "hes", "ies"] },
];
const forWhom = (id: string, own: string[] = []) => conditionsFor(said, linksOf(said), { id, own });

test("what says nearly the same is linked, and its people are counted once", () => {
  expect(forWhom("zoe").map(({ id, people, linked }) => [id, people, linked.map((one) => one.id)])).toEqual([
    ["2", 5, ["1"]],
    ["4", 5, []],
    ["3", 1, []],
  ]);
});

test("one's own is not offered to oneself, what others wrote like it is", () => {
  const mine = forWhom("cas", [said[1]?.text ?? ""]);
  expect(mine[0]).toMatchObject({ id: "1", alike: true, linked: [], people: 5 });
  expect(mine.map(({ id }) => id)).not.toContain("2");
});

test("what the reader stands behind is marked, per text", () => {
  expect(forWhom("bea")[0]).toMatchObject({ id: "2", backed: true, linked: [{ id: "1", backed: true }] });
  expect(forWhom("fam").find(({ id }) => id === "4")).toMatchObject({ backed: true });
});

test("nothing is deleted: every condition of others stands on the screen or in a link, up to eight links", () => {
  const any = fc.array(
    fc.record({ text: fc.constantFrom("tijd", "geld", "vertrouwen", "vervanging"), writer: fc.constantFrom("a", "b", "c") }),
    {
      maxLength: 12,
    },
  );
  fc.assert(
    fc.property(any, (rows) => {
      const all = rows.map((row, i): SaidCondition => ({ ...row, id: String(i), backers: [] }));
      const shown = conditionsFor(all, linksOf(all), { id: "a", own: [] });
      const ids = shown.flatMap(({ id, linked }) => [id, ...linked.map((one) => one.id)]);
      expect(ids.sort()).toEqual(
        all
          .filter(({ writer }) => writer !== "a")
          .map(({ id }) => id)
          .sort(),
      );
    }),
  );
});

test("all that was said is kept, alike words linked, and each person counted once", () => {
  const one = (id: string, text: string, writer: string | null, backers: string[] = []) => ({ id, text, writer, backers });
  const linked = linkedWords([
    one("a", "Er is vervanging bij ziekte en vakantie.", "p1"),
    one("b", "Het gezin kiest zelf.", "p2", ["p3", "p4"]),
    one("c", "Er is vervanging bij ziekte of vakantie.", "p5", ["p1", "p6"]),
    one("d", "Er is vervanging bij ziekte en vakantie", null),
  ]);
  expect(linked.map(({ id, people, linked: like }) => [id, people, like.map((other) => other.id)])).toEqual([
    ["c", 4, ["a", "d"]],
    ["b", 3, []],
  ]);
});
