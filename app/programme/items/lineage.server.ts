import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FieldId, ItemId, PartyId, PersonId, ThemeId } from "../../platform/ids.ts";
import { itemClaim, itemOwner, itemTheme, programmeItem, programmeStep, progress } from "../tables.ts";
import { listClaims } from "./claims.server.ts";
import { isSame } from "./finding.ts";
import { type ItemStep, itemLimits } from "./item.ts";
import { deedOf, nextNumber, requireItem, requirePlanning, tellItems } from "./line.server.ts";
import { type Apart, goesOnAs, mergeHoldings, splitHolding } from "./lineage.ts";

/**
 * Lets an item go into another one, with all it holds. A second time changes nothing.
 * @returns the number of the item that goes on
 * @throws Refused many-steps: together they would have more steps than an item holds
 */
export async function mergeItems(db: Db, dialogueId: DialogueId, who: PersonId, fromId: ItemId, intoId: ItemId): Promise<number> {
  return change(db, deedOf(dialogueId, who, "item.merge", fromId), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const [before] = await tx.select().from(programmeItem).where(eq(programmeItem.id, fromId));
    if (before?.dialogueId === dialogueId && before.mergedInto === intoId)
      return unchanged((await requireItem(tx, dialogueId, intoId)).number);
    if (fromId === intoId) throw new Refused("gone");
    const from = await requireItem(tx, dialogueId, fromId);
    const into = await requireItem(tx, dialogueId, intoId);
    const own = await holdingOf(tx, intoId);
    const others = await holdingOf(tx, fromId);
    const all = mergeHoldings(
      { ...own, fields: into.fieldIds, parties: into.partyIds, areas: into.areaCodes },
      { ...others, fields: from.fieldIds, parties: from.partyIds, areas: from.areaCodes },
    );
    if (all.steps.length > itemLimits.steps) throw new Refused("many-steps");
    await tx
      .update(programmeItem)
      .set({ mergedInto: intoId, updatedAt: now, updatedBy: who, version: from.version + 1 })
      .where(eq(programmeItem.id, fromId));
    await tx
      .update(programmeItem)
      .set({
        ...{ fieldIds: all.fields as FieldId[], partyIds: all.parties as PartyId[], areaCodes: [...all.areas] },
        ...{ updatedAt: now, updatedBy: who, version: into.version + 1 },
      })
      .where(eq(programmeItem.id, intoId));
    await tx.delete(itemTheme).where(eq(itemTheme.itemId, fromId));
    await placeThemes(tx, intoId, all.themes);
    await moveClaims(tx, fromId, intoId);
    await tx.delete(programmeStep).where(eq(programmeStep.itemId, fromId));
    await placeSteps(tx, intoId, all.steps as ItemStep[]);
    await bringOwners(tx, fromId, intoId, now);
    const line = { kind: "merged" as const, byId: who, at: now };
    await tx.insert(progress).values([
      { itemId: fromId, state: from.state, otherId: intoId, ...line },
      { itemId: intoId, state: into.state, otherId: fromId, ...line },
    ]);
    await tellItems(tx, dialogueId, [fromId, intoId], now);
    return into.number;
  });
}

export interface Split {
  /** Chosen by the browser: sent twice, it is split once. */
  readonly id: ItemId;
  readonly title: string;
  readonly apart: Apart;
}

/**
 * Makes a new item of part of another.
 * @returns the number of the new item
 * @throws Refused nothing-chosen
 */
export async function splitItem(db: Db, dialogueId: DialogueId, who: PersonId, fromId: ItemId, split: Split): Promise<number> {
  const { id, title, apart } = split;
  return change(db, deedOf(dialogueId, who, "item.split", fromId), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    const [made] = await tx.select().from(programmeItem).where(eq(programmeItem.id, id));
    if (made) {
      if (made.dialogueId !== dialogueId || made.splitFrom !== fromId) throw new Refused("gone");
      return unchanged(made.number);
    }
    const from = await requireItem(tx, dialogueId, fromId);
    const { left, off } = splitHolding(
      { ...(await holdingOf(tx, fromId)), fields: from.fieldIds, parties: from.partyIds, areas: from.areaCodes },
      apart,
    );
    if (off.themes.length + off.claims.length + off.steps.length === 0) throw new Refused("nothing-chosen");
    const number = await nextNumber(tx, dialogueId);
    const { kind, text, acts, budget, indicator, fieldIds, partyIds, areaCodes, state } = from;
    await tx.insert(programmeItem).values({
      ...{ id, dialogueId, number, title, kind, text, acts, budget, indicator, fieldIds, partyIds, areaCodes, state },
      ...{ splitFrom: fromId, updatedBy: who, updatedAt: now, createdAt: now },
    });
    await tx
      .update(programmeItem)
      .set({ updatedAt: now, updatedBy: who, version: from.version + 1 })
      .where(eq(programmeItem.id, fromId));
    await tx.delete(itemTheme).where(eq(itemTheme.itemId, fromId));
    await placeThemes(tx, fromId, left.themes);
    await placeThemes(tx, id, off.themes);
    if (off.claims.length > 0)
      await tx
        .update(itemClaim)
        .set({ itemId: id })
        .where(inArray(itemClaim.id, [...off.claims]));
    await tx.delete(programmeStep).where(eq(programmeStep.itemId, fromId));
    await placeSteps(tx, fromId, left.steps as ItemStep[]);
    await placeSteps(tx, id, off.steps as ItemStep[]);
    const owners = await tx
      .select()
      .from(itemOwner)
      .where(and(eq(itemOwner.itemId, fromId), isNull(itemOwner.endedAt)));
    if (owners.length > 0)
      await tx.insert(itemOwner).values(owners.map(({ id: _, ...owner }) => ({ ...owner, itemId: id, addedAt: now })));
    const line = { kind: "split" as const, state, byId: who, at: now };
    await tx.insert(progress).values([
      { itemId: fromId, otherId: id, ...line },
      { itemId: id, otherId: fromId, ...line },
    ]);
    await tellItems(tx, dialogueId, [fromId, id], now);
    return number;
  });
}

/** Every item that ever was, with where it went on: numbers of former items lead somewhere. */
export async function listLineage(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({
      id: programmeItem.id,
      number: programmeItem.number,
      title: programmeItem.title,
      text: programmeItem.text,
      mergedInto: programmeItem.mergedInto,
      splitFrom: programmeItem.splitFrom,
      removedAt: programmeItem.removedAt,
    })
    .from(programmeItem)
    .where(eq(programmeItem.dialogueId, dialogueId))
    .orderBy(asc(programmeItem.number));
  const byId = new Map<string, (typeof rows)[number]>(rows.map((row) => [row.id, row]));
  return rows.map((row) => {
    const now = goesOnAs(byId, row.id);
    return { ...row, now: now && !now.removedAt ? { id: now.id, number: now.number, title: now.title } : null };
  });
}

async function holdingOf(tx: Tx, itemId: ItemId) {
  const themes = await tx.select({ id: itemTheme.themeId }).from(itemTheme).where(eq(itemTheme.itemId, itemId));
  const claims = await tx.select({ id: itemClaim.id }).from(itemClaim).where(eq(itemClaim.itemId, itemId));
  const steps = await tx
    .select()
    .from(programmeStep)
    .where(eq(programmeStep.itemId, itemId))
    .orderBy(asc(programmeStep.position));
  return {
    themes: themes.map(({ id }) => id as string),
    claims: claims.map(({ id }) => id),
    steps: steps.map(({ text, due, done }): ItemStep => ({ text, due, done })),
  };
}

async function placeThemes(tx: Tx, itemId: ItemId, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx
    .insert(itemTheme)
    .values(ids.map((themeId) => ({ itemId, themeId: themeId as ThemeId })))
    .onConflictDoNothing();
}

/** The same finding of both is one afterwards. */
async function moveClaims(tx: Tx, fromId: ItemId, intoId: ItemId): Promise<void> {
  const claims = await listClaims(tx, [fromId, intoId]);
  const own = claims.filter(({ itemId }) => itemId === intoId);
  for (const one of claims.filter(({ itemId }) => itemId === fromId)) {
    if (own.some((mine) => isSame(mine, one))) await tx.delete(itemClaim).where(eq(itemClaim.id, one.id));
    else await tx.update(itemClaim).set({ itemId: intoId }).where(eq(itemClaim.id, one.id));
  }
}

async function placeSteps(tx: Tx, itemId: ItemId, steps: readonly ItemStep[]): Promise<void> {
  await tx.delete(programmeStep).where(eq(programmeStep.itemId, itemId));
  if (steps.length > 0) await tx.insert(programmeStep).values(steps.map((one, position) => ({ itemId, position, ...one })));
}

/** Who looked after what went in looks after the whole from now on, beside its owner. */
async function bringOwners(tx: Tx, fromId: ItemId, intoId: ItemId, now: Date): Promise<void> {
  const rows = await tx
    .select()
    .from(itemOwner)
    .where(and(inArray(itemOwner.itemId, [fromId, intoId]), isNull(itemOwner.endedAt)));
  const own = rows.filter(({ itemId }) => itemId === intoId);
  const comes = rows.filter(({ itemId, personId, role }) => {
    if (itemId !== fromId) return false;
    return !own.some((mine) => (personId ? mine.personId === personId : mine.role === role));
  });
  await tx
    .update(itemOwner)
    .set({ endedAt: now })
    .where(and(eq(itemOwner.itemId, fromId), isNull(itemOwner.endedAt)));
  const alone = !own.some(({ lead }) => lead);
  if (comes.length > 0)
    await tx
      .insert(itemOwner)
      .values(comes.map(({ id: _, lead, ...owner }) => ({ ...owner, itemId: intoId, lead: alone && lead, addedAt: now })));
}
