import { and, desc, eq, gt, lte, sql } from "drizzle-orm";
import { addDevice } from "../../../dialogue/people/devices.server.ts";
import { findLink, spendLink } from "../../../dialogue/people/links.server.ts";
import { personOf } from "../../../dialogue/people/people.server.ts";
import { registration } from "../../../dialogue/people/tables.ts";
import { person, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader, type Tx } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, RegistrationId, SessionId } from "../../../platform/ids.ts";
import { brakeVisitors, nextFor } from "../../../platform/mail/brake.server.ts";
import { post } from "../../../platform/mail/outbox.server.ts";
import { maySession } from "../../planning/session.ts";
import { writeAnswers } from "../form/answers.server.ts";
import type { Registration } from "../form/registration.ts";
import { registrationForm } from "../tables.ts";
import { happen } from "./places.server.ts";
import type { PlaceEvent } from "./places.ts";

type Locale = "nl" | "en";
interface Answers extends Registration {
  readonly locale: Locale;
}

/**
 * Keeps a form until its address is confirmed, and mails the link for that. An address that we know already gets the same answer:
 * whoever fills in somebody else's address changes nothing of theirs.
 * @returns "too-many" when the address had all the mail it may get within the hour
 */
export async function receiveForm(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId },
  answers: Answers,
  now: Date,
): Promise<"kept" | "too-many"> {
  await brakeVisitors(db);
  return change(
    db,
    { scope: at.dialogueId, actor: "visitor", what: "registration.send", subject: { kind: "session", id: at.sessionId } },
    async (tx) => {
      const personId = await personOf(tx, answers.mail, answers.name, answers.locale);
      const registrationId = await pendingFor(tx, at, personId, answers);
      if (await isSentJustNow(tx, registrationId, answers, now)) return "kept";
      const dueAt = await nextFor(tx, personId, "registration.confirm", now);
      if (!dueAt) return "too-many";
      const [form] = await tx
        .insert(registrationForm)
        .values({ registrationId, answers, createdAt: now })
        .returning({ id: registrationForm.id });
      if (!form) throw new Error("form not kept");
      await post(tx, {
        personId,
        kind: "registration.confirm",
        event: form.id,
        ...at,
        details: { form: form.id, registration: registrationId },
        dueAt,
      });
      return "kept";
    },
  );
}

/** The registration of this person for this session; a new one knows nothing but the name until the address is confirmed. */
async function pendingFor(
  tx: Tx,
  at: { dialogueId: DialogueId; sessionId: SessionId },
  personId: PersonId,
  answers: Answers,
): Promise<RegistrationId> {
  await tx
    .insert(registration)
    .values({ ...at, personId, name: answers.name, locale: answers.locale })
    .onConflictDoNothing();
  const [row] = await tx
    .select({ id: registration.id })
    .from(registration)
    .where(matches(registration, { sessionId: at.sessionId, personId }));
  if (!row) throw new Error("registration not kept");
  return row.id;
}

/** A double click, or the back button: the same answers within ten minutes need no second mail. */
async function isSentJustNow(tx: Tx, registrationId: RegistrationId, answers: Answers, now: Date): Promise<boolean> {
  const rows = await tx
    .select({ same: sql<boolean>`${registrationForm.answers} = ${JSON.stringify(answers)}::jsonb` })
    .from(registrationForm)
    .where(
      and(
        eq(registrationForm.registrationId, registrationId),
        gt(registrationForm.createdAt, new Date(now.getTime() - 10 * 60_000)),
      ),
    )
    .orderBy(desc(registrationForm.createdAt))
    .limit(1);
  return rows[0]?.same ?? false;
}

export type ConfirmLink =
  | { readonly status: "unknown" }
  | { readonly status: "used" | "replaced" | "over"; readonly dialogueId: DialogueId }
  | {
      readonly status: "open";
      readonly dialogueId: DialogueId;
      readonly formId: string;
      readonly registration: typeof registration.$inferSelect;
      readonly session: typeof session.$inferSelect;
      readonly answers: Answers;
    };

/** What a confirm link is about; looks and uses nothing. */
export async function findConfirm(db: Reader, token: string): Promise<ConfirmLink> {
  const link = await findLink(db, "confirm", token);
  if (!link?.dialogueId || !link.subjectId) return { status: "unknown" };
  const { dialogueId } = link;
  if (link.usedAt) return { status: "used", dialogueId };
  const [found] = await db
    .select({ form: registrationForm, registration, session })
    .from(registrationForm)
    .innerJoin(registration, eq(registration.id, registrationForm.registrationId))
    .innerJoin(session, eq(session.id, registration.sessionId))
    .where(eq(registrationForm.id, link.subjectId));
  if (!found) return { status: "replaced", dialogueId };
  if (!maySession(found.session.state, "confirm")) return { status: "over", dialogueId };
  // written by receiveForm, as it was read from the form
  const answers = found.form.answers as Answers;
  return { status: "open", dialogueId, formId: found.form.id, registration: found.registration, session: found.session, answers };
}

export type Confirmed =
  | {
      readonly status: "done";
      readonly dialogueId: DialogueId /** null: this browser was signed in already */;
      readonly deviceToken: string | null;
    }
  | { readonly status: "unknown" }
  | { readonly status: "used" | "replaced" | "over"; readonly dialogueId: DialogueId };

/** The address is theirs: the answers become the registration's, the place is decided, and this browser is signed in. */
export async function confirmForm(
  db: Db,
  token: string,
  browser: { readonly name: string; readonly signedInAs: PersonId | null },
  now: Date,
): Promise<Confirmed> {
  const seen = await findConfirm(db, token);
  if (seen.status !== "open") return seen;
  const { dialogueId, registration: mine } = seen;
  return change(
    db,
    deedBy(mine.personId, dialogueId, "registration.confirm", "registration", mine.id),
    async (tx): Promise<Confirmed> => {
      const about = await findConfirm(tx, token);
      if (about.status !== "open") return about;
      await spendLink(tx, "confirm", token);
      await takeOver(tx, about, now);
      await happen(tx, mine.sessionId, arriving(about.registration), now);
      if (browser.signedInAs === mine.personId) return { status: "done", dialogueId, deviceToken: null };
      const device = await addDevice(tx, "participant", mine.personId, { dialogueId, name: browser.name });
      return { status: "done", dialogueId, deviceToken: device.token };
    },
  );
}

/** Who signed off before comes in at the end of the line. */
export function arriving({ id, state }: Pick<typeof registration.$inferSelect, "id" | "state">, at = Date.now()): PlaceEvent[] {
  const confirm: PlaceEvent = { type: "confirm", id, at };
  return state === "withdrawn" ? [{ type: "register", id, invited: false }, confirm] : [confirm];
}

async function takeOver(tx: Tx, about: Extract<ConfirmLink, { status: "open" }>, now: Date): Promise<void> {
  const { registration: mine, answers, formId } = about;
  await writeAnswers(tx, { registrationId: mine.id, personId: mine.personId, dialogueId: about.dialogueId }, answers);
  await tx.update(registration).set({ locale: answers.locale, updatedAt: now }).where(eq(registration.id, mine.id));
  await tx.update(person).set({ name: answers.name, locale: answers.locale }).where(eq(person.id, mine.personId));
  // This form and older ones are done; a newer one still waits for its own link.
  await tx
    .delete(registrationForm)
    .where(
      and(
        eq(registrationForm.registrationId, mine.id),
        lte(registrationForm.createdAt, sql`(select created_at from registration_form where id = ${formId})`),
      ),
    );
}
