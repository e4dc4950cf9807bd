import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { postOf, secretIn } from "../../../tests/registrants.ts";
import { makeWorld, type World } from "../../../tests/world.ts";
import { person } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { PersonId, ReactionId } from "../../platform/ids.ts";
import { mail } from "../../platform/mail/tables.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { doThemes } from "../../themes/themes.server.ts";
import type { ItemStep } from "../items/item.ts";
import { findItem, listProgress, saveItem, showProgramme, tellProgress } from "../items/items.server.ts";
import { chooseNews, findNewsLink, sendProgrammeNews } from "../news/news.server.ts";
import { addOwner } from "../owners/owners.server.ts";
import { remindOwners } from "../owners/remind.server.ts";
import { itemReaction, programmeNews, progress } from "../tables.ts";
import { askReactions, listConditions, listMyReactions, react } from "./reactions.server.ts";

let database: FreshDatabase;
let here: World;
let there: World;
let who: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  const { db } = database;
  here = await makeWorld(db, "hier");
  there = await makeWorld(db, "daar");
  who = here.people[0] as PersonId;
  for (const [at, id] of here.people.entries())
    await db
      .update(person)
      .set({ mail: `mens${at}@hier.example` })
      .where(eq(person.id, id));
  await doThemes(db, here.dialogueId, who, { deed: "put", needs: [here.own], from: null, to: here.themeId } as never);
  await db.update(mail).set({ state: "cancelled" }).where(eq(mail.state, "waiting"));
});
afterAll(() => database[Symbol.asyncDispose]());

const hour = 3_600_000;
const later = (hours: number) => new Date(Date.now() + hours * hour);
const words = (more: object) => ({
  ...{ version: 1, title: "Eén nummer per wijk", kind: "people" as const, text: "", acts: "", budget: "", indicator: "" },
  ...{ fields: [], parties: [], areas: [], claims: [], because: "", causes: [] as string[], themes: [here.themeId] },
  steps: [] as ItemStep[],
  ...more,
});
const say = (at: number, fit: "fits" | "conditions" | "not", text = "", item = here.itemId) =>
  react(database.db, here.dialogueId, here.people[at] as PersonId, { item, fit, text });

test("participants are asked by mail, once for each time; nothing can be said when it is closed [PR15]", async () => {
  const { db } = database;
  await askReactions(db, here.dialogueId, who, false);
  await expect(say(1, "fits")).rejects.toMatchObject({ code: "not-now" });
  await askReactions(db, here.dialogueId, who, true);
  await askReactions(db, here.dialogueId, who, true);
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "programme.react");
  expect(letters.length).toBeGreaterThanOrEqual(6);
  expect(new Set(letters.map(({ to }) => to)).size).toBe(letters.length);
  expect(letters[0]?.text).toContain("?naar=programma");
});

test("the last reaction counts, figures wait for five, and the team reads words without names [PR15]", async () => {
  const { db } = database;
  await say(1, "not");
  await say(1, "conditions", "Mits er een vaste dag is.");
  await say(1, "conditions", "Mits er een vaste dag is.");
  for (const at of [2, 3]) await say(at, "not");
  await say(4, "fits");
  expect(await db.select().from(itemReaction).where(eq(itemReaction.itemId, here.itemId))).toHaveLength(4);
  expect((await findItem(db, here.dialogueId, 1))?.figures).toBe(null);
  await say(5, "fits");
  expect((await findItem(db, here.dialogueId, 1))?.figures?.ballots.total).toEqual({
    ...{ status: "counts", people: 5, counts: [2, 1, 2, 0] },
  });
  expect((await listConditions(db, here.itemId)).map((one) => Object.keys(one))).toEqual([["id", "text", "led"]]);
  await expect(say(1, "fits", "", there.itemId)).rejects.toMatchObject({ code: "gone" });
});

test("a change says what was there before, why, and by which reactions; who reacted sees it [PR15]", async () => {
  const { db } = database;
  const [condition] = await listConditions(db, here.itemId);
  const causes = [condition?.id as ReactionId];
  const made = words({ title: "Eén nummer per wijk, op een vaste dag", because: "U vroeg om een vaste dag.", causes });
  expect(await saveItem(db, here.dialogueId, who, here.itemId, made)).toMatchObject({ status: "saved" });
  const [line] = await listProgress(db, here.itemId);
  expect(line).toMatchObject({ kind: "changed", text: "U vroeg om een vaste dag.", before: { title: "Eén nummer per wijk" } });
  const mine = await listMyReactions(db, here.dialogueId, here.people[1] as PersonId);
  expect(mine).toMatchObject([{ fit: "conditions", led: true, version: 1 }]);
  const foreign = words({ version: 2, because: "Zo.", causes: [crypto.randomUUID()] });
  await expect(saveItem(db, here.dialogueId, who, here.itemId, foreign)).rejects.toMatchObject({ code: "gone" });
});

test("people behind the needs hear it: once, grouped, at most once a week, by their choice; and killed in between nothing goes twice [PR17]", async () => {
  const { db } = database;
  const sent = () => db.$count(mail, eq(mail.kind, "programme.news"));
  expect(await sendProgrammeNews(db, later(1)), "as long as nobody may read it").toBe(0);
  await showProgramme(db, here.dialogueId, who, true);
  expect(await sendProgrammeNews(db, later(0)), "what was just told waits").toBe(0);
  // a crash between putting letters in the outbox and the end: nothing of it stands
  await db
    .transaction(async (tx) => {
      await sendProgrammeNews(tx as never, later(1));
      throw new Error("killed");
    })
    .catch(() => {});
  expect(await sent()).toBe(0);
  // two processes at once
  const counts = await Promise.all([sendProgrammeNews(db, later(1)), sendProgrammeNews(db, later(1))]);
  const all = await sent();
  expect(Math.max(...counts)).toBe(all);
  expect(all).toBe(5);
  expect(await sendProgrammeNews(db, later(2))).toBe(0);

  await tellProgress(db, here.dialogueId, who, here.itemId, { event: "decide", text: "De gemeente doet mee." });
  await chooseNews(db, here.dialogueId, here.people[2] as PersonId, "each");
  await chooseNews(db, here.dialogueId, here.people[3] as PersonId, "never");
  expect(await sendProgrammeNews(db, later(3)), "who wants each").toBe(1);
  expect(await sendProgrammeNews(db, later(24 * 8)), "the rest after a week").toBe(3);
  const rows = await db
    .select({ personId: mail.personId, from: sql<number>`(details->>'from')::int`, to: sql<number>`(details->>'to')::int` })
    .from(mail)
    .where(eq(mail.kind, "programme.news"));
  for (const [, own] of Map.groupBy(rows, ({ personId }) => personId)) {
    const inOrder = own.toSorted((a, b) => a.from - b.from);
    for (const [at, one] of inOrder.entries()) expect(one.from).toBeGreaterThanOrEqual(inOrder[at - 1]?.to ?? 0);
  }
  await chooseNews(db, here.dialogueId, here.people[3] as PersonId, "weekly");
  expect(await sendProgrammeNews(db, later(24 * 9)), "what one did not want to hear stays unheard").toBe(0);
});

test("the letter tells it in words, and can be stopped by the link in it [PR17]", async () => {
  const { db } = database;
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "programme.news");
  const mine = letters.find(({ to }) => to === "mens1@hier.example");
  expect(mine?.text).toContain("1. Eén nummer per wijk, op een vaste dag");
  expect(mine?.text).toContain("U vroeg om een vaste dag.");
  expect(mine?.text).toContain("De links in deze e-mail zijn alleen voor u.");
  const found = await findNewsLink(db, secretIn(mine?.text, "programmapost"));
  expect(found).toEqual({ personId: here.people[1], dialogueId: here.dialogueId });
  expect(await findNewsLink(db, "onbekend")).toBe(null);
});

test("who looks after an item is asked when a step is late or nothing was told for a month, each once [PR16]", async () => {
  const { db } = database;
  const owner = { role: "Gemeente", name: "Henk", mail: "henk@hier.example", lead: true };
  await addOwner(db, here.dialogueId, who, here.itemId, owner);
  await postOf(db).deliver();
  expect(await remindOwners(db, later(1))).toBe(0);
  expect(await remindOwners(db, later(24 * 29))).toBe(1);
  expect(await remindOwners(db, later(24 * 30))).toBe(0);
  expect(await remindOwners(db, later(24 * 57))).toBe(1);
  const steps = [{ text: "Wijkteams bellen", due: "2026-01-15", done: false }];
  const kept = await findItem(db, here.dialogueId, 1);
  await saveItem(db, here.dialogueId, who, here.itemId, words({ version: kept?.version, title: kept?.title, steps }));
  expect(await remindOwners(db, later(1))).toBe(1);
  expect(await remindOwners(db, later(2))).toBe(0);
  const letters = (await postOf(db).deliver()).filter(({ kind }) => kind === "programme.remind");
  expect(letters.some(({ text }) => text.includes("Wijkteams bellen") && text.includes("/punt/"))).toBe(true);
  await tellProgress(db, here.dialogueId, who, here.itemId, { event: "stop", text: "" });
  expect(await remindOwners(db, later(24 * 90))).toBe(0);
});

test("who is erased leaves nothing behind, and the figures stay as they were told [PR15]", async () => {
  const { db } = database;
  const me = here.people[1] as PersonId;
  await erasePerson(db, me, "command");
  expect(await db.$count(itemReaction, eq(itemReaction.personId, me))).toBe(0);
  expect(await db.$count(programmeNews, eq(programmeNews.personId, me))).toBe(0);
  expect((await listConditions(db, here.itemId)).length).toBe(0);
  expect((await findItem(db, here.dialogueId, 1))?.figures?.ballots.total).toMatchObject({ people: 5 });
  expect(await db.$count(progress, matches(progress, { itemId: here.itemId, kind: "changed" }))).toBeGreaterThan(0);
});
