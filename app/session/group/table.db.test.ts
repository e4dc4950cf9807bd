import { eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import { measure } from "../../dialogue/people/tables.ts";
import { step } from "../../dialogue/tables.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { GroupId, PersonId } from "../../platform/ids.ts";
import { seatOf } from "../grouping/dealing.server.ts";
import { help } from "../tables.ts";
import { moveToGroup } from "./move.server.ts";
import { answerHelp, askHelp, helpOf, liftMeasure, openHelp, standingMeasures, takeMeasure, takeNotes } from "./table.server.ts";
import { group, seat } from "./tables.ts";

async function tables() {
  const database = await freshDatabase();
  const { db } = database;
  const made = await makeMorning(db, 7);
  const [first, second] = (await made.seat("group", [
    [0, 1, 2],
    [3, 4, 5],
  ])) as [GroupId, GroupId];
  const [at] = await db
    .select()
    .from(step)
    .where(eq(step.id, made.steps.find(({ kind }) => kind === "group")?.id as never));
  if (!at) throw new Error("no step");
  const where = { dialogueId: made.dialogueId, sessionId: made.sessionId };
  return {
    db,
    made,
    first,
    second,
    at,
    where,
    people: made.people as PersonId[],
    [Symbol.asyncDispose]: () => database[Symbol.asyncDispose](),
  };
}
const person = (people: readonly PersonId[], n: number) => people[n] as PersonId;

test("who comes late gets a seat at the smallest table, once, in however many tabs", async () => {
  await using t = await tables();
  const late = person(t.people, 6);
  await t.db.delete(seat).where(matches(seat, { groupId: t.second, personId: person(t.people, 5) }));
  const seats = await Promise.all(Array.from({ length: 5 }, () => seatOf(t.db, { ...t.where, step: t.at, personId: late })));
  expect(new Set(seats.map((one) => one?.id))).toEqual(new Set([t.second]));
  expect(await t.db.select().from(seat).where(eq(seat.personId, late))).toHaveLength(1);
});

test("the facilitator moves somebody to another table of this step, and nowhere else", async () => {
  await using t = await tables();
  const mover = person(t.people, 0);
  await takeNotes(t.db, t.where, mover, t.first);
  expect(await moveToGroup(t.db, { ...t.where, step: t.at }, person(t.people, 3), mover, t.second)).not.toBeNull();
  expect((await seatOf(t.db, { ...t.where, step: t.at, personId: mover }))?.id).toBe(t.second);
  const [left] = await t.db.select().from(group).where(eq(group.id, t.first));
  expect(left?.noteTakerId).toBeNull();
  expect(
    await moveToGroup(t.db, { ...t.where, step: t.at }, person(t.people, 3), mover, crypto.randomUUID() as GroupId),
  ).toBeNull();
});

test("only who sits at the table takes its notes; another takes over", async () => {
  await using t = await tables();
  await takeNotes(t.db, t.where, person(t.people, 0), t.first);
  await takeNotes(t.db, t.where, person(t.people, 1), t.first);
  const [now] = await t.db.select().from(group).where(eq(group.id, t.first));
  expect(now?.noteTakerId).toBe(person(t.people, 1));
  await expect(takeNotes(t.db, t.where, person(t.people, 4), t.first)).rejects.toMatchObject({ code: "not-yours" });
});

test("help asked twice is one question; the first answer stays", async () => {
  await using t = await tables();
  const asker = person(t.people, 0);
  const id = await askHelp(t.db, t.where, asker, t.first, "Wat is de bedoeling?");
  expect(await askHelp(t.db, t.where, asker, t.first, "Mogen we ook iets eigens opschrijven?")).toBe(id);
  expect(await openHelp(t.db, t.where.sessionId)).toMatchObject([{ id, reason: "Mogen we ook iets eigens opschrijven?" }]);
  await answerHelp(t.db, t.where, person(t.people, 3), id, "Ja, graag.");
  await answerHelp(t.db, t.where, person(t.people, 4), id, "Nee.");
  expect(await helpOf(t.db, t.where.sessionId, asker)).toMatchObject({ answer: "Ja, graag." });
  expect(await t.db.select().from(help).where(isNull(help.answeredAt))).toHaveLength(0);
});

test("a measure is taken once, stands until it is lifted, and keeps its reason", async () => {
  await using t = await tables();
  const [leader, disturber] = [person(t.people, 3), person(t.people, 0)];
  await takeMeasure(t.db, t.where, leader, disturber, "muted", "Herhaald door anderen heen praten");
  await takeMeasure(t.db, t.where, leader, disturber, "muted", "nog eens");
  const [standing, ...more] = await standingMeasures(t.db, t.where.sessionId);
  expect(more).toEqual([]);
  expect(standing).toMatchObject({ kind: "muted", reason: "Herhaald door anderen heen praten" });
  await liftMeasure(t.db, t.where, leader, standing?.id ?? "");
  expect(await standingMeasures(t.db, t.where.sessionId)).toEqual([]);
  expect(await t.db.select().from(measure)).toHaveLength(1);
});
