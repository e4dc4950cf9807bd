import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../../tests/database.ts";
import { fillInvented } from "../../../../tests/invented.ts";
import { contribution } from "../../../contribution/tables.ts";
import type { PersonId, StepId } from "../../../platform/ids.ts";
import { ballot } from "../../../session/insights/tables.ts";
import { attendance, stepAttendance } from "../../../session/tables.ts";
import { thereByStep, tracesOf } from "./heard.server.ts";

test("who came, wrote and chose is read from what stands; what is private or hidden is no word that was heard", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const made = await fillInvented(db);
  const [silent, hushed, away, other] = [...made.personIds.values()] as [PersonId, PersonId, PersonId, PersonId];
  await db.update(contribution).set({ shared: "private", broughtAt: null }).where(eq(contribution.personId, silent));
  await db.update(contribution).set({ state: "hidden" }).where(eq(contribution.personId, hushed));
  await db.delete(ballot).where(eq(ballot.personId, away));
  await db.delete(attendance).where(eq(attendance.personId, away));
  const { came, wrote, chose } = await tracesOf(db, made.sessionId);
  expect([came.has(away), came.has(other)]).toEqual([false, true]);
  expect([wrote.has(silent), wrote.has(hushed), wrote.has(other)]).toEqual([false, false, true]);
  expect([chose.has(away), chose.has(silent)]).toEqual([false, true]);

  const [first, second] = made.stepIds as [StepId, StepId];
  await db.insert(stepAttendance).values([
    { stepId: first, personId: silent },
    { stepId: first, personId: other },
    { stepId: second, personId: other },
  ]);
  const there = await thereByStep(db, made.sessionId);
  expect(there.map(({ id }) => id)).toEqual(made.stepIds);
  expect(there.slice(0, 3).map(({ people }) => people)).toEqual([2, 1, 0]);
});
