import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { registration } from "../../dialogue/people/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, ItemId, PersonId, ReactionId } from "../../platform/ids.ts";
import { postAll } from "../../platform/mail/outbox.server.ts";
import { deedOf, requireItem, requirePlanning } from "../items/line.server.ts";
import { itemCause, itemReaction, programmeItem, progress } from "../tables.ts";
import { nextReactions, type Reaction } from "./reaction.ts";

/** Whether participants may say now if the items would help them. */
export async function asksReactions(db: Reader, dialogueId: DialogueId): Promise<boolean> {
  const [row] = await db
    .select({ asked: dialogue.programmeAskedAt, ended: dialogue.programmeAskEndedAt })
    .from(dialogue)
    .where(eq(dialogue.id, dialogueId));
  return Boolean(row?.asked && !row.ended);
}

/** Asks participants whether the draft would help them, by mail and on their own page; or ends that. */
export async function askReactions(db: Db, dialogueId: DialogueId, who: PersonId, asks: boolean): Promise<void> {
  const deed = deedOf(dialogueId, who, asks ? "programme.ask" : "programme.ask-end", dialogueId, "dialogue");
  await change(db, deed, async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    if ((await asksReactions(tx, dialogueId)) === asks) return unchanged(undefined);
    await tx
      .update(dialogue)
      .set(asks ? { programmeAskedAt: now, programmeAskEndedAt: null } : { programmeAskEndedAt: now })
      .where(eq(dialogue.id, dialogueId));
    if (!asks) return;
    const people = await tx
      .selectDistinct({ id: registration.personId })
      .from(registration)
      .innerJoin(person, eq(person.id, registration.personId))
      .where(and(matches(registration, { dialogueId, state: "admitted" }), isNotNull(person.mail)));
    const event = `${dialogueId}:${now.toISOString()}`;
    await postAll(
      tx,
      people.map(({ id }) => ({ personId: id, dialogueId, kind: "programme.react" as const, event })),
    );
  });
}

/** What somebody says of an item; saying it again changes it, the same again does nothing. */
export async function react(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  said: { readonly item: ItemId; readonly fit: Reaction; readonly text: string },
): Promise<void> {
  await change(db, deedOf(dialogueId, who, "item.react", said.item), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    if (!(await asksReactions(tx, dialogueId))) throw new Refused("not-now");
    const item = await requireItem(tx, dialogueId, said.item);
    const [before] = await tx
      .select()
      .from(itemReaction)
      .where(matches(itemReaction, { itemId: said.item, personId: who }));
    const { fit, text } = said;
    if (before && before.fit === fit && before.text === text && before.version === item.version) return unchanged(undefined);
    const row = { fit, text, version: item.version, at: now };
    if (before) await tx.update(itemReaction).set(row).where(eq(itemReaction.id, before.id));
    else await tx.insert(itemReaction).values({ itemId: said.item, personId: who, ...row });
    await tellReactions(tx, said.item, now);
  });
}

/** Lets the figures of an item move on as far as they may. */
async function tellReactions(tx: Tx, itemId: ItemId, now: Date): Promise<void> {
  const [item] = await tx.select().from(programmeItem).where(eq(programmeItem.id, itemId));
  const all = await tx
    .select({ fit: itemReaction.fit, at: itemReaction.at })
    .from(itemReaction)
    .where(eq(itemReaction.itemId, itemId));
  const before = item?.figures && item.history ? { figures: item.figures, history: item.history } : null;
  const next = nextReactions(before, all, now);
  if (next)
    await tx.update(programmeItem).set({ figures: next.figures, history: next.history }).where(eq(programmeItem.id, itemId));
}

/** What somebody said of the items of a dialogue, and whether an item was changed after it. */
export async function listMyReactions(db: Reader, dialogueId: DialogueId, who: PersonId) {
  return db
    .select({
      item: itemReaction.itemId,
      fit: itemReaction.fit,
      text: itemReaction.text,
      version: itemReaction.version,
      led: sql<boolean>`exists (select from ${itemCause} where ${itemCause.reactionId} = ${itemReaction.id})`,
    })
    .from(itemReaction)
    .innerJoin(programmeItem, eq(programmeItem.id, itemReaction.itemId))
    .where(and(eq(programmeItem.dialogueId, dialogueId), eq(itemReaction.personId, who)));
}

/** For the team: conditions and objections in their own words, without who or when; the order tells nothing. */
export async function listConditions(db: Reader, itemId: ItemId) {
  return db
    .select({
      id: itemReaction.id,
      text: itemReaction.text,
      led: sql<boolean>`exists (select from ${itemCause} where ${itemCause.reactionId} = ${itemReaction.id})`,
    })
    .from(itemReaction)
    .where(and(eq(itemReaction.itemId, itemId), sql`${itemReaction.text} <> ''`))
    .orderBy(asc(sql`md5(${itemReaction.id}::text)`));
}

/** Says visibly what changed in an item, and why; with the reactions that led to it. */
export async function noteChange(
  tx: Tx,
  itemId: ItemId,
  line: { readonly state: typeof progress.$inferSelect.state; readonly by: PersonId; readonly now: Date },
  changed: { readonly because: string; readonly before: Record<string, string>; readonly causes: readonly ReactionId[] },
): Promise<void> {
  const { because, before, causes } = changed;
  const known =
    causes.length === 0
      ? []
      : await tx
          .select({ id: itemReaction.id })
          .from(itemReaction)
          .where(and(eq(itemReaction.itemId, itemId), inArray(itemReaction.id, [...causes])));
  if (known.length < new Set(causes).size) throw new Refused("gone");
  const [made] = await tx
    .insert(progress)
    .values({ itemId, kind: "changed", state: line.state, text: because, before, byId: line.by, at: line.now })
    .returning({ id: progress.id });
  if (made && known.length > 0)
    await tx.insert(itemCause).values(known.map(({ id }) => ({ progressId: made.id, reactionId: id })));
}
