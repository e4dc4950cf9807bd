import { and, asc, eq, inArray, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/pg-core";
import { contribution } from "../../contribution/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { ContributionId, InsightId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import type { InsightWords, Quote, ReportPage } from "../publish/page.ts";
import { readDissents } from "../review/read-dissents.server.ts";
import { citedIn, type ReportContent, referencesOf, wordsTested } from "./content.ts";

/** The words a version points at, as they may be read now: what was erased, withdrawn or hidden since says so instead. */
export async function readWords(
  db: Reader,
  content: ReportContent,
  /** Of which the words are asked; without it of all. */
  only?: ReadonlySet<ContributionId>,
): Promise<Pick<ReportPage, "insights" | "dissents"> & { quotes: Record<ContributionId, Quote> }> {
  const ids = [...new Set([...referencesOf(content), ...citedIn(content)].map(({ id }) => id))].filter(
    (id) => only?.has(id) ?? true,
  );
  const fields = new Map(
    content.taken.table.fields
      .filter(({ size }) => size.status === "people")
      .flatMap(({ id }) => content.fields.filter((field) => field.id === id).map((field) => [id, field] as const)),
  );
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({
            id: contribution.id,
            kind: contribution.kind,
            state: contribution.state,
            shared: contribution.shared,
            text: contribution.text,
            situation: contribution.situation,
            forWhom: contribution.forWhom,
            tried: contribution.tried,
            weight: contribution.weight,
            howOften: contribution.howOften,
            wouldHelp: contribution.wouldHelp,
            touches: sql<string[]>`array(select touched.name from field as touched where touched.id = any(contribution.touches)
              order by touched.position)`,
            sameAs: sql<number | null>`(select same.number from contribution as same where same.id = contribution.same_as)`,
            fieldId: contribution.fieldId,
            withoutField: contribution.withoutField,
          })
          .from(contribution)
          .where(sql`${contribution.id} = any(${sql.param(ids)}::uuid[])`);
  const quotes: Record<ContributionId, Quote> = {};
  for (const { id, kind, state, shared, fieldId, withoutField, ...words } of rows) {
    if (state !== "visible" || shared === "private") {
      quotes[id] = { status: state === "visible" ? "hidden" : state };
      continue;
    }
    const tellsVerdict = kind === "condition" || kind === "example";
    const field = fieldId && !tellsVerdict && !withoutField ? fields.get(fieldId) : undefined;
    quotes[id] = { status: "there", ...words, field: field ? { name: field.name, shape: field.shape } : null };
  }
  return { quotes, insights: await readInsights(db, content), dissents: await readDissents(db, content) };
}

/** Insights with their words, and those that stood there before. */
async function readInsights(db: Reader, content: ReportContent): Promise<Record<InsightId, InsightWords>> {
  const tested = wordsTested(content).map(({ id }) => id);
  if (tested.length === 0) return {};
  const before = alias(insight, "before");
  const rows = await db
    .select({
      of: insight.id,
      text: before.text,
      source: before.source,
      version: before.version,
      because: before.changedBecause,
    })
    .from(insight)
    .innerJoin(
      before,
      and(
        eq(before.dialogueId, insight.dialogueId),
        eq(before.number, insight.number),
        or(eq(before.id, insight.id), and(lt(before.version, insight.version), eq(before.state, "replaced"))),
      ),
    )
    .where(inArray(insight.id, tested))
    .orderBy(asc(before.version));
  const insights: Record<InsightId, InsightWords> = {};
  for (const [id, versions] of Map.groupBy(rows, ({ of }) => of)) {
    const [now, ...earlier] = versions.map(({ of: _, ...words }) => words).reverse();
    const shown = earlier.reverse().filter(({ text }) => text !== "");
    insights[id] = now && now.text !== "" ? { ...now, earlier: shown.map(({ source: _, ...words }) => words) } : null;
  }
  return insights;
}
