import { asc, desc, eq } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { registration } from "../../../dialogue/people/tables.ts";
import { field, party, person, session } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, RegistrationId } from "../../../platform/ids.ts";
import { mail } from "../../../platform/mail/tables.ts";
import { maySession } from "../../planning/session.ts";
import { areaName } from "../form/area-search.server.ts";
import { registrationField } from "../tables.ts";
import type { Decision } from "./admission.server.ts";
import type { RegistrationState } from "./places.ts";

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const replaced = alias(registration, "replaced");

/** One person on the list, with the letters they got. Not what they need: that has its own page. */
export async function findPersonOnList(db: Reader, dialogueId: DialogueId, id: string) {
  if (!uuid.test(id)) return null;
  const [row] = await db
    .select({
      registration,
      session,
      mail: person.mail,
      field: field.name,
      shape: field.shape,
      party: party.name,
      replaces: replaced.name,
    })
    .from(registration)
    .innerJoin(session, eq(session.id, registration.sessionId))
    .innerJoin(person, eq(person.id, registration.personId))
    .leftJoin(field, eq(field.id, registration.fieldId))
    .leftJoin(party, eq(party.id, registration.partyId))
    .leftJoin(replaced, eq(replaced.id, registration.substituteFor))
    // what looks like an id may be anybody's: it has to be of this dialogue
    .where(matches(registration, { id: id as RegistrationId, dialogueId }));
  if (!row) return null;
  const { registration: mine } = row;
  const [others, letters, area] = await Promise.all([
    db
      .select({ name: field.name })
      .from(registrationField)
      .innerJoin(field, eq(field.id, registrationField.fieldId))
      .where(eq(registrationField.registrationId, mine.id))
      .orderBy(asc(field.position)),
    db
      .select({ id: mail.id, kind: mail.kind, state: mail.state, dueAt: mail.dueAt, sentAt: mail.sentAt, error: mail.error })
      .from(mail)
      .where(matches(mail, { personId: mine.personId, dialogueId }))
      .orderBy(desc(mail.dueAt)),
    areaName(db, mine.areaCode, mine.areaYear),
  ]);
  return {
    id: mine.id,
    sessionId: mine.sessionId,
    state: mine.state,
    ...{ name: mine.name, mail: row.mail ?? "", work: [mine.function, mine.organisation].filter(Boolean).join(", ") },
    ...{ field: row.field ?? "", shape: row.shape, party: row.party ?? "", area, brings: mine.brings },
    ...{ shownAs: mine.shownAs, source: mine.source, replaces: row.replaces, since: mine.createdAt },
    others: others.map(({ name }) => name),
    letters,
    may: {
      decide: maySession(row.session.state, "admit") ? choicesFor(mine.state) : [],
      signOff: maySession(row.session.state, "signOff") && mine.state !== "withdrawn",
      resend: mine.state !== "withdrawn",
    },
  };
}

/** What an organiser may still decide about somebody. */
function choicesFor(state: RegistrationState): readonly Decision[] {
  if (state === "confirmed") return ["admit", "wait", "decline"];
  if (state === "waiting") return ["admit", "decline"];
  return state === "declined" ? ["admit", "wait"] : [];
}
