import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { type Actor, change, type Db } from "../../platform/database/change.server.ts";
import { sealAudit } from "../audit/seal.server.ts";
import { verifyAudit } from "../audit/verify.server.ts";
import { backUp, copyTo, restore } from "./backup.server.ts";
import { countTable, tablesOf } from "./tables.server.ts";

function directory() {
  const dir = mkdtempSync(path.join(tmpdir(), "klankbord-backup-"));
  return { at: (name: string) => path.join(dir, name), [Symbol.dispose]: () => rmSync(dir, { recursive: true }) };
}

/** Every table by what it holds, but for what a restore itself leaves behind. */
async function everything(db: Db) {
  return db.transaction(async (tx) => {
    const tables = (await tablesOf(tx)).filter(({ name }) => !["audit", "ledger", "mail"].includes(name));
    const counted: [string, number, string][] = [];
    for (const table of tables) {
      const { rows, digest } = await countTable(tx, table);
      counted.push([table.name, rows, digest]);
    }
    return counted;
  });
}

const touch = (db: Db, scope: string) =>
  change(db, { scope, actor: "system" as Actor, what: "session.plan", subject: { kind: "dialogue", id: scope } }, async (tx) => {
    await tx.execute(sql`update dialogue set title = title || '.' where id = ${scope}`);
  });

test("a backup of a dialogue that goes on meanwhile is of one moment, and comes back to the bit", async () => {
  await using old = await freshDatabase();
  await using fresh = await freshDatabase();
  using dir = directory();
  const { dialogueId } = await fillInvented(old.db);
  await sealAudit(old.db);
  const before = await everything(old.db);
  const file = dir.at("klankbord.backup");
  let going = true;
  const goesOn = (async () => {
    for (let n = 0; going || n < 20; n++) await touch(old.db, dialogueId);
  })();
  const made = await backUp(old.db, file);
  going = false;
  await goesOn;
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(existsSync(`${file}.deel`)).toBe(false);
  expect(await restore(fresh.db, file)).toMatchObject(made);

  const after = await everything(fresh.db);
  const title = ([name]: readonly [string, number, string]) => name !== "dialogue";
  expect(after.filter(title)).toEqual(before.filter(title));
  const { rows } = await fresh.db.execute<{ title: string; deeds: string }>(sql`
    select d.title, (select count(*) from audit where what = 'session.plan' and scope = d.id) as deeds from dialogue d where id = ${dialogueId}`);
  // as many dots as lines: no half of a change
  expect(rows[0]?.title.replace(/[^.]+/, "")).toHaveLength(Number(rows[0]?.deeds));
  await sealAudit(fresh.db);
  expect((await verifyAudit(fresh.db)).broken).toBeNull();
  // what refers to nothing is refused again, the log is append-only again, and numbers go on
  await expect(fresh.db.execute(sql`delete from person`)).rejects.toThrow();
  await expect(fresh.db.execute(sql`delete from audit`)).rejects.toThrow();
  await fresh.db.execute(sql`
    insert into consent (person_id, purpose, given, text_version) select id, 'x', true, '1' from person limit 1`);
  await touch(fresh.db, dialogueId);
});

test("mail that was about to leave waits for a person; what is for later stays", async () => {
  await using old = await freshDatabase();
  await using fresh = await freshDatabase();
  using dir = directory();
  const { dialogueId } = await fillInvented(old.db);
  for (const [event, due] of [
    ["a", "now() - interval '1 minute'"],
    ["b", "now() + interval '1 day'"],
  ] as const)
    await old.db.execute(sql`
      insert into mail (id, person_id, dialogue_id, kind, event, due_at)
      select gen_random_uuid(), (select id from person limit 1), ${dialogueId}, 'team.invite', ${event}, ${sql.raw(due)}`);
  await backUp(old.db, dir.at("b"));
  await restore(fresh.db, dir.at("b"));
  const { rows } = await fresh.db.execute(sql`select event, state, error from mail where event in ('a', 'b') order by event`);
  expect(rows).toEqual([
    { event: "a", state: "failed", error: "restored" },
    { event: "b", state: "waiting", error: null },
  ]);
});

test("what is no whole backup of this version is refused, and leaves the installation empty", async () => {
  await using old = await freshDatabase();
  await using fresh = await freshDatabase();
  using dir = directory();
  await fillInvented(old.db);
  const file = dir.at("good");
  await backUp(old.db, file);
  const text = gunzipSync(readFileSync(file)).toString("utf8");
  const spoilt = (name: string, content: string | Buffer) => {
    writeFileSync(dir.at(name), content);
    return restore(fresh.db, dir.at(name)).catch((error: unknown) => (error as { code?: string }).code);
  };
  expect(await spoilt("text", "geen back-up")).toBe("no-backup");
  expect(await spoilt("empty", "")).toBe("no-backup");
  expect(await spoilt("other", gzipSync("iets anders\n"))).toBe("no-backup");
  expect(await spoilt("cut", readFileSync(file).subarray(0, 20_000))).toBe("torn");
  expect(await spoilt("short", gzipSync(`${text.split("\n").slice(0, -2).join("\n")}\n`))).toBe("torn");
  expect(await spoilt("changed", gzipSync(text.replace(/"name": "[^"]+"/, '"name": "Iemand anders"')))).toBe("differs");
  expect(await spoilt("later", gzipSync(text.replace(/^\["klankbord",1,"[0-9a-f]+"/, '["klankbord",1,"ff"')))).toBe(
    "other-schema",
  );
  const { rows } = await fresh.db.execute<{ n: number }>(sql`select count(*)::int as n from person`);
  expect(rows).toEqual([{ n: 0 }]);
  await restore(fresh.db, file);
  expect(await restore(fresh.db, file).catch((error: { code?: string }) => error.code)).toBe("not-empty");
  await expect(backUp(old.db, dir.at("no/such/directory"))).rejects.toThrow("ENOENT");
});

test("everything moves to another database, and is counted there", async () => {
  await using old = await freshDatabase();
  await using fresh = await freshDatabase();
  await fillInvented(old.db);
  const before = await everything(old.db);
  await copyTo(old.db, fresh.db);
  expect(await everything(fresh.db)).toEqual(before);
  expect(await copyTo(old.db, fresh.db).catch((error: { code?: string }) => error.code)).toBe("not-empty");
});
