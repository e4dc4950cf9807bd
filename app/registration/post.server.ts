import { and, eq, inArray, sql } from "drizzle-orm";
import { registration, type session } from "../db/schema.ts";
import type { PersonId, RegistrationId, SessionId } from "../ids.ts";
import { dropMail, post } from "../mail/outbox.server.ts";
import type { Tx } from "../platform/change.server.ts";
import { type ReminderKind, remindersAfter } from "./reminders.ts";

type Session = typeof session.$inferSelect;
export type PlaceMail = "confirmed" | "admitted" | "waiting" | "declined" | "promoted" | "withdrawn" | "moved" | "cancelled";

export const reminderMail = { "7d": "reminder.7d", "1d": "reminder.1d", "30m": "reminder.30m" } as const satisfies Record<
  ReminderKind,
  string
>;
const allReminders = Object.values(reminderMail);

/** A letter about somebody's place. Each has a number of its own: only the newest still says something when it leaves. */
export async function postAboutPlace(
  tx: Tx,
  about: { readonly registrationId: RegistrationId; readonly mail: PlaceMail; readonly session: Session },
  now: Date,
): Promise<void> {
  const [row] = await tx
    .update(registration)
    .set({ letterSequence: sql`${registration.letterSequence} + 1` })
    .where(eq(registration.id, about.registrationId))
    .returning({ personId: registration.personId, sequence: registration.letterSequence, state: registration.state });
  if (!row) return;
  const { id: sessionId, dialogueId } = about.session;
  await post(tx, {
    personId: row.personId,
    kind: `registration.${about.mail}`,
    event: `${about.registrationId}:${row.sequence}`,
    dialogueId,
    sessionId,
    details: { registration: about.registrationId, sequence: String(row.sequence) },
  });
  await dropMail(tx, { personId: row.personId, sessionId, kinds: allReminders });
  if (row.state === "admitted" && about.mail !== "cancelled") await postReminders(tx, { ...about, personId: row.personId }, now);
}

/** Due rows for the date as it is; what was sent for this date already is not sent again. */
async function postReminders(
  tx: Tx,
  about: { readonly registrationId: RegistrationId; readonly personId: PersonId; readonly session: Session },
  now: Date,
): Promise<void> {
  const { id: sessionId, dialogueId, startsAt } = about.session;
  for (const reminder of remindersAfter(sessionId, startsAt, now))
    await post(tx, {
      personId: about.personId,
      kind: reminderMail[reminder.kind],
      event: reminder.key,
      dialogueId,
      sessionId,
      details: { registration: about.registrationId, until: reminder.until.toISOString() },
      dueAt: reminder.dueAt,
    });
}

/** Everybody who has a place, waits for one or may still be chosen. */
export async function listHopeful(tx: Tx, sessionId: SessionId) {
  return tx
    .select({ id: registration.id })
    .from(registration)
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.state, ["admitted", "waiting", "confirmed"])));
}
