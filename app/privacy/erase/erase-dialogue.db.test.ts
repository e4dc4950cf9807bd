import { eq, sql } from "drizzle-orm";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fingerprint, makeWorld, type World } from "../../../tests/world.ts";
import { membership } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { audit } from "../../platform/database/tables.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import {
  askErasure,
  eraseDialogue,
  eraseDialoguesAgain,
  erasedDialogues,
  openErasures,
  refuseErasure,
  sizeOf,
} from "./erase-dialogue.server.ts";
import { erasure } from "./tables.ts";

let database: FreshDatabase;
let here: World;
let elsewhere: World;
let asks: PersonId;
let second: PersonId;

/** Two dialogues with a row in each table, an organiser of the first and an administrator. */
beforeEach(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  elsewhere = await makeWorld(db, "ander");
  const member = async (name: string, role: "organiser" | "administrator", dialogueId: DialogueId | null) => {
    const [row] = await db
      .insert(person)
      .values({ name, mail: `${name}@team.example` })
      .returning({ id: person.id });
    if (!row) throw new Error(name);
    await db.insert(membership).values({ personId: row.id, role, dialogueId, acceptedAt: sql`now()` });
    return row.id;
  };
  asks = await member("vraagt", "organiser", here.dialogueId);
  second = await member("tweede", "administrator", null);
  await db
    .update(dialogue)
    .set({ state: "archived", archivedAt: sql`now()`, title: "Samen ‘sterk’" })
    .where(eq(dialogue.id, here.dialogueId));
});
afterEach(async () => database?.[Symbol.asyncDispose]());
const ask = () => askErasure(database.db, { dialogueId: here.dialogueId, by: asks }, "De termijn is voorbij.");
const erase = (by: PersonId, title = "samen 'sterk'") => eraseDialogue(database.db, { dialogueId: here.dialogueId, by }, title);
/** Each row of each table as text, but for the log, the numbers of its lines, and what says that a dialogue was erased. */
async function everything(): Promise<string> {
  const { rows } = await database.db.execute<{ name: string }>(sql`
    select c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind = 'r' and c.relname not in ('audit', 'ledger', 'erasure', 'audit_seal', 'area')`);
  const all: string[] = [];
  for (const { name } of rows) {
    const found = await database.db.execute<{ row: string }>(sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t`);
    all.push(...found.rows.map(({ row }) => `${name}: ${row}`));
  }
  const jobs = await database.db.execute<{ row: string }>(sql`select coalesce(key, '') as row from graphile_worker.jobs`);
  return [...all, ...jobs.rows.map(({ row }) => `job: ${row}`)].join("\n");
}

test("asked by one, erased by another: nothing of it is left, and nothing of another dialogue is touched", async () => {
  const { db } = database;
  const size = await sizeOf(db, here.dialogueId);
  expect(size.people).toBeGreaterThan(0);
  expect(size.contributions).toBeGreaterThan(0);
  await ask();
  await ask();
  expect(await openErasures(db)).toHaveLength(1);
  expect(await db.$count(mail, eq(mail.kind, "dialogue.erase-asked"))).toBeGreaterThan(0);
  await expect(erase(asks)).rejects.toMatchObject({ code: "own" });
  await expect(erase(second, "Samen")).rejects.toMatchObject({ code: "title" });
  const theirs = async () =>
    (await everything())
      .split("\n")
      .filter((row) => row.includes(elsewhere.dialogueId))
      .sort();
  const before = await theirs();
  await erase(second);
  const left = await everything();
  const of = [here.dialogueId, here.sessionId, here.insightId, here.own, here.themeId, here.blockId];
  for (const id of of)
    expect(
      left.split("\n").filter((row) => row.includes(id)),
      id,
    ).toEqual([]);
  expect(await theirs()).toEqual(before);
  // who was in nothing else is an id without a person; who asked is told
  const gone = await db.select({ name: person.name, mail: person.mail }).from(person).where(sql`erased_at is not null`);
  expect(gone.length).toBeGreaterThan(0);
  expect(gone.every(({ name, mail }) => name === "" && mail === null)).toBe(true);
  expect(await db.$count(mail, eq(mail.kind, "dialogue.erased"))).toBe(1);
  expect(await erasedDialogues(db)).toEqual([here.dialogueId]);
  const lines = await db.select({ what: audit.what, actor: audit.actor }).from(audit).where(eq(audit.subjectId, here.dialogueId));
  expect(lines.map(({ what }) => what)).toEqual(expect.arrayContaining(["dialogue.ask-erase", "dialogue.erase"]));
  await expect(erase(second)).rejects.toMatchObject({ code: "gone" });
});

test("two at once: one erases, the other hears that it is gone", async () => {
  await ask();
  const [other] = await database.db
    .insert(person)
    .values({ name: "derde", mail: "derde@team.example" })
    .returning({ id: person.id });
  const both = await Promise.allSettled([erase(second), erase(other?.id as PersonId)]);
  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
});

test("kept, taken back, or settled already: nothing is erased", async () => {
  const { db } = database;
  await ask();
  const at = { dialogueId: here.dialogueId, by: second };
  await refuseErasure(db, at);
  await refuseErasure(db, at);
  expect(await db.$count(mail, eq(mail.kind, "dialogue.kept"))).toBe(1);
  await expect(erase(second)).rejects.toMatchObject({ code: "not-asked" });
  await ask();
  await refuseErasure(db, { ...at, by: asks });
  expect(await db.$count(mail, eq(mail.kind, "dialogue.kept"))).toBe(1);
  const [row] = await db.select().from(erasure);
  expect(row?.reason).toBe("");
  expect(await db.$count(dialogue, eq(dialogue.id, here.dialogueId))).toBe(1);
});

test("not while it is open or held, nor by who is alone, nor a rehearsal's before it; asked again after", async () => {
  const { db } = database;
  const set = (to: Partial<typeof dialogue.$inferInsert>) => db.update(dialogue).set(to).where(eq(dialogue.id, here.dialogueId));
  await set({ state: "harvest" });
  await expect(ask()).rejects.toMatchObject({ code: "open" });
  await set({ state: "archived", heldAt: new Date() });
  await expect(ask()).rejects.toMatchObject({ code: "held" });
  await set({ heldAt: null });
  await ask();
  await set({ heldAt: new Date() });
  await expect(erase(second)).rejects.toMatchObject({ code: "held" });
  await set({ heldAt: null });
  await refuseErasure(db, { dialogueId: here.dialogueId, by: asks });
  await db.update(membership).set({ endedAt: sql`now()` }).where(sql`person_id <> ${asks}`);
  await expect(ask()).rejects.toMatchObject({ code: "alone" });
});

test("what a backup brought back is erased again, and stays on the list", async () => {
  const { db } = database;
  const before = await fingerprint(db);
  expect(await eraseDialoguesAgain(db, [crypto.randomUUID() as DialogueId], "command")).toBe(0);
  expect(await fingerprint(db)).toEqual(before);
  expect(await eraseDialoguesAgain(db, [here.dialogueId], "command")).toBe(1);
  expect(await erasedDialogues(db)).toEqual([here.dialogueId]);
});
