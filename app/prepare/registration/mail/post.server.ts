import { and, eq, inArray, sql } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import type { session } from "../../../dialogue/tables.ts";
import type { Tx } from "../../../platform/database/change.server.ts";
import type { PersonId, RegistrationId, SessionId } from "../../../platform/ids.ts";
import { dropMail, type Posting, postAll } from "../../../platform/mail/outbox.server.ts";
import { type ReminderKind, remindersAfter } from "./reminders.ts";

type Session = typeof session.$inferSelect;
export type PlaceMail = "confirmed" | "admitted" | "waiting" | "declined" | "promoted" | "withdrawn" | "moved" | "cancelled";

const reminderMail = { "7d": "reminder.7d", "1d": "reminder.1d", "30m": "reminder.30m" } as const satisfies Record<
  ReminderKind,
  string
>;
const allReminders = Object.values(reminderMail);

/** Letters about places. Each has a number of its own: only the newest still says something when it leaves. */
export async function postAboutPlaces(
  tx: Tx,
  mails: ReadonlyMap<RegistrationId, PlaceMail>,
  about: Session,
  now: Date,
): Promise<void> {
  if (mails.size === 0) return;
  const { id: sessionId, dialogueId } = about;
  const rows = await tx
    .update(registration)
    .set({ letterSequence: sql`${registration.letterSequence} + 1` })
    .where(inArray(registration.id, [...mails.keys()]))
    .returning({
      id: registration.id,
      personId: registration.personId,
      sequence: registration.letterSequence,
      state: registration.state,
    });
  await dropMail(tx, { personIds: rows.map(({ personId }) => personId), sessionId, kinds: allReminders });
  const postings = rows.flatMap(({ id, personId, sequence, state }): Posting[] => {
    const mail = mails.get(id) as PlaceMail; // asked for by these very keys
    const letter: Posting = {
      ...{ personId, dialogueId, sessionId, kind: `registration.${mail}`, event: `${id}:${sequence}` },
      details: { registration: id, sequence: String(sequence) },
    };
    return state === "admitted" && mail !== "cancelled" ? [letter, ...remindersOf({ id, personId }, about, now)] : [letter];
  });
  await postAll(tx, postings);
}

/** Due rows for the date as it is; what was sent for this date already is not sent again. */
function remindersOf(to: { readonly id: RegistrationId; readonly personId: PersonId }, about: Session, now: Date): Posting[] {
  return remindersAfter(about.id, about.startsAt, now).map((reminder) => ({
    ...{ personId: to.personId, dialogueId: about.dialogueId, sessionId: about.id },
    kind: reminderMail[reminder.kind],
    event: reminder.key,
    details: { registration: to.id, until: reminder.until.toISOString() },
    dueAt: reminder.dueAt,
  }));
}

/** Everybody who has a place, waits for one or may still be chosen. */
export async function listHopeful(tx: Tx, sessionId: SessionId) {
  return tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.state, ["admitted", "waiting", "confirmed"])));
}
