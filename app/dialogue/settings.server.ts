import { and, asc, eq, inArray, sql } from "drizzle-orm";
import { change, type Db, deedBy, type Reader, type Tx } from "../platform/database/change.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId, FieldId, PartyId, PersonId } from "../platform/ids.ts";
import { type ListEdit, type ListRow, listAsSeen, mostRows, newOrder } from "./choice-list.ts";
import { mayDialogue } from "./dialogue.ts";
import { asSeen, type Settings } from "./settings.ts";
import { dialogue, field, party } from "./tables.ts";

interface At {
  readonly dialogueId: DialogueId;
  readonly by: PersonId;
}

export function settingsOf(row: typeof dialogue.$inferSelect): Settings {
  return {
    houseRules: row.houseRules,
    helpContact: row.helpContact,
    language: row.language,
    silenceNudge: false,
    ...row.settings,
  };
}

export type Saved<T> = { readonly status: "saved" } | { readonly status: "conflict"; readonly current: T };

/**
 * @param seen the settings on which this was based, `asSeen`
 * @param admissionChanged what follows for those who registered when people are admitted in another way
 */
export async function saveSettings(
  db: Db,
  at: At,
  seen: string,
  to: Settings,
  admissionChanged: (tx: Tx, dialogueId: DialogueId) => Promise<void>,
): Promise<Saved<Settings>> {
  const deed = deedBy(at.by, at.dialogueId, "settings.save", "dialogue", at.dialogueId);
  return change(db, deed, async (tx, { unchanged }): Promise<Saved<Settings>> => {
    const [row] = await tx.select().from(dialogue).where(eq(dialogue.id, at.dialogueId));
    if (!row || row.state === "archived") throw new Refused("not-now");
    const current = settingsOf(row);
    if (asSeen(current) !== seen && asSeen(current) !== asSeen(to)) return unchanged({ status: "conflict", current });
    const { houseRules, helpContact, language, ...settings } = to;
    await tx
      .update(dialogue)
      .set({ houseRules, helpContact, language, settings, version: sql`${dialogue.version} + 1` })
      .where(eq(dialogue.id, at.dialogueId));
    if (settings.admission !== current.admission) await admissionChanged(tx, at.dialogueId);
    return { status: "saved" };
  });
}

export type ListName = "field" | "party";
export interface KeptRow extends ListRow {
  readonly removed: boolean;
  /** Somebody or something points at it: it can be hidden, not deleted. */
  readonly used: boolean;
}

/** The fields or kinds of party of a dialogue, in order, also those that were taken off the list. */
export async function listRows(db: Reader, list: ListName, dialogueId: DialogueId): Promise<KeptRow[]> {
  if (list === "field") {
    const used = sql<boolean>`(exists (select 1 from registration r where r.field_id = field.id)
      or exists (select 1 from registration_field rf where rf.field_id = field.id)
      or exists (select 1 from contribution c where c.field_id = field.id)
      or exists (select 1 from ballot b where b.field_id = field.id)
      or exists (select 1 from contribution c where c.dialogue_id = field.dialogue_id and field.id = any(c.touches)))`;
    const rows = await db
      .select({ id: field.id, name: field.name, mark: field.shape, target: field.target, removedAt: field.removedAt, used })
      .from(field)
      .where(eq(field.dialogueId, dialogueId))
      .orderBy(asc(field.position), asc(field.name));
    return rows.map(({ removedAt, ...row }) => ({ ...row, removed: removedAt !== null }));
  }
  const used = sql<boolean>`(exists (select 1 from registration r where r.party_id = party.id)
    or exists (select 1 from contribution c where c.party_id = party.id)
    or exists (select 1 from ballot b where b.party_id = party.id))`;
  const rows = await db
    .select({
      id: party.id,
      name: party.name,
      optional: party.organisationOptional,
      target: party.target,
      removedAt: party.removedAt,
      used,
    })
    .from(party)
    .where(eq(party.dialogueId, dialogueId))
    .orderBy(asc(party.position), asc(party.name));
  return rows.map(({ removedAt, optional, ...row }) => ({ ...row, mark: optional ? 1 : 0, removed: removedAt !== null }));
}

/** Saves the whole list and does what was asked of one row. What is used is hidden when removed, and can come back. */
export async function saveList(db: Db, list: ListName, at: At, edit: ListEdit): Promise<Saved<readonly KeptRow[]>> {
  const deed = deedBy(at.by, at.dialogueId, `${list}.${edit.deed}`, list, edit.of ?? at.dialogueId);
  return change(db, deed, async (tx, { unchanged }): Promise<Saved<readonly KeptRow[]>> => {
    const [about] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, at.dialogueId));
    if (!about || !mayDialogue(about.state, "editLists")) throw new Refused("not-now");
    const all = await listRows(tx, list, at.dialogueId);
    const shown = all.filter(({ removed }) => !removed);
    if (listAsSeen(shown) !== edit.seen) return unchanged({ status: "conflict", current: all });
    await apply(tx, list, at.dialogueId, shown, edit);
    await deedOn(tx, list, all, edit);
    return { status: "saved" };
  });
}

async function apply(tx: Tx, list: ListName, dialogueId: DialogueId, shown: readonly KeptRow[], edit: ListEdit): Promise<void> {
  const order = newOrder(
    shown.map(({ id }) => id),
    edit,
  );
  for (const [index, id] of order.entries()) {
    const row = edit.rows.find((one) => one.id === id);
    const position = index + 1;
    if (list === "field")
      await tx
        .update(field)
        .set({ position, ...(row ? { name: row.name, shape: shape(row.mark), target: row.target } : {}) })
        .where(eq(field.id, id as FieldId));
    else
      await tx
        .update(party)
        .set({ position, ...(row ? { name: row.name, organisationOptional: row.mark === 1, target: row.target } : {}) })
        .where(eq(party.id, id as PartyId));
  }
  if (!edit.added) return;
  if (shown.length >= mostRows) throw new Refused("list-full");
  const { name, mark, target } = edit.added;
  const position = order.length + 1;
  if (list === "field") await tx.insert(field).values({ dialogueId, position, name, shape: shape(mark), target });
  else await tx.insert(party).values({ dialogueId, position, name, organisationOptional: mark === 1, target });
}

const shape = (mark: number) => Math.min(7, Math.max(1, mark));

async function deedOn(tx: Tx, list: ListName, all: readonly KeptRow[], edit: ListEdit): Promise<void> {
  if (edit.deed !== "remove" && edit.deed !== "restore") return;
  const row = all.find(({ id }) => id === edit.of);
  if (!row) throw new Refused("gone");
  if (edit.deed === "remove" && all.filter(({ removed }) => !removed).length < 2) throw new Refused("last-row");
  const table = list === "field" ? field : party;
  const here = inArray(table.id as typeof field.id, [row.id as FieldId]);
  if (edit.deed === "remove" && !row.used) await tx.delete(table).where(and(here));
  else
    await tx
      .update(table)
      .set({ removedAt: edit.deed === "remove" ? sql`clock_timestamp()` : null })
      .where(here);
}
