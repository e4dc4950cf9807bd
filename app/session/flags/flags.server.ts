import { and, asc, eq, inArray, isNull, ne } from "drizzle-orm";
import { byUrgency } from "../../contribution/flag.ts";
import { card, contribution, flag } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { findPersonal } from "../../method/guard/guard.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { insight } from "../insights/tables.ts";
import type { Flagged } from "./flagged.ts";

/**
 * What waits for a look, the most urgent first. What its writer did not share yet is theirs alone and not in it; nor is what was
 * withdrawn, hidden or refused.
 */
export async function readFlags(
  db: Reader,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId },
): Promise<Flagged[]> {
  const flags = await db
    .select()
    .from(flag)
    .where(and(eq(flag.sessionId, at.sessionId), isNull(flag.settledAt)))
    .orderBy(asc(flag.at));
  const ids = (kind: string) => flags.filter((one) => one.subjectKind === kind).map(({ subjectId }) => subjectId);
  const texts = new Map<string, Found>();
  for (const { id, number, kind, personId, ...words } of await contributionsOf(db, ids("contribution")))
    texts.set(id, { of: kind, number, personId, texts: told(words) });
  for (const { id, number, authorId, text } of await insightsOf(db, ids("insight")))
    texts.set(id, { of: "insight", number, personId: authorId, texts: told({ text }) });
  for (const { personId, ...words } of await bringsOf(db, at.sessionId, ids("card")))
    texts.set(personId, { of: "card", number: null, personId, texts: told(words) });
  for (const { personId, ...words } of await cardsOf(db, at.dialogueId, ids("card")))
    texts.set(personId, { of: "card", number: null, personId, texts: told(words) });
  const people = await db
    .select({ personId: registration.personId, name: registration.name })
    .from(registration)
    .where(eq(registration.sessionId, at.sessionId));
  const nameOf = new Map(people.map(({ personId, name }) => [personId, name]));

  const bySubject = Map.groupBy(flags, ({ subjectId }) => subjectId);
  const items = [...bySubject].flatMap(([id, own]): Flagged[] => {
    const found = texts.get(id);
    const [first] = own;
    if (!found || !first) return [];
    const { personId, ...about } = found;
    const by = personId ? (nameOf.get(personId) ?? "") : "";
    const seen = own.map(({ why, text, at: since, kinds }) => ({ why, text, kinds, at: since.getTime() }));
    return [{ id, subject: first.subjectKind, by, ...about, flags: seen }];
  });
  return byUrgency(items);
}

type Found = Pick<Flagged, "of" | "number" | "texts"> & { readonly personId: PersonId | null };

const told = (words: Readonly<Record<string, string>>) =>
  Object.values(words)
    .filter((text) => text !== "")
    .map((text) => ({ text, found: findPersonal(text) }));

function contributionsOf(db: Reader, ids: readonly string[]) {
  const c = contribution;
  return db
    .select({
      id: c.id,
      number: c.number,
      kind: c.kind,
      personId: c.personId,
      text: c.text,
      situation: c.situation,
      forWhom: c.forWhom,
      tried: c.tried,
      wouldHelp: c.wouldHelp,
    })
    .from(c)
    .where(and(inArray(c.id, [...ids] as (typeof c.$inferSelect.id)[]), eq(c.state, "visible"), ne(c.shared, "private")));
}

function insightsOf(db: Reader, ids: readonly string[]) {
  return db
    .select({ id: insight.id, number: insight.number, authorId: insight.authorId, text: insight.text })
    .from(insight)
    .where(
      and(inArray(insight.id, [...ids] as (typeof insight.$inferSelect.id)[]), inArray(insight.state, ["open", "proposed"])),
    );
}

/** What stands on a card until its person writes one. */
function bringsOf(db: Reader, sessionId: SessionId, ids: readonly string[]) {
  return db
    .select({ personId: registration.personId, brings: registration.brings })
    .from(registration)
    .where(and(eq(registration.sessionId, sessionId), inArray(registration.personId, [...ids] as PersonId[])));
}

function cardsOf(db: Reader, dialogueId: DialogueId, ids: readonly string[]) {
  return db
    .select({ personId: card.personId, does: card.does, place: card.place, offers: card.offers, looksFor: card.looksFor })
    .from(card)
    .where(and(eq(card.dialogueId, dialogueId), inArray(card.personId, [...ids] as (typeof card.$inferSelect.personId)[])));
}
