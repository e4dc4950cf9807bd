import { and, asc, desc, eq, inArray, isNull, sql } from "drizzle-orm";
import { call, field, party } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, ItemId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { answerToTheme, fieldsLeft, served, unanswered } from "../answers/answer.ts";
import { listDecisions, listNeeds, listThemes } from "../answers/answers.server.ts";
import { progress } from "../tables.ts";
import { listItems } from "./items.server.ts";

/** The whole programme of a dialogue: items, themes with their answers, and what has none. */
export async function findProgramme(db: Reader, dialogueId: DialogueId) {
  // one after another: a version of the report asks this within its transaction
  const items = await listItems(db, dialogueId);
  const decisions = await listDecisions(db, dialogueId);
  const themeRows = await listThemes(db, dialogueId);
  const needs = await listNeeds(db, dialogueId);
  const lists = await listChoices(db, dialogueId);
  const serving = items.map(({ number, state, themeIds, fieldIds }) => ({ number, state, themes: themeIds, fields: fieldIds }));
  const numbers = served(
    serving,
    themeRows.map(({ id }) => id),
  );
  const open = unanswered(decisions, needs);
  const themes = themeRows
    .map((one) => ({
      ...one,
      needs: needs.filter(({ theme }) => theme === one.id).length,
      items: numbers.get(one.id) ?? [],
      answer: answerToTheme(decisions, one.id),
      open: open.filter(({ theme }) => theme === one.id),
    }))
    .filter((one) => one.needs > 0 || one.items.length > 0 || one.answer !== null)
    .sort((a, b) => b.people - a.people || a.name.localeCompare(b.name, "nl"));
  const fieldIds = lists.fields.map(({ id }) => id);
  const left = items.length === 0 ? [] : fieldsLeft(serving, fieldIds);
  return { ...lists, items, decisions, themes, needs, open, left: lists.fields.filter(({ id }) => left.includes(id)) };
}

/** Whose dialogue it is, as the call says; empty when it says nothing. */
export async function findOwner(db: Reader, dialogueId: DialogueId): Promise<string> {
  const [row] = await db.select({ owner: call.owner }).from(call).where(eq(call.dialogueId, dialogueId));
  return row?.owner ?? "";
}

/** What items can be for. */
export async function listChoices(db: Reader, dialogueId: DialogueId) {
  const fields = await db
    .select({ id: field.id, name: field.name, shape: field.shape })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
    .orderBy(asc(field.position));
  const parties = await db
    .select({ id: party.id, name: party.name })
    .from(party)
    .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
    .orderBy(asc(party.position));
  return { fields, parties, areas: await listProvinces(db) };
}

/** The provinces of the newest year that is known. */
async function listProvinces(db: Reader) {
  return db
    .select({ id: area.code, name: area.name })
    .from(area)
    .where(sql`${area.kind} = 'province' and ${area.year} = (select max(a.year) from ${area} a)`)
    .orderBy(asc(area.name));
}

/** What was told of all items of a programme, the newest first. */
export async function listNews(db: Reader, items: readonly { readonly id: ItemId }[]) {
  const ids = items.map(({ id }) => id);
  if (ids.length === 0) return [];
  return db
    .select({
      id: progress.id,
      itemId: progress.itemId,
      kind: progress.kind,
      state: progress.state,
      text: progress.text,
      otherId: progress.otherId,
      before: progress.before,
      at: progress.at,
    })
    .from(progress)
    .where(inArray(progress.itemId, ids))
    .orderBy(desc(progress.id));
}
