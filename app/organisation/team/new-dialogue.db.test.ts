import { randomUUID } from "node:crypto";
import { eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { contribution } from "../../contribution/tables.ts";
import { personOf } from "../../dialogue/people/people.server.ts";
import { membership, registration } from "../../dialogue/people/tables.ts";
import { call, dialogue, field, party, session, step } from "../../dialogue/tables.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import { makeDialogue } from "./new-dialogue.server.ts";

let database: FreshDatabase;
let maker: PersonId;
beforeAll(async () => {
  database = await freshDatabase();
  maker = await database.db.transaction((tx) => personOf(tx, "samira@example.org", "Samira Bouzid", "nl"));
});
afterAll(() => database[Symbol.asyncDispose]());

const wanted = (title: string, from: "template" | DialogueId = "template") => ({
  id: randomUUID() as DialogueId,
  title,
  startsAt: new Date("2027-04-15T07:00Z"),
  endsAt: new Date("2027-04-15T09:00Z"),
  from,
  language: "nl" as const,
});
const find = async (slug: string) => {
  const [found] = await database.db.select().from(dialogue).where(eq(dialogue.slug, slug));
  if (!found) throw new Error(`no ${slug}`);
  return found;
};

test("a dialogue from the template can be opened as it is", async () => {
  const { db } = database;
  const one = wanted("Veerkracht in de wijk");
  const slug = await makeDialogue(db, maker, one);
  const made = await find(slug);
  expect(made).toMatchObject({ id: one.id, slug: "veerkracht-in-de-wijk", state: "draft" });
  expect(await db.select({ name: field.name }).from(field).where(eq(field.dialogueId, one.id))).toHaveLength(7);
  const parties = await db.select().from(party).where(eq(party.dialogueId, one.id));
  expect(parties.filter((row) => row.organisationOptional).map((row) => row.name)).toEqual(["Vrijwilliger", "Bewoner"]);
  const steps = await db
    .select({ seconds: step.seconds, position: step.position })
    .from(step)
    .innerJoin(session, eq(session.id, step.sessionId))
    .where(eq(session.dialogueId, one.id));
  expect(steps).toHaveLength(9);
  expect(steps.reduce((sum, row) => sum + row.seconds, 0)).toBe(7200);
  expect(await db.select().from(membership).where(eq(membership.dialogueId, one.id))).toMatchObject([
    { personId: maker, role: "organiser" },
  ]);
});

test("the template speaks the language of who makes it", async () => {
  const { db } = database;
  const one = { ...wanted("Resilient neighbourhoods"), language: "en" as const };
  const slug = await makeDialogue(db, maker, one);
  const made = await find(slug);
  expect(made.houseRules).toContain("Everybody gets to speak.");
  expect(made.language).toBe("en");
  // a copy is written in the language of what it copies
  const copied = await makeDialogue(db, maker, wanted("Once more", one.id));
  expect((await find(copied)).language).toBe("en");
  const names = await db.select({ name: field.name }).from(field).where(eq(field.dialogueId, one.id)).orderBy(field.position);
  expect(names.map(({ name }) => name)).toContain("Work and income");
  expect(await db.select({ name: party.name }).from(party).where(eq(party.dialogueId, one.id))).toHaveLength(6);
  const [first] = await db.select().from(session).where(eq(session.dialogueId, one.id));
  expect(first?.title).toBe("First session");
  const titles = await db
    .select({ title: step.title })
    .from(step)
    .where(eq(step.sessionId, first?.id as never));
  expect(titles.map(({ title }) => title)).toContain("Practice check");
  const [text] = await db.select().from(call).where(eq(call.dialogueId, one.id));
  expect(text?.lead).toContain("neighbourhood");
});

test("a double click makes one, and the same title gets its own address", async () => {
  const { db } = database;
  const one = wanted("Samen sterk");
  const slugs = await Promise.all([1, 2, 3].map(() => makeDialogue(db, maker, one)));
  expect(new Set(slugs)).toEqual(new Set(["samen-sterk"]));
  expect(await makeDialogue(db, maker, wanted("Samen sterk"))).toBe("samen-sterk-2");
});

test("another person's dialogue is neither found by its id nor copied", async () => {
  const { db } = database;
  const one = wanted("Van een ander");
  await makeDialogue(db, maker, one);
  const other = await db.transaction((tx) => personOf(tx, "iemand@example.org", "Iemand Anders", "nl"));
  await expect(makeDialogue(db, other, one)).rejects.toMatchObject({ code: "not-yours" });
  await expect(makeDialogue(db, other, wanted("Kopie", one.id))).rejects.toMatchObject({ code: "not-yours" });
});

test("a copy takes what was prepared, and no people or contributions", async () => {
  const { db } = database;
  const first = wanted("Eerste jaar");
  await makeDialogue(db, maker, first);
  await db
    .update(dialogue)
    .set({ helpContact: "070 123 45 67", settings: { confirmNewDevice: true, linkInCalendar: false, admission: "selection" } })
    .where(eq(dialogue.id, first.id));
  await db.update(session).set({ capacity: 40 }).where(eq(session.dialogueId, first.id));
  await db.update(field).set({ removedAt: sql`now()` }).where(sql`${field.dialogueId} = ${first.id} and ${field.shape} = 3`);
  await db.insert(insight).values([
    { dialogueId: first.id, number: 1, position: 2, text: "Tweede" },
    { dialogueId: first.id, number: 2, position: 1, text: "Eerste", source: "verkenning" },
    { dialogueId: first.id, number: 3, position: 3, text: "Van een deelnemer", authorId: maker },
    { dialogueId: first.id, number: 4, position: 4, text: "Weg", state: "removed" },
  ]);
  const [meeting] = await db.select().from(session).where(eq(session.dialogueId, first.id));
  if (!meeting) throw new Error("no session");
  await db.insert(registration).values({ dialogueId: first.id, sessionId: meeting.id, personId: maker, name: "Samira" });
  await db.insert(contribution).values({ dialogueId: first.id, number: 1, kind: "need", text: "rust", shared: "all" });

  const second = wanted("Tweede jaar", first.id);
  await makeDialogue(db, maker, second);
  const made = await find("tweede-jaar");
  expect(made).toMatchObject({ helpContact: "070 123 45 67", state: "draft", settings: { admission: "selection" } });
  const insights = await db.select().from(insight).where(eq(insight.dialogueId, second.id)).orderBy(insight.position);
  expect(insights.map(({ text, number }) => [text, number])).toEqual([
    ["Eerste", 1],
    ["Tweede", 2],
  ]);
  expect(await db.select().from(field).where(eq(field.dialogueId, second.id))).toHaveLength(6);
  expect(await db.select().from(session).where(eq(session.dialogueId, second.id))).toMatchObject([
    { capacity: 40, state: "planned", startsAt: second.startsAt },
  ]);
  const steps = await db
    .select({ id: step.id })
    .from(step)
    .innerJoin(session, eq(session.id, step.sessionId))
    .where(eq(session.dialogueId, second.id));
  expect(steps).toHaveLength(9);
  expect(await db.select().from(registration).where(eq(registration.dialogueId, second.id))).toEqual([]);
  expect(await db.select().from(contribution).where(eq(contribution.dialogueId, second.id))).toEqual([]);
});
