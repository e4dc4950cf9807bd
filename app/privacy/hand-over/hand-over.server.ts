import { and, eq, isNull, sql } from "drizzle-orm";
import { membership } from "../../dialogue/people/tables.ts";
import { call, dialogue, person } from "../../dialogue/tables.ts";
import { alsoIn, change, type Db, INSTALLATION, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { rowsOf } from "../../platform/database/rows-of.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, HandOverId, PersonId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { erase } from "../erase/erase.server.ts";
import { onlyThere, openErasures } from "../erase/erase-dialogue.server.ts";
import { readDialogue } from "../transfer/export.server.ts";
import { writeDialogue } from "../transfer/import.server.ts";
import { transferPurpose } from "../transfer/tables.ts";
import { firstUntil, isOver, transferText } from "./hand-over.ts";
import { handOver } from "./tables.ts";

type At = { readonly dialogueId: DialogueId; readonly by: PersonId };

const isOpen = and(isNull(handOver.stoppedAt), isNull(handOver.doneAt));

export async function openHandOver(db: Reader, dialogueId: DialogueId) {
  const [found] = await db
    .select()
    .from(handOver)
    .where(and(eq(handOver.dialogueId, dialogueId), isOpen));
  return found ?? null;
}

/** The organisers: another than who asks may go on with it. */
export async function listOrganisers(db: Reader, dialogueId: DialogueId) {
  return db
    .select({ id: person.id, name: person.name })
    .from(membership)
    .innerJoin(person, eq(person.id, membership.personId))
    .where(
      and(
        matches(membership, { dialogueId, role: "organiser" }),
        isNull(membership.endedAt),
        sql`${membership.acceptedAt} is not null`,
      ),
    )
    .orderBy(person.name);
}

/** Who is asked: everybody who has a place or is in the network, and can be reached. */
const asked = (dialogueId: DialogueId) => sql`
  select distinct p.id from person p where p.mail is not null and (
    exists (select from registration r where r.person_id = p.id and r.dialogue_id = ${dialogueId} and r.state in ('confirmed', 'waiting', 'admitted'))
    or exists (select from network_member m where m.person_id = p.id and m.dialogue_id = ${dialogueId}))`;

/** How many are asked and how many agreed; fewer than five who agreed are not counted out. */
export async function countAgreed(db: Reader, dialogueId: DialogueId): Promise<{ people: number; agreed: number | null }> {
  const { rows } = await db.execute<{ people: number; agreed: number }>(sql`
    select count(*)::int as people, count(*) filter (where (select c.given from consent c where c.person_id = asked.id
      and c.dialogue_id = ${dialogueId} and c.purpose = ${transferPurpose} order by c.id desc limit 1))::int as agreed
    from (${asked(dialogueId)}) asked`);
  const { people = 0, agreed = 0 } = rows[0] ?? {};
  return { people, agreed: agreed < 5 ? null : agreed };
}

/**
 * Asks people whether they agree that they go along to another organisation; each hears once. Nothing goes yet.
 * @throws Refused not-organiser: who goes on with it is no organiser here; too-soon: fewer than a week to answer; open: asked already
 */
export async function askTransfer(
  db: Db,
  at: At,
  wish: { readonly toName: string; readonly to: PersonId; readonly until: string },
): Promise<void> {
  const deed = { actor: { person: at.by }, what: "dialogue.ask-transfer", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: at.dialogueId, ...deed }, async (tx, { now }) => {
    if (wish.until < firstUntil(now)) throw new Refused("too-soon", 422);
    const others = (await listOrganisers(tx, at.dialogueId)).filter(({ id }) => id !== at.by);
    if (!others.some(({ id }) => id === wish.to)) throw new Refused("not-organiser", 422);
    if (await openHandOver(tx, at.dialogueId)) throw new Refused("open");
    const [made] = await tx
      .insert(handOver)
      .values({ dialogueId: at.dialogueId, toName: wish.toName, toPersonId: wish.to, until: wish.until, askedAt: now })
      .returning({ id: handOver.id });
    const { rows } = await tx.execute<{ id: PersonId }>(asked(at.dialogueId));
    const letter = { kind: "transfer.ask", event: `hand-over:${made?.id}`, dialogueId: at.dialogueId } as const;
    await postAll(
      tx,
      rows.map(({ id }) => ({ personId: id, ...letter, details: { handOver: made?.id ?? "" } })),
    );
  });
}

/** The dialogue stays; what people answered stays in the log of consents. */
export async function stopTransfer(db: Db, at: At): Promise<void> {
  const deed = { actor: { person: at.by }, what: "dialogue.stop-transfer", subject: { kind: "dialogue", id: at.dialogueId } };
  await change(db, { scope: at.dialogueId, ...deed }, async (tx, { now, unchanged }) => {
    const stopped = await tx
      .update(handOver)
      .set({ stoppedAt: now })
      .where(and(eq(handOver.dialogueId, at.dialogueId), isOpen))
      .returning({ id: handOver.id });
    if (stopped.length === 0) unchanged(undefined);
  });
}

/** What somebody answered last; null when they said nothing. */
export async function findAnswer(db: Reader, dialogueId: DialogueId, personId: PersonId): Promise<boolean | null> {
  const { rows } = await db.execute<{ given: boolean }>(sql`
    select given from consent where person_id = ${personId} and dialogue_id = ${dialogueId} and purpose = ${transferPurpose}
    order by id desc limit 1`);
  return rows[0]?.given ?? null;
}

/** Somebody agrees that they go along, or does not. @throws Refused not-now: nobody is asked any more */
export async function answerTransfer(db: Db, dialogueId: DialogueId, personId: PersonId, given: boolean): Promise<void> {
  const deed = { actor: { person: personId }, what: "dialogue.answer-transfer", subject: { kind: "dialogue", id: dialogueId } };
  await change(db, { scope: dialogueId, ...deed }, async (tx, { unchanged }) => {
    if (!(await openHandOver(tx, dialogueId))) throw new Refused("not-now");
    if ((await findAnswer(tx, dialogueId, personId)) === given) return unchanged(undefined);
    await tx.insert(consent).values({ personId, dialogueId, purpose: transferPurpose, given, textVersion: transferText });
  });
}

/**
 * Hands the dialogue over, whole: it goes out as for another installation and comes in again, so that the same rules hold. Who agreed
 * stays with name, link and mail; of everybody else what they said stays, as somebody's without a name, and who was in nothing
 * else is erased. The team before has no way in any more.
 * @throws Refused not-asked, too-early, no-successor, held, rehearsal, erasing
 */
export async function handOverDialogue(db: Db, at: At): Promise<void> {
  const { dialogueId: id } = at;
  const deed = { actor: { person: at.by }, what: "dialogue.transfer", subject: { kind: "dialogue", id } };
  await change(db, { scope: INSTALLATION, ...deed }, async (tx, { now }) => {
    const open = await requireReady(tx, id, now);
    await alsoIn(tx, { scope: id, ...deed });
    const to = open.toPersonId as PersonId;
    const { persons, kept } = await readDialogue(tx, id, [to]);
    const along = await known(
      tx,
      persons.map(({ row }) => String(row.id)),
    );
    const out = (await onlyThere(tx, id)).filter((one) => !along.includes(one));
    const aside = await setAside(tx, id, along, to);
    await tx.execute(sql`select set_config('klankbord.erases', ${id}, true)`);
    for (const from of rowsOf(id)) await tx.execute(sql`delete from ${from}`);
    const [about] = kept.flatMap(({ table, row }) => (table === "dialogue" ? [String(row.slug)] : []));
    await writeDialogue(
      tx,
      Map.groupBy([...persons, ...kept], ({ table }) => table),
      { slug: about ?? "", people: new Map(along.map((one) => [one, one])) },
    );
    for (const { table, rows } of aside)
      await tx.execute(
        sql`insert into ${sql.identifier(table)} select * from jsonb_populate_recordset(null::${sql.identifier(table)}, ${JSON.stringify(rows)}::jsonb)`,
      );
    await tx.execute(sql`select set_config('klankbord.erases', '', true)`);
    for (const one of out) await erase(tx, one, now);
    const letter = { kind: "transfer.done", event: `hand-over:${open.id}`, dialogueId: id } as const;
    await postAll(
      tx,
      along.filter((one) => one !== to).map((personId) => ({ personId, ...letter, details: { handOver: open.id } })),
    );
    await tx.update(handOver).set({ doneAt: now }).where(eq(handOver.id, open.id));
    await tx.update(call).set({ owner: open.toName, contact: "" }).where(eq(call.dialogueId, id));
    await tx.execute(sql`select pg_notify('klankbord', ${`${id} 0`})`);
  });
}

/** The nameless are new: nobody has their number. */
async function known(tx: Tx, ids: readonly string[]): Promise<PersonId[]> {
  const { rows } = await tx.execute<{ id: PersonId }>(
    sql`select id from person where id = any(${sql.param(ids)}::uuid[]) order by id`,
  );
  return rows.map(({ id }) => id);
}

async function requireReady(tx: Tx, id: DialogueId, now: Date) {
  const [row] = await tx
    .select({ heldAt: dialogue.heldAt, rehearsalOf: dialogue.rehearsalOf })
    .from(dialogue)
    .where(eq(dialogue.id, id))
    .for("update");
  const open = row && (await openHandOver(tx, id));
  if (!row || !open) throw new Refused("not-asked");
  if (!isOver(open.until, now)) throw new Refused("too-early");
  if (row.heldAt) throw new Refused("held");
  if (row.rehearsalOf || (await tx.$count(dialogue, eq(dialogue.rehearsalOf, id))) > 0) throw new Refused("rehearsal");
  if ((await openErasures(tx, id)).length > 0) throw new Refused("erasing");
  const to = open.toPersonId;
  if (!to || (await tx.$count(membership, organises(id, to))) === 0) throw new Refused("no-successor");
  const busy = await tx.execute(sql`select from session where dialogue_id = ${id} and state in ('lobby', 'live')`);
  if (busy.rows.length > 0) throw new Refused("in-session");
  return open;
}

const organises = (id: DialogueId, who: PersonId) =>
  and(
    matches(membership, { dialogueId: id, personId: who, role: "organiser" }),
    isNull(membership.endedAt),
    sql`${membership.acceptedAt} is not null`,
  );

/** What an export leaves behind and stays here: how people who go along come in, their letters, and the one who goes on with it. */
async function setAside(tx: Tx, id: DialogueId, along: readonly PersonId[], to: PersonId) {
  const people = sql`${sql.param(along)}::uuid[]`;
  const wanted = [
    ["hand_over", sql`t.dialogue_id = ${id}`],
    ["membership", sql`t.dialogue_id = ${id} and t.person_id = ${to} and t.ended_at is null`],
    ["device", sql`t.dialogue_id = ${id} and t.person_id = any(${people})`],
    ["link", sql`t.dialogue_id = ${id} and t.person_id = any(${people})`],
    ["mail", sql`t.dialogue_id = ${id} and t.person_id = any(${people})`],
  ] as const;
  const aside: { table: string; rows: unknown[] }[] = [];
  for (const [table, which] of wanted) {
    const { rows } = await tx.execute<{ row: unknown }>(
      sql`select to_jsonb(t) as row from ${sql.identifier(table)} t where ${which}`,
    );
    if (rows.length > 0) aside.push({ table, rows: rows.map(({ row }) => row) });
  }
  return aside;
}

/** For the letter: an open question that this person did not answer yet. */
export async function findAsked(tx: Tx, id: HandOverId) {
  const [found] = await tx
    .select({ toName: handOver.toName, until: handOver.until, dialogueId: handOver.dialogueId })
    .from(handOver)
    .where(and(eq(handOver.id, id), isOpen));
  return found ?? null;
}
