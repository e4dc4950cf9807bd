import { readFileSync } from "node:fs";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { random } from "../random.ts";
import { makeSplitter } from "./compounds.ts";
import { readCsv } from "./csv.ts";
import { contentOf, type Language } from "./features.ts";
import { readLexicon } from "./lexicon.server.ts";
import { stopWords } from "./stop-words.ts";
import {
  duplicatesOf,
  gather,
  labelOfIds,
  orderOf,
  read as readGathered,
  suggestionsOf,
  type Text,
  type Theme,
} from "./theming.ts";
import { wordsOf } from "./words.ts";

const read = (texts: readonly Text[], known: Language) => readGathered(gather(texts), known);
const language: Language = { split: makeSplitter(readLexicon()) };
const data = path.resolve(import.meta.dirname, "../../../demo/data");
const table = (file: string) => {
  const { header, rows } = readCsv(readFileSync(path.join(data, file), "utf8"));
  return rows.map((row) => Object.fromEntries(header.map((name, at) => [name, row[at] ?? ""])));
};
const needs = table("needs.csv").map(({ id = "", text = "", theme = "" }) => ({ id, text, theme }));
const themes: Theme[] = table("themes.csv").map(({ code = "", name = "", description = "", seed_words = "" }) => ({
  id: code,
  name,
  description,
  seeds: seed_words.split(";"),
}));
const coded = needs.slice(0, 160).map(({ id, theme }) => [id, theme] as const);

/** Everything that is told about texts, in an order of its own. */
function told(texts: readonly Text[], some: readonly Theme[], done: readonly (readonly [string, string])[]) {
  const reading = read(texts, language);
  const { suggestions, calibration } = suggestionsOf(reading, some, done);
  const { groups, order } = orderOf(reading);
  return {
    duplicates: duplicatesOf(gather(texts))
      .map(([a, b, similarity]) => [...[a, b].sort(), similarity].join(" "))
      .sort(),
    suggestions: suggestions.map((one) => JSON.stringify(one)).sort(),
    calibration,
    order: order.map((row) => reading.corpus.texts[row]),
    groups: groups.map((rows) => {
      const ids = rows.flatMap((row) => reading.ids[row] ?? []);
      return { ids: ids.sort(), label: labelOfIds(reading, ids, language) };
    }),
  };
}

describe("[TG1] the same texts give the same, to the bit", () => {
  const some = needs.slice(0, 90);
  const twice = [...some, ...some.slice(0, 5).map((need, at) => ({ ...need, id: `twin${at}` }))];
  const done = coded.slice(0, 45);
  const before = told(twice, themes, done);

  test("in any order", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const chance = random(seed);
        expect(told(chance.shuffle(twice), chance.shuffle(themes), chance.shuffle(done))).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });

  test("under any other ids", () => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const names = random(seed).shuffle(twice.map((_, at) => `n${at}`));
        const nameOf = new Map(twice.map(({ id }, at) => [id, names[at] ?? ""]));
        const back = new Map([...nameOf].map(([id, name]) => [name, id]));
        const after = told(
          twice.map(({ id, text }) => ({ id: nameOf.get(id) ?? "", text })),
          themes,
          done.map(([id, theme]) => [nameOf.get(id) ?? "", theme] as const),
        );
        const named = (name: string) => back.get(name) ?? name;
        expect({
          ...after,
          duplicates: after.duplicates
            .map((one) => {
              const [a = "", b = "", similarity] = one.split(" ");
              return [...[named(a), named(b)].sort(), similarity].join(" ");
            })
            .sort(),
          suggestions: after.suggestions
            .map((one) => {
              const { id, best } = JSON.parse(one);
              return JSON.stringify({ id: named(id), best });
            })
            .sort(),
          groups: after.groups.map(({ ids, label }) => ({ ids: ids.map(named).sort(), label })),
        }).toEqual(before);
      }),
      { numRuns: 5 },
    );
  });
});

test("[TH1] words of a theme suggest it before anybody placed a text", () => {
  const reading = read(needs, language);
  const { suggestions, calibration } = suggestionsOf(reading, themes, []);
  expect(calibration.measured).toBeNull();
  expect(suggestions).toHaveLength(needs.length);
  const themeOf = new Map(needs.map(({ id, theme }) => [id, theme]));
  const right = suggestions.filter(({ id, best }) => best.some(({ theme }) => theme === themeOf.get(id))).length;
  expect(right / needs.length).toBeGreaterThan(3 * (2 / themes.length));
  for (const { best } of suggestions) for (const { confidence } of best) expect(confidence).toBeLessThanOrEqual(0.5);
});

test("[TH1] coded texts teach: those left over find their theme more often than by words of the theme alone", () => {
  const reading = read(needs, language);
  const left = needs.slice(160);
  const rightOf = (done: readonly (readonly [string, string])[], some: readonly Theme[]) => {
    const best = new Map(suggestionsOf(reading, some, done).suggestions.map((one) => [one.id, one.best]));
    return left.filter(({ id, theme }) => best.get(id)?.some((one) => one.theme === theme)).length / left.length;
  };
  const bare = themes.map((theme) => ({ ...theme, name: "", description: "", seeds: [] }));
  expect(rightOf(coded, bare)).toBeGreaterThan(0.3);
  expect(rightOf(coded, themes)).toBeGreaterThan(rightOf([], themes));
});

test("[TH3] confidence rises with what was measured, and is near it on texts that were not coded", () => {
  const reading = read(needs, language);
  const { suggestions, calibration } = suggestionsOf(reading, themes, coded);
  expect(calibration.measured).toBe(160);
  const themeOf = new Map(needs.map(({ id, theme }) => [id, theme]));
  let [expected, right] = [0, 0];
  for (const { id, best } of suggestions) {
    const [one, two] = best;
    expect(one?.confidence ?? 1).toBeGreaterThanOrEqual(two?.confidence ?? 0);
    expected += one?.confidence ?? 0;
    right += one?.theme === themeOf.get(id) ? 1 : 0;
  }
  expect(Math.abs(expected - right) / suggestions.length).toBeLessThan(0.12);
});

test("[TC1] each text stands once in the order, and at most once in a group", () => {
  const reading = read(needs, language);
  const { order, groups } = orderOf(reading);
  expect([...order].sort((a, b) => a - b)).toEqual(reading.corpus.texts.map((_, at) => at));
  const grouped = groups.flat();
  expect(new Set(grouped).size).toBe(grouped.length);
  for (const group of groups) expect(group.length).toBeGreaterThan(1);
});

test("[TC2] neighbours in the order are of one theme more often than by chance", () => {
  const reading = read(needs, language);
  const themeOf = new Map(needs.map(({ text, theme }) => [text, theme]));
  const row = orderOf(reading).order.map((at) => themeOf.get(reading.corpus.texts[at] ?? ""));
  const same = row.filter((theme, at) => at > 0 && theme === row[at - 1]).length / (row.length - 1);
  const chance = [...Map.groupBy(needs, ({ theme }) => theme).values()].reduce(
    (sum, own) => sum + (own.length / needs.length) ** 2,
    0,
  );
  expect(same).toBeGreaterThan(1.5 * chance);
});

test("[TL1] a label says in people's own words what texts share, no word twice", () => {
  const texts = [
    { id: "a", text: "Een vaste contactpersoon voor gezinnen met schulden" },
    { id: "b", text: "Gezinnen met schulden willen een vaste contactpersoon" },
    { id: "c", text: "vaste contactpersoon, ook 's avonds" },
    { id: "d", text: "Meer bankjes in Kanaleneiland" },
    { id: "e", text: "Bankjes weg" },
  ];
  const reading = read(texts, language);
  const { phrases, keywords, central } = labelOfIds(reading, ["a", "b", "c"], language);
  expect(phrases[0]).toBe("vaste contactpersoon");
  expect(phrases).toHaveLength(3);
  expect(keywords).toContain("schulden");
  expect(["a", "b"]).toContain(reading.ids[central ?? -1]?.[0]);
  expect(labelOfIds(reading, ["d"], language).phrases).toEqual(["bankjes in Kanaleneiland"]);
  expect(labelOfIds(reading, [], language)).toEqual({ phrases: [], keywords: [], central: null });
});

test("[TL1] of few texts the phrases have two or three words as they stand in one, and no stop word at an edge", () => {
  const chance = random("few needs");
  const all = needs.filter(({ text }) => contentOf(text, language).length >= 6);
  const reading = read(needs, language);
  let long = 0;
  for (let turn = 0; turn < 60; turn++) {
    const some = chance.shuffle(all).slice(0, 1 + chance.below(6));
    const { phrases } = labelOfIds(
      reading,
      some.map(({ id }) => id),
      language,
    );
    expect(phrases.length).toBeGreaterThan(0);
    for (const phrase of phrases) {
      const words = wordsOf(phrase);
      expect(words.length).toBeLessThanOrEqual(4);
      for (const edge of [words[0], words.at(-1)]) expect(stopWords.has(edge?.text ?? "")).toBe(false);
      expect(some.some(({ text }) => text.toLowerCase().includes(phrase.toLowerCase()))).toBe(true);
    }
    if ((phrases[0] ?? "").includes(" ")) long += 1;
  }
  expect(long).toBeGreaterThan(50);
});

test("[TG2] empty, one word, very long, emoji only and other writing are kept, and told nothing of that is not there", () => {
  const odd = ["", " ", "wonen", "woord ".repeat(1700), "x".repeat(10_000), "🙂🙂", "我们需要帮助", "...", "de het een"];
  const texts = odd.map((text, at) => ({ id: `t${at}`, text }));
  const both = [...texts, ...texts.map(({ id, text }) => ({ id: `${id}again`, text }))];
  const reading = read(both, language);
  const { suggestions } = suggestionsOf(reading, themes, [["t2", themes[0]?.id ?? ""]]);
  expect(suggestions).toHaveLength(2 * odd.length - 1);
  expect(suggestions.find(({ id }) => id === "t8")?.best).toEqual([]);
  expect(duplicatesOf(gather(both))).toContainEqual(["t5", "t5again", 1]);
  expect(duplicatesOf(gather(both)).flat()).not.toContain("t0");
  expect(orderOf(reading).order).toHaveLength(odd.length);
  const nothing = read([], language);
  expect([duplicatesOf(gather([])), suggestionsOf(nothing, themes, []).suggestions, orderOf(nothing).order]).toEqual([
    [],
    [],
    [],
  ]);
});

test("[TD3] of more than fifty equal texts each is linked to the first", () => {
  const same = Array.from({ length: 60 }, (_, at) => ({ id: `s${String(at).padStart(2, "0")}`, text: "Meer groen" }));
  expect(duplicatesOf(gather(same))).toHaveLength(59);
  expect(duplicatesOf(gather(same.slice(0, 50)))).toHaveLength((50 * 49) / 2);
});
