import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { contribution, flag } from "../../contribution/tables.ts";
import { person, session } from "../../dialogue/tables.ts";
import type { ContributionId, PersonId, TeamNoteId } from "../../platform/ids.ts";
import { publishReport } from "../../report/publish/reports.server.ts";
import { report } from "../../report/tables.ts";
import { answerHelp, askHelp, claimHelp, openHelp } from "../group/table.server.ts";
import { visitGroup, visitsOf } from "../group/table-life.server.ts";
import { group } from "../group/tables.ts";
import { markLeading, whoLeads } from "../people/colleagues.server.ts";
import { readStage } from "../projector/stage.server.ts";
import { checkWall, letOnWall, readWall } from "../projector/wall.server.ts";
import { help, teamPresence } from "../tables.ts";
import { addNote, readNotes, removeNote } from "./team-notes.server.ts";

async function hall() {
  const database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const rows = await db
    .insert(person)
    .values([{ name: "Joris" }, { name: "Sanne" }])
    .returning({ id: person.id });
  const [joris, sanne] = rows.map(({ id }) => id) as [PersonId, PersonId];
  const at = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  const someone = [...made.personIds.values()][0] as PersonId;
  return { db, at, joris, sanne, someone, [Symbol.asyncDispose]: () => database[Symbol.asyncDispose]() };
}

test("a question for help is taken on by one: who comes second is told, and it can be left to the others again", async () => {
  await using t = await hall();
  const id = await askHelp(t.db, t.at, t.someone, null, "Wie begint?");
  const both = await Promise.all([claimHelp(t.db, t.at, t.joris, id, true), claimHelp(t.db, t.at, t.sanne, id, true)]);
  expect(both.toSorted()).toEqual([false, true]);
  const [first, second] = both[0] ? [t.joris, t.sanne] : [t.sanne, t.joris];
  expect(await openHelp(t.db, t.at.sessionId)).toMatchObject([
    { claimedBy: first, claimer: first === t.joris ? "Joris" : "Sanne" },
  ]);
  // what is a colleague's, is theirs to leave
  await claimHelp(t.db, t.at, second, id, false);
  expect((await openHelp(t.db, t.at.sessionId))[0]?.claimedBy).toBe(first);
  await claimHelp(t.db, t.at, first, id, false);
  expect(await claimHelp(t.db, t.at, second, id, true)).toBe(true);
  await answerHelp(t.db, t.at, second, id, "Wij samen.");
  expect(await claimHelp(t.db, t.at, first, id, true)).toBe(true);
  expect((await t.db.select().from(help).where(eq(help.id, id)))[0]).toMatchObject({ claimedBy: second, answer: "Wij samen." });
});

test("who leads sits at one table: entering another leaves the one before", async () => {
  await using t = await hall();
  const tables = await t.db.select({ id: group.id }).from(group).where(eq(group.sessionId, t.at.sessionId));
  const [one, two] = tables.map(({ id }) => id);
  if (!one || !two) throw new Error("two tables are needed");
  await visitGroup(t.db, t.at, t.joris, one, true);
  await visitGroup(t.db, t.at, t.sanne, one, true);
  await visitGroup(t.db, t.at, t.joris, two, true);
  const sits = await visitsOf(t.db, t.at.sessionId);
  expect(sits.map(({ groupId, personId }) => [personId, groupId])).toEqual([
    [t.sanne, one],
    [t.joris, two],
  ]);
});

test("notes of the team are kept with the session, are their writer's to take away, and come in no report", async () => {
  await using t = await hall();
  const id = crypto.randomUUID() as TeamNoteId;
  await addNote(t.db, t.at, t.joris, id, "Tafel 3 heeft een tolk.");
  await addNote(t.db, t.at, t.joris, id, "Tafel 3 heeft een tolk.");
  expect(await readNotes(t.db, t.at.sessionId)).toMatchObject({
    all: 1,
    notes: [{ by: "Joris", text: "Tafel 3 heeft een tolk." }],
  });
  await publishReport(t.db, t.at.dialogueId, { person: t.joris }, { number: 1, change: "" });
  expect(JSON.stringify(await t.db.select().from(report))).not.toContain("tolk");
  await removeNote(t.db, t.at, t.sanne, id);
  expect((await readNotes(t.db, t.at.sessionId)).all).toBe(1);
  await removeNote(t.db, t.at, t.joris, id);
  expect((await readNotes(t.db, t.at.sessionId)).all).toBe(0);
});

test("who leads is who told so lately", async () => {
  await using t = await hall();
  await markLeading(t.db, t.at.sessionId, t.joris);
  await markLeading(t.db, t.at.sessionId, t.joris);
  await markLeading(t.db, t.at.sessionId, t.sanne);
  expect((await whoLeads(t.db, t.at.sessionId)).map(({ name }) => name)).toEqual(["Joris", "Sanne"]);
  await t.db.update(teamPresence).set({ seenAt: sql`now() - interval '2 minutes'` }).where(eq(teamPresence.personId, t.sanne));
  expect((await whoLeads(t.db, t.at.sessionId)).map(({ name }) => name)).toEqual(["Joris"]);
});

test("the wall shows all that is shared, or only what the team lets through; never what somebody is to look at", async () => {
  await using t = await hall();
  const onScreen = async () => (await readStage(t.db, t.at, { shows: "wall" })).wall.map(({ id }) => id);
  const wall = await readWall(t.db, t.at.sessionId);
  const [first, second] = wall.map(({ id }) => id) as [ContributionId, ContributionId];
  expect(await onScreen()).toEqual(wall.slice(0, 6).map(({ id }) => id));

  await t.db.insert(flag).values({
    dialogueId: t.at.dialogueId,
    sessionId: t.at.sessionId,
    subjectKind: "contribution",
    subjectId: first,
    why: "guard",
  });
  expect(await onScreen()).not.toContain(first);
  await t.db.update(flag).set({ settledAt: sql`now()`, outcome: "dismissed" as never });
  expect((await onScreen())[0]).toBe(first);

  await checkWall(t.db, t.at, t.joris, true);
  expect(await onScreen()).toEqual([]);
  await letOnWall(t.db, t.at, t.joris, [second], true);
  expect(await onScreen()).toEqual([second]);
  expect((await readWall(t.db, t.at.sessionId)).find(({ id }) => id === second)).toMatchObject({ waits: false, onScreen: true });
  // still its writer's and everybody's, only not on the screen
  await letOnWall(t.db, t.at, t.joris, [second], false);
  expect(await onScreen()).toEqual([]);
  expect((await t.db.select().from(contribution).where(eq(contribution.id, second)))[0]).toMatchObject({ state: "visible" });
  await checkWall(t.db, t.at, t.joris, false);
  expect(await onScreen()).toHaveLength(6);
  expect((await t.db.select({ checked: session.wallChecked }).from(session))[0]?.checked).toBe(false);
});
