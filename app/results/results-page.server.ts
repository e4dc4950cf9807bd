import type { Line, Published } from "../disclosure/suppression.ts";
import type { Db, Reader } from "../platform/database/change.server.ts";
import type { DialogueId, InsightId } from "../platform/ids.ts";
import { isLive } from "../report/publish/page.server.ts";
import { tellBeforeShown } from "../session/outcomes/telling.server.ts";
import { type Choice, choices } from "../session/outcomes/verdict-counts.ts";
import { drawnResults } from "../session/results/drawn.server.ts";
import { type EachPage, type EachQuery, type EachRow, eachQuery, inOrder, pageAt } from "../session/results/each.ts";
import type { InsightFigures, InsightPage, Lists, ResultsPage, Said } from "../session/results/page.ts";
import { readInsights, readLists, readSaid, readVersions, verdictOn } from "../session/results/read-results.server.ts";
import { dividedness, type Results } from "../session/results/results.ts";
import { readRounds } from "../session/results/rounds.server.ts";

/** The outcome of the practice check. Who is not of the team sees what is revealed; the picture of all together when everything is. */
export async function findResultsPage(
  db: Db,
  of: { readonly id: DialogueId },
  as: "team" | "participant",
  search: URLSearchParams,
): Promise<ResultsPage> {
  const live = await isLive(db, of);
  await tellBeforeShown(db, of.id, live);
  const lists = await readLists(db, of.id);
  const all = await readInsights(db, of.id, lists);
  const insights = as === "team" ? all : all.filter(({ revealed }) => revealed);
  const whole = insights.length === all.length && all.length > 0;
  const results = whole ? await drawnResults(db, of.id, insights, lists) : null;
  const query = eachQuery.parse(Object.fromEntries(search));
  return {
    live,
    lists,
    results,
    named: namesIn(results, insights),
    each: await eachOf(db, insights, lists, query, results),
    all: all.length,
  };
}

/** Only what is named is sent along: there may be a thousand insights. */
function namesIn(
  results: Results | null,
  insights: readonly { readonly id: string; readonly number: number; readonly text: string }[],
): ResultsPage["named"] {
  if (!results) return {};
  const { agreed, rejected, divided, groups, groupShares, axis, map } = results;
  const lists = [agreed, rejected, divided, groupShares, axis?.low ?? [], axis?.high ?? [], map?.landmarks ?? []];
  const ids = new Set([...lists.flat(), ...groups.flatMap(({ defining }) => defining)].map(({ statement }) => statement));
  return Object.fromEntries(insights.filter(({ id }) => ids.has(id)).map(({ id, number, text }) => [id, { number, text }]));
}

async function eachOf(
  db: Reader,
  insights: readonly InsightFigures[],
  lists: Lists,
  query: EachQuery,
  results: Results | null,
): Promise<EachPage> {
  const field = lists.fields.find(({ id }) => id === query.vakgebied);
  const ballotsOf = (one: InsightFigures) => (field ? ofField(one.figures.ballots, field.id) : one.figures.ballots);
  const sorted = inOrder(
    insights.map((one) => ({ one, number: one.number, dividedness: dividedness(ballotsOf(one)) })),
    query.volgorde,
  );
  const at = pageAt(query.vanaf, sorted.length);
  const shown = sorted.slice(at.from - 1, at.to).map(({ one }) => one);
  const said = Map.groupBy(
    await readSaid(
      db,
      shown.map(({ id }) => id),
    ),
    ({ insightId }) => insightId as InsightId,
  );
  const rows = shown.map((one): EachRow => {
    const own = said.get(one.id) ?? [];
    const { verdict } = verdictOn(one, own, lists, results);
    return {
      id: one.id,
      number: one.number,
      version: one.version,
      text: one.text,
      verdict: verdict.status,
      holdsMostly: verdict.status === "under-conditions" && verdict.conditions.most === 0,
      line: ballotsOf(one).total,
      conditions: countOf(own, "condition"),
      examples: countOf(own, "example"),
    };
  });
  const saysFit = insights.some(({ figures }) => figures.fits.total.status !== "withheld") || said.size > 0;
  return {
    rows,
    query: { ...query, vakgebied: field?.id ?? "" },
    ...at,
    of: sorted.length,
    saysFit: saysFit || lists.fields.length > 0,
  };
}

/** Linked ones too: nothing of what was said is left out. */
const countOf = (said: readonly Said[], wanted: string) =>
  said.filter(({ kind }) => kind === wanted).reduce((all, { linked }) => all + 1 + linked.length, 0);

/** A field's row as if it were all, its columns in the order of the choices where they are told apart. */
function ofField(ballots: Published<Choice>, id: string): Published<Choice> {
  const line: Line<Choice> = ballots.fields.find((row) => row.id === id)?.line ?? { status: "withheld" };
  const place = (choice: Choice) => ballots.columns.findIndex((group) => group.length === 1 && group[0] === choice);
  if (line.status !== "counts") return { ...ballots, total: line };
  if (place("agree") < 0 || place("disagree") < 0) return { ...ballots, total: { status: "withheld" } };
  return { ...ballots, total: { ...line, counts: choices.map((choice) => line.counts[place(choice)] ?? 0) } };
}

/** One insight with all that may be told of it; null when there is none of this number. */
export async function findInsightPage(
  db: Db,
  of: { readonly id: DialogueId },
  as: "team" | "participant",
  number: number,
): Promise<InsightPage | null> {
  await tellBeforeShown(db, of.id, await isLive(db, of));
  const lists = await readLists(db, of.id);
  const all = await readInsights(db, of.id, lists);
  const found = all.find((one) => one.number === number);
  if (!found) return null;
  const open = all.filter(({ revealed }) => as === "team" || revealed);
  const at = open.indexOf(found);
  const insight = at < 0 ? null : found;
  const said = insight ? await readSaid(db, [insight.id]) : [];
  const results = open.length === all.length ? await drawnResults(db, of.id, open, lists) : null;
  return {
    lists,
    insight,
    versions: insight ? await readVersions(db, of.id, number, lists, results, as === "participant") : [],
    number,
    told: insight && verdictOn(insight, said, lists, results),
    said,
    compared: insight && (await readRounds(db, insight.id, as)),
    previous: at > 0 ? (open[at - 1]?.number ?? null) : null,
    next: at < 0 ? null : (open[at + 1]?.number ?? null),
  };
}
