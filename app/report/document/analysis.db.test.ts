import { eq, sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { freshDatabase } from "../../../tests/database.ts";
import { fillInvented } from "../../../tests/invented.ts";
import { dialogue } from "../../dialogue/tables.ts";
import { methodVersion } from "../../method/analysis/result.ts";
import { writeCsv } from "../../method/text/csv.ts";
import type { AnalysisId } from "../../platform/ids.ts";
import { updateAnalysis } from "../../session/analysis/analyse.server.ts";
import { recompute } from "../../session/insights/recompute.server.ts";
import { analysis } from "../../session/insights/tables.ts";
import { checkData, checkRows } from "../export/check-data.ts";
import { reportData } from "../export/open-data.ts";
import { findDraftPage, findReportPage } from "../publish/page.server.ts";
import { findVersion, publishReport } from "../publish/reports.server.ts";
import { reportColumns } from "./row-columns.ts";
import { reportRows } from "./rows.ts";

test("a version points at an analysis that is kept and found again; the next one moves on when five people changed", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId } = await fillInvented(db);
  await db.execute(sql`update ballot set at = now() - interval '1 day'`);
  const publish = async (number: number) => {
    await publishReport(db, dialogueId, "command", { number, change: "aangevuld" });
    return (await findVersion(db, dialogueId, number))?.content.analysis;
  };
  const analyseAfter = async (people: number) => {
    await db.execute(sql`update ballot set choice = case choice when 'skip' then 'agree' else 'skip' end, at = clock_timestamp()
      where person_id in (select distinct person_id from ballot order by person_id limit ${people})`);
    await db.execute(sql`update ledger set seq = seq + 1 where scope = ${dialogueId}`);
    return updateAnalysis(db, dialogueId);
  };
  const first = (await updateAnalysis(db, dialogueId)) as { id: AnalysisId };
  expect(await publish(1)).toBe(first.id);
  expect(await recompute(db, dialogueId, first.id)).toMatchObject({ status: "same" });

  const second = (await analyseAfter(4)) as { id: AnalysisId };
  expect(second.id).not.toBe(first.id);
  expect(await publish(2)).toBe(first.id);

  const third = (await analyseAfter(5)) as { id: AnalysisId };
  expect(await publish(3)).toBe(third.id);

  // what was true for a moment only is tidied up, what a version points at is not
  await db.execute(sql`update analysis set at = at - interval '2 hours'`);
  const fourth = (await analyseAfter(9)) as { id: AnalysisId };
  const left = await db.select({ id: analysis.id }).from(analysis).where(eq(analysis.dialogueId, dialogueId));
  expect(new Set(left.map(({ id }) => id))).toEqual(new Set([first.id, third.id, fourth.id]));
  expect(await recompute(db, dialogueId, first.id)).toMatchObject({ status: "differs", method: null });
});

test("the data of the check name the method and the analysis, and hold no row of ballots", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId, personIds } = await fillInvented(db);
  const { id } = (await updateAnalysis(db, dialogueId)) as { id: AnalysisId };
  await publishReport(db, dialogueId, "command", { number: 1, change: "" });
  const of = (await db.select().from(dialogue).where(eq(dialogue.id, dialogueId)))[0] as typeof dialogue.$inferSelect;
  const page = (await findReportPage(db, of, 1)) as NonNullable<Awaited<ReturnType<typeof findReportPage>>>;
  const [rows, data] = [reportRows(page), reportData(page, "x")];
  const own = checkRows(rows);
  expect(new Set(own.map((row) => row[1]))).toContain("beeld van allen samen");
  expect(own.find((row) => row[1] === "beeld van allen samen")).toEqual(
    expect.arrayContaining([`analyse ${id}`, expect.stringContaining(`methode ${methodVersion}`)]),
  );
  expect(own.filter((row) => row[1] === "behoefte" || row[1] === "deelname")).toEqual([]);
  const json = checkData(data);
  expect(json).toMatchObject({ analysis: id, results: { method: methodVersion } });
  const all = writeCsv(reportColumns, rows) + JSON.stringify(data) + JSON.stringify(json) + JSON.stringify(page.content);
  for (const person of personIds.values()) expect(all).not.toContain(person);

  // a preview while a session is going on holds no figures
  await db.execute(sql`update session set state = 'live'`);
  const live = await findDraftPage(db, of, new Date());
  expect(checkData(reportData(live, ""))).toMatchObject({ analysis: null, results: null, insights: [] });
});
