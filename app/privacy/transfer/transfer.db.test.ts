import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeWorld } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { networkFile } from "../../network/library/tables.ts";
import type { DialogueId, ItemId, PersonId } from "../../platform/ids.ts";
import { consent } from "../../prepare/registration/tables.ts";
import { react } from "../../programme/answers/reactions.server.ts";
import { tellProgress } from "../../programme/items/items.server.ts";
import { mergeItems } from "../../programme/items/lineage.server.ts";
import { programmeItem } from "../../programme/tables.ts";
import { exportDialogue } from "./export.server.ts";
import { importDialogue } from "./import.server.ts";
import { findShape } from "./shape.server.ts";
import { staysBehind } from "./tables.ts";

/** A dialogue with one of everything; persons 1 to 3 agreed that they go along, person 2 took that back. */
async function filled(db: FreshDatabase["db"]) {
  const world = await makeWorld(db, "overdracht");
  const { dialogueId, people, itemId, otherItemId } = world;
  for (const [at, id] of people.entries())
    await db
      .update(person)
      .set({ name: `Kanarie ${at}`, mail: `kanarie${at}@hier.example` })
      .where(eq(person.id, id));
  const yes = (at: number, given: boolean) => ({
    personId: people[at] as PersonId,
    dialogueId,
    purpose: "transfer",
    given,
    textVersion: "1",
  });
  await db.insert(consent).values([yes(1, true), yes(2, true), yes(3, true), yes(2, false)]);
  await react(db, dialogueId, people[4] as PersonId, { item: itemId, fit: "conditions", text: "Mits er tijd is." });
  await tellProgress(db, dialogueId, people[0] as PersonId, itemId, { event: "ask", text: "Voorgelegd." });
  await mergeItems(db, dialogueId, people[0] as PersonId, otherItemId as ItemId, itemId);
  return world;
}

const languageIn = async ({ db }: FreshDatabase, id: DialogueId) =>
  (await db.select({ language: dialogue.language }).from(dialogue).where(eq(dialogue.id, id)))[0]?.language;

test("a file of before, which does not say its language, is of a Dutch dialogue", async () => {
  await using from = await freshDatabase();
  await using to = await freshDatabase();
  const { dialogueId } = await makeWorld(from.db, "eerder");
  const { lines } = await exportDialogue(from.db, dialogueId);
  await importDialogue(
    to.db,
    lines.map((line) => line.replace('"language":"nl",', "")),
  );
  expect(await languageIn(to, dialogueId)).toBe("nl");
});

const uuids = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** All of a dialogue, without what is made anew at each transfer: ids that only one of the two has, and numbers that are counted. */
function canonical(lines: readonly string[], other: readonly string[]): string[] {
  const shared = new Set([...other.join("").matchAll(uuids)].map(([id]) => id));
  return lines
    .slice(1)
    .map((line) => JSON.parse(line) as { table: string; row: Record<string, unknown> })
    .filter(({ table }) => table !== "person")
    .map(({ table, row }) => {
      const { id, progress_id: _, up_to: __, ...rest } = row;
      return JSON.stringify({ table, row: typeof id === "number" ? rest : { id, ...rest } });
    })
    .map((line) => line.replaceAll(uuids, (id) => (shared.has(id) ? id : "*")))
    .toSorted();
}

test("between two installations counts and content are equal, but for what stays behind; and who did not agree stays nameless [PR18]", async () => {
  await using from = await freshDatabase();
  await using to = await freshDatabase();
  const world = await filled(from.db);
  await from.db.update(dialogue).set({ language: "en" }).where(eq(dialogue.id, world.dialogueId));
  const first = await exportDialogue(from.db, world.dialogueId);
  const text = first.lines.join("\n");
  for (const at of [0, 2, 4, 5]) expect(text).not.toContain(`Kanarie ${at}`);
  for (const at of [0, 2, 4, 5]) expect(text).not.toContain(world.people[at]);
  for (const at of [1, 3]) expect(text).toContain(`kanarie${at}@hier.example`);
  const made = await importDialogue(to.db, first.lines);
  expect(made).toMatchObject({ dialogueId: world.dialogueId, slug: "overdracht", counts: first.counts });
  const second = await exportDialogue(to.db, world.dialogueId);
  // the nameless have no consent there either, and get another number once more
  expect(second.counts).toEqual(first.counts);
  expect(canonical(second.lines, first.lines)).toEqual(canonical(first.lines, second.lines));
  expect(await languageIn(to, world.dialogueId)).toBe("en");
  const [own] = await to.db.select().from(contribution).where(eq(contribution.id, world.own));
  expect(own?.personId).toBe(world.people[1]);
  const [others] = await to.db.select().from(contribution).where(eq(contribution.id, world.others));
  expect(others).toMatchObject({ text: "Tijd om na te bellen.", number: 2 });
  expect(others?.personId).not.toBe(world.people[2]);
  const items = await to.db.select().from(programmeItem).where(eq(programmeItem.dialogueId, world.dialogueId));
  expect(items.find(({ id }) => id === world.otherItemId)?.mergedInto).toBe(world.itemId);
  await expect(importDialogue(to.db, first.lines)).rejects.toMatchObject({ code: "there-already" });
});

test("a file that stands outside the database goes along, and stands in it there; one that is lost is counted", async () => {
  await using from = await freshDatabase();
  await using to = await freshDatabase();
  const { dialogueId, people } = await filled(from.db);
  const yes = { dialogueId, purpose: "transfer", given: true, textVersion: "1" };
  await from.db.insert(consent).values(people.map((personId) => ({ ...yes, personId: personId as PersonId })));
  await from.db.update(networkFile).set({ content: null });
  const bytes = Buffer.from("%PDF-1.7");
  const lost = await exportDialogue(from.db, dialogueId, { get: async () => null });
  expect(lost.missing).toBe(1);
  const first = await exportDialogue(from.db, dialogueId, { get: async () => bytes });
  expect(first).toMatchObject({ missing: 0, counts: { network_file: 1 } });
  await importDialogue(to.db, first.lines);
  expect((await to.db.select({ content: networkFile.content }).from(networkFile))[0]?.content).toEqual(bytes);
});

test("who has the same address there is that person; a taken address gets a number [PR18]", async () => {
  await using from = await freshDatabase();
  await using to = await freshDatabase();
  const world = await filled(from.db);
  await makeWorld(to.db, "overdracht");
  const [known] = await to.db
    .insert(person)
    .values({ name: "Al bekend", mail: "KANARIE1@hier.example" })
    .returning({ id: person.id });
  const made = await importDialogue(to.db, (await exportDialogue(from.db, world.dialogueId)).lines);
  expect(made.slug).toBe("overdracht-2");
  const [own] = await to.db.select().from(contribution).where(eq(contribution.id, world.own));
  expect(own?.personId).toBe(known?.id);
});

test("a file that is none, or of another version, makes nothing [PR18]", async () => {
  await using to = await freshDatabase();
  const head = JSON.stringify({ klankbord: "dialogue", form: 1, dialogue: crypto.randomUUID() });
  for (const [lines, code] of [
    [[], "bad-file"],
    [["geen json"], "bad-file"],
    [[JSON.stringify({ klankbord: "dialogue", form: 9, dialogue: "x" })], "other-version"],
    [[head, JSON.stringify({ table: "passkey", row: {} })], "other-version"],
    [[head, JSON.stringify({ table: "dialogue", row: { onbekend: 1 } })], "other-version"],
  ] as const)
    await expect(importDialogue(to.db, lines)).rejects.toMatchObject({ code });
  expect((await to.db.execute(sql`select from dialogue`)).rows).toEqual([]);
});

test("every table goes along, stays behind for a reason, or holds nothing of a dialogue", async () => {
  await using database = await freshDatabase();
  const { tables } = await findShape(database.db);
  const world = await filled(database.db);
  const { counts } = await exportDialogue(database.db, world.dialogueId as DialogueId);
  expect(Object.keys(staysBehind).filter((table) => tables.includes(table))).toEqual([]);
  for (const table of [
    "dialogue",
    "session",
    "contribution",
    "theme",
    "programme_item",
    "item_theme",
    "progress",
    "item_reaction",
    "seat",
  ])
    expect(counts[table], table).toBeGreaterThan(0);
});
