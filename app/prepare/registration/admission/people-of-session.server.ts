import { and, asc, count, eq, inArray } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { field, party, person, session } from "../../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../../platform/ids.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { area } from "../../areas/tables.ts";
import { accessNeed, registrationField } from "../tables.ts";

/** The session, when it is one of this dialogue. */
export async function findSession(db: Reader, at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId }) {
  const [row] = await db
    .select()
    .from(session)
    .where(matches(session, { id: at.sessionId, dialogueId: at.dialogueId }));
  return row ?? null;
}

/** Everybody on the list of a session, in the order in which they came. Not their access needs. */
export async function listPeople(db: Reader, sessionId: SessionId) {
  const rows = await db
    .select({
      id: registration.id,
      personId: registration.personId,
      state: registration.state,
      queue: registration.queue,
      name: registration.name,
      organisation: registration.organisation,
      function: registration.function,
      fieldId: registration.fieldId,
      field: field.name,
      shape: field.shape,
      partyId: registration.partyId,
      party: party.name,
      areaCode: registration.areaCode,
      area: area.name,
      areaEveryday: area.everydayName,
      brings: registration.brings,
      shownAs: registration.shownAs,
      source: registration.source,
      mail: person.mail,
      createdAt: registration.createdAt,
      confirmedAt: registration.confirmedAt,
      waitingSince: registration.waitingSince,
    })
    .from(registration)
    .innerJoin(person, eq(person.id, registration.personId))
    .leftJoin(field, eq(field.id, registration.fieldId))
    .leftJoin(party, eq(party.id, registration.partyId))
    .leftJoin(area, and(eq(area.code, registration.areaCode), eq(area.year, registration.areaYear)))
    .where(eq(registration.sessionId, sessionId))
    .orderBy(asc(registration.queue), asc(registration.createdAt));
  return rows.map(({ areaEveryday, ...row }) => ({ ...row, area: areaEveryday ?? row.area }));
}
export type PersonOfSession = Awaited<ReturnType<typeof listPeople>>[number];

export async function listOtherFields(db: Reader, sessionId: SessionId): Promise<Map<string, string[]>> {
  const rows = await db
    .select({ id: registrationField.registrationId, name: field.name })
    .from(registrationField)
    .innerJoin(registration, eq(registration.id, registrationField.registrationId))
    .innerJoin(field, eq(field.id, registrationField.fieldId))
    .where(eq(registration.sessionId, sessionId))
    .orderBy(asc(field.position));
  const names = new Map<string, string[]>();
  for (const { id, name } of rows) names.set(id, [...(names.get(id) ?? []), name]);
  return names;
}

/** How many ask for what, without names. */
export async function countAccessNeeds(db: Reader, sessionId: SessionId) {
  const rows = await db
    .select({ kinds: accessNeed.kinds, text: accessNeed.text })
    .from(accessNeed)
    .innerJoin(registration, eq(registration.id, accessNeed.registrationId))
    .where(matches(registration, { sessionId, state: "admitted" }));
  const asks = (kind: (typeof rows)[number]["kinds"][number]) => rows.filter(({ kinds }) => kinds.includes(kind)).length;
  return {
    captions: asks("captions"),
    "sign-language": asks("sign-language"),
    "text-only": asks("text-only"),
    other: rows.filter(({ text }) => text !== "").length,
  };
}

/** Who needs what. Each look is written down: this may be about health. */
export async function readAccessNeeds(db: Db, at: { dialogueId: DialogueId; sessionId: SessionId; by: PersonId }) {
  return change(db, deedBy(at.by, at.dialogueId, "access-needs.read", "session", at.sessionId), (tx) =>
    tx
      .select({
        id: registration.id,
        name: registration.name,
        state: registration.state,
        mail: person.mail,
        kinds: accessNeed.kinds,
        text: accessNeed.text,
      })
      .from(accessNeed)
      .innerJoin(registration, eq(registration.id, accessNeed.registrationId))
      .innerJoin(person, eq(person.id, registration.personId))
      .where(and(eq(registration.sessionId, at.sessionId), inArray(registration.state, ["admitted", "waiting", "confirmed"])))
      .orderBy(asc(registration.name)),
  );
}

/** Mail of a session that could not be delivered. */
export async function countFailed(db: Reader, dialogueId: DialogueId): Promise<number> {
  const [row] = await db
    .select({ n: count() })
    .from(mail)
    .where(matches(mail, { dialogueId, state: "failed" }));
  return row?.n ?? 0;
}
