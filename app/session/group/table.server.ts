import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import { measure, registration } from "../../dialogue/people/tables.ts";
import { person } from "../../dialogue/tables.ts";
import { coalesceReads } from "../../platform/cache/coalesce-reads.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, GroupId, PersonId, SessionId } from "../../platform/ids.ts";
import { help } from "../tables.ts";
import { noteRole } from "./table-life.server.ts";
import { group, seat } from "./tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
}

/** Somebody of the group takes the notes from now on; pressed twice they still do. @throws Refused not-yours */
export async function takeNotes(db: Db, at: At, personId: PersonId, groupId: GroupId): Promise<void> {
  const deed = deedBy(personId, at.dialogueId, "group.take-notes", "group", groupId);
  await change(db, deed, async (tx) => {
    const seated = await tx
      .select({ groupId: seat.groupId })
      .from(seat)
      .innerJoin(group, eq(group.id, seat.groupId))
      .where(and(matches(seat, { groupId, personId }), eq(group.sessionId, at.sessionId)));
    if (seated.length === 0) throw new Refused("not-yours", 404);
    await tx.update(group).set({ noteTakerId: personId }).where(eq(group.id, groupId));
    await noteRole(tx, at.sessionId, groupId, "note-taker", personId);
  });
}

/** "Hulp vragen": reaches every facilitator. Who asks again while it is open changes the reason. @returns its id */
export async function askHelp(db: Db, at: At, personId: PersonId, groupId: GroupId | null, reason: string): Promise<string> {
  const deed = deedBy(personId, at.dialogueId, "help.ask", "session", at.sessionId);
  return change(db, deed, async (tx) => {
    const [open] = await tx
      .select({ id: help.id })
      .from(help)
      .where(and(matches(help, { sessionId: at.sessionId, personId }), isNull(help.answeredAt)));
    if (open) {
      await tx.update(help).set({ reason, groupId }).where(eq(help.id, open.id));
      return open.id;
    }
    const [made] = await tx
      .insert(help)
      .values({ sessionId: at.sessionId, groupId, personId, reason })
      .returning({ id: help.id });
    if (!made) throw new Error("help not kept");
    return made.id;
  });
}

/** Who asked does not need it any more. */
export async function withdrawHelp(db: Db, at: At, personId: PersonId): Promise<void> {
  const deed = deedBy(personId, at.dialogueId, "help.withdraw", "session", at.sessionId);
  await change(db, deed, async (tx, { unchanged }) => {
    const open = await tx
      .update(help)
      .set({ answeredAt: sql`clock_timestamp()`, answeredBy: personId })
      .where(and(matches(help, { sessionId: at.sessionId, personId }), isNull(help.answeredAt)))
      .returning({ id: help.id });
    if (open.length === 0) unchanged(undefined);
  });
}

/**
 * Somebody of the team takes a question for help on, or leaves it to the others again.
 * @returns false when a colleague was first
 */
export async function claimHelp(db: Db, at: At, who: PersonId, id: string, claims: boolean): Promise<boolean> {
  const asker = await whoAsked(db, at, id);
  if (!asker) return true;
  const deed = deedBy(who, at.dialogueId, claims ? "help.claim" : "help.release", "person", asker);
  return change(db, deed, async (tx, { unchanged }) => {
    const [open] = await tx
      .select({ claimedBy: help.claimedBy })
      .from(help)
      .where(and(eq(help.id, id), isNull(help.answeredAt)));
    if (!open) return unchanged(true);
    const mine = open.claimedBy === who;
    if (claims ? mine : !mine) return unchanged(true);
    if (claims && open.claimedBy) return unchanged(false);
    const set = claims ? { claimedBy: who, claimedAt: sql`clock_timestamp()` } : { claimedBy: null, claimedAt: null };
    await tx.update(help).set(set).where(eq(help.id, id));
    return true;
  });
}

/** A facilitator answers in text, or says only that it is done. Answered twice: the first answer stays. */
export async function answerHelp(db: Db, at: At, who: PersonId, id: string, answer: string): Promise<void> {
  const asker = await whoAsked(db, at, id);
  if (!asker) return;
  const deed = deedBy(who, at.dialogueId, "help.answer", "person", asker);
  await change(db, deed, async (tx, { unchanged }) => {
    const answered = await tx
      .update(help)
      .set({ answer, answeredAt: sql`clock_timestamp()`, answeredBy: who })
      .where(and(matches(help, { id, sessionId: at.sessionId }), isNull(help.answeredAt)))
      .returning({ id: help.id });
    if (answered.length === 0) unchanged(undefined);
  });
}

/** Deeds about a question name who asked: the table of that person hears it, and not the whole hall. */
async function whoAsked(db: Reader, at: At, id: string): Promise<PersonId | null> {
  const [asked] = await db
    .select({ personId: help.personId })
    .from(help)
    .where(matches(help, { id, sessionId: at.sessionId }));
  return asked?.personId ?? null;
}

/** What somebody asked last, and the answer. */
export async function helpOf(db: Reader, sessionId: SessionId, personId: PersonId) {
  return (await asksIn(db, sessionId)).find((one) => one.personId === personId) ?? null;
}
/** The newest first. */
const asksIn = coalesceReads((db: Reader, sessionId: SessionId) =>
  db.select().from(help).where(eq(help.sessionId, sessionId)).orderBy(desc(help.raisedAt)),
);

export async function openHelp(db: Reader, sessionId: SessionId) {
  return db
    .select({
      id: help.id,
      groupId: help.groupId,
      personId: help.personId,
      reason: help.reason,
      raisedAt: help.raisedAt,
      name: registration.name,
      claimedBy: help.claimedBy,
      claimer: person.name,
    })
    .from(help)
    .innerJoin(registration, and(eq(registration.personId, help.personId), eq(registration.sessionId, help.sessionId)))
    .leftJoin(person, eq(person.id, help.claimedBy))
    .where(and(eq(help.sessionId, sessionId), isNull(help.answeredAt)))
    .orderBy(asc(help.raisedAt));
}

export type MeasureKind = "asked" | "muted" | "removed";

/** What a facilitator does about a disturbing person: asked, muted in text, removed. With a reason, reversible; the same again changes nothing. */
export async function takeMeasure(
  db: Db,
  at: At,
  who: PersonId,
  personId: PersonId,
  kind: MeasureKind,
  reason: string,
): Promise<void> {
  const deed = deedBy(who, at.dialogueId, `measure.${kind}`, "person", personId);
  await change(db, deed, async (tx, { unchanged }) => {
    const has = await tx
      .select({ id: registration.id })
      .from(registration)
      .where(matches(registration, { sessionId: at.sessionId, personId }));
    if (has.length === 0) throw new Refused("not-yours", 404);
    const standing = await tx
      .select({ id: measure.id })
      .from(measure)
      .where(and(matches(measure, { sessionId: at.sessionId, personId, kind }), isNull(measure.liftedAt)));
    if (standing.length > 0) return unchanged(undefined);
    await tx.insert(measure).values({ sessionId: at.sessionId, personId, kind, reason, byId: who });
  });
}

export async function liftMeasure(db: Db, at: At, who: PersonId, id: string): Promise<void> {
  const deed = deedBy(who, at.dialogueId, "measure.lift", "measure", id);
  await change(db, deed, async (tx, { unchanged }) => {
    const lifted = await tx
      .update(measure)
      .set({ liftedAt: sql`clock_timestamp()`, liftedBy: who })
      .where(and(matches(measure, { id, sessionId: at.sessionId }), isNull(measure.liftedAt)))
      .returning({ id: measure.id });
    if (lifted.length === 0) unchanged(undefined);
  });
}

/** The reasons of what stands for one person, the newest of each kind. */
export async function reasonsFor(
  db: Reader,
  sessionId: SessionId,
  personId: PersonId,
): Promise<Partial<Record<MeasureKind, string>>> {
  const rows = (await measuresNow(db, sessionId)).filter((one) => one.personId === personId);
  return Object.fromEntries(rows.map(({ kind, reason }) => [kind, reason]));
}

export async function standingMeasures(db: Reader, sessionId: SessionId) {
  return db
    .select()
    .from(measure)
    .where(and(eq(measure.sessionId, sessionId), isNull(measure.liftedAt)))
    .orderBy(asc(measure.at));
}
const measuresNow = coalesceReads(standingMeasures);
