import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { type Edit, edited, edits } from "../../../bench/planted.ts";
import { random } from "../random.ts";
import { readCsv } from "./csv.ts";
import { alike, findDuplicates } from "./duplicates.ts";
import { gramsOf } from "./features.ts";
import { wordsOf } from "./words.ts";

const data = path.resolve(import.meta.dirname, "../../../demo/data");
const column = (file: string, name: string) => {
  const { header, rows } = readCsv(readFileSync(path.join(data, file), "utf8"));
  return rows.map((row) => row[header.indexOf(name)] ?? "");
};
const invented = [...new Set(["needs.csv", "notes.csv", "practice.csv"].flatMap((file) => column(file, "text")))].sort();
const key = (a: string, b: string) => [a, b].sort().join("|");
const keysOf = (texts: readonly string[]) => findDuplicates(texts).map(({ a, b }) => key(texts[a] ?? "", texts[b] ?? ""));

test("[TD1] planted edits of invented texts are found, F1 at least .99, each class recalled at least .97", () => {
  const chance = random("planted");
  const alreadyThere = new Set(keysOf(invented).flatMap((pair) => pair.split("|")));
  const alone = invented.filter((text) => !alreadyThere.has(text) && !text.includes("|"));
  const planted = new Map<string, Edit>();
  const all = new Set(alone);
  alone.forEach((text, at) => {
    const edit = edits[at % edits.length] ?? "capitals";
    const copy = edited(text, edit, () => chance.next());
    if (copy === null || all.has(copy)) return;
    all.add(copy);
    planted.set(key(text, copy), edit);
  });
  expect(planted.size).toBeGreaterThan(500);
  const found = new Set(keysOf([...all].sort()));
  const right = [...planted.keys()].filter((pair) => found.has(pair)).length;
  expect((2 * right) / (found.size + planted.size)).toBeGreaterThanOrEqual(0.99);
  for (const edit of edits) {
    const own = [...planted].filter(([, of]) => of === edit).map(([pair]) => pair);
    expect(own.filter((pair) => found.has(pair)).length / own.length, edit).toBeGreaterThanOrEqual(0.97);
  }
});

test("[TD2] bands find what comparing all pairs finds", () => {
  const chance = random("bands");
  const texts = [
    ...new Set(invented.slice(0, 400).flatMap((text) => [text, edited(text, "typing-error", () => chance.next()) ?? text])),
  ].sort();
  const sets = texts.map((text) => new Set(wordsOf(text).flatMap((word) => gramsOf(word.text, 3))));
  const often = new Map<string, number>();
  for (const set of sets) for (const gram of set) often.set(gram, (often.get(gram) ?? 0) + 1);
  const weight = (gram: string) => (Math.log((1 + texts.length) / (1 + (often.get(gram) ?? 0))) + 1) ** 2;
  const square = sets.map((set) => [...set].reduce((sum, gram) => sum + weight(gram), 0));
  const exact = new Set<string>();
  sets.forEach((one, a) => {
    for (let b = a + 1; b < sets.length; b++) {
      const other = sets[b] ?? new Set<string>();
      const shared = [...one].filter((gram) => other.has(gram));
      const cosine = shared.reduce((sum, gram) => sum + weight(gram), 0) / Math.sqrt((square[a] ?? 0) * (square[b] ?? 0));
      if (cosine >= alike && shared.length >= 0.45 * (one.size + other.size - shared.length))
        exact.add(key(texts[a] ?? "", texts[b] ?? ""));
    }
  });
  expect(exact.size).toBeGreaterThan(200);
  const found = keysOf(texts);
  expect(found.filter((pair) => !exact.has(pair))).toEqual([]);
  expect(found.length / exact.size).toBeGreaterThanOrEqual(0.99);
});

test("[TD1] other words are other texts, and texts without words resemble nothing", () => {
  expect(findDuplicates(["Meer bankjes in het park", "Sneller naar de GGZ"])).toEqual([]);
  expect(findDuplicates(["", "...", "?!"])).toEqual([]);
  expect(findDuplicates(["🙂", "🙃"])).toEqual([]);
  expect(findDuplicates(["x", "y"])).toEqual([]);
  expect(findDuplicates([])).toEqual([]);
});

test("[TD2] thousands of texts that are nearly one are linked without comparing all", () => {
  const texts = Array.from(
    { length: 3000 },
    (_, at) => `Een vaste contactpersoon voor elk gezin in de wijk, zeg ik nu voor de ${at}e keer`,
  ).sort();
  const found = findDuplicates(texts);
  expect(new Set(found.flatMap(({ a, b }) => [a, b])).size).toBeGreaterThan(2700);
  expect(found.length).toBeLessThan(3000 * 400);
});
