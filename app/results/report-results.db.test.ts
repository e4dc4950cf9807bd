import { eq } from "drizzle-orm";
import { createElement } from "react";
import { renderToString } from "react-dom/server";
import { createRoutesStub } from "react-router";
import { expect, test } from "vitest";
import { freshDatabase } from "../../tests/database.ts";
import { fillInvented } from "../../tests/invented.ts";
import { dialogue } from "../dialogue/tables.ts";
import { reportRows } from "../report/document/rows.ts";
import { reportData } from "../report/export/open-data.ts";
import { findReportPage } from "../report/publish/page.server.ts";
import { publishReport } from "../report/publish/reports.server.ts";
import { ReportView } from "../report/read/report-view.tsx";
import { updateAnalysis } from "../session/analysis/analyse.server.ts";

test("a version holds what all together comes to, and its data name insights by number", async () => {
  await using database = await freshDatabase();
  const { db } = database;
  const { dialogueId } = await fillInvented(db);
  await updateAnalysis(db, dialogueId);
  await publishReport(db, dialogueId, "command", { number: 1, change: "" });
  const [of] = await db.select().from(dialogue).where(eq(dialogue.id, dialogueId));
  const page = of && (await findReportPage(db, of));
  if (!page) throw new Error("no version");
  expect(page.content.results).toMatchObject({ method: expect.any(Number), people: expect.any(Number) });
  const View = createRoutesStub([{ path: "/", Component: () => createElement(ReportView, { page }) }]);
  const html = renderToString(createElement(View));
  const ids = [...html.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id);
  expect(ids).toEqual(expect.arrayContaining(["gedeeld", "verschil", "lezen", "inzicht-1"]));
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);

  const { results, insights } = reportData(page, "hash") as unknown as {
    results: { agreed: { statement: number }[] };
    insights: { verdict: string }[];
  };
  expect(results.agreed.length).toBeGreaterThan(0);
  expect(results.agreed.every(({ statement }) => Number.isInteger(statement))).toBe(true);
  expect(insights.every(({ verdict }) => verdict.length > 0)).toBe(true);
  const parts = new Set(reportRows(page).map((row) => row[1]));
  expect(parts).toContain("beeld van allen samen");
  expect(parts).toContain("gedeelde basis");
});
