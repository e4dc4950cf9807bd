import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { membership } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { type Actor, change, type Db, INSTALLATION, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { rowsOf } from "../../platform/database/rows-of.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { post, postAll } from "../../platform/mail/outbox.server.ts";
import { erase } from "./erase.server.ts";
import { isTitle, keptBecause } from "./erasing.ts";
import { erasure } from "./tables.ts";

const isOpen = isNull(erasure.settledAt);

/** Every dialogue that somebody asked to erase and nobody settled, or the one at hand. */
export async function openErasures(db: Reader, dialogueId?: DialogueId) {
  return db
    .select({
      id: erasure.id,
      dialogueId: erasure.dialogueId,
      title: dialogue.title,
      askedBy: person.id,
      name: person.name,
      reason: erasure.reason,
      askedAt: erasure.askedAt,
    })
    .from(erasure)
    .innerJoin(dialogue, eq(dialogue.id, erasure.dialogueId))
    .innerJoin(person, eq(person.id, erasure.askedBy))
    .where(and(isOpen, dialogueId ? eq(erasure.dialogueId, dialogueId) : undefined))
    .orderBy(asc(erasure.askedAt));
}

/** How much there is to erase. */
export async function sizeOf(db: Reader, id: DialogueId) {
  const { rows } = await db.execute<{ people: number; contributions: number; versions: number; members: number }>(sql`
    select (select count(distinct person_id)::int from registration where dialogue_id = ${id}) as people,
      (select count(*)::int from contribution where dialogue_id = ${id}) as contributions,
      (select count(*)::int from report where dialogue_id = ${id}) as versions,
      (select count(*)::int from network_member where dialogue_id = ${id}) as members`);
  return rows[0] ?? { people: 0, contributions: 0, versions: 0, members: 0 };
}

/** Who else may do it: organisers of the dialogue, and administrators. */
async function others(tx: Tx, dialogueId: DialogueId, by: PersonId): Promise<PersonId[]> {
  const { rows } = await tx.execute<{ id: PersonId }>(sql`
    select distinct person_id as id from ${membership}
    where ended_at is null and accepted_at is not null and person_id <> ${by}
      and ((role = 'organiser' and dialogue_id = ${dialogueId}) or (role = 'administrator' and dialogue_id is null))`);
  return rows.map(({ id }) => id);
}

async function required(tx: Tx, id: DialogueId) {
  const [row] = await tx
    .select({ title: dialogue.title, state: dialogue.state, heldAt: dialogue.heldAt, rehearsalOf: dialogue.rehearsalOf })
    .from(dialogue)
    .where(eq(dialogue.id, id))
    .for("update");
  if (!row || row.rehearsalOf) throw new Refused("gone");
  const kept = keptBecause(row);
  if (kept) throw new Refused(kept);
  if ((await tx.$count(dialogue, eq(dialogue.rehearsalOf, id))) > 0) throw new Refused("rehearsal");
  return row;
}

/**
 * Asks to erase a dialogue whole. Nothing goes yet: somebody else has to do it, and each who can hears of it by mail. Twice is once.
 * @throws Refused open, held, rehearsal, or alone when there is nobody else
 */
export async function askErasure(db: Db, at: { dialogueId: DialogueId; by: PersonId }, reason: string): Promise<void> {
  const deed = { actor: { person: at.by }, what: "dialogue.ask-erase", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: at.dialogueId, ...deed }, async (tx, { unchanged }) => {
    await required(tx, at.dialogueId);
    const people = await others(tx, at.dialogueId, at.by);
    if (people.length === 0) throw new Refused("alone");
    const [made] = await tx
      .insert(erasure)
      .values({ dialogueId: at.dialogueId, askedBy: at.by, reason })
      .onConflictDoNothing()
      .returning({ id: erasure.id });
    if (!made) return unchanged(undefined);
    const letter = { kind: "dialogue.erase-asked", event: `erasure:${made.id}`, dialogueId: at.dialogueId } as const;
    await postAll(
      tx,
      people.map((personId) => ({ personId, ...letter, details: { erasure: made.id } })),
    );
  });
}

/** Nothing is erased after all; who asked hears that of another. */
export async function refuseErasure(db: Db, at: { dialogueId: DialogueId; by: PersonId }): Promise<void> {
  const deed = { actor: { person: at.by }, what: "dialogue.keep", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: at.dialogueId, ...deed }, async (tx, { unchanged }) => {
    const [settled] = await tx
      .update(erasure)
      .set({ settledBy: at.by, settledAt: sql`now()`, outcome: "refused", reason: "" })
      .where(and(eq(erasure.dialogueId, at.dialogueId), isOpen))
      .returning({ id: erasure.id, askedBy: erasure.askedBy });
    if (!settled) return unchanged(undefined);
    if (settled.askedBy === null || settled.askedBy === at.by) return;
    await post(tx, {
      personId: settled.askedBy,
      kind: "dialogue.kept",
      event: `erasure:${settled.id}`,
      dialogueId: at.dialogueId,
    });
  });
}

/**
 * Erases a dialogue whole: everything in it, what was published of it, and everybody who was in nothing else. What stays is the
 * log, which has numbers only, and that it was erased.
 * @throws Refused not-asked, own when it is who asked, title, open, held, rehearsal, gone
 */
export async function eraseDialogue(db: Db, at: { dialogueId: DialogueId; by: PersonId }, title: string): Promise<void> {
  const deed = { actor: { person: at.by }, what: "dialogue.erase", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: INSTALLATION, ...deed }, async (tx, { now }) => {
    const about = await required(tx, at.dialogueId);
    const [asked] = await tx
      .select()
      .from(erasure)
      .where(and(eq(erasure.dialogueId, at.dialogueId), isOpen))
      .for("update");
    if (!asked) throw new Refused("not-asked");
    if (asked.askedBy === at.by) throw new Refused("own");
    if (!isTitle(title, about.title)) throw new Refused("title");
    await clear(tx, at.dialogueId, now);
    await tx
      .update(erasure)
      .set({ settledBy: at.by, settledAt: now, outcome: "erased", reason: "" })
      .where(eq(erasure.id, asked.id));
    if (asked.askedBy) await post(tx, { personId: asked.askedBy, kind: "dialogue.erased", event: `erasure:${asked.id}` });
  });
}

/** Erases again what a backup brought back. @returns how many were there */
export async function eraseDialoguesAgain(db: Db, ids: readonly DialogueId[], actor: Actor): Promise<number> {
  let gone = 0;
  for (const id of ids) {
    const deed = { scope: INSTALLATION, actor, what: "dialogue.erase", subject: { kind: "dialogue", id } };
    gone += await change(db, deed, async (tx, { now, unchanged }) => {
      if ((await tx.$count(dialogue, eq(dialogue.id, id))) === 0) return unchanged(0);
      await clear(tx, id, now);
      await tx.insert(erasure).values({ dialogueId: id, settledAt: now, outcome: "erased" });
      return 1;
    });
  }
  return gone;
}

/** Which dialogues were erased, the newest last. */
export async function erasedDialogues(db: Reader): Promise<DialogueId[]> {
  const rows = await db
    .select({ id: erasure.dialogueId })
    .from(erasure)
    .where(eq(erasure.outcome, "erased"))
    .orderBy(desc(erasure.settledAt));
  return rows.map(({ id }) => id).reverse();
}

async function clear(tx: Tx, id: DialogueId, now: Date): Promise<void> {
  // Whoever is writing there goes first; whoever comes after finds nothing.
  await tx.execute(sql`select from ledger where scope = ${id} for update`);
  for (const personId of await onlyThere(tx, id)) await erase(tx, personId, now);
  await tx.execute(sql`select set_config('klankbord.erases', ${id}, true)`);
  const { rows: sessions } = await tx.execute<{ id: string }>(sql`select id from session where dialogue_id = ${id}`);
  for (const from of rowsOf(id)) await tx.execute(sql`delete from ${from}`);
  for (const key of [id, ...sessions.map((one) => one.id)])
    await tx.execute(
      sql`select graphile_worker.remove_job(key) from graphile_worker.jobs where key is not null and position(${key} in key) > 0`,
    );
  await tx.execute(sql`select pg_notify('klankbord', ${`${id} 0`})`);
}

/** Who registered or is a member there, and is in no other dialogue and in no team of another, nor of the installation. */
export async function onlyThere(tx: Tx, id: DialogueId): Promise<PersonId[]> {
  const { rows } = await tx.execute<{ id: PersonId }>(sql`
    select id from person where erased_at is null
      and (id in (select person_id from registration where dialogue_id = ${id})
        or id in (select person_id from network_member where dialogue_id = ${id}))
      and not exists (select from registration where person_id = person.id and dialogue_id <> ${id})
      and not exists (select from network_member where person_id = person.id and dialogue_id <> ${id})
      and not exists (select from membership where person_id = person.id and ended_at is null and dialogue_id is distinct from ${id})
    order by 1`);
  return rows.map((one) => one.id);
}
