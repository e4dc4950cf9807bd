import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { polisExport } from "../tests/polis-export.ts";
import { run } from "./analyse.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "analyse-"));
});
afterAll(() => rm(folder, { recursive: true }));
let n = 0;
const file = async (text: string, name = `${n++}.csv`) => {
  const at = path.join(folder, name);
  await writeFile(at, text);
  return at;
};

type Json = Record<string, unknown> & { groups: { id: string; size: number; members: string[] }[]; ms: Record<string, number> };
const jsonOf = async (args: readonly string[]) => {
  const outcome = await run([...args, "--json"]);
  if (!("json" in outcome)) throw new Error(JSON.stringify(outcome));
  const { ms, ...json } = JSON.parse(JSON.stringify(outcome.json)) as Json;
  return { ...json, ms } as Json;
};

describe("an export", () => {
  test("gives one object with groups, null, common ground and points", async () => {
    const { wide, comments } = polisExport();
    const found = await jsonOf(["--votes", await file(wide), "--comments", await file(comments)]);
    expect(found).toMatchObject({
      status: "groups",
      participants: 40,
      statements: 11,
      null: { runs: expect.any(Number), p95: expect.any(Number), continuumP95: expect.any(Number) },
      stability: expect.any(Number),
      input: { form: "wide", sign: "counted", replaced: 0 },
    });
    expect(found.groups.map(({ size }) => size)).toEqual([20, 20]);
    for (const { size, members } of found.groups) expect(members.length).toBe(size);
    expect(found.commonGround).toEqual([expect.objectContaining({ statement: "0", choice: "agree" })]);
    expect((found.projection as unknown[][]).length).toBe(40);
    expect(Object.keys(found.ms)).toEqual(["read", "groups", "null", "stability"]);
  });

  test("gives the same in both forms, and for the same seed", async () => {
    const { wide, long } = polisExport();
    const strip = ({ ms: _, input: __, ...found }: Json) => found;
    const args = ["--seed", "7", "--votes"];
    const first = strip(await jsonOf([...args, await file(wide)]));
    expect(strip(await jsonOf([...args, await file(wide)]))).toEqual(first);
    const other = strip(await jsonOf([...args, await file(long)]));
    const sorted = (found: typeof first) => found.groups.map(({ members }) => [...members].sort());
    expect(sorted(other)).toEqual(sorted(first));
    expect({ silhouette: other.silhouette, null: other.null }).toEqual({ silhouette: first.silhouette, null: first.null });
  });

  test("with --groups and --no-null", async () => {
    const found = await jsonOf(["--votes", await file(polisExport().wide), "--groups", "3", "--no-null"]);
    expect(found).toMatchObject({ status: "groups", null: null, k: 3 });
  });

  test("nobody is an answer", async () => {
    expect(await jsonOf(["--votes", await file("participant,0,1\n")])).toMatchObject({
      status: "too-few-votes",
      groups: [],
      participants: 0,
    });
  });

  test("reads as text, in Dutch and English", async () => {
    const { wide, comments } = polisExport();
    const args = ["--votes", await file(wide), "--comments", await file(comments)];
    expect(await run(args)).toEqual({
      text: expect.stringMatching(/Er zijn groepen.*Groep A: 20 mensen \(50%\).*Gedeeld door allen\n {2}0: Stelling 0, voluit/s),
    });
    expect(await run([...args, "--lang", "en"])).toEqual({
      text: expect.stringMatching(/There are groups.*Group A: 20 people/s),
    });
    expect(await run(["--votes", await file("participant,0\n")])).toEqual({ text: expect.stringContaining("te weinig stemmen") });
  });
});

describe("bad input is one line with file, row, column and remedy", () => {
  test.each([
    ["a wrong cell", "participant,n-agree,n-disagree,0\nx,1,0,perhaps", "v.csv, rij 2, kolom 0: ‘perhaps’ is geen stem"],
    ["an empty file", "", "v.csv, rij 1: dit bestand is leeg"],
    ["another file", "naam;leeftijd\nAn;34\n", "v.csv, rij 1, kolom participant: deze kolom ontbreekt"],
  ])("%s", async (_name, text, line) => {
    const outcome = await run(["--votes", await file(text, "v.csv"), "--json"]);
    expect(outcome).toEqual({ problem: expect.stringContaining(line) });
    expect((outcome as { problem: string }).problem).not.toContain("\n");
  });

  test("also for comments, paths and the command line", async () => {
    const votes = await file(polisExport().wide);
    const bad = await file("comment-id,moderated,comment-body\n0,1,Een\n0,1,Twee\n", "c.csv");
    expect(await run(["--votes", votes, "--comments", bad])).toEqual({
      problem: expect.stringContaining("c.csv, rij 3, kolom comment-id"),
    });
    expect(await run(["--votes", path.join(folder, "weg.csv")])).toEqual({
      problem: expect.stringContaining("dit bestand is er niet"),
    });
    expect(await run(["--votes", folder])).toEqual({ problem: expect.stringContaining("dit is een map") });
    for (const args of [
      [],
      ["--votes", votes, "--dialogue", "x"],
      ["--votes", votes, "--groups", "6"],
      ["--votes", votes, "--seed", "x"],
      ["--wat"],
      ["--dialogue", "x", "--comments", bad],
      ["--votes", votes, "--lang", "fr"],
    ])
      expect(await run(args)).toEqual({ problem: expect.stringContaining("Gebruik: klankbord analyse") });
  });

  test("in English where that is asked, whatever else is wrong", async () => {
    const wrong = await file("participant,n-agree,n-disagree,0\nx,1,0,perhaps", "e.csv");
    for (const [args, line] of [
      [["--votes", wrong], "e.csv, row 2, column 0: ‘perhaps’ is no vote"],
      [["--votes", path.join(folder, "gone.csv")], "this file is not there"],
      [["--votes", wrong, "--groups", "6"], '--groups "6": give 2, 3, 4 or 5. Usage: klankbord analyse'],
      [["--dialogue", "x", "--comments", wrong], "--comments belongs with --votes"],
      [["--what"], "Usage: klankbord analyse"],
      [[], "give --votes or --dialogue"],
    ] as const)
      for (const lang of [["--lang", "en"], ["--lang=en"]])
        expect(await run([...args, ...lang])).toEqual({ problem: expect.stringContaining(line) });
  });
});

const shared = path.resolve(import.meta.dirname, "../../shared/data/polis");
describe.skipIf(!existsSync(shared))("the five real conversations (skipped where their files are absent)", () => {
  test.each([
    "brexit-consensus",
    "canadian-electoral-reform",
    "scoop-hivemind.affordable-housing",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
  ])("%s: both forms hold the same votes, with the same sign", async (name) => {
    const of = (votes: string) =>
      jsonOf([
        "--no-null",
        "--groups",
        "2",
        "--votes",
        path.join(shared, name, votes),
        "--comments",
        path.join(shared, name, "comments.csv"),
      ]);
    const [wide, long] = [await of("participants-votes.csv"), await of("votes.csv")];
    expect([wide.input, long.input]).toMatchObject([{ sign: "counted" }, { form: "long", sign: "counted" }]);
    // participants-votes.csv also has who came and chose nothing
    expect({ votes: long.votes, participants: long.participants, silhouette: long.silhouette }).toEqual({
      votes: wide.votes,
      participants: wide.participants,
      silhouette: wide.silhouette,
    });
    expect(long.commonGround).toEqual(wide.commonGround);
  });
});
