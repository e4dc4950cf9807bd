import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { migrateAll, OtherVersion } from "./migrate.server.ts";

const root = path.resolve(import.meta.dirname, "../../..");

test("migrating again changes nothing, also three at once", async () => {
  await using database = await freshDatabase();
  await Promise.all([1, 2, 3].map(() => migrateAll(database.pool, root)));
  const { rows } = await database.pool.query("select count(*)::int as lines from ledger");
  expect(rows).toEqual([{ lines: 1 }]);
});

test("a database of another version is refused, and left as it is", async () => {
  await using database = await freshDatabase();
  const other = mkdtempSync(path.join(tmpdir(), "klankbord-other-"));
  try {
    mkdirSync(path.join(other, "app/platform/database"), { recursive: true });
    cpSync(path.join(root, "app/platform/database/migrations"), path.join(other, "app/platform/database/migrations"), {
      recursive: true,
    });
    const start = path.join(other, "app/platform/database/migrations/0000_start.sql");
    writeFileSync(start, `${readFileSync(start, "utf8")}--> statement-breakpoint\ncreate table later (id int);\n`);
    await expect(migrateAll(database.pool, other)).rejects.toThrow(OtherVersion);
    const { rows } = await database.pool.query("select to_regclass('later') as later");
    expect(rows).toEqual([{ later: null }]);
  } finally {
    rmSync(other, { recursive: true, force: true });
  }
});

test("what is append-only refuses change, removal and emptying", async () => {
  await using database = await freshDatabase();
  const scope = "00000000-0000-0000-0000-000000000000";
  await database.pool.query(
    "insert into audit (scope, seq, actor, what, subject_kind, subject_id) values ($1, 1, 'system', 'a.b', 'a', '1')",
    [scope],
  );
  for (const attempt of ["update audit set what = 'c.d'", "delete from audit", "truncate audit"]) {
    await expect(database.pool.query(attempt)).rejects.toThrow(/append-only/);
  }
});
