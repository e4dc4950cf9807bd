import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { Themed } from "./themed.ts";
import { run } from "./themes.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "themes-"));
});
afterAll(() => rm(folder, { recursive: true }));
const file = async (name: string, text: string) => {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
};
const texts = `id,text
a,Een vaste contactpersoon bij de gemeente voor gezinnen met schulden
b,Een vaste contactpersoon bij de gemeente voor gezinen met schulden
c,Meer huiskamers in de buurt waar jongeren elkaar kunnen ontmoeten
d,Sneller doorverwijzen naar de GGZ
e,x
f,🙂
`;
const themed = async (...args: string[]): Promise<Themed> => {
  const outcome = await run([...args, "--json"]);
  if (!("json" in outcome)) throw new Error(JSON.stringify(outcome));
  return outcome.json as Themed; // the command's own shape
};

test("each text has one place, the near-duplicate is linked, and suggestions follow the frame", async () => {
  const frame = await file(
    "frame.json",
    JSON.stringify({ Geld: ["schulden", "rekening"], Jongeren: ["jongeren"], Zorg: ["ggz"] }),
  );
  const out = await themed("--texts", await file("texts.csv", texts), "--frame", frame);
  expect(out.duplicates.map(([a, b]) => [a, b].sort().join())).toEqual(["a,b"]);
  const places = [...out.clusters.flatMap(({ members }) => members), ...out.unplaced];
  expect([...places].sort()).toEqual(["a", "b", "c", "d", "e", "f"]);
  const first = Object.fromEntries(out.suggestions.map(({ id, best }) => [id, best[0]?.theme]));
  expect(first).toMatchObject({ a: "Geld", b: "Geld", c: "Jongeren", d: "Zorg" });
  expect(first.f).toBeUndefined();
  expect(Object.keys(out.ms)).toEqual(["read", "duplicates", "suggestions", "clusters"]);
});

test("coded texts make the themes where no frame does, and get no suggestion themselves", async () => {
  const coded = await file("coded.csv", "id,theme\na,Geld\nc,Jongeren\n");
  const out = await themed("--texts", await file("texts.csv", texts), "--coded", coded);
  expect(out.suggestions.map(({ id }) => id).sort()).toEqual(["b", "d", "e", "f"]);
  expect(out.suggestions.find(({ id }) => id === "b")?.best[0]?.theme).toBe("Geld");
  expect(out.measured).toBeNull();
});

test("without a frame or coded texts nothing is suggested, and an empty list is an answer", async () => {
  expect((await themed("--texts", await file("texts.csv", texts))).suggestions).toEqual([]);
  expect(await themed("--texts", await file("none.csv", "id,text\n"))).toMatchObject({
    duplicates: [],
    clusters: [],
    unplaced: [],
  });
});

test("without --json it reads as text", async () => {
  const outcome = await run([
    "--texts",
    await file("texts.csv", texts),
    "--coded",
    await file("coded.csv", "id,theme\na,Geld\nc,Jongeren\n"),
  ]);
  expect(outcome).toHaveProperty("text");
  const { text } = outcome as { text: string };
  expect(text).toMatch(/^6 teksten; 1 paren die bijna gelijk zijn/);
  expect(text).toContain("deel daarvoor eerst 20 teksten in");
});

test.each([
  ["texts", "", "rij 1, kolom id: het bestand is leeg"],
  ["texts", "id,tekst\na,b\n", "rij 1, kolom text: deze kolom ontbreekt"],
  ["texts", 'id,text\na,"b\n', "rij 2, kolom text: een aanhalingsteken wordt niet gesloten"],
  ["texts", "id,text\na,b\na,c\n", 'rij 3, kolom id: "a" staat al in rij 2'],
  ["texts", "id,text\n,b\n", "rij 2, kolom id: deze cel is leeg"],
  ["texts", "id;text\na;b\n", "rij 1: de kolommen staan met een puntkomma uit elkaar"],
  ["texts", "id,text\na,b,c\n", "rij 2, kolom 3: deze rij heeft te veel cellen"],
  ["texts", 'id,text\na,b"c"\n', "rij 2, kolom text: er staat een aanhalingsteken in een gewone cel"],
  ["coded", "id,theme\nzz,Geld\n", 'rij 2, kolom id: "zz" staat niet in het bestand met teksten'],
  ["coded", "id,theme\na,Sport\n", 'rij 2, kolom theme: "Sport" staat niet in het kader. Kies uit: Geld.'],
  ["coded", "id\na\n", "rij 1, kolom theme: deze kolom ontbreekt"],
  ["coded", "id,theme\na,Geld\na,Geld\n", 'rij 3, kolom id: "a" staat al in rij 2'],
  ["coded", "id,theme\na,\n", "rij 2, kolom theme: deze cel is leeg"],
  ["frame", "{", "dit is geen geldige JSON"],
  ["frame", '["Geld"]', "verwacht een object met thema's"],
  ["frame", '{"Geld": "schulden"}', 'thema "Geld": verwacht een lijst met woorden'],
])("a bad file of %s is one line with its place and remedy: %s", async (kind, content, says) => {
  const files = { texts, frame: '{"Geld": ["schulden"]}', coded: "id,theme\na,Geld\n", [kind]: content };
  const args = await Promise.all(
    Object.entries(files).map(async ([name, text]) => [`--${name}`, await file(`bad-${name}`, text)]),
  );
  const outcome = await run(args.flat());
  expect(outcome).toHaveProperty("problem");
  const { problem } = outcome as { problem: string };
  expect(problem).toContain(`bad-${kind}, `);
  expect(problem).toContain(says);
  expect(problem).not.toContain("\n");
});

test("a file in another encoding says how to save it", async () => {
  const latin = path.join(folder, "latin.csv");
  await writeFile(latin, Buffer.from("id,text\na,caf\xe9\n", "latin1"));
  expect(await run(["--texts", latin])).toEqual({
    problem: `${latin}: dit bestand is niet in UTF-8. Bewaar het als UTF-8 (in Excel: CSV UTF-8).`,
  });
});

test("whatever people write is kept, in one place each: nothing, one word, 10,000 letters, emoji, other languages", async () => {
  const wild = {
    a: "",
    b: "woord",
    c: "lang ".repeat(2_000),
    d: "🙂🎉👩‍👩‍👧",
    e: "We need benches",
    f: "نحتاج إلى حديقة",
    g: "需要公园",
  };
  const rows = Object.entries(wild).map(([id, text]) => `${id},"${text}"`);
  const frame = await file("wild-frame.json", '{"Groen": ["park"]}');
  const out = await themed("--texts", await file("wild.csv", `id,text\n${rows.join("\n")}\n`), "--frame", frame);
  const places = [...out.clusters.flatMap(({ members }) => members), ...out.unplaced];
  expect(places.sort()).toEqual(Object.keys(wild));
});

test("a missing file or argument says what to give", async () => {
  expect(await run(["--texts", path.join(folder, "nowhere.csv")])).toEqual({
    problem: `${path.join(folder, "nowhere.csv")}: dit bestand is er niet. Geef het pad van een CSV met teksten.`,
  });
  expect(await run([])).toEqual({ problem: expect.stringMatching(/^--texts ontbreekt/) });
  expect(await run(["--wat"])).toEqual({ problem: expect.stringContaining("Gebruik: klankbord themes") });
});
