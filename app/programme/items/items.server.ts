import { and, asc, desc, eq, inArray, isNull } from "drizzle-orm";
import { dialogue, field, party, person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { follow } from "../../platform/database/transitions.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FieldId, ItemId, PartyId, PersonId, ReactionId, ThemeId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { theme } from "../../themes/tables.ts";
import { noteChange } from "../answers/reactions.server.ts";
import { listOwners } from "../owners/owners.server.ts";
import { itemTheme, programmeItem, programmeStep, progress } from "../tables.ts";
import { listClaims, writeClaims } from "./claims.server.ts";
import { type ItemEvent, type ItemStep, type ItemWords, itemTransitions } from "./item.ts";
import { deedOf, nextNumber, requireItem, requirePlanning, tellItems } from "./line.server.ts";

/** The items of a programme with the themes they are for and their steps, in the order of their numbers. */
export async function listItems(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select()
    .from(programmeItem)
    .where(and(eq(programmeItem.dialogueId, dialogueId), isNull(programmeItem.removedAt), isNull(programmeItem.mergedInto)))
    .orderBy(asc(programmeItem.number));
  const ids = rows.map(({ id }) => id);
  if (ids.length === 0) return [];
  const themes = await db
    .select({ itemId: itemTheme.itemId, themeId: itemTheme.themeId })
    .from(itemTheme)
    .innerJoin(theme, eq(theme.id, itemTheme.themeId))
    .where(inArray(itemTheme.itemId, ids))
    .orderBy(asc(theme.position));
  const steps = await db
    .select()
    .from(programmeStep)
    .where(inArray(programmeStep.itemId, ids))
    .orderBy(asc(programmeStep.position));
  const claims = await listClaims(db, ids);
  const owners = await listOwners(db, ids);
  return rows.map((row) => ({
    ...row,
    claims: claims.filter(({ itemId }) => itemId === row.id),
    // a name only of who said that it may stand there
    owners: owners
      .filter(({ itemId }) => itemId === row.id)
      .map(({ id, role, lead, named, name, mail }) => ({ id, role, lead, name: named ? name : null, hears: mail !== null })),
    themeIds: themes.filter(({ itemId }) => itemId === row.id).map(({ themeId }) => themeId),
    steps: steps.filter(({ itemId }) => itemId === row.id).map(({ text, due, done }): ItemStep => ({ text, due, done })),
  }));
}
export type Item = Awaited<ReturnType<typeof listItems>>[number];

export async function findItem(db: Reader, dialogueId: DialogueId, number: number): Promise<Item | null> {
  return (await listItems(db, dialogueId)).find((one) => one.number === number) ?? null;
}

/** The steps of an item, in their order. */
export async function listSteps(db: Reader, itemId: ItemId): Promise<ItemStep[]> {
  const { text, due, done } = programmeStep;
  return db
    .select({ text, due, done })
    .from(programmeStep)
    .where(eq(programmeStep.itemId, itemId))
    .orderBy(asc(programmeStep.position));
}

/** How it went with an item, the newest first. */
export async function listProgress(db: Reader, itemId: ItemId) {
  return db
    .select({
      id: progress.id,
      kind: progress.kind,
      state: progress.state,
      text: progress.text,
      otherId: progress.otherId,
      before: progress.before,
      at: progress.at,
    })
    .from(progress)
    .where(eq(progress.itemId, itemId))
    .orderBy(desc(progress.id));
}

export type Saved =
  | { readonly status: "saved"; readonly number: number }
  | { readonly status: "conflict"; readonly by: string | null }
  | { readonly status: "gone" };

type Words = ItemWords & { readonly steps: readonly ItemStep[] };

/**
 * Makes an item, or writes it on the version that the writer saw. The browser chose the id: sent twice, it is made once.
 * @throws Refused gone: a theme, field or party is not of this dialogue, or not any more
 */
export async function saveItem(db: Db, dialogueId: DialogueId, who: PersonId, id: ItemId, words: Words): Promise<Saved> {
  const what = words.version === 0 ? "item.add" : "item.write";
  return change(db, deedOf(dialogueId, who, what, id), async (tx, { unchanged, now }): Promise<Saved> => {
    await requirePlanning(tx, dialogueId);
    const [found] = await tx.select().from(programmeItem).where(eq(programmeItem.id, id));
    if (found && found.dialogueId !== dialogueId) return unchanged({ status: "gone" });
    if (found && words.version === 0) return unchanged({ status: "saved", number: found.number });
    if (words.version > 0 && (!found || found.removedAt || found.mergedInto)) return unchanged({ status: "gone" });
    if (found && found.version !== words.version) return unchanged({ status: "conflict", by: await nameOf(tx, found.updatedBy) });
    const { title, kind, text, acts, budget, indicator } = words;
    const row = {
      ...{ title, kind, text, acts, budget, indicator, updatedBy: who, updatedAt: now, version: words.version + 1 },
      fieldIds: await ofDialogue(tx, field, dialogueId, words.fields as FieldId[]),
      partyIds: await ofDialogue(tx, party, dialogueId, words.parties as PartyId[]),
      areaCodes: await provinces(tx, words.areas),
    };
    const number = found?.number ?? (await nextNumber(tx, dialogueId));
    const before = found ? wordsBefore(found, words) : {};
    const told =
      found &&
      (words.because !== "" || words.causes.length > 0 || ((await isKnown(tx, dialogueId)) && Object.keys(before).length > 0));
    if (found) await tx.update(programmeItem).set(row).where(eq(programmeItem.id, id));
    else await tx.insert(programmeItem).values({ id, dialogueId, number, ...row });
    await writeSteps(tx, id, words.steps);
    await writeThemes(tx, dialogueId, id, words.themes as ThemeId[]);
    await writeClaims(tx, dialogueId, id, words.claims);
    if (told)
      await noteChange(
        tx,
        id,
        { state: found.state, by: who, now },
        { because: words.because, before, causes: words.causes as ReactionId[] },
      );
    await tellItems(tx, dialogueId, [id], now);
    return { status: "saved", number };
  });
}

/** The words that are others now, as they were. */
function wordsBefore(found: typeof programmeItem.$inferSelect, words: ItemWords): Record<string, string> {
  const names = ["title", "text", "acts", "budget", "indicator"] as const;
  return Object.fromEntries(names.filter((name) => found[name] !== words[name]).map((name) => [name, found[name]]));
}

/** Whether anybody beside the team read the programme. */
async function isKnown(tx: Tx, dialogueId: DialogueId): Promise<boolean> {
  const [row] = await tx
    .select({ shown: dialogue.programmeShownAt, asked: dialogue.programmeAskedAt })
    .from(dialogue)
    .where(eq(dialogue.id, dialogueId));
  return Boolean(row?.shown || row?.asked);
}

/** Moves an item on, or only tells how it goes. A move that somebody made before is made once. @returns the item's number */
export async function tellProgress(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  id: ItemId,
  news: { readonly event: ItemEvent | null; readonly text: string },
): Promise<number> {
  const what = news.event ? `item.${news.event}` : "item.tell";
  return change(db, deedOf(dialogueId, who, what, id), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const found = await requireItem(tx, dialogueId, id);
    const moved = news.event ? follow(itemTransitions, found.state, news.event) : ({ ok: true, state: found.state } as const);
    if (!moved.ok) {
      if (moved.code === "already-there" && news.text === "") return unchanged(found.number);
      throw new Refused("not-now");
    }
    if (news.event) await tx.update(programmeItem).set({ state: moved.state, updatedAt: now }).where(eq(programmeItem.id, id));
    await tx
      .insert(progress)
      .values({ itemId: id, kind: news.event ? "moved" : "told", state: moved.state, text: news.text, byId: who, at: now });
    await tellItems(tx, dialogueId, [id], now);
    return found.number;
  });
}

/** Takes an item away. What was decided with it stays, without the item. */
export async function removeItem(db: Db, dialogueId: DialogueId, who: PersonId, id: ItemId): Promise<void> {
  await change(db, deedOf(dialogueId, who, "item.remove", id), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const [found] = await tx.select().from(programmeItem).where(eq(programmeItem.id, id));
    if (found?.dialogueId !== dialogueId) throw new Refused("gone", 404);
    if (found.removedAt) return unchanged(undefined);
    await tx.update(programmeItem).set({ removedAt: now }).where(eq(programmeItem.id, id));
    await tellItems(tx, dialogueId, [id], now);
  });
}

/** From now on everybody may read the programme, or only the team again. */
export async function showProgramme(db: Db, dialogueId: DialogueId, who: PersonId, shown: boolean): Promise<void> {
  const deed = deedOf(dialogueId, who, shown ? "programme.show" : "programme.hide", dialogueId, "dialogue");
  await change(db, deed, async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const [row] = await tx.select({ at: dialogue.programmeShownAt }).from(dialogue).where(eq(dialogue.id, dialogueId));
    if ((row?.at !== null) === shown) return unchanged(undefined);
    await tx
      .update(dialogue)
      .set({ programmeShownAt: shown ? now : null })
      .where(eq(dialogue.id, dialogueId));
  });
}

/** Provinces that there are, each once. */
async function provinces(tx: Tx, codes: readonly string[]): Promise<string[]> {
  if (codes.length === 0) return [];
  const rows = await tx
    .selectDistinct({ code: area.code })
    .from(area)
    .where(inArray(area.code, [...codes]));
  if (rows.length < new Set(codes).size) throw new Refused("gone");
  return rows.map(({ code }) => code).toSorted();
}

/** These, in the order of the dialogue's list. */
async function ofDialogue<T extends FieldId | PartyId>(
  tx: Tx,
  table: typeof field | typeof party,
  dialogueId: DialogueId,
  ids: readonly T[],
): Promise<T[]> {
  if (ids.length === 0) return [];
  const rows = await tx
    .select({ id: table.id })
    .from(table)
    .where(and(eq(table.dialogueId, dialogueId), inArray(table.id, ids as never)))
    .orderBy(asc(table.position));
  if (rows.length < new Set(ids).size) throw new Refused("gone");
  return rows.map(({ id }) => id as T);
}

async function writeSteps(tx: Tx, itemId: ItemId, steps: readonly ItemStep[]): Promise<void> {
  await tx.delete(programmeStep).where(eq(programmeStep.itemId, itemId));
  if (steps.length > 0) await tx.insert(programmeStep).values(steps.map((one, position) => ({ itemId, position, ...one })));
}

async function writeThemes(tx: Tx, dialogueId: DialogueId, itemId: ItemId, ids: readonly ThemeId[]): Promise<void> {
  await tx.delete(itemTheme).where(eq(itemTheme.itemId, itemId));
  if (ids.length === 0) return;
  const known = await tx
    .select({ id: theme.id })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), inArray(theme.id, [...ids]), isNull(theme.removedAt), isNull(theme.mergedInto)));
  if (known.length < new Set(ids).size) throw new Refused("gone");
  await tx.insert(itemTheme).values(known.map(({ id: themeId }) => ({ itemId, themeId })));
}

async function nameOf(tx: Tx, id: PersonId | null): Promise<string | null> {
  if (!id) return null;
  const [row] = await tx.select({ name: person.name }).from(person).where(eq(person.id, id));
  return row?.name || null;
}
