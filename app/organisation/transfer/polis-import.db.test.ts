import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { BadExport } from "../../method/polis/polis.ts";
import { readCsv } from "../../method/text/csv.ts";
import { importPolis } from "./polis-import.server.ts";

const shared = path.resolve(import.meta.dirname, "../../../../shared/data/polis");

function folder(files: Readonly<Record<string, string>>) {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-polis-"));
  for (const [name, text] of Object.entries(files)) writeFileSync(path.join(dir, name), text);
  return { dir, [Symbol.dispose]: () => rmSync(dir, { recursive: true }) };
}
const comments = "comment-id,moderated,comment-body\n0,1,Een\n1,-1,Twee\n2,1,Drie\n";
const votes = "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0,1,2\n7,,0,3,1,1,1,-1,0\n9,,0,1,1,0,1,,\n";
const count = async (db: Awaited<ReturnType<typeof freshDatabase>>["db"], table: string) =>
  Number((await db.execute<{ n: string }>(sql.raw(`select count(*) as n from ${table}`))).rows[0]?.n);

test("an export becomes a dialogue; the same export again changes nothing", async () => {
  await using database = await freshDatabase();
  using export_ = folder({
    "comments.csv": comments,
    "participants-votes.csv": votes,
    "summary.csv": "topic,Proef één\nurl,https://example.org/p\n",
  });
  const first = await importPolis(database.db, export_.dir);
  expect(first).toMatchObject({ status: "imported", slug: "proef-een", insights: 3, people: 2, ballots: 4 });
  const again = await importPolis(database.db, export_.dir);
  expect(again).toEqual({ ...first, status: "already-there" });
  const rows = await database.db.execute(
    sql`select i.number, b.choice from ballot b join insight i on i.id = b.insight_id order by i.number, b.choice`,
  );
  expect(rows.rows).toEqual([
    { number: 1, choice: "agree" },
    { number: 1, choice: "agree" },
    { number: 2, choice: "disagree" },
    { number: 3, choice: "skip" },
  ]);
});

test("an export with the other sign gives the same choices", async () => {
  await using database = await freshDatabase();
  using export_ = folder({
    "comments.csv": comments,
    "participants-votes.csv": "participant,n-agree,n-disagree,0,1,2\n7,2,1,-1,-1,1\n9,1,0,-1,,\n",
  });
  await importPolis(database.db, export_.dir);
  const rows = await database.db.execute<{ choice: string; n: string }>(
    sql`select choice, count(*) as n from ballot group by choice order by choice`,
  );
  expect(rows.rows).toEqual([
    { choice: "agree", n: "3" },
    { choice: "disagree", n: "1" },
  ]);
});

test.each([
  [
    "a wrong vote",
    { "participants-votes.csv": votes.replace("1,-1,0", "1,perhaps,0") },
    { file: "participants-votes.csv", row: 2, column: "1" },
  ],
  [
    "a person twice",
    { "participants-votes.csv": `${votes}7,,0,1,1,0,1,,\n` },
    { file: "participants-votes.csv", row: 4, column: "participant" },
  ],
  [
    "an unknown statement",
    { "comments.csv": comments.replace("2,1,Drie\n", "") },
    { file: "participants-votes.csv", row: 1, column: "2" },
  ],
  [
    "a missing column",
    { "comments.csv": comments.replace("moderated", "mod") },
    { file: "comments.csv", row: 1, column: "moderated" },
  ],
  ["a short row", { "participants-votes.csv": `${votes}11,,0\n` }, { file: "participants-votes.csv", row: 4 }],
])("%s is refused with its place, and nothing is written", async (_name, change, fault) => {
  await using database = await freshDatabase();
  using export_ = folder({ "comments.csv": comments, "participants-votes.csv": votes, ...change });
  const refused = await importPolis(database.db, export_.dir).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(BadExport);
  expect((refused as BadExport).fault).toMatchObject(fault);
  expect([await count(database.db, "dialogue"), await count(database.db, "person"), await count(database.db, "ballot")]).toEqual([
    0, 0, 0,
  ]);
});

describe.skipIf(!existsSync(shared))("the five real conversations (skipped where their files are absent)", () => {
  test.each([
    "brexit-consensus",
    "canadian-electoral-reform",
    "scoop-hivemind.affordable-housing",
    "scoop-hivemind.biodiversity",
    "vtaiwan.uberx",
  ])(
    "%s: totals equal the participants' own columns",
    async (name) => {
      await using database = await freshDatabase();
      const dir = path.join(shared, name);
      const done = await importPolis(database.db, dir);
      const { header, rows } = readCsv(readFileSync(path.join(dir, "participants-votes.csv"), "utf8"));
      const sum = (column: string) => rows.reduce((all, row) => all + Number(row[header.indexOf(column)]), 0);
      const totals = await database.db.execute<{ choice: string; n: string }>(
        sql`select choice, count(*) as n from ballot group by choice`,
      );
      const of = (choice: string) => Number(totals.rows.find((row) => row.choice === choice)?.n ?? 0);
      expect(done.people).toBe(rows.length);
      expect([of("agree"), of("disagree"), of("agree") + of("disagree") + of("skip")]).toEqual([
        sum("n-agree"),
        sum("n-disagree"),
        sum("n-votes"),
      ]);
    },
    60_000,
  );
});
