import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import type pg from "pg";
import { expect, test } from "vitest";
import { emptyDatabase, freshDatabase } from "../../../tests/database.ts";
import { laterVersion } from "../../../tests/later-version.ts";
import { migrateAll, OtherVersion } from "./migrate.server.ts";

const root = path.resolve(import.meta.dirname, "../../..");
const folder = path.join(root, "tests/released");
const { dumpOf } = (await import(path.join(root, "scripts/dump.mjs"))) as { dumpOf: (root: string) => string };

/** Each version that came out, and the present schema: a version that is still to come. */
const versions = [
  ...readdirSync(folder)
    .filter((file) => /^\d+\.\d+\.\d+\.sql$/.test(file))
    .map((file) => ({ name: path.basename(file, ".sql"), dump: readFileSync(path.join(folder, file), "utf8") })),
  { name: "what is not released yet", dump: dumpOf(root) },
];

/** Every column, index and constraint, as text. */
async function shapeOf(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ line: string }>(`
    select concat_ws(' ', table_name, column_name, data_type, is_nullable, column_default) as line
      from information_schema.columns where table_schema = 'public'
    union all select indexdef from pg_indexes where schemaname = 'public'
    union all select concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) from pg_constraint where connamespace = 'public'::regnamespace
    union all select pg_get_triggerdef(oid) from pg_trigger where not tgisinternal
    order by 1`);
  return rows.map(({ line }) => line);
}
const kept = async (pool: pg.Pool) =>
  (
    await pool.query(`select p.name, d.title, c.text, (select count(*)::int from audit) as lines,
      (select value->>'siteName' from setting where key = 'site') as site
      from contribution c join person p on p.id = c.person_id join dialogue d on d.id = c.dialogue_id`)
  ).rows;
const data = [
  {
    ...{ name: "Henk Bakker", title: "Veerkracht in de wijk", text: "Eén vast gezicht, ook “na vijven”.", lines: 2 },
    site: "Dialoog van Voorbeeld",
  },
];

test.each(versions)("a database of $name becomes one of this version, with all that was in it", async ({ dump }) => {
  await using database = await emptyDatabase();
  await using fresh = await freshDatabase();
  await database.pool.query(dump);
  await migrateAll(database.pool, root);
  expect(await shapeOf(database.pool)).toEqual(await shapeOf(fresh.pool));
  expect(await kept(database.pool)).toEqual(data);
});

test("a migration that fails halfway leaves nothing, and the version before it starts", async () => {
  await using database = await emptyDatabase();
  await database.pool.query(dumpOf(root));
  await migrateAll(database.pool, root);
  const before = await shapeOf(database.pool);
  using later = laterVersion([
    "alter table person add column nickname text not null default 'x';",
    "update contribution set text = 'weg';",
    "alter table person add constraint must_have_mail check (mail is not null);",
  ]);
  await expect(migrateAll(database.pool, later.root)).rejects.toThrow();
  expect(await shapeOf(database.pool)).toEqual(before);
  expect(await kept(database.pool)).toEqual(data);
  await migrateAll(database.pool, root);
});

test("a migration that works is made once, and after it the version before it refuses to start", async () => {
  await using database = await emptyDatabase();
  await database.pool.query(dumpOf(root));
  using later = laterVersion(["alter table person add column nickname text not null default 'x';"]);
  await Promise.all([1, 2, 3].map(() => migrateAll(database.pool, later.root)));
  const { rows } = await database.pool.query("select distinct nickname from person");
  expect([rows, await kept(database.pool)]).toEqual([[{ nickname: "x" }], data]);
  await expect(migrateAll(database.pool, root)).rejects.toThrow(OtherVersion);
});
