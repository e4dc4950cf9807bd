import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { threadMs } from "../../../tests/thread-time.ts";
import { readCsv } from "../text/csv.ts";
import { passesEleven } from "./bsn.ts";
import { findingKinds } from "./finding.ts";
import { findPersonal } from "./guard.ts";
import { maskDigits } from "./mask.ts";

const marked = (text: string) => findPersonal(text).map(({ kind, from, to }) => `${kind}: ${text.slice(from, to)}`);

test.each([
  ["Haar bsn is 999990007.", ["bsn: 999990007"]],
  ["bsn 9999.90.263, vraag ernaar", ["bsn: 9999.90.263"]],
  ["een bsn van acht cijfers: 10000021", ["bsn: 10000021"]],
  ["Nummer 999990008 doorstaat de elfproef niet.", []],
  ["Zaaknummer 999990007 is van de zaak.", []],
  ["bsn ９９９９９０００７ in brede cijfers", ["bsn: ９９９９９０００７"]],
  ["🙂 bsn 999\u00a0990\u00a0007 🙂", ["bsn: 999\u00a0990\u00a0007"]],
  ["bsn 999990\u200b007", ["bsn: 999990\u200b007"]],
  ["Bel (010) 123 45 67.", ["telefoon: (010) 123 45 67"]],
  ["Bel 0800-2000 of 0900-8844 of 112.", []],
  ["bel +31 (0)6 00 12 34 56", ["telefoon: +31 (0)6 00 12 34 56"]],
  ["nul zes nul nul een twee drie vier vijf zes", ["telefoon: nul zes nul nul een twee drie vier vijf zes"]],
  ["piet at voorbeeld punt nl", ["e-mail: piet at voorbeeld punt nl"]],
  ["piet (at) voorbeeld.example!", ["e-mail: piet (at) voorbeeld.example"]],
  ["Het team at samen punt uit.", []],
  ["Rekening nl30 demo 9876 5432 10 staat rood", ["iban: nl30 demo 9876 5432 10"]],
  ["NL31 DEMO 9876 5432 10 heeft foute controlecijfers", []],
  ["Hij woont op de Kikkerdrilstraat 12-III, 1234 AB.", ["adres: Kikkerdrilstraat 12-III, 1234 AB"]],
  ["In de Kikkerdrilstraat 12 woningen met schimmel.", []],
  ["In de Kikkerdrilstraat is het donker.", []],
  ["In 2024 AI gebruiken", []],
  ["Zij is geboren op 3 mrt '87.", ["geboortedatum: 3 mrt '87"]],
  ["De wet van 3 maart 1987", []],
  ["Ons project is geboren op 3 maart 2021.", []],
  ["Bel 06-00123456 of mail a@b.example", ["telefoon: 06-00123456", "e-mail: a@b.example"]],
])("%s", (text, found) => {
  expect(marked(text)).toEqual(found);
});

/** Written before the detector, and before it was mended; docs/decisions/0027 has the figures of the first run. */
describe.each(["texts.csv", "texts-later.csv"])("on %s", (file) => {
  const { header, rows } = readCsv(readFileSync(new URL(file, import.meta.url), "utf8"));
  expect(header).toEqual(["id", "text", "contains"]);
  const texts = rows.map(([, text = "", contains = ""]) => ({
    wanted: contains.split(";").filter((kind) => kind !== "none"),
    found: new Set<string>(findPersonal(text).map(({ kind }) => kind)),
  }));

  test.each(findingKinds)("at least .95 of each kind is found: %s", (kind) => {
    const wanted = texts.filter((one) => one.wanted.includes(kind));
    expect(wanted.length).toBeGreaterThanOrEqual(6);
    expect(wanted.filter(({ found }) => found.has(kind)).length / wanted.length).toBeGreaterThanOrEqual(0.95);
  });

  test("few of the texts that look close are marked", () => {
    const harmless = texts.filter(({ wanted }) => wanted.length === 0);
    expect(harmless.length).toBeGreaterThan(60);
    expect(harmless.filter(({ found }) => found.size > 0).length / harmless.length).toBeLessThanOrEqual(0.04);
  });
});

test("at most 2% of ordinary needs are marked", () => {
  const { header, rows } = readCsv(readFileSync("demo/data/needs.csv", "utf8"));
  const texts = rows.flatMap((row) =>
    ["text", "situation", "tried", "would_help"].map((name) => row[header.indexOf(name)] ?? ""),
  );
  expect(texts.length).toBeGreaterThan(1000);
  expect(texts.filter((text) => findPersonal(text).length > 0).length / rows.length).toBeLessThanOrEqual(0.02);
});

const scrap = fc.oneof(
  fc.constantFrom(
    "06-00123456",
    "999990007",
    "a@b.example",
    "Kerkpad 3",
    "geboren 3-3-1987",
    "NL30DEMO9876543210",
    "\n",
    " ",
    "🙂",
  ),
  fc.string({ unit: "binary", maxLength: 12 }),
);
const scraps = fc.array(scrap, { maxLength: 12 }).map((parts) => parts.join(" "));

test("findings lie in the text, in order, apart, and on whole signs", () => {
  fc.assert(
    fc.property(scraps, (text) => {
      let end = 0;
      for (const { from, to } of findPersonal(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        expect(text.slice(from, to).isWellFormed() || !text.isWellFormed()).toBe(true);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});

test("every number that passes the eleven test is found, however it is set apart", () => {
  const bsn = fc.integer({ min: 999_900_000, max: 999_999_999 }).map(String).filter(passesEleven);
  const separator = fc.constantFrom("", " ", ".", "-", "\u00a0", "–");
  fc.assert(
    fc.property(bsn, separator, fc.constantFrom([3, 6], [4, 6], [2, 4]), (digits, between, [first, second]) => {
      const written = [digits.slice(0, first), digits.slice(first, second), digits.slice(second)].join(between);
      expect(marked(`Zij heeft ${written} als nummer`)).toEqual([`bsn: ${written}`]);
    }),
  );
});

test("the eleven test tells one wrong digit", () => {
  const wrong = fc.tuple(
    fc.integer({ min: 999_900_000, max: 999_999_999 }).map(String).filter(passesEleven),
    fc.nat(8),
    fc.integer({ min: 1, max: 9 }),
  );
  fc.assert(
    fc.property(wrong, ([digits, at, more]) => {
      const other = String((Number(digits[at]) + more) % 10);
      expect(passesEleven(digits.slice(0, at) + other + digits.slice(at + 1))).toBe(false);
    }),
  );
  expect(passesEleven("000000000")).toBe(false);
});

test("masked words keep their length and show no run of four digits", () => {
  expect(maskDigits("bel 06 12 34 56 78 na 5 uur, in 2024")).toBe("bel •• •• •• •• •• na 5 uur, in ••••");
  fc.assert(
    fc.property(scraps, (text) => {
      expect(maskDigits(text)).toHaveLength(text.length);
      expect(maskDigits(text)).not.toMatch(/\p{Nd}{4}/u);
    }),
  );
});

test("thousands of loose digits cost little, and a number that is named among them is still found", () => {
  const row = "1 2 3 4 5 6 7 8 9 ".repeat(600);
  findPersonal(row);
  expect(threadMs(() => expect(findPersonal(row)).toEqual([]))).toBeLessThan(100);
  const named = `1 2 3 bsn 9 9 9 9 9 0 0 0 7 en 4 5 6`;
  expect(findPersonal(named).map(({ kind, from, to }) => [kind, named.slice(from, to)])).toEqual([["bsn", "9 9 9 9 9 0 0 0 7"]]);
  expect(findPersonal("rij 12 999990007").map(({ kind }) => kind)).toEqual(["bsn"]);
});
