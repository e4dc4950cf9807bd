// What a database holds after the migrations of a version, with a little data: as SQL, to begin a test of an upgrade from.
// release.mjs keeps it as tests/released/VERSION.sql; until there is one, the test makes it of the present schema.
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import path from "node:path";

/** @param root the project @returns SQL for an empty database */
export function dumpOf(root) {
  const folder = path.join(root, "app/platform/database/migrations");
  const { entries } = JSON.parse(readFileSync(path.join(folder, "meta/_journal.json"), "utf8"));
  const made = entries.map(({ tag, when }) => ({ when, text: readFileSync(path.join(folder, `${tag}.sql`), "utf8") }));
  const lines = made.map(({ when, text }) => `('${createHash("sha256").update(text).digest("hex")}', ${when})`);
  return [
    ...made.map(({ text }) => text.replaceAll("--> statement-breakpoint", "")),
    "create schema drizzle;",
    "create table drizzle.__drizzle_migrations (id serial primary key, hash text not null, created_at bigint);",
    `insert into drizzle.__drizzle_migrations (hash, created_at) values ${lines.join(", ")};`,
    readFileSync(path.join(root, "tests/released/data.sql"), "utf8"),
  ].join("\n");
}
