import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { installation as inEnglish } from "../messages/installation.en.ts";
import { installation } from "../messages/installation.nl.ts";
import { whatParts } from "./audit-query.ts";
import { deedWords } from "./deed-words.ts";
import { deeds as english } from "./messages/deeds.en.ts";
import { deeds } from "./messages/deeds.nl.ts";

test("a deed is said as a whole where it has words, else by its thing and its verb", () => {
  const words = { deeds: { "network.card": "kaart bewaard" }, things: { need: "behoefte" }, verbs: { add: "toegevoegd" } };
  expect(deedWords(words, "network.card")).toBe("kaart bewaard");
  expect(deedWords(words, "need.add")).toBe("behoefte toegevoegd");
  expect(deedWords(words, "need.turn")).toBe("behoefte turn");
});

test("every deed that is written out in the code has words, in Dutch and in English", () => {
  const root = path.resolve(import.meta.dirname, "../..");
  const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((name) =>
    /^[^.]+(\.server|\.route)?\.tsx?$/.test(name),
  );
  const written = /(?:what: |(?:deedBy|deedOf|systemDeed)\([^"]*?|deed\([^"`]{0,60})"([a-z-]+\.[a-z-]+)"/g;
  const found = new Set(
    files.flatMap((name) => [...readFileSync(path.join(root, name), "utf8").matchAll(written)].map(([, what = ""]) => what)),
  );
  expect(found.size).toBeGreaterThan(100);
  for (const [whole, { audit }] of [
    [deeds, installation],
    [english, inEnglish],
  ] as const) {
    const silent = [...found].filter((what) => {
      const { thing, verb } = whatParts(what);
      return !(what in whole) && !(thing in audit.things && verb in audit.verbs);
    });
    expect(silent).toEqual([]);
  }
});
