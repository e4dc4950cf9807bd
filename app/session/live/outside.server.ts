import { and, count, eq, isNotNull, isNull } from "drizzle-orm";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person, session } from "../../dialogue/tables.ts";
import { addUntil } from "../../dialogue/writing-period.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import type { LetterKind } from "../../platform/mail/kinds.ts";
import { dropMail, type Posting, postAll } from "../../platform/mail/outbox.server.ts";
import { maySession } from "../../prepare/planning/session.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly sessionId: SessionId;
  readonly by: PersonId;
}
type Session = typeof session.$inferSelect;

/** Who pressed "end" too early resumes within this time, and nobody was mailed. */
const mailAfterMs = 10 * 60_000;
const aDayMs = 86_400_000;

/** Lets people prepare, or no longer. Those who have a place are mailed the first time; who gets one later reads it with that news. */
export async function setPreparation(db: Db, at: At, open: boolean): Promise<void> {
  const what = open ? "session.prepare-open" : "session.prepare-close";
  await change(db, deedOf(at, what), async (tx, { now, unchanged }) => {
    const held = await sessionOf(tx, at);
    if ((held.prepareFrom !== null) === open) return unchanged(undefined);
    if (open && !(maySession(held.state, "prepare") && mayDialogue(held.dialogue, "contribute"))) throw new Refused("not-now");
    await tx
      .update(session)
      .set({ prepareFrom: open ? now : null })
      .where(eq(session.id, at.sessionId));
    if (open) await postAll(tx, await toEverybody(tx, held, "session.prepare", at.sessionId));
    else await dropAll(tx, held, ["session.prepare"]);
  });
}

/** For how many days after the end things can be added; of a session that has ended it holds at once. */
export async function setAfterDays(db: Db, at: At, days: number): Promise<void> {
  await change(db, deedOf(at, "session.after-days"), async (tx, { now, unchanged }) => {
    const held = await sessionOf(tx, at);
    if (held.afterDays === days) return unchanged(undefined);
    const changed = { ...held, afterDays: days };
    await tx.update(session).set({ afterDays: days }).where(eq(session.id, at.sessionId));
    if (held.state === "ended") await postAfter(tx, changed, now);
  });
}

/** Tells who had a place that they can still add something, and once more on the day before it closes. */
export async function postAfter(tx: Tx, held: Session, now: Date): Promise<void> {
  await dropAll(tx, held, ["session.add", "session.add-reminder"]);
  const until = addUntil(held);
  if (!until || !held.endedAt) return;
  const dueAt = new Date(Math.max(now.getTime(), held.endedAt.getTime() + mailAfterMs));
  const before = new Date(until.getTime() - aDayMs - 15 * 3_600_000);
  const first = await toEverybody(tx, held, "session.add", held.id, dueAt);
  const again =
    before > dueAt ? await toEverybody(tx, held, "session.add-reminder", `${held.id}:${until.toISOString()}`, before) : [];
  await postAll(
    tx,
    [...first, ...again].filter(() => until > now),
  );
}

/** The session goes on after all. */
export const dropAfter = (tx: Tx, held: Session): Promise<void> => dropAll(tx, held, ["session.add", "session.add-reminder"]);

/** Who would be mailed. */
export async function countWithPlace(db: Reader, sessionId: SessionId): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .where(placed(sessionId));
  return row?.n ?? 0;
}

const placed = (sessionId: SessionId) =>
  and(matches(registration, { sessionId, state: "admitted" }), isNotNull(person.mail), isNull(person.erasedAt));

async function toEverybody(tx: Tx, held: Session, kind: LetterKind, event: string, dueAt?: Date): Promise<Posting[]> {
  const rows = await tx
    .select({ personId: registration.personId, id: registration.id })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .where(placed(held.id));
  return rows.map(({ personId, id }) => ({
    ...{ personId, kind, event, dialogueId: held.dialogueId, sessionId: held.id },
    details: { registration: id },
    ...(dueAt ? { dueAt } : {}),
  }));
}

async function dropAll(tx: Tx, held: Session, kinds: readonly LetterKind[]): Promise<void> {
  const rows = await tx.select({ personId: registration.personId }).from(registration).where(eq(registration.sessionId, held.id));
  if (rows.length === 0) return;
  await dropMail(tx, { personIds: rows.map(({ personId }) => personId), sessionId: held.id, kinds });
}

async function sessionOf(tx: Tx, at: At) {
  const [row] = await tx
    .select({ session, dialogue: dialogue.state })
    .from(session)
    .innerJoin(dialogue, eq(dialogue.id, session.dialogueId))
    .where(matches(session, { id: at.sessionId, dialogueId: at.dialogueId }));
  if (!row) throw new Refused("not-now");
  return { ...row.session, dialogue: row.dialogue };
}

const deedOf = (at: At, what: string) => deedBy(at.by, at.dialogueId, what, "session", at.sessionId);
