import { eq, sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { twoBlocks } from "../../../tests/two-blocks.ts";
import { methodVersion } from "../../method/analysis/result.ts";
import { audit } from "../../platform/database/tables.ts";
import type { AnalysisId, InsightId, PersonId } from "../../platform/ids.ts";
import { erasePerson } from "../../privacy/erase/erase.server.ts";
import { recompute } from "../insights/recompute.server.ts";
import { analysis, analysisMember, ballot, insight } from "../insights/tables.ts";
import { updateAnalysis } from "./analyse.server.ts";
import { findPoints, latestAnalysis, nextShown } from "./analysis.server.ts";
import { openAnalyst } from "./analyst.server.ts";
import { readBallots } from "./read-ballots.server.ts";

describe("an analysis is made of the ballots as they stand", () => {
  test("and kept with what it takes to find it again, without a person in it", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const made = await twoBlocks(db);
    expect(await latestAnalysis(db, made.dialogueId)).toBeNull();
    expect(await updateAnalysis(db, made.dialogueId)).toMatchObject({ status: "made" });
    const found = await latestAnalysis(db, made.dialogueId);
    expect(found).toMatchObject({ people: 40, ballots: made.cells.length, seed: 1, method: methodVersion });
    expect(found?.found.status).toBe("groups");
    expect(found?.found.groups.map(({ id, size }) => [id, size])).toEqual([
      ["A", 20],
      ["B", 20],
    ]);
    const notMine = made.cells.filter(({ choice, insightId }) => choice === "not-my-field" && insightId === made.insights[4]);
    expect(found?.found.perStatement.find(({ id }) => id === made.insights[4])?.notMyField).toBe(notMine.length);
    const points = await findPoints(db, found?.id as AnalysisId);
    expect([...(points?.group ?? [])].filter((group) => group === 0).length).toBe(20);
    const { rows } = await db.execute<{ text: string }>(sql`select a::text as text from analysis a`);
    for (const id of made.people) expect(rows[0]?.text).not.toContain(id);
  });

  test("nothing is made when no ballot changed, and something when one did", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { dialogueId, insights, people } = await twoBlocks(db);
    await updateAnalysis(db, dialogueId);
    expect(await updateAnalysis(db, dialogueId)).toEqual({ status: "unchanged" });
    await db.execute(sql`update ballot set choice = 'skip' where insight_id = ${insights[1]} and person_id = ${people[0]}`);
    await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
    expect(await updateAnalysis(db, dialogueId)).toMatchObject({ status: "made" });
    expect(await db.$count(analysis, eq(analysis.dialogueId, dialogueId))).toBe(2);
    expect(await db.$count(audit, eq(audit.what, "analysis.make"))).toBe(2);
  });

  test("what was said stays for a while, and what these ballots say is shown when no more come [OG6]", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { dialogueId, insights, people } = await twoBlocks(db);
    await updateAnalysis(db, dialogueId);
    // as after updates that found a slope
    const held = { status: "gradient", statusRival: { value: "groups", wins: 1 }, k: 2, rival: null };
    await db.execute(sql`update analysis set settings = jsonb_set(settings, '{calm}', ${JSON.stringify(held)}::jsonb)`);
    await db.execute(sql`update ballot set choice = 'skip' where insight_id = ${insights[1]} and person_id = ${people[0]}`);
    await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
    const made = await updateAnalysis(db, dialogueId);
    expect(made).toMatchObject({ status: "made", held: true });
    const kept = await latestAnalysis(db, dialogueId);
    expect(kept?.found).toMatchObject({ status: "gradient", alone: "groups" });
    expect(await recompute(db, dialogueId, kept?.id as AnalysisId)).toMatchObject({ status: "same" });

    expect(await updateAnalysis(db, dialogueId)).toEqual({ status: "unchanged" });
    await db.execute(sql`update analysis set at = at - interval '10 seconds', shown_at = now()`);
    expect(await updateAnalysis(db, dialogueId)).toMatchObject({ status: "made", held: false });
    const settled = await latestAnalysis(db, dialogueId);
    expect(settled?.found).toMatchObject({ status: "groups", alone: "groups" });
    expect(await recompute(db, dialogueId, settled?.id as AnalysisId)).toMatchObject({ status: "same" });
    // of the same ballots as what is shown: it tells of nobody more
    expect(await nextShown(db, dialogueId)).toBe(settled?.id);
  });

  test("nobody voted yet", async () => {
    await using database = await freshDatabase();
    const { dialogueId } = await twoBlocks(database.db, { people: 3, insights: 2 });
    await database.db.delete(ballot);
    await updateAnalysis(database.db, dialogueId);
    expect((await latestAnalysis(database.db, dialogueId))?.found).toMatchObject({ status: "too-few-votes", groups: [] });
  });

  test("an insight that was removed counts no more", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { dialogueId, insights } = await twoBlocks(db);
    await db
      .update(insight)
      .set({ state: "removed" })
      .where(eq(insight.id, insights[2] as InsightId));
    const { votes } = await readBallots(db, dialogueId);
    expect(votes.statements).toEqual(insights.filter((id) => id !== insights[2]));
  });
});

describe("a result is computed anew", () => {
  test("and is the same, letters too", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { dialogueId } = await twoBlocks(db);
    // letters as after a session in which the groups changed size
    const { id } = (await updateAnalysis(db, dialogueId)) as { id: AnalysisId };
    expect(await recompute(db, dialogueId, id)).toMatchObject({ status: "same" });
    await db.execute(sql`update analysis_member set letter = case letter when 'A' then 'B' else 'A' end`);
    await db.execute(sql`update ballot set at = now(), choice = 'skip' where (insight_id, person_id) =
      (select insight_id, person_id from ballot order by insight_id, person_id limit 1)`);
    await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
    const next = (await updateAnalysis(db, dialogueId)) as { id: AnalysisId };
    expect(await recompute(db, dialogueId, next.id)).toMatchObject({ status: "same" });
    expect(await recompute(db, dialogueId, id)).toMatchObject({
      status: "differs",
      method: null,
      input: { before: { people: 40 }, now: { people: 40 }, later: 1 },
    });
    expect(await recompute(db, dialogueId, crypto.randomUUID() as AnalysisId)).toEqual({ status: "missing" });
  });

  test("who is erased is in no result, and recomputing says that the ballots are others", async () => {
    await using database = await freshDatabase();
    const { db } = database;
    const { dialogueId, people } = await twoBlocks(db);
    const { id } = (await updateAnalysis(db, dialogueId)) as { id: AnalysisId };
    const gone = people[3] as PersonId;
    expect(await db.$count(analysisMember, eq(analysisMember.personId, gone))).toBe(1);
    await erasePerson(db, gone, "command");
    expect(await db.$count(analysisMember, eq(analysisMember.personId, gone))).toBe(0);
    expect(await recompute(db, dialogueId, id)).toMatchObject({
      status: "differs",
      input: { before: { people: 40 }, now: { people: 39 } },
    });
  });
});

test("the worker finds what this thread finds, to the bit, and keeps it once", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId } = await twoBlocks(db);
  const analyst = openAnalyst({ ...database.at });
  try {
    const [first, second] = await Promise.all([analyst.update(dialogueId), analyst.update(dialogueId)]);
    expect([first?.status, second?.status]).toEqual(["made", "unchanged"]);
    expect(await recompute(db, dialogueId, (first as { id: AnalysisId }).id)).toMatchObject({ status: "same" });
  } finally {
    await analyst.close();
  }
});
