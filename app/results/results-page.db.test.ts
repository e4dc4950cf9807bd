import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { makeMorning } from "../../tests/morning.ts";
import { field, session } from "../dialogue/tables.ts";
import type { Db } from "../platform/database/change.server.ts";
import { audit } from "../platform/database/tables.ts";
import type { DialogueId, InsightId, PersonId } from "../platform/ids.ts";
import { updateAnalysis } from "../session/analysis/analyse.server.ts";
import { shownAnalysis } from "../session/analysis/analysis.server.ts";
import { analysis, ballot } from "../session/insights/tables.ts";
import { findInsightPage, findResultsPage } from "./results-page.server.ts";

const search = new URLSearchParams();

async function vote(db: Db, dialogueId: DialogueId, insightId: InsightId, people: readonly PersonId[], first = 0) {
  const fields = await db.select({ id: field.id }).from(field).where(eq(field.dialogueId, dialogueId));
  await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
  await db.insert(ballot).values(
    people.map((personId, i) => ({
      insightId,
      personId,
      choice: (first + i) % 3 === 0 ? ("disagree" as const) : ("agree" as const),
      fieldId: fields[i % 2]?.id ?? null,
      at: sql`clock_timestamp()`,
    })),
  );
}

test("while people choose the team sees all together, in steps; fields when the session is over", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId, people, sessionId, addInsight } = await makeMorning(db, 40);
  const id = await addInsight();
  const of = { id: dialogueId };
  const look = async () => (await findInsightPage(db, of, "team", 1))?.insight?.figures.ballots;

  await vote(db, dialogueId, id, people.slice(0, 24));
  const first = await look();
  expect(first?.total).toEqual({ status: "counts", people: 24, counts: [16, 8, 0, 0] });
  expect(first?.fields.every(({ line }) => line.status === "withheld")).toBe(true);

  await vote(db, dialogueId, id, people.slice(24, 28));
  expect(await look()).toEqual(first);
  await vote(db, dialogueId, id, people.slice(28, 30), 1);
  expect((await look())?.total).toMatchObject({ people: 30 });
  const lines = await db.select().from(audit).where(eq(audit.what, "figures.count"));
  expect(lines).toHaveLength(2); // a look at which nothing moved leaves no trace

  await db.update(session).set({ state: "ended" }).where(eq(session.id, sessionId));
  const after = await look();
  expect(after?.total).toMatchObject({ people: 30 });
  expect(after?.fields.filter(({ line }) => line.status === "counts").length).toBeGreaterThan(0);
});

test("the analysis on the page moves on when five people chose since", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId, people, addInsight } = await makeMorning(db, 30);
  const [one, two] = [await addInsight("Eén"), await addInsight("Twee")];
  const shown = async () => {
    await findResultsPage(db, { id: dialogueId }, "team", search);
    return (await shownAnalysis(db, dialogueId))?.id ?? null;
  };
  const analyse = async () => {
    await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
    const made = await updateAnalysis(db, dialogueId);
    if (made.status !== "made") throw new Error("nothing made");
    return made.id;
  };
  expect(await shown()).toBeNull();
  await vote(db, dialogueId, one, people.slice(0, 20));
  await vote(db, dialogueId, two, people.slice(0, 20), 1);
  const first = await analyse();
  expect(await shown()).toBe(first);

  await vote(db, dialogueId, one, people.slice(20, 24));
  await analyse();
  expect(await shown()).toBe(first);
  await vote(db, dialogueId, one, people.slice(24, 25));
  const third = await analyse();
  expect(await shown()).toBe(third);
  expect(await db.$count(analysis, sql`shown_at is not null`)).toBe(2);
});

test("of an unknown insight there is no page; of one that is not revealed a participant reads nothing", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId, people, addInsight } = await makeMorning(db, 12);
  await vote(db, dialogueId, await addInsight(), people);
  expect(await findInsightPage(db, { id: dialogueId }, "team", 7)).toBeNull();
  expect(await findInsightPage(db, { id: dialogueId }, "participant", 1)).toMatchObject({ insight: null, told: null, said: [] });
  const page = await findResultsPage(db, { id: dialogueId }, "participant", search);
  expect(page).toMatchObject({ results: null, named: {}, all: 1, each: { rows: [], of: 0 } });
});
