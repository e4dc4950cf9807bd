import fc from "fast-check";
import { expect, test } from "vitest";
import { linkSimilar, mostSimilar, similarity, trigramsOf } from "./trigrams.ts";

const alike = (a: string, b: string) => similarity(trigramsOf(a), trigramsOf(b));

test("a word with its edges", () => {
  expect([...trigramsOf("Wijk")]).toEqual(["  w", " wi", "wij", "ijk", "jk "]);
  expect(trigramsOf("Café!")).toEqual(trigramsOf("cafe"));
  expect(trigramsOf(" ... ").size).toBe(0);
});

test.each([
  ["Als er vervanging is bij ziekte", "Er is vervanging bij ziekte.", 0.8],
  ["De contactpersoon mag zelf kleine bedragen uitgeven", "contactpersoon mag kleine bedragen zelf uitgeven", 0.85],
  ["Er is vervanging bij ziekte en vakantie", "Vervanging bij ziekte", 0.5],
])("%s ~ %s", (one, other, least) => {
  expect(alike(one, other)).toBeGreaterThanOrEqual(least);
});

test.each([
  ["Het gezin kiest zelf wie het wordt", "Er is vervanging bij ziekte en vakantie"],
  ["Als de gemeente betaalt", "Als de corporatie meedoet"],
])("%s is not like %s", (one, other) => {
  expect(alike(one, other)).toBeLessThan(0.4);
});

const words = fc.array(fc.constantFrom("wijk", "zorg", "ziekte", "tijd", "vertrouwen", "geld", "2", "é"), { maxLength: 5 });
const text = words.map((all) => all.join(" "));

test("alike is the same both ways, between 0 and 1, and whole for the same words in any order", () => {
  fc.assert(
    fc.property(text, text, (a, b) => {
      expect(alike(a, b)).toBe(alike(b, a));
      expect(alike(a, b)).toBeGreaterThanOrEqual(0);
      expect(alike(a, b)).toBeLessThanOrEqual(1);
      if (a) expect(alike(a, a.split(" ").reverse().join(" "))).toBe(1);
    }),
  );
});

test("linking loses nothing: every text is a head once or linked once, to an earlier one that it looks like", () => {
  fc.assert(
    fc.property(fc.array(text, { maxLength: 20 }), fc.double({ min: 0.1, max: 1, noNaN: true }), (texts, threshold) => {
      const linked = linkSimilar(texts, threshold);
      expect(linked.flatMap(({ head, like }) => [head, ...like]).sort((a, b) => a - b)).toEqual([...texts.keys()]);
      for (const { head, like } of linked)
        for (const place of like) {
          expect(place).toBeGreaterThan(head);
          expect(alike(texts[head] ?? "", texts[place] ?? "")).toBeGreaterThanOrEqual(threshold);
        }
    }),
  );
});

test("the most alike come first", () => {
  const among = ["Een wijkteam per wijk", "Vaste gezichten in de wijk", "Een vast gezicht in de wijk"];
  expect(mostSimilar("Een vast gezicht in iedere wijk", among, { threshold: 0.3, most: 2 }).map(({ place }) => place)).toEqual([
    2, 1,
  ]);
  expect(mostSimilar("...", among, { threshold: 0.3, most: 2 })).toEqual([]);
});
