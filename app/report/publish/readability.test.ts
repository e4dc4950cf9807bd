import { expect, test } from "vitest";
import { officePhrases, officeWords } from "../export/office-words.ts";
import { mostWords, readable } from "./readability.ts";

const kinds = (sentence: string) => readable([sentence])[0]?.hard.map((one) => one.kind);

test("a plain sentence has nothing to point at", () => {
  for (const sentence of [
    "Mensen willen iemand die blijft.",
    "Zij worden moe van elke keer een ander gezicht.",
    "Het wordt beter in dit gebied.",
    "In de gemeente is geen geld.",
    "Dat is al jaren zo.",
  ])
    expect(kinds(sentence), sentence).toEqual([]);
});

test("a sentence that is long, passive or of the office says so, with a plain word beside it", () => {
  expect(readable(["Er is ".concat("heel ".repeat(mostWords), "veel.")])[0]?.hard).toEqual([
    { kind: "long", words: mostWords + 3 },
  ]);
  expect(readable(["De gezinnen worden door het wijkteam bezocht."])[0]?.hard).toEqual([
    { kind: "passive", found: "worden … bezocht" },
  ]);
  expect(kinds("Dat is door de gemeente besloten werd.")).toEqual(["passive"]);
  expect(readable(["Een ondersteuningsbehoeftenonderzoek helpt."])[0]?.hard).toEqual([
    { kind: "compound", found: "ondersteuningsbehoeftenonderzoek" },
  ]);
  expect(readable(["Indien nodig overleggen wij ten aanzien van wonen."])[0]?.hard).toEqual([
    { kind: "office", found: "ten aanzien van", plain: "over" },
    { kind: "office", found: "indien", plain: "als" },
  ]);
});

test("nothing breaks on what is no sentence", () => {
  expect(readable(["", " ", "…", "12%", "constructor"]).map(({ hard }) => hard)).toEqual([[], [], []]);
});

test("no plain word is one of the office itself, each is written small, and none stands there twice", () => {
  for (const [word, plain] of [...Object.entries(officeWords), ...officePhrases]) {
    expect(word).toBe(word.toLocaleLowerCase("nl"));
    for (const one of plain.split(/[,; ]+/)) expect(Object.hasOwn(officeWords, one), `${word}: ${one}`).toBe(false);
  }
});
