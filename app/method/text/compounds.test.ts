import { expect, test } from "vitest";
import { makeSplitter } from "./compounds.ts";
import { readLexicon } from "./lexicon.server.ts";

const split = makeSplitter(readLexicon());

test.each([
  ["schuldhulpverlening", "schuld hulpverlening hulp verlening"],
  ["armoedebestrijding", "armoede bestrijding"],
  ["eenoudergezin", "een ouder gezin"],
  ["verkeersveiligheid", "verkeer veiligheid"],
  ["jeugdzorgmedewerker", "jeugd zorg medewerker"],
  ["buurthuiskamer", "buurthuis buurt huis kamer"],
  ["taalmaatje", "taal maatje"],
  ["hondenpoep", "hond poep"],
  ["fietspad", "fiets pad"],
  ["dagbesteding", "dag besteding"],
  ["gezondheidscentrum", "gezondheid centrum"],
  ["zwerfafval", "zwerf afval"],
  ["vrijwilligerswerk", "vrijwilliger werk"],
])("[TX4] %s", (word, parts) => {
  expect(split(word).join(" ")).toBe(parts);
});

test("[TX4] what only looks like a compound stays whole", () => {
  for (const word of "overlast onderwijs praktijk belangrijk eigenschap buitenruimte verantwoordelijk gemeente voorziening vereniging samenwerking bewoner".split(
    " ",
  ))
    expect(split(word), word).toEqual([]);
});

test("[TX4] without a lexicon only common short words part, and no word is too long", () => {
  const bare = makeSplitter(new Set());
  expect(bare("armoedebestrijding")).toEqual([]);
  expect(bare("wijkhuis")).toEqual(["wijk", "huis"]);
  expect(split("a".repeat(10_000))).toEqual([]);
  expect(split("oud-zuid")).toEqual([]);
});
