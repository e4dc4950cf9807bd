import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { contribution } from "../../contribution/tables.ts";
import { dialogue, person } from "../../dialogue/tables.ts";
import { findMyInput } from "../../feedback/mine.server.ts";
import type { ItemId, PersonId } from "../../platform/ids.ts";
import { doThemes } from "../../themes/themes.server.ts";
import { decide, listDeciders, listDecisions } from "../answers/answers.server.ts";
import { decision, progress } from "../tables.ts";
import type { ItemStep } from "./item.ts";
import { findItem, listProgress, removeItem, saveItem, showProgramme, tellProgress } from "./items.server.ts";
import { findProgramme } from "./programme.server.ts";

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
    steps: [] as ItemStep[],
  },
  ...more,
});
const newId = () => crypto.randomUUID() as ItemId;

test("an item is made once, keeps its steps and themes, and takes nothing of another dialogue [PR2]", async () => {
  const { db } = database;
  const id = newId();
  const steps = [{ text: "Bel de wijkteams", due: "2027-04-16", done: false }];
  const made = words({ themes: [here.themeId], fields: [here.fieldId], steps });
  for (const foreign of [{ themes: [here.themeId, there.themeId] }, { fields: [there.fieldId] }, { parties: [there.partyId] }])
    await expect(saveItem(db, here.dialogueId, who, newId(), words(foreign))).rejects.toMatchObject({ code: "gone" });
  const first = await saveItem(db, here.dialogueId, who, id, made);
  expect(first).toEqual({ status: "saved", number: 3 });
  expect(await saveItem(db, here.dialogueId, who, id, made)).toEqual(first);
  expect(await findItem(db, here.dialogueId, 3)).toMatchObject({
    ...{ version: 1, steps, themeIds: [here.themeId], fieldIds: [here.fieldId], state: "idea" },
  });
  expect(await saveItem(db, there.dialogueId, there.people[0] as PersonId, id, words({ version: 1 }))).toEqual({
    status: "gone",
  });
});

test("who writes on an older version writes nothing, and hears who was first [PR2]", async () => {
  const { db } = database;
  const id = newId();
  await saveItem(db, here.dialogueId, who, id, words());
  const second = await saveItem(db, here.dialogueId, who, id, words({ version: 1, title: "Eén nummer per stad" }));
  expect(second.status).toBe("saved");
  const late = await saveItem(db, here.dialogueId, who, id, words({ version: 1, title: "Geen nummer" }));
  expect(late.status).toBe("conflict");
  const [kept] = (await findProgramme(db, here.dialogueId)).items.filter((one) => one.id === id);
  expect(kept).toMatchObject({ title: "Eén nummer per stad", version: 2 });
});

test("how it goes is told in lines; a move that was made is made once [PR1, PR3]", async () => {
  const { db } = database;
  const id = newId();
  await saveItem(db, here.dialogueId, who, id, words());
  const tell = (event: "decide" | "start" | "finish" | null, text: string) =>
    tellProgress(db, here.dialogueId, who, id, { event, text });
  await tell("decide", "De stuurgroep doet mee.");
  await tell("decide", "");
  await expect(tell("finish", "")).rejects.toMatchObject({ code: "not-now" });
  await tell(null, "De eerste wijk is gevonden.");
  expect((await listProgress(db, id)).map(({ state, text }) => [state, text])).toEqual([
    ["decided", "De eerste wijk is gevonden."],
    ["decided", "De stuurgroep doet mee."],
  ]);
  expect(await db.select().from(progress).where(eq(progress.itemId, id))).toHaveLength(2);
});

test("a need hears the answer to its theme, or its own; the one before stays [PR5, PR6, PR7]", async () => {
  const { db } = database;
  const { dialogueId, themeId, others } = here;
  const me = here.people[2] as PersonId;
  await doThemes(db, dialogueId, who, { deed: "put", needs: [others], from: null, to: themeId } as never);
  const answer = async () =>
    (await findMyInput(db, dialogueId, me)).contributions.find(({ text }) => text === "Tijd om na te bellen.")?.answer;
  const about = { theme: themeId };
  await decide(db, dialogueId, who, { about, verdict: "later", reason: "Eerst de wijkteams.", item: null });
  await decide(db, dialogueId, who, { about, verdict: "later", reason: "Eerst de wijkteams.", item: null });
  await decide(db, dialogueId, who, { about, verdict: "taken-up", reason: "Het geld is er.", item: here.itemId });
  const given = await listDecisions(db, dialogueId);
  expect(given).toHaveLength(2);
  const [organiser] = await db.select({ name: person.name }).from(person).where(eq(person.id, who));
  expect(await listDeciders(db, dialogueId)).toEqual(Object.fromEntries(given.map(({ id }) => [id, organiser?.name])));

  expect(await answer(), "as long as nobody may read it [PR10]").toBeUndefined();
  await showProgramme(db, dialogueId, who, true);
  await showProgramme(db, dialogueId, who, true);
  expect(await answer()).toMatchObject({ verdict: "taken-up", reason: "Het geld is er.", item: 1 });
  await decide(db, dialogueId, who, { about: { need: others }, verdict: "not", reason: "Dit is aan de gemeente.", item: null });
  expect(await answer()).toMatchObject({ verdict: "not", reason: "Dit is aan de gemeente." });
  await showProgramme(db, dialogueId, who, false);
  expect(await answer()).toBeUndefined();
});

test("what is of another dialogue, private or gone is not answered", async () => {
  const { db } = database;
  const made = { verdict: "not" as const, reason: "Nee.", item: null };
  const no = expect.objectContaining({ code: "gone" });
  await expect(decide(db, here.dialogueId, who, { about: { theme: there.themeId }, ...made })).rejects.toEqual(no);
  await expect(decide(db, here.dialogueId, who, { about: { need: there.others }, ...made })).rejects.toEqual(no);
  await expect(decide(db, here.dialogueId, who, { about: { need: here.note }, ...made })).rejects.toEqual(no);
  await expect(
    decide(db, here.dialogueId, who, { about: { theme: here.otherThemeId }, ...made, item: there.itemId }),
  ).rejects.toEqual(no);
  await db.update(contribution).set({ shared: "private" }).where(eq(contribution.id, here.own));
  await expect(decide(db, here.dialogueId, who, { about: { need: here.own }, ...made })).rejects.toEqual(no);
  expect(await db.select().from(decision).where(eq(decision.contributionId, here.own))).toEqual([]);
});

test("an item that is taken away leaves the answers that pointed at it", async () => {
  const { db } = database;
  const id = newId();
  await saveItem(db, there.dialogueId, there.people[0] as PersonId, id, words({ themes: [there.otherThemeId] }));
  const about = { theme: there.otherThemeId };
  await decide(db, there.dialogueId, who, { about, verdict: "taken-up", reason: "Ja.", item: id });
  await removeItem(db, there.dialogueId, who, id);
  await removeItem(db, there.dialogueId, who, id);
  const { themes, items } = await findProgramme(db, there.dialogueId);
  expect(items.map(({ number }) => number)).toEqual([1, 2]);
  expect(themes.find((one) => one.id === there.otherThemeId)).toMatchObject({ items: [], answer: { item: null, reason: "Ja." } });
});

test("in a dialogue that is closed nothing changes any more", async () => {
  const { db } = database;
  await db.update(dialogue).set({ state: "archived" }).where(eq(dialogue.id, there.dialogueId));
  await expect(saveItem(db, there.dialogueId, who, newId(), words())).rejects.toMatchObject({ code: "not-now" });
  await expect(showProgramme(db, there.dialogueId, who, true)).rejects.toMatchObject({ code: "not-now" });
});
