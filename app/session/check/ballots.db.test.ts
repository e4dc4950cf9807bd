import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { type Morning, makeMorning } from "../../../tests/morning.ts";
import { measure, registration } from "../../dialogue/people/tables.ts";
import { change, systemDeed } from "../../platform/database/change.server.ts";
import { audit, ledger } from "../../platform/database/tables.ts";
import type { InsightId, PersonId } from "../../platform/ids.ts";
import { ballot, insight } from "../insights/tables.ts";
import { ballotForm } from "./ballot-form.ts";
import { type Cast, castTogether, openBallotBox } from "./ballots.server.ts";

const cast = (morning: Morning, person: number, insightId: InsightId, about: Partial<Cast> = {}): Cast => ({
  dialogueId: morning.dialogueId,
  sessionId: morning.sessionId,
  personId: morning.people[person] as PersonId,
  fieldId: null,
  partyId: null,
  insightId,
  choice: "agree",
  fit: null,
  ...about,
});

test("one person, one ballot: the last of a batch counts, and of later batches", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  const kept = await castTogether(pool, [
    cast(morning, 0, id, { choice: "agree", fit: "fits" }),
    cast(morning, 1, id),
    cast(morning, 0, id, { choice: "disagree", fit: "not" }),
  ]);
  expect(kept).toEqual([true, true, true]);
  const [mine] = await db
    .select()
    .from(ballot)
    .where(eq(ballot.personId, morning.people[0] as PersonId));
  expect(mine).toMatchObject({ choice: "disagree", fit: "not", sessionId: morning.sessionId });
  await castTogether(pool, [cast(morning, 0, id, { choice: "skip" })]);
  expect(await db.select().from(ballot)).toHaveLength(2);
});

test("who was put out, or signed off, casts no ballot any more, from the next one on", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  const { sessionId, people } = morning;
  const [byId, out, gone] = people as [PersonId, PersonId, PersonId];
  const three = [0, 1, 2].map((person) => cast(morning, person, id));
  expect(await castTogether(pool, three)).toEqual([true, true, true]);
  await db.insert(measure).values({ sessionId, personId: out, kind: "removed", reason: "-", byId });
  await db.update(registration).set({ state: "withdrawn" }).where(eq(registration.personId, gone));
  expect(
    await castTogether(
      pool,
      three.map((one) => ({ ...one, choice: "disagree" })),
    ),
  ).toEqual([true, false, false]);
  const kept = await db.select({ choice: ballot.choice }).from(ballot).orderBy(ballot.choice);
  expect(kept.map(({ choice }) => choice)).toEqual(["agree", "agree", "disagree"]);
  await db.update(measure).set({ liftedAt: new Date() });
  expect(await castTogether(pool, [cast(morning, 1, id)])).toEqual([true]);
});

test("the line of the dialogue stays without gaps, with an audit line for each ballot kept, beside other changes", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const [open, shut] = [await morning.addInsight(), await morning.addInsight()];
  await db.update(insight).set({ state: "removed" }).where(eq(insight.id, shut));
  const other = { scope: morning.dialogueId, actor: "system", what: "card.save", subject: { kind: "card", id: "x" } } as const;
  const box = openBallotBox(pool);
  const results = await Promise.allSettled([
    ...morning.people.flatMap((_, i) => [box.cast(cast(morning, i, open)), box.cast(cast(morning, i, shut))]),
    ...Array.from({ length: 5 }, () => change(db, other, async () => {})),
  ]);
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(6);
  const lines = await db.select().from(audit).orderBy(audit.seq);
  expect(lines.map(({ seq }) => seq)).toEqual(Array.from({ length: 11 }, (_, i) => i + 1));
  expect((await db.select().from(ledger).where(eq(ledger.scope, morning.dialogueId)))[0]?.seq).toBe(11);
  expect(lines.filter(({ what }) => what === "ballot.cast").every(({ subjectId }) => subjectId === open)).toBe(true);
});

test("no ballots after the outcome was shown, for an insight of another dialogue, or one that waits", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const [shown, waits] = [await morning.addInsight(), await morning.addInsight()];
  await db.update(insight).set({ revealedAt: new Date() }).where(eq(insight.id, shown));
  await db.update(insight).set({ state: "proposed" }).where(eq(insight.id, waits));
  const foreign = crypto.randomUUID() as InsightId;
  expect(
    await castTogether(
      pool,
      [shown, waits, foreign].map((id) => cast(morning, 0, id)),
    ),
  ).toEqual([false, false, false]);
  expect(await db.$count(ballot)).toBe(0);
  expect(await db.$count(audit)).toBe(0);
});

test("a ballot on its way when the outcome is shown either counts in it or is refused", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  let late: Promise<boolean[]> | undefined;
  const deed = systemDeed(morning.dialogueId, "insight.reveal", "insight", id);
  await change(db, deed, async (tx) => {
    late = castTogether(pool, [cast(morning, 0, id)]);
    await new Promise((done) => setTimeout(done, 60));
    await tx.update(insight).set({ revealedAt: new Date() }).where(eq(insight.id, id));
  });
  expect(await late).toEqual([false]);
  expect(await db.$count(ballot)).toBe(0);
});

test("a ballot that is taken back is gone, also within one batch; the first moment stays when the choice changes", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  await castTogether(pool, [cast(morning, 0, id), cast(morning, 1, id), cast(morning, 2, id)]);
  const [first] = await db
    .select()
    .from(ballot)
    .where(eq(ballot.personId, morning.people[0] as PersonId));
  await castTogether(pool, [
    cast(morning, 0, id, { choice: "disagree" }),
    cast(morning, 1, id, { choice: null }),
    cast(morning, 2, id, { choice: null }),
    cast(morning, 2, id, { choice: "skip" }),
    cast(morning, 3, id),
    cast(morning, 3, id, { choice: null }),
  ]);
  const rows = await db.select().from(ballot);
  expect(rows.map(({ personId, choice }) => [morning.people.indexOf(personId), choice]).sort()).toEqual([
    [0, "disagree"],
    [2, "skip"],
  ]);
  const again = rows.find(({ personId }) => personId === morning.people[0]);
  expect(again?.firstAt).toEqual(first?.firstAt);
  expect(again?.at.getTime()).toBeGreaterThan(first?.at.getTime() ?? 0);
  expect((await db.select().from(audit)).filter(({ what }) => what === "ballot.withdraw")).toHaveLength(3);
});

test("a ballot on words that a later version replaced is kept with those words", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  await db.update(insight).set({ state: "replaced" }).where(eq(insight.id, id));
  expect(await castTogether(pool, [cast(morning, 0, id)])).toEqual([true]);
  expect((await db.select().from(ballot))[0]?.insightId).toBe(id);
});

test("a person who does not exist spoils only their own ballot", async () => {
  await using database = await freshDatabase();
  const { db, pool } = database;
  const morning = await makeMorning(db);
  const id = await morning.addInsight();
  const box = openBallotBox(pool);
  const stranger = cast(morning, 0, id, { personId: crypto.randomUUID() as PersonId });
  const results = await Promise.allSettled([box.cast(cast(morning, 0, id)), box.cast(stranger), box.cast(cast(morning, 1, id))]);
  expect(results.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
  expect(await db.$count(ballot)).toBe(2);
});

test("who skips or leaves it to another field says nothing of fit", () => {
  const read = (about: Record<string, string>) => ballotForm.safeParse({ insight: crypto.randomUUID(), ...about });
  expect(read({ choice: "agree", fit: "conditions" }).data).toMatchObject({ fit: "conditions" });
  expect(read({ choice: "agree", fit: "" }).data).toMatchObject({ fit: null });
  expect(read({ choice: "not-my-field", fit: "fits" }).data).toMatchObject({ fit: null });
  expect(read({ choice: "skip", fit: "fits" }).data).toMatchObject({ fit: null });
  expect(read({ choice: "yes" }).error?.issues[0]?.message).toBe("choose");
  expect(read({}).error?.issues[0]?.message).toBe("choose");
  expect(read({ choice: "agree", fit: "fits", undo: "1" }).data).toMatchObject({ choice: null, fit: null });
  expect(read({ undo: "1" }).data).toMatchObject({ choice: null });
});
