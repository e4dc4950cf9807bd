import { and, asc, count, desc, eq, isNull } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { call, type dialogue as dialogueTable, field, party, privacyText, session } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { DialogueId, SessionId } from "../../../platform/ids.ts";
import { invitedOffer, type Offer, offerOf } from "../my-page/offer.ts";

type Dialogue = typeof dialogueTable.$inferSelect;

export interface SessionOffer {
  readonly id: SessionId;
  readonly title: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly closesAt: Date | null;
  readonly offer: Offer;
  readonly invited: Offer;
}

/** What one may choose from on the form, and what is asked to be read. */
export async function findLists(db: Reader, dialogueId: DialogueId) {
  const [fields, parties, privacy] = await Promise.all([
    db
      .select({ id: field.id, name: field.name, shape: field.shape })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id, name: party.name, organisationOptional: party.organisationOptional })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
    db
      .select({ version: privacyText.version, text: privacyText.text })
      .from(privacyText)
      .where(eq(privacyText.dialogueId, dialogueId))
      .orderBy(desc(privacyText.version))
      .limit(1),
  ]);
  return { fields, parties, privacy: privacy[0] ?? { version: 0, text: "" } };
}
export type Lists = Awaited<ReturnType<typeof findLists>>;

export async function listOffers(db: Reader, of: Dialogue, now: Date): Promise<SessionOffer[]> {
  const [sessions, taken] = await Promise.all([
    db.select().from(session).where(eq(session.dialogueId, of.id)).orderBy(asc(session.startsAt)),
    db
      .select({ sessionId: registration.sessionId, admitted: count() })
      .from(registration)
      .where(matches(registration, { dialogueId: of.id, state: "admitted" }))
      .groupBy(registration.sessionId),
  ]);
  return sessions.map((one) => {
    const admitted = taken.find(({ sessionId }) => sessionId === one.id)?.admitted ?? 0;
    const facts = {
      dialogue: of.state,
      session: one.state,
      closesAt: one.registrationClosesAt,
      free: Math.max(0, one.capacity - admitted),
      mode: of.settings.admission,
    };
    const { id, title, startsAt, endsAt, registrationClosesAt } = one;
    return {
      ...{ id, title, startsAt, endsAt, closesAt: registrationClosesAt },
      offer: offerOf(facts, now),
      invited: invitedOffer(facts),
    };
  });
}

export async function findContact(db: Reader, dialogueId: DialogueId): Promise<{ owner: string; contact: string }> {
  const [row] = await db.select({ owner: call.owner, contact: call.contact }).from(call).where(eq(call.dialogueId, dialogueId));
  return row ?? { owner: "", contact: "" };
}
