import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { run } from "./guard.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guard-"));
});
afterAll(() => rm(folder, { recursive: true }));
const texts = async (csv: string) => {
  const path = join(folder, "texts.csv");
  await writeFile(path, csv);
  return run(["--texts", path, "--json"]);
};

test("names kinds and places, only of texts that have any", async () => {
  const outcome = await texts(
    'id,text\r\na,Bel 06-00123456 of 010-1234567\r\nb,Niets\r\nc,"bsn 999990007, geboren 3-3-1987"\r\nd,\r\n',
  );
  expect(outcome).toEqual({
    json: {
      flags: [
        {
          id: "a",
          kinds: ["telefoon"],
          spans: [
            [4, 15],
            [19, 30],
          ],
        },
        {
          id: "c",
          kinds: ["bsn", "geboortedatum"],
          spans: [
            [4, 13],
            [23, 31],
          ],
        },
      ],
      ms: expect.any(Number),
    },
  });
});

test.each([
  ["", "rij 1, kolom id: het bestand is leeg."],
  ["id,tekst\na,b", "rij 1, kolom text: deze kolom ontbreekt."],
  ["id,text\na,b\n,c", "rij 3, kolom id: deze cel is leeg."],
  ["id,text\na,b\na,c", 'rij 3, kolom id: "a" staat al in rij 2.'],
  ["id,text\na", "rij 2, kolom text: deze rij heeft te weinig cellen."],
  ['id,text\na,"b', "rij 2, kolom text: een aanhalingsteken wordt niet gesloten."],
])("bad input is one line with file, row, column and remedy: %j", async (csv, problem) => {
  expect(await texts(csv)).toEqual({ problem: expect.stringContaining(`texts.csv, ${problem}`) });
});

test("a file that is not there, an option that is unknown", async () => {
  expect(await run(["--texts", join(folder, "weg.csv")])).toEqual({ problem: expect.stringContaining("dit bestand is er niet") });
  expect(await run([])).toEqual({ problem: expect.stringContaining("--texts ontbreekt") });
  expect(await run(["--tekst", "x"])).toEqual({ problem: expect.stringContaining("Gebruik:") });
});
