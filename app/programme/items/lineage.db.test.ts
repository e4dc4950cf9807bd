import { and, eq, isNull } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { postOf, secretIn } from "../../../tests/registrants.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { person } from "../../dialogue/tables.ts";
import type { ItemId, PersonId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { decide, listDecisions } from "../answers/answers.server.ts";
import { addOwner, endOwner, findOwned } from "../owners/owners.server.ts";
import { itemClaim, itemOwner, programmeItem, progress } from "../tables.ts";
import type { ItemStep } from "./item.ts";
import { findItem, listItems, removeItem, saveItem } from "./items.server.ts";
import { listLineage, mergeItems, splitItem } from "./lineage.server.ts";

let database: FreshDatabase;
let here: World;
let there: World;
let who: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  here = await makeWorld(database.db, "hier");
  there = await makeWorld(database.db, "daar");
  who = here.people[0] as PersonId;
});
afterAll(() => database[Symbol.asyncDispose]());

const words = (more: object = {}) => ({
  ...{ version: 0, title: "Eén nummer per wijk", kind: "tool" as const, text: "", acts: "", budget: "", indicator: "" },
  ...{
    fields: [] as string[],
    parties: [] as string[],
    themes: [] as string[],
    areas: [] as string[],
    claims: [] as string[],
    because: "",
    causes: [] as string[],
  },
  steps: [] as ItemStep[],
  ...more,
});
async function make(more: object = {}): Promise<ItemId> {
  const id = crypto.randomUUID() as ItemId;
  await saveItem(database.db, here.dialogueId, who, id, words(more));
  return id;
}
const step = (text: string) => ({ text, due: null, done: false });

test("an item answers findings of the report, keeps them when the report says it otherwise, and takes none of another dialogue [PR11]", async () => {
  const { db } = database;
  const claims = [`inzicht:${here.insightId}`, `zin:${here.blockId}:2`];
  const id = await make({ claims });
  const kept = (await listItems(db, here.dialogueId)).find((one) => one.id === id);
  expect(kept?.claims.map(({ words: text, number }) => [text, number])).toEqual([
    ["Zij bellen te laat.", null],
    [expect.any(String), 1],
  ]);
  await saveItem(db, here.dialogueId, who, id, words({ version: 1, claims: kept?.claims.map((one) => `claim:${one.id}`) }));
  expect((await findItem(db, here.dialogueId, kept?.number ?? 0))?.claims).toEqual(kept?.claims);
  for (const foreign of [`inzicht:${there.insightId}`, `zin:${there.blockId}:2`, `claim:${crypto.randomUUID()}`])
    await expect(saveItem(db, here.dialogueId, who, id, words({ version: 2, claims: [foreign] }))).rejects.toMatchObject({
      code: "gone",
    });
  await saveItem(db, here.dialogueId, who, id, words({ version: 2 }));
  expect(await db.select().from(itemClaim).where(eq(itemClaim.itemId, id))).toEqual([]);
});

test("merged, all of an item is in the other, once, and answers and numbers lead there [PR12]", async () => {
  const { db } = database;
  const claims = [`inzicht:${here.insightId}`];
  const into = await make({ title: "Blijft", themes: [here.themeId], claims, steps: [step("een")], fields: [here.fieldId] });
  const from = await make({ title: "Gaat op", themes: [here.themeId, here.otherThemeId], claims, steps: [step("twee")] });
  const about = { theme: here.otherThemeId };
  await decide(db, here.dialogueId, who, { about, verdict: "taken-up", reason: "Ja.", item: from });
  await addOwner(db, here.dialogueId, who, from, { role: "Gemeente", name: "", mail: "", lead: true });
  const number = await mergeItems(db, here.dialogueId, who, from, into);
  expect(await mergeItems(db, here.dialogueId, who, from, into)).toBe(number);
  const item = await findItem(db, here.dialogueId, number);
  expect(item).toMatchObject({
    ...{ title: "Blijft", fieldIds: [], steps: [step("een"), step("twee")] },
    owners: [{ role: "Gemeente", lead: true, name: null }],
  });
  expect(item?.themeIds.toSorted()).toEqual([here.themeId, here.otherThemeId].toSorted());
  expect(item?.claims).toHaveLength(1);
  expect((await listDecisions(db, here.dialogueId)).at(-1)?.item).toBe(number);
  expect((await listLineage(db, here.dialogueId)).find(({ id }) => id === from)?.now).toMatchObject({ number });
  expect(await db.select().from(progress).where(eq(progress.otherId, from))).toHaveLength(1);
  await expect(saveItem(db, here.dialogueId, who, from, words({ version: 2 }))).resolves.toEqual({ status: "gone" });
  await expect(mergeItems(db, here.dialogueId, who, into, there.itemId)).rejects.toMatchObject({ code: "gone" });
  await expect(mergeItems(db, here.dialogueId, who, there.itemId, into)).rejects.toMatchObject({ code: "gone" });
  await expect(mergeItems(db, here.dialogueId, who, into, into)).rejects.toMatchObject({ code: "gone" });
});

test("split, each part is in one of the two, and both say so; sent twice it is split once [PR12]", async () => {
  const { db } = database;
  const from = await make({ themes: [here.themeId, here.otherThemeId], steps: [step("een"), step("twee")] });
  await addOwner(db, here.dialogueId, who, from, { role: "Gemeente", name: "", mail: "", lead: true });
  const id = crypto.randomUUID() as ItemId;
  const split = { id, title: "Apart", apart: { themes: [here.otherThemeId], claims: [], steps: [1] } };
  const number = await splitItem(db, here.dialogueId, who, from, split);
  expect(await splitItem(db, here.dialogueId, who, from, split)).toBe(number);
  const items = await listItems(db, here.dialogueId);
  expect(items.find((one) => one.id === from)).toMatchObject({ themeIds: [here.themeId], steps: [step("een")], version: 2 });
  expect(items.find((one) => one.id === id)).toMatchObject({
    ...{ themeIds: [here.otherThemeId], steps: [step("twee")], splitFrom: from, title: "Apart" },
    owners: [{ role: "Gemeente", lead: true }],
  });
  await expect(splitItem(db, here.dialogueId, who, from, { ...split, id: crypto.randomUUID() as ItemId })).rejects.toMatchObject({
    code: "nothing-chosen",
  });
});

test("whatever is merged and split in the database, no theme or step vanishes [PR12]", async () => {
  const { db } = database;
  const world = await makeWorld(db, "reeks");
  for (const { id } of await listItems(db, world.dialogueId)) await removeItem(db, world.dialogueId, who, id);
  for (const [at, themes] of [[world.themeId], [world.otherThemeId], [world.themeId, world.otherThemeId]].entries())
    await saveItem(
      db,
      world.dialogueId,
      who,
      crypto.randomUUID() as ItemId,
      words({ themes, steps: [step(`${at}a`), step(`${at}b`)] }),
    );
  let chance = 7;
  const pick = (of: number) => {
    chance = (chance * 1_103_515_245 + 12_345) % 2 ** 31;
    return chance % of;
  };
  for (let turn = 0; turn < 40; turn++) {
    const items = await listItems(db, world.dialogueId);
    const one = items[pick(items.length)];
    const other = items[pick(items.length)];
    if (!one || !other) throw new Error("no items left");
    if (pick(2) === 0) await mergeItems(db, world.dialogueId, who, one.id, other.id).catch(() => {});
    else
      await splitItem(db, world.dialogueId, who, one.id, {
        ...{ id: crypto.randomUUID() as ItemId, title: `Deel ${turn}` },
        apart: {
          themes: one.themeIds.slice(0, pick(2)),
          claims: [],
          steps: one.steps.map((_, at) => at).filter(() => pick(2) === 0),
        },
      }).catch(() => {});
    const now = await listItems(db, world.dialogueId);
    expect(now.flatMap(({ steps }) => steps.map(({ text }) => text)).toSorted()).toEqual(["0a", "0b", "1a", "1b", "2a", "2b"]);
    expect(new Set(now.flatMap(({ themeIds }) => themeIds))).toEqual(new Set([world.themeId, world.otherThemeId]));
  }
  const lineage = await listLineage(db, world.dialogueId);
  for (const { now, removedAt } of lineage) expect(now === null).toBe(removedAt !== null);
});

test("who looks after it is named only by their own word; the role stands there [PR13]", async () => {
  const { db } = database;
  const id = await make();
  const number = async () => (await listItems(db, here.dialogueId)).find((one) => one.id === id);
  const henk = { role: "Gemeente Voorbeeldstad", name: "Henk de Vries", mail: "henk@voorbeeldstad.example", lead: true };
  await addOwner(db, here.dialogueId, who, id, henk);
  await addOwner(db, here.dialogueId, who, id, henk);
  expect((await number())?.owners).toEqual([{ id: expect.any(String), role: henk.role, lead: true, name: null, hears: true }]);
  expect(await db.select().from(mail).where(eq(mail.kind, "programme.owner"))).toHaveLength(1);
  const [letter] = await postOf(db).deliver();
  expect(letter).toMatchObject({ to: henk.mail, kind: "programme.owner" });
  expect((await findOwned(db, secretIn(letter?.text, "punt")))?.item.id).toBe(id);
  await addOwner(db, here.dialogueId, who, id, { role: "Woningcorporatie", name: "", mail: "", lead: true });
  const owners = (await number())?.owners ?? [];
  expect(owners.map(({ role, lead }) => [role, lead])).toEqual([
    ["Woningcorporatie", true],
    [henk.role, false],
  ]);
  await endOwner(db, here.dialogueId, who, id, owners[0]?.id ?? "");
  expect((await number())?.owners).toHaveLength(1);
  expect(
    await db
      .select()
      .from(itemOwner)
      .where(and(eq(itemOwner.itemId, id), isNull(itemOwner.endedAt))),
  ).toHaveLength(1);
  expect(await db.select().from(person).where(eq(person.mail, henk.mail))).toHaveLength(1);
  expect(await db.select().from(programmeItem).where(eq(programmeItem.id, id))).toHaveLength(1);
});
