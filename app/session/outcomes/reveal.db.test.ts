import { eq } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { makeMorning } from "../../../tests/morning.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { InsightId, PersonId } from "../../platform/ids.ts";
import { ballot, insight } from "../insights/tables.ts";
import { coverInsights, judgeInsight, revealInsights } from "./reveal.server.ts";

const read = async (db: Db, id: InsightId) => (await db.select().from(insight).where(eq(insight.id, id)))[0];
const vote = (db: Db, insightId: InsightId, people: readonly PersonId[], choice: "agree" | "disagree") =>
  db
    .insert(ballot)
    .values(people.map((personId) => ({ insightId, personId, choice })))
    .onConflictDoUpdate({ target: [ballot.insightId, ballot.personId], set: { choice, at: new Date() } });

test("a reveal of fewer than five ballots says nothing", async () => {
  await using database = await freshDatabase();
  const morning = await makeMorning(database.db, 6);
  const [who] = morning.people as [PersonId];
  const id = await morning.addInsight();
  await vote(database.db, id, morning.people.slice(0, 4), "agree");
  await revealInsights(database.db, morning.dialogueId, who, id);
  expect((await read(database.db, id))?.figures?.ballots.total).toEqual({ status: "withheld" });
});

test("figures stay while fewer than five people chose anew, also over taking away and showing again", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 30);
  const [who] = morning.people as [PersonId];
  const id = await morning.addInsight();
  await vote(db, id, morning.people.slice(0, 12), "agree");
  await vote(db, id, morning.people.slice(12, 24), "disagree");
  await revealInsights(db, morning.dialogueId, who, "all");
  const first = await read(db, id);
  expect(first?.figures?.ballots.total).toEqual({ status: "counts", people: 24, counts: [12, 12, 0, 0] });

  await vote(db, id, morning.people.slice(24, 28), "agree");
  await coverInsights(db, morning.dialogueId, who, id);
  expect((await read(db, id))?.revealedAt).toBeNull();
  await revealInsights(db, morning.dialogueId, who, id);
  expect((await read(db, id))?.figures).toEqual(first?.figures);

  await vote(db, id, morning.people.slice(28, 29), "agree");
  await revealInsights(db, morning.dialogueId, who, id);
  // five who all agreed would be told by subtraction
  expect((await read(db, id))?.figures).toEqual(first?.figures);

  await vote(db, id, morning.people.slice(29, 30), "disagree");
  await revealInsights(db, morning.dialogueId, who, id);
  expect((await read(db, id))?.figures?.ballots.total).toMatchObject({ people: 30, counts: [17, 13, 0, 0] });
});

test("what a participant proposes joins the check last, or is refused with a reason; the first judgement holds", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const morning = await makeMorning(db, 6);
  const [who] = morning.people as [PersonId];
  await morning.addInsight();
  const [one, two] = [await morning.addInsight("Eigen inzicht"), await morning.addInsight("Nog een")];
  await db.update(insight).set({ state: "proposed" }).where(eq(insight.id, one));
  await db.update(insight).set({ state: "proposed" }).where(eq(insight.id, two));
  await judgeInsight(db, morning.dialogueId, who, one, { accept: true });
  await judgeInsight(db, morning.dialogueId, who, one, { accept: false, reason: "Te laat" });
  await judgeInsight(db, morning.dialogueId, who, two, { accept: false, reason: "Staat er al" });
  expect(await read(db, one)).toMatchObject({ state: "open", position: 1, reason: null });
  expect(await read(db, two)).toMatchObject({ state: "refused", reason: "Staat er al" });
});
