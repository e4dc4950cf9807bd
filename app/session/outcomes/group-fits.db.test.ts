import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type FreshDatabase, freshDatabase } from "../../../tests/database.ts";
import { fillOpinions } from "../../../tests/opinions.ts";
import type { PersonId } from "../../platform/ids.ts";
import { findResultsPage } from "../../results/results-page.server.ts";
import { shownAnalysis } from "../analysis/analysis.server.ts";
import { analysis, analysisMember, ballot, insight } from "../insights/tables.ts";
import { revealedOutcomes } from "./outcomes.server.ts";
import { revealInsights } from "./reveal.server.ts";
import { tellBeforeShown } from "./telling.server.ts";
import type { Fit } from "./verdict-counts.ts";

let database: FreshDatabase;
let morning: Awaited<ReturnType<typeof fillOpinions>>;
beforeAll(async () => {
  database = await freshDatabase();
  morning = await fillOpinions(database.db, "groups", "groepen");
});
afterAll(async () => {
  await database?.[Symbol.asyncDispose]();
});

const fitsNow = async () => (await shownAnalysis(database.db, morning.dialogueId))?.fits ?? {};
const counted = async () => {
  const { dialogueId } = morning;
  const said = await database.db
    .select({ insight: ballot.insightId, fit: ballot.fit, letter: analysisMember.letter })
    .from(ballot)
    .innerJoin(analysisMember, eq(analysisMember.personId, ballot.personId))
    .innerJoin(insight, eq(insight.id, ballot.insightId))
    .where(eq(insight.dialogueId, dialogueId));
  return (id: string, letter: string, fit: Fit) =>
    said.filter((one) => one.insight === id && one.letter === letter && one.fit === fit).length;
};

/** Places of the people of group A. */
async function ofOneGroup(): Promise<number[]> {
  const rows = await database.db
    .select({ id: analysisMember.personId })
    .from(analysisMember)
    .where(eq(analysisMember.letter, "A"));
  return rows.map(({ id }) => morning.people.indexOf(id));
}

test("per group it is counted where an insight fits, and again when five people said so since", async () => {
  const { db } = database;
  const { dialogueId, people } = morning;
  await tellBeforeShown(db, dialogueId, false);
  const first = await fitsNow();
  const count = await counted();
  expect(Object.keys(first)).toHaveLength(20);
  for (const [id, groups] of Object.entries(first))
    expect(groups).toEqual(
      ["A", "B", "C"].map((letter) => (["fits", "conditions", "not"] as const).map((fit) => count(id, letter, fit))),
    );

  const change = (n: number) =>
    db
      .update(ballot)
      .set({ fit: "conditions", at: new Date() })
      .where(eq(ballot.personId, people[n] as PersonId));
  const same = await ofOneGroup();
  for (const n of same.slice(0, 4)) await change(n);
  // another line in the ledger, as each deed leaves one: pages look again
  await revealInsights(db, dialogueId, people[0] as PersonId, "all");
  expect(await fitsNow()).toEqual(first);
  // five in all, but of two groups: what is told of neither moves
  await change(people.findIndex((_, n) => !same.includes(n)));
  await revealInsights(db, dialogueId, people[0] as PersonId, "all");
  expect(await fitsNow()).toEqual(first);
  for (const n of same.slice(4, 12)) await change(n);
  await revealInsights(db, dialogueId, people[0] as PersonId, "all");
  expect(await fitsNow()).not.toEqual(first);
});

test("room, results and report give one verdict, in which groups count; no number of people of a group is told", async () => {
  const { db } = database;
  const { dialogueId } = morning;
  const outcomes = await revealedOutcomes(db, dialogueId);
  const between = outcomes.flatMap(({ told }) => (told.verdict.status === "contested" ? told.verdict.between : []));
  expect(between.filter(({ kind }) => kind === "group").length).toBeGreaterThan(4);
  for (const side of between)
    if (side.kind === "group")
      expect(
        Object.keys(side.holds)
          .filter((key) => key !== "nearly")
          .toSorted(),
      ).toEqual(["high", "low", "share"]);
  const page = await findResultsPage(db, { id: dialogueId }, "participant", new URLSearchParams());
  expect(page.each.rows.map(({ number, verdict }) => [number, verdict])).toEqual(
    outcomes.map(({ number, told }) => [number, told.verdict.status]),
  );
  expect(outcomes.every(({ groups }) => groups.length === 3)).toBe(true);
});

test("as long as one outcome is covered nothing is told of groups; an analysis with other groups counts nobody", async () => {
  const { db } = database;
  const { dialogueId } = morning;
  await db.update(insight).set({ revealedAt: null }).where(eq(insight.number, 20));
  const partly = await revealedOutcomes(db, dialogueId);
  expect(partly.every(({ groups }) => groups.length === 0)).toBe(true);
  expect(partly.some(({ told }) => told.verdict.status === "contested" && told.verdict.between[0].kind === "group")).toBe(false);
  await db.update(insight).set({ revealedAt: new Date() }).where(eq(insight.number, 20));

  const [shown] = await db.select().from(analysis).where(eq(analysis.dialogueId, dialogueId));
  if (!shown) throw new Error("no analysis");
  const before = await fitsNow();
  const found = { ...shown.found, groups: shown.found.groups.slice(0, 2) };
  await db
    .insert(analysis)
    .values({ ...shown, id: crypto.randomUUID() as typeof shown.id, seq: shown.seq + 1_000, found, shownAt: null });
  await db.update(ballot).set({ fit: "not", at: new Date() });
  await revealInsights(db, dialogueId, morning.people[0] as PersonId, "all");
  // the newest became the one that is shown, and has no letter C; what was counted of the other stands
  const [kept] = await db.select({ fits: analysis.fits }).from(analysis).where(eq(analysis.id, shown.id));
  expect(kept?.fits?.of).toEqual(before);
});
