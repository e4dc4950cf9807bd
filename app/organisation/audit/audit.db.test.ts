import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { change, type Db, INSTALLATION, openLedger } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { noteRead } from "../../platform/note-read.server.ts";
import { archiveAudit, archivedParts } from "./archive.server.ts";
import { readAudit } from "./audit.server.ts";
import { allLines } from "./export.server.ts";
import { sealAudit } from "./seal.server.ts";
import { isAsSealed, verifyAudit } from "./verify.server.ts";

async function begin(db: Db): Promise<DialogueId> {
  const id = randomUUID() as DialogueId;
  await db.transaction(async (tx) => {
    await tx.insert(dialogue).values({ id, slug: id, title: "Proef" });
    await openLedger(tx, id);
  });
  return id;
}

async function deeds(
  db: Db,
  scope: string,
  count: number,
  what = "session.plan",
  actor: "system" | { person: PersonId } = "system",
) {
  for (let n = 0; n < count; n++)
    await change(db, { scope, actor, what, subject: { kind: "session", id: scope } }, async () => {});
}

/** What somebody with the keys of the database can do. */
async function tamper(db: Db, statement: ReturnType<typeof sql>) {
  await db.transaction(async (tx) => {
    await tx.execute(sql`set local session_replication_role = replica`);
    await tx.execute(statement);
  });
}

test("the log is read by place, deed and day, with names looked up", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const dialogueId = await begin(db);
  const by = await db.transaction((tx) => personOf(tx, "samira@stad.example", "Samira", "nl"));
  await deeds(db, dialogueId, 51, "session.plan", { person: by });
  await deeds(db, dialogueId, 1, "session.end");
  const all = { scope: dialogueId, what: null, from: null, until: null, page: 1 };
  const { lines, more } = await readAudit(db, all);
  expect([lines.length, more]).toEqual([50, true]);
  expect(lines[0]).toMatchObject({ what: "session.end", actor: { kind: "system" }, dialogue: "Proef" });
  expect(lines[1]).toMatchObject({ actor: { kind: "person", name: "Samira" } });
  expect((await readAudit(db, { ...all, page: 2 })).lines).toHaveLength(2);
  expect((await readAudit(db, { ...all, what: "session.end" })).lines).toHaveLength(1);
  expect((await readAudit(db, { ...all, from: new Date(Date.now() + 60_000) })).lines).toEqual([]);
});

test("every line comes under one seal, also of two processes at once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const [one, two] = [await begin(db), await begin(db)];
  expect(await verifyAudit(db)).toEqual({ seals: 0, sealed: 0, unsealed: 0, head: null, broken: null });
  await Promise.all([deeds(db, one, 5), deeds(db, two, 3), deeds(db, INSTALLATION, 2, "setting.change")]);
  expect(await verifyAudit(db)).toMatchObject({ sealed: 0, unsealed: 10, broken: null });
  await Promise.all([sealAudit(db), sealAudit(db), sealAudit(db)]);
  const first = await verifyAudit(db);
  expect(first).toMatchObject({ sealed: 10, unsealed: 0, broken: null });
  expect(await sealAudit(db)).toBe(0);
  // Written and read by two ways that agree on every character.
  const odd = { kind: 'a"b\\c/\b\f\n\r\t\u0001\u001f\u007f', id: "é ø 😀 \u2028 <&'> \\u0041" };
  await change(db, { scope: two, actor: "system", what: "session.plan", subject: odd }, async () => {});
  await deeds(db, two, 2_000);
  expect(await sealAudit(db)).toBe(2_001);
  const second = await verifyAudit(db, [first.head ?? ""]);
  expect(second).toMatchObject({ seals: first.seals + 2, sealed: 2_011, broken: null });
  await expect(db.execute(sql`update audit_seal set at = now()`)).rejects.toThrow();
});

test.each([
  [
    "a line was changed",
    (scope: string) => sql`update audit set actor = 'system' where scope = ${scope} and seq = 4`,
    "line-changed",
    4,
  ],
  [
    "a moment was moved",
    (scope: string) => sql`update audit set at = at + interval '1 millisecond' where scope = ${scope} and seq = 2`,
    "line-changed",
    2,
  ],
  ["a line was taken out", (scope: string) => sql`delete from audit where scope = ${scope} and seq = 3`, "line-missing", 3],
  [
    "a line of the last minute was taken out",
    (scope: string) => sql`delete from audit where scope = ${scope} and seq = 7`,
    "line-missing",
    7,
  ],
  ["the end was taken off", (scope: string) => sql`delete from audit where scope = ${scope} and seq > 6`, "line-missing", 7],
  [
    "the end was taken off with the number",
    (scope: string) =>
      sql`with cut as (update ledger set seq = 3 where scope = ${scope}) delete from audit where scope = ${scope} and seq > 3`,
    "line-missing",
    4,
  ],
  [
    "a line was put behind the last",
    (scope: string) =>
      sql`insert into audit (scope, seq, actor, what, subject_kind, subject_id) values (${scope}, 99, 'system', 'a.b', 'c', 'd')`,
    "line-added",
    99,
  ],
] as const)("%s: the first line that is not as it was is told", async (_, statement, why, seq) => {
  await using database = await freshDatabase();
  const { db } = database;
  const scope = await begin(db);
  await deeds(db, scope, 6, "session.plan", { person: randomUUID() as PersonId });
  await sealAudit(db);
  await deeds(db, scope, 2);
  await tamper(db, statement(scope));
  expect((await verifyAudit(db)).broken).toEqual({ why, scope, seq });
  // sealing goes on where it can, and takes nothing that is wrong for right
  await sealAudit(db);
  expect((await verifyAudit(db)).broken).toEqual({ why, scope, seq });
});

test("a seal that was changed or taken away is told, and a chain that was made anew by a head noted before", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const scope = await begin(db);
  for (let n = 0; n < 3; n++) {
    await deeds(db, scope, 2);
    await sealAudit(db);
  }
  const { head } = await verifyAudit(db);
  await tamper(db, sql`update audit_seal set digests = '\\x00' || substring(digests from 2) where number = 2`);
  expect((await verifyAudit(db)).broken).toEqual({ why: "seal", number: 2 });
  await tamper(db, sql`delete from audit_seal where number = 2`);
  expect((await verifyAudit(db)).broken).toEqual({ why: "seal", number: 2 });
  await tamper(db, sql`delete from audit_seal`);
  await tamper(db, sql`update audit set actor = 'command' where seq = 1`);
  await sealAudit(db);
  expect((await verifyAudit(db)).broken).toBeNull();
  expect((await verifyAudit(db, [head ?? ""])).broken).toEqual({ why: "head" });
});

test("after a year lines go to the archive by month, are still verified and exported, and no other line can go", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const scope = await begin(db);
  for (const [months, count] of [
    [15, 3],
    [14, 2],
    [14, 2],
    [2, 4],
  ] as const) {
    await deeds(db, scope, count);
    // as if it had been written and sealed that long ago
    await tamper(db, sql`update audit set at = now() - make_interval(months => ${months}) where at > now() - interval '1 day'`);
    await sealAudit(db);
    await tamper(
      db,
      sql`update audit_seal set at = now() - make_interval(months => ${months}) where at > now() - interval '1 day'`,
    );
  }
  const before = await everyLine(db);
  expect(before).toHaveLength(11);
  expect(await archiveAudit(db, isAsSealed)).toBe(7);
  expect(await archiveAudit(db, isAsSealed)).toBe(0);
  expect((await archivedParts(db)).map(({ firstSeal, lastSeal }) => [firstSeal, lastSeal])).toEqual([
    [1, 1],
    [2, 3],
  ]);
  expect(new Set((await archivedParts(db)).map(({ month }) => month)).size).toBe(2);
  expect(await verifyAudit(db)).toMatchObject({ seals: 4, sealed: 11, unsealed: 0, broken: null });
  expect(await everyLine(db)).toEqual(before);
  await expect(db.execute(sql`delete from audit`)).rejects.toThrow();
  await expect(
    db.transaction(async (tx) => {
      await tx.execute(sql`select set_config('klankbord.archives', 'on', true)`);
      await tx.execute(sql`delete from audit`);
    }),
  ).rejects.toThrow();
  await tamper(db, sql`update audit_archive set lines = '\\x00' where first_seal = 2`);
  expect((await verifyAudit(db)).broken).toMatchObject({ why: "archive" });
});

test("lines that do not match their seal stay out of the archive", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const scope = await begin(db);
  await deeds(db, scope, 3);
  await tamper(db, sql`update audit set at = now() - interval '2 years'`);
  await sealAudit(db);
  await tamper(db, sql`update audit_seal set at = now() - interval '2 years'`);
  await tamper(db, sql`update audit set what = 'x.y' where seq = 2`);
  expect(await archiveAudit(db, isAsSealed)).toBe(0);
  expect((await verifyAudit(db)).broken).toEqual({ why: "line-changed", scope, seq: 2 });
});

test("that somebody of the team reads personal data is a line, once in a quarter of an hour", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const scope = await begin(db);
  const [one, two] = [randomUUID(), randomUUID()];
  for (const person of [one, one, two, one])
    await noteRead(db, { scope, person, what: "registration.read", subject: { kind: "session", id: scope } });
  await noteRead(db, { scope, person: one, what: "registration.read", subject: { kind: "registration", id: two } });
  const { rows } = await db.execute<{ actor: string; id: string }>(
    sql`select actor, subject_id as id from audit where scope = ${scope} order by seq`,
  );
  expect(rows).toEqual([
    { actor: `person:${one}`, id: scope },
    { actor: `person:${two}`, id: scope },
    { actor: `person:${one}`, id: two },
  ]);
});

async function everyLine(db: Db): Promise<string[]> {
  const lines: string[] = [];
  for await (const some of allLines(db, { scope: null, what: null, from: null, until: null })) lines.push(...some);
  return lines.sort();
}
