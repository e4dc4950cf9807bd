import fc from "fast-check";
import { expect, test } from "vitest";
import { fold, wordsOf } from "./words.ts";

const plain = (text: string) => wordsOf(text).map((word) => word.text);
const named = (text: string, names?: ReadonlySet<string>) =>
  wordsOf(text, names).flatMap((word) => (word.name ? [word.text] : []));

test("[TX1] ij, accents, apostrophes and capitals make no difference", () => {
  for (const same of [
    "ijs IJs ĲS ĳs",
    "één een Een",
    "coördinatie Coordinatie COÖRDINATIE",
    "foto's foto’s foto",
    "cliënt client CLIENT",
  ])
    expect(new Set(plain(same)), same).toHaveLength(1);
});

test("[TX1] abbreviations in any capitals are one word", () => {
  expect(plain("De WMO, Wmo en wmo; VvE, vve, V.v.E. en VvE's; GGZ, g.g.z. en ggz'ers")).toEqual(
    "de wmo wmo en wmo vve vve vve en vve ggz ggz en ggz".split(" "),
  );
});

test("[TX2] names of places are left whole", () => {
  expect(named("Wij wonen in Kanaleneiland, vlak bij Oud-Zuid")).toEqual(["kanaleneiland", "oud-zuid"]);
  expect(named("kanaleneiland is mooi", new Set(["kanaleneiland"]))).toEqual(["kanaleneiland"]);
  expect(named("Een loket in de buurt. Meer hulp van de GGZ")).toEqual([]);
  expect(named("Meer Groen In De Wijk")).toEqual([]);
  expect(named("MEER GROEN IN KANALENEILAND")).toEqual([]);
});

test("[TX2] hyphens part a compound, but hold a single letter", () => {
  expect(plain("jeugd- en gezinshulp, wijk-agent, e-mail")).toEqual("jeugd en gezinshulp wijk agent email".split(" "));
});

test("[TX1] other languages, numbers and emoji are kept", () => {
  expect(plain("我们需要帮助 🙂 2.000 euro")).toEqual(["我们需要帮助", "🙂", "2.000", "euro"]);
  expect(plain("مساعدة")).toEqual(["مساعدة"]);
  expect(plain("👩‍👩‍👧")).toHaveLength(1);
  expect(plain("  ...  ")).toEqual([]);
});

test("[TX2] a word joins the next until a comma or full stop", () => {
  expect(wordsOf("vaste contactpersoon, en snel").map(({ joins }) => joins)).toEqual([true, false, true, false]);
});

test("[TX1] any text has words that fold to themselves", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      for (const word of wordsOf(text)) expect(fold(word.text)).toBe(word.text);
    }),
  );
});
