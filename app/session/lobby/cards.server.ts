import { and, eq, inArray } from "drizzle-orm";
import { guardWords } from "../../contribution/flags.server.ts";
import { card } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { type Card, firstCard } from "./card.ts";

/** One card per person and dialogue; the last one written holds. */
export async function saveCard(
  db: Db,
  at: { dialogueId: DialogueId; sessionId: SessionId; personId: PersonId },
  words: Card,
): Promise<void> {
  const { dialogueId, sessionId, personId } = at;
  const deed = deedBy(personId, dialogueId, "card.save", "card", personId);
  await change(db, deed, async (tx, { now }) => {
    await tx
      .insert(card)
      .values({ dialogueId, personId, ...words, updatedAt: now })
      .onConflictDoUpdate({ target: [card.dialogueId, card.personId], set: { ...words, updatedAt: now } });
    const texts = [words.does, words.place, words.offers, words.looksFor];
    await guardWords(tx, { dialogueId, sessionId }, { kind: "card", id: personId }, texts);
  });
}

/** The cards of these people in a session; who wrote none gets what registration told of them. */
export async function cardsOf(
  db: Reader,
  sessionId: SessionId,
  people: readonly PersonId[],
): Promise<Map<PersonId, Card & { readonly written: boolean }>> {
  if (people.length === 0) return new Map();
  const rows = await db
    .select({ registration, card, area: area.name })
    .from(registration)
    .leftJoin(card, and(eq(card.personId, registration.personId), eq(card.dialogueId, registration.dialogueId)))
    .leftJoin(area, and(eq(area.code, registration.areaCode), eq(area.year, registration.areaYear)))
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.personId, [...people])));
  return new Map(
    rows.map(({ registration: told, card: own, area: name }) => [
      told.personId,
      own
        ? { does: own.does, place: own.place, offers: own.offers, looksFor: own.looksFor, written: true }
        : // Who chose to be shown without name or function is not given away by their organisation.
          {
            ...firstCard({ ...told, ...(told.shownAs === "none" && { function: "", organisation: "" }), area: name ?? "" }),
            written: false,
          },
    ]),
  );
}
