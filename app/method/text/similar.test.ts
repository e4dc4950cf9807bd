import fc from "fast-check";
import { expect, test } from "vitest";
import { makeSimilarIndex } from "./similar.ts";

const whole = { split: () => [] };
const texts: Readonly<Record<string, string>> = {
  schuld: "Een vaste contactpersoon bij de gemeente voor gezinnen met schulden",
  jongeren: "Meer huiskamers in de buurt waar jongeren elkaar kunnen ontmoeten",
  ggz: "Sneller doorverwijzen naar de ggz",
  taal: "Brieven van de gemeente in gewone taal",
  hulp: "Schuldhulpverlening zonder wachtlijst",
};
const filled = () => {
  const index = makeSimilarIndex(whole);
  for (const [id, text] of Object.entries(texts)) index.put(id, text);
  return index;
};

test("[TS1] finds the nearest, also of another form of the word, a compound, and a word that is not finished", () => {
  const index = filled();
  expect(index.nearest("contactpersonen voor een gezin", 3)[0]?.id).toBe("schuld");
  expect(index.nearest("hulp bij schuld", 2).map(({ id }) => id)).toContain("hulp");
  expect(index.nearest("iets voor jonger", 1)[0]?.id).toBe("jongeren");
  expect(index.nearest(texts.taal ?? "", 3)[0]).toEqual({ id: "taal", similarity: expect.closeTo(1) });
});

test("[TS1] says nothing where nothing is shared", () => {
  const index = filled();
  for (const asked of ["", "de het een", "🙂", "xyzzy", "我们需要帮助"]) expect(index.nearest(asked, 3), asked).toEqual([]);
  expect(makeSimilarIndex(whole).nearest("schulden", 3)).toEqual([]);
});

test("[TS2] what is changed or removed is found no more", () => {
  const index = filled();
  index.put("ggz", "Straatverlichting in het park");
  index.remove("taal");
  index.remove("nergens");
  expect(index.size).toBe(4);
  expect(index.nearest("doorverwijzen ggz", 3)).toEqual([]);
  expect(index.nearest("gewone taal brieven", 3).map(({ id }) => id)).not.toContain("taal");
  expect(index.nearest("verlichting", 1)[0]?.id).toBe("ggz");
});

test("[TS2] the same texts answer the same to the bit, however they came there", () => {
  const words = fc.constantFrom(..."schuld schulden gezin jongeren taal brief wijk huiskamer ggz koffie lamp stage".split(" "));
  const sentence = fc.array(words, { minLength: 1, maxLength: 8 }).map((some) => some.join(" "));
  fc.assert(
    fc.property(
      fc.array(sentence, { minLength: 1, maxLength: 25 }),
      fc.array(fc.tuple(fc.nat(30), sentence)),
      sentence,
      (kept, detours, asked) => {
        const straight = makeSimilarIndex(whole);
        kept.forEach((text, at) => {
          straight.put(`t${at}`, text);
        });
        const winding = makeSimilarIndex(whole);
        for (const [at, text] of detours) winding.put(`t${at}`, text);
        for (let at = 30; at >= 0; at--) {
          const text = kept[at];
          if (text === undefined) winding.remove(`t${at}`);
          else winding.put(`t${at}`, text);
        }
        expect(winding.nearest(asked, 5)).toEqual(straight.nearest(asked, 5));
      },
    ),
  );
});
