import { and, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { card } from "../../contribution/tables.ts";
import { mayDialogue } from "../../dialogue/dialogue.ts";
import { measure, registration } from "../../dialogue/people/tables.ts";
import { dialogue, field, session } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FieldId, PersonId } from "../../platform/ids.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { networkMember } from "../tables.ts";
import { areaNameOf, type FoundPlace } from "./areas.server.ts";
import { forgetMember } from "./forget.server.ts";
import { networkLanguage } from "./language.server.ts";
import { asSeen, type CardForm, type CardWords, shownIn, type Viewer, wordsOfCard } from "./member.ts";
import { stemsOf } from "./stems.ts";

/** The version of the text that somebody agrees to on joining. */
const consentVersion = "1";
export type Member = typeof networkMember.$inferSelect;
/** Somebody in a dialogue. */
export interface At {
  readonly dialogueId: DialogueId;
  readonly personId: PersonId;
}

export async function findMember(db: Reader, { dialogueId, personId }: At): Promise<Member | null> {
  const [row] = await db.select().from(networkMember).where(matches(networkMember, { dialogueId, personId }));
  return row ?? null;
}

/** What registration and the session already told, for a card that nobody has to type twice. */
export async function firstWords(db: Reader, { dialogueId, personId }: At) {
  const [told] = await db
    .select()
    .from(registration)
    .where(matches(registration, { personId, dialogueId }))
    .orderBy(desc(registration.admittedAt), desc(registration.createdAt))
    .limit(1);
  const [own] = await db.select().from(card).where(matches(card, { personId, dialogueId }));
  return {
    name: told?.name ?? "",
    does: own?.does || [told?.function, told?.organisation].filter(Boolean).join(", "),
    area: await areaNameOf(db, told?.areaCode ?? null, told?.areaYear ?? null),
    offers: own?.offers || told?.brings || "",
    looksFor: own?.looksFor ?? "",
    fields: told?.fieldId ? [told.fieldId as string] : [],
    languages: [told?.locale ?? "nl"],
  };
}

/**
 * Makes somebody a member with this card, or writes the card anew: it holds everywhere at once [NW1, NW4].
 * @throws Refused not-now, removed, gone: a field is not of this dialogue
 */
export async function saveMember(db: Db, at: At, form: CardForm, place: FoundPlace | null): Promise<void> {
  const { dialogueId, personId } = at;
  const language = await networkLanguage();
  const before = await findMember(db, at);
  const deed = deedOf(at, before ? "network.card" : "network.join");
  await change(db, deed, async (tx, { now }) => {
    await requireWelcome(tx, at);
    const fields = await fieldsOf(tx, dialogueId, form.fields as FieldId[]);
    const shown = shownIn(form);
    const words: CardWords = {
      ...{ name: form.name, does: form.does, offers: form.offers, looksFor: form.looksFor, languages: form.languages },
      ...{ area: place?.name ?? "", fields: fields.map(({ name }) => name) },
    };
    const stems = (viewer: Viewer) => {
      const seen = asSeen(words, shown, viewer);
      return stemsOf(`${wordsOfCard(seen)}\n${seen.fields.join("\n")}`, language);
    };
    const row = {
      ...{ name: words.name, does: words.does, offers: words.offers, looksFor: words.looksFor, shown },
      ...{ areaCode: place?.code ?? null, areaYear: place?.year ?? null, municipality: place?.municipality ?? null },
      ...{ fieldIds: fields.map(({ id }) => id), languages: form.languages, digest: form.digest === "on", updatedAt: now },
      ...{ stemsMembers: stems("members"), stemsParticipants: stems("participants"), stemsPublic: stems("public") },
    };
    const made = await tx
      .insert(networkMember)
      .values({ dialogueId, personId, ...row })
      .onConflictDoUpdate({ target: [networkMember.dialogueId, networkMember.personId], set: row })
      .returning({ isNew: sql<boolean>`xmax = 0` });
    if (made[0]?.isNew)
      await tx.insert(consent).values({ personId, dialogueId, purpose: "network", given: true, textVersion: consentVersion });
  });
}

/** Takes somebody out of the network with all they left in it [NW4]. */
export async function leaveNetwork(db: Db, at: At): Promise<void> {
  const { dialogueId, personId } = at;
  await change(db, deedOf(at, "network.leave"), async (tx, { unchanged }) => {
    if (!(await findMember(tx, at))) return unchanged(undefined);
    await forgetMember(tx, personId, dialogueId);
    await tx.insert(consent).values({ personId, dialogueId, purpose: "network", given: false, textVersion: consentVersion });
  });
}

/**
 * The member who does something in the network.
 * @throws Refused not-member, removed, not-now
 */
export async function requireMember(tx: Tx, at: At): Promise<Member> {
  await requireWelcome(tx, at);
  const found = await findMember(tx, at);
  if (!found) throw new Refused("not-member");
  return found;
}

/** Somebody who had to leave a session of the dialogue writes nothing in its network. */
async function requireWelcome(tx: Tx, { dialogueId, personId }: At): Promise<void> {
  const [row] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
  if (!row || !mayDialogue(row.state, "network")) throw new Refused("not-now");
  const removed = await tx
    .select({ id: measure.id })
    .from(measure)
    .innerJoin(session, eq(session.id, measure.sessionId))
    .where(and(eq(session.dialogueId, dialogueId), matches(measure, { personId, kind: "removed" }), isNull(measure.liftedAt)))
    .limit(1);
  if (removed.length > 0) throw new Refused("removed");
}

/** These fields, in the order of the dialogue's list. @throws Refused gone */
export async function fieldsOf(tx: Reader, dialogueId: DialogueId, ids: readonly FieldId[]) {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: field.id, name: field.name })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), inArray(field.id, [...ids])))
    .orderBy(field.position);
  if (rows.length < new Set(ids).size) throw new Refused("gone");
  return rows;
}

export const deedOf = (at: At, what: string, subject?: { readonly kind: string; readonly id: string }) => ({
  scope: at.dialogueId,
  actor: { person: at.personId },
  what,
  subject: subject ?? { kind: "person", id: at.personId },
});
