import { asc, eq } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { person, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import { Refused } from "../../../platform/http/refused.ts";
import type { DialogueId, PersonId, RegistrationId } from "../../../platform/ids.ts";
import { maySession } from "../../planning/session.ts";
import { happen } from "../admission/places.server.ts";
import { writeAnswers } from "../form/answers.server.ts";
import { areaName } from "../form/area-search.server.ts";
import type { Registration, TypedRegistration } from "../form/registration.ts";
import { retractOffers } from "../invitations/invitations.server.ts";
import { accessNeed, registrationField, registrationForm } from "../tables.ts";

type Mine = typeof registration.$inferSelect;

/** Everything somebody registered for in a dialogue, in the order of the sessions. */
export async function listMine(db: Reader, personId: PersonId, dialogueId: DialogueId) {
  return db
    .select({ registration, session })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .where(matches(registration, { personId, dialogueId }))
    .orderBy(asc(session.startsAt));
}

/** A registration as the form shows it. */
export async function asTyped(db: Reader, mine: Mine, mail: string): Promise<TypedRegistration> {
  const [others, [needs], area] = await Promise.all([
    db.select({ id: registrationField.fieldId }).from(registrationField).where(eq(registrationField.registrationId, mine.id)),
    db.select().from(accessNeed).where(eq(accessNeed.registrationId, mine.id)),
    areaName(db, mine.areaCode, mine.areaYear),
  ]);
  return {
    ...{ name: mine.name, mail, organisation: mine.organisation, function: mine.function },
    ...{ party: mine.partyId ?? "", field: mine.fieldId ?? "", otherFields: others.map(({ id }) => id) },
    ...{ area, brings: mine.brings, shownAs: mine.shownAs, licence: "", privacyVersion: "" },
    ...{ accessKinds: needs?.kinds ?? [], accessNeeds: needs?.text ?? "", accessConsent: needs ? "on" : "" },
  };
}

/** Their own change of their own answers; the place stays as it is. */
export async function changeAnswers(db: Db, mine: Mine, answers: Registration, now: Date): Promise<void> {
  const { id, personId, dialogueId } = mine;
  await change(db, deedBy(personId, dialogueId, "registration.change", "registration", id), async (tx) => {
    await writeAnswers(tx, { registrationId: id, personId, dialogueId }, answers);
    await tx.update(registration).set({ updatedAt: now }).where(eq(registration.id, id));
    await tx.update(person).set({ name: answers.name }).where(eq(person.id, personId));
  });
}

/** Signs off; the place goes to the first in line where the order decides. */
export async function signOff(
  db: Db,
  mine: { readonly id: RegistrationId; readonly dialogueId: DialogueId },
  actor: { readonly person: PersonId },
  now: Date,
): Promise<void> {
  await change(
    db,
    { scope: mine.dialogueId, actor, what: "registration.withdraw", subject: { kind: "registration", id: mine.id } },
    async (tx) => {
      const [row] = await tx
        .select({ sessionId: registration.sessionId, state: session.state })
        .from(registration)
        .innerJoin(session, eq(session.id, registration.sessionId))
        .where(matches(registration, { id: mine.id, dialogueId: mine.dialogueId }));
      if (!row || !maySession(row.state, "signOff")) throw new Refused("session-over");
      await retractOffers(tx, mine.id);
      // A form that still waits for its confirmation is of before.
      await tx.delete(registrationForm).where(eq(registrationForm.registrationId, mine.id));
      await happen(tx, row.sessionId, [{ type: "withdraw", id: mine.id }], now);
    },
  );
}

export async function nameOf(db: Reader, personId: PersonId): Promise<string | null> {
  const [row] = await db.select({ name: person.name }).from(person).where(eq(person.id, personId));
  return row?.name || null;
}

export async function chooseLanguage(
  db: Db,
  who: { readonly personId: PersonId; readonly dialogueId: DialogueId },
  locale: "nl" | "en",
): Promise<void> {
  const { personId, dialogueId } = who;
  await change(db, deedBy(personId, dialogueId, "person.language", "person", personId), async (tx) => {
    await tx.update(person).set({ locale }).where(eq(person.id, personId));
    await tx.update(registration).set({ locale }).where(matches(registration, { personId, dialogueId }));
  });
}

export async function mailOf(db: Reader, personId: PersonId): Promise<string> {
  const [row] = await db.select({ mail: person.mail }).from(person).where(eq(person.id, personId));
  return row?.mail ?? "";
}
