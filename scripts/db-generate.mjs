// npm run db:generate: until the first release the schema is one start migration. This writes it anew from
// every app/**/tables.ts, and puts app/platform/database/custom/*.sql (triggers, functions) behind it. The same schema gives the same
// files, so where two branches changed the schema: resolve the tables.ts, then run this again.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");
const out = path.join(root, "app/platform/database/migrations");
const custom = path.join(root, "app/platform/database/custom");
const firstDay = Date.UTC(2026, 0, 1);

const fresh = path.join(root, `app/platform/database/.migrations-${process.pid}`);
mkdirSync(fresh);
process.on("exit", () => rmSync(fresh, { recursive: true, force: true }));

const kit = path.join(root, "node_modules/drizzle-kit/bin.cjs");
const schema = path.join(root, "app/**/tables.ts");
const words = ["generate", "--dialect=postgresql", `--schema=${schema}`, `--out=${path.relative(root, fresh)}`, "--name=start"];
const made = spawnSync(process.execPath, [kit, ...words], { cwd: root, encoding: "utf8" });
const start = path.join(fresh, "0000_start.sql");
if (made.status !== 0 || !existsSync(start)) {
  console.error(`drizzle-kit made no migration:\n${made.stdout}${made.stderr}`);
  process.exit(1);
}

const meta = (file) => path.join(fresh, "meta", file);
const writeJson = (file, value) => writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
/** a name that looks like the random one of drizzle-kit, and is the same each time */
const fixedId = (word) => {
  const hex = createHash("sha256").update(word).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
};

/** Statements by kind (tables, foreign keys, indexes) and then by name: the same wherever a table stands in the code. */
function inOrder(sql) {
  const breakpoint = "--> statement-breakpoint";
  const kind = (statement) => (statement.startsWith("CREATE TABLE") ? 0 : statement.startsWith("ALTER TABLE") ? 1 : 2);
  const statements = sql.split(breakpoint).map((statement) => statement.trim());
  statements.sort((a, b) => kind(a) - kind(b) || (a < b ? -1 : 1));
  return statements.map((statement, i) => statement + (i < statements.length - 1 ? breakpoint : "")).join("\n");
}

const own = existsSync(custom) ? readdirSync(custom).filter((name) => name.endsWith(".sql")) : [];
const snapshot = JSON.parse(readFileSync(meta("0000_snapshot.json"), "utf8"));
const tags = ["0000_start"];
for (const name of own.sort()) {
  const tag = `${String(tags.length).padStart(4, "0")}_${path.basename(name, ".sql")}`;
  writeFileSync(path.join(fresh, `${tag}.sql`), `${readFileSync(path.join(custom, name), "utf8").trimEnd()}\n`);
  tags.push(tag);
}
writeFileSync(start, `${inOrder(readFileSync(start, "utf8"))}\n`);
snapshot.tables = Object.fromEntries(Object.entries(snapshot.tables).sort(([a], [b]) => (a < b ? -1 : 1)));

tags.forEach((tag, idx) => {
  const prevId = idx === 0 ? snapshot.prevId : fixedId(tags[idx - 1]);
  writeJson(meta(`${tag.slice(0, 4)}_snapshot.json`), { ...snapshot, id: fixedId(tag), prevId });
});
const journal = JSON.parse(readFileSync(meta("_journal.json"), "utf8"));
const [{ version, breakpoints }] = journal.entries;
const entries = tags.map((tag, idx) => ({ idx, version, when: firstDay + idx, tag, breakpoints }));
writeJson(meta("_journal.json"), { ...journal, entries });

rmSync(out, { recursive: true, force: true });
renameSync(fresh, out);
console.error(`${Object.keys(snapshot.tables).length} tables, ${tags.join(", ")}`);
