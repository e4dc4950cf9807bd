import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import type { InsightId, PersonId } from "../../platform/ids.ts";
import { editInsights, listInsights } from "./insight-list.server.ts";
import { ballot } from "./tables.ts";

async function list() {
  const database = await freshDatabase();
  const made = await fillInvented(database.db);
  await database.db.delete(ballot);
  const [who] = [...made.personIds.values()] as [PersonId];
  return {
    db: database.db,
    who,
    read: () => listInsights(database.db, made.dialogueId),
    edit: (edit: Parameters<typeof editInsights>[3]) => editInsights(database.db, made.dialogueId, who, edit),
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}

test("an insight is added once, however often its form arrives", async () => {
  await using l = await list();
  const id = crypto.randomUUID() as InsightId;
  for (let i = 0; i < 3; i++) expect(await l.edit({ kind: "add", id, text: "Nieuw inzicht", source: "" })).toEqual({ ok: true });
  const after = await l.read();
  expect(after).toHaveLength(25);
  expect(after.at(-1)).toMatchObject({ id, number: 25, text: "Nieuw inzicht", voted: false });
});

test("insights change places at their edges too", async () => {
  await using l = await list();
  const [first, second] = await l.read();
  await l.edit({ kind: "down", id: first?.id as InsightId });
  expect((await l.read()).slice(0, 2).map((one) => one.id)).toEqual([second?.id, first?.id]);
  await l.edit({ kind: "up", id: second?.id as InsightId });
  expect((await l.read())[0]?.id).toBe(second?.id);
});

test("the text of an insight that was voted on stays, its source may change", async () => {
  await using l = await list();
  const [first] = await l.read();
  if (!first) throw new Error("no insight");
  await l.db.insert(ballot).values({ insightId: first.id, personId: l.who, choice: "agree" });
  expect(await l.edit({ kind: "save", id: first.id, text: "Anders", source: "" })).toEqual({ ok: false, code: "voted" });
  expect(await l.edit({ kind: "remove", id: first.id })).toEqual({ ok: false, code: "voted" });
  expect(await l.edit({ kind: "save", id: first.id, text: first.text, source: "werkbezoek" })).toEqual({ ok: true });
  expect((await l.read())[0]).toMatchObject({ text: first.text, source: "werkbezoek", voted: true });
});
