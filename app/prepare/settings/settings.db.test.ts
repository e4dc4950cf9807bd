import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { contribution } from "../../contribution/tables.ts";
import { type ListDeed, type ListRow, listAsSeen } from "../../dialogue/choice-list.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { listRows, saveList, saveSettings } from "../../dialogue/settings.server.ts";
import { asSeen, type Settings } from "../../dialogue/settings.ts";
import { dialogue, field } from "../../dialogue/tables.ts";
import { openLedger } from "../../platform/database/change.server.ts";
import type { DialogueId, FieldId, PersonId } from "../../platform/ids.ts";

let database: FreshDatabase;
let by: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  by = await database.db.transaction((tx) => personOf(tx, "samira@example.org", "Samira", "nl"));
});
afterAll(() => database[Symbol.asyncDispose]());

async function begin(state: "draft" | "harvest" = "draft") {
  const dialogueId = randomUUID() as DialogueId;
  await database.db.transaction(async (tx) => {
    await tx.insert(dialogue).values({ id: dialogueId, slug: dialogueId, title: "Proef", state });
    await openLedger(tx, dialogueId);
    await tx
      .insert(field)
      .values(["Wonen", "Scholing", "Sport"].map((name, index) => ({ dialogueId, name, shape: index + 1, position: index + 1 })));
  });
  return { dialogueId, by };
}
const start: Settings = {
  houseRules: "",
  helpContact: "",
  confirmNewDevice: false,
  linkInCalendar: true,
  silenceNudge: false,
  language: "nl",
  admission: "automatic",
};

const noted = async () => {};

test("two who save the settings at once: the second sees both, the first is kept", async () => {
  const at = await begin();
  const mine = { ...start, houseRules: "Luister." };
  const yours = { ...start, helpContact: "070 123 45 67" };
  const outcomes = await Promise.all([
    saveSettings(database.db, at, asSeen(start), mine, noted),
    saveSettings(database.db, at, asSeen(start), yours, noted),
  ]);
  expect(outcomes.map(({ status }) => status).toSorted()).toEqual(["conflict", "saved"]);
  const conflict = outcomes.find((one) => one.status === "conflict");
  const [kept] = await database.db.select().from(dialogue).where(eq(dialogue.id, at.dialogueId));
  expect(conflict?.current).toMatchObject({ houseRules: kept?.houseRules, helpContact: kept?.helpContact });
  // the same text sent twice is no conflict
  const first = outcomes[0]?.status === "saved" ? mine : yours;
  expect(await saveSettings(database.db, at, asSeen(start), first, noted)).toEqual({ status: "saved" });
});

test("another way of admitting is told, once", async () => {
  const at = await begin();
  const told: string[] = [];
  const note = async (_tx: unknown, id: string) => {
    told.push(id);
  };
  const chosen = { ...start, admission: "selection" } as const;
  await saveSettings(database.db, at, asSeen(start), chosen, note);
  await saveSettings(database.db, at, asSeen(chosen), { ...chosen, helpContact: "hulp" }, note);
  expect(told).toEqual([at.dialogueId]);
});

const names = async (at: { dialogueId: DialogueId }, removed = false) =>
  (await listRows(database.db, "field", at.dialogueId)).filter((row) => row.removed === removed).map(({ name }) => name);

async function edit(
  at: { dialogueId: DialogueId; by: PersonId },
  deed: ListDeed,
  of: string | null,
  change: Partial<ListRow> = {},
) {
  const all = await listRows(database.db, "field", at.dialogueId);
  const shown = all.filter(({ removed }) => !removed);
  const id = all.find(({ name }) => name === of)?.id ?? null;
  const rows = shown.map((row) => (row.id === id ? { ...row, ...change } : row));
  return saveList(database.db, "field", at, { rows, added: null, deed, of: id, seen: listAsSeen(shown) });
}

test("a list is renamed, ordered and added to in one go", async () => {
  const at = await begin();
  await edit(at, "down", "Wonen", { name: "Wonen en buurt", target: 8 });
  expect(await names(at)).toEqual(["Scholing", "Wonen en buurt", "Sport"]);
  const shown = await listRows(database.db, "field", at.dialogueId);
  const added = { id: null, name: "Zorg", mark: 6, target: null };
  await saveList(database.db, "field", at, { rows: shown, added, deed: "save", of: null, seen: listAsSeen(shown) });
  expect(await names(at)).toEqual(["Scholing", "Wonen en buurt", "Sport", "Zorg"]);
});

test("what nobody chose is removed; what somebody chose is hidden and can come back", async () => {
  const at = await begin();
  const wonen = (await listRows(database.db, "field", at.dialogueId)).find(({ name }) => name === "Wonen");
  await database.db.insert(contribution).values({
    dialogueId: at.dialogueId,
    number: 1,
    kind: "need",
    text: "rust",
    shared: "all",
    fieldId: wonen?.id as FieldId,
  });
  await edit(at, "remove", "Wonen");
  await edit(at, "remove", "Sport");
  expect([await names(at), await names(at, true)]).toEqual([["Scholing"], ["Wonen"]]);
  await expect(edit(at, "remove", "Scholing")).rejects.toMatchObject({ code: "last-row" });
  await edit(at, "restore", "Wonen");
  expect(await names(at)).toContain("Wonen");
});

test("a list changed meanwhile is not overwritten", async () => {
  const at = await begin();
  const rows = await listRows(database.db, "field", at.dialogueId);
  const seen = listAsSeen(rows);
  await edit(at, "save", "Sport", { name: "Sport en cultuur" });
  const late = await saveList(database.db, "field", at, { rows, added: null, deed: "save", of: null, seen });
  expect(late).toMatchObject({ status: "conflict" });
  expect(await names(at)).toContain("Sport en cultuur");
});

test("the lists are fixed once the harvest has begun", async () => {
  const at = await begin("harvest");
  await expect(edit(at, "save", null)).rejects.toMatchObject({ code: "not-now" });
});
