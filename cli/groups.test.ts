import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { onOneLine } from "./command.ts";
import { run } from "./groups.ts";
import { readPeople } from "./groups-people.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "groups-"));
});
afterAll(() => rm(folder, { recursive: true }));
const file = async (text: string) => {
  const path = join(folder, "people.csv");
  await writeFile(path, text);
  return path;
};
const header = "id,field,party,organisation,area";
const sixty = [header, ...Array.from({ length: 60 }, (_, i) => `p${i},f${i % 4},k${i % 3},o${i % 20},GM${i % 7}`)].join("\r\n");

test("deals everybody in each round, and again the same", async () => {
  const args = ["--people", await file(sixty), "--size", "6", "--rounds", "3", "--seed", "4", "--json"];
  const outcome = await run(args);
  expect(outcome).toMatchObject({ json: { quality: { sameOrganisation: 0, repeatedPairs: 0, sizeSpread: 0 } } });
  const { rounds } = (outcome as { json: { rounds: string[][][] } }).json;
  for (const round of rounds) expect(new Set(round.flat()).size).toBe(60);
  expect(await run(args)).toMatchObject({ json: { rounds } });
});

describe("bad input is one line with file, row, column and remedy", () => {
  test.each([
    ["", "rij 1: het bestand is leeg."],
    ["id,field\na,wonen", "rij 1, kolom party: deze kolom ontbreekt."],
    [`${header}\na,w,p,o,g\n\na,w,p,o,g`, 'rij 4, kolom id: "a" staat al in rij 2.'],
    [`${header}\n,w,p,o,g`, "rij 2, kolom id: deze cel is leeg."],
    [`${header}\na,w,p,o`, "rij 2, kolom area: deze rij heeft te weinig cellen."],
    [`${header},dutch\na,w,p,o,g,misschien`, 'rij 2, kolom dutch: "misschien" is geen ja of nee.'],
    [`${header},keepWith\na,w,p,o,g,b`, 'rij 2, kolom keepWith: "b" staat niet in het bestand.'],
    [`${header}\n"a\nb",w,p,o,g\n"a\nb",w,p,o,g`, 'rij 3, kolom id: "a b" staat al in rij 2.'],
  ])("%j", async (text, message) => {
    const path = await file(text);
    const outcome = await run(["--people", path]);
    expect(outcome).toEqual({ problem: expect.stringContaining(`${path}, ${message}`) });
    expect((outcome as { problem: string }).problem).not.toContain("\n");
  });

  test("also for what is wrong on the command line", async () => {
    expect(await run([])).toEqual({ problem: expect.stringContaining("--people ontbreekt") });
    expect(await run(["--people", "weg.csv"])).toEqual({ problem: expect.stringContaining("weg.csv: dit bestand is er niet") });
    expect(await run(["--people", await file(sixty), "--size", "0"])).toEqual({ problem: expect.stringContaining('--size "0"') });
    expect(await run(["--wat"])).toEqual({ problem: expect.stringContaining("--wat") });
  });
});

test("further columns are mixed too, wishes are not", () => {
  const list = readPeople(`${header},functie,dutch,textOnly,keepWith\na,w,p,o,g,wijkagent,nee,ja,b\nb,w,p,o,g,tolk,,,`);
  expect(list).toEqual({
    mix: ["field", "party", "organisation", "area", "functie"],
    people: [
      expect.objectContaining({ id: "a", dutch: false, textOnly: true, keepWith: "b" }),
      expect.objectContaining({ id: "b", dutch: true, textOnly: false }),
    ],
  });
});

test("a message keeps to one line", () => {
  expect(onOneLine("a\r\nb\u2028c")).toBe("a b c");
  expect(onOneLine("abcdef", 3)).toBe("abc...");
});
