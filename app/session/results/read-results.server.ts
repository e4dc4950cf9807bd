import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { backing, contribution } from "../../contribution/tables.ts";
import { field, party } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, InsightId } from "../../platform/ids.ts";
import { findPoints, shownAnalysis } from "../analysis/analysis.server.ts";
import { insight } from "../insights/tables.ts";
import { insightVersions } from "../insights/versions.server.ts";
import { linkedWords } from "../outcomes/conditions.ts";
import { noFigures } from "../outcomes/figures.ts";
import { type ToldVerdict, tellVerdict } from "../outcomes/told-verdict.ts";
import { verdictOf } from "../outcomes/verdict.ts";
import type { InsightFigures, Lists, Said, VersionVerdict } from "./page.ts";
import { holdsIn, type Results, resultsOf, type Tested } from "./results.ts";

export async function readLists(db: Reader, dialogueId: DialogueId): Promise<Lists> {
  const [fields, parties] = await Promise.all([
    db
      .select({ id: field.id, name: field.name, shape: field.shape })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    db
      .select({ id: party.id, name: party.name })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
  ]);
  return { fields, parties };
}

/** The insights that are open to ballots, with the figures that were told of them last. */
export async function readInsights(
  db: Reader,
  dialogueId: DialogueId,
  lists: Lists,
  state: "open" | "replaced" = "open",
): Promise<InsightFigures[]> {
  const rows = await db
    .select({
      id: insight.id,
      number: insight.number,
      version: insight.version,
      text: insight.text,
      source: insight.source,
      revealedAt: insight.revealedAt,
      figures: insight.figures,
    })
    .from(insight)
    .where(matches(insight, { dialogueId, state }))
    .orderBy(asc(insight.position), asc(insight.number));
  const none = noFigures({ fields: lists.fields.map(({ id }) => id), parties: lists.parties.map(({ id }) => id) });
  return rows.map(({ revealedAt, figures, ...row }) => ({ ...row, revealed: revealedAt !== null, figures: figures ?? none }));
}

/** What everybody together comes to; null before there is an analysis. */
export async function readResults(
  db: Reader,
  dialogueId: DialogueId,
  tested: readonly Tested[],
  fields: readonly { readonly id: string }[],
): Promise<Results | null> {
  const found = await shownAnalysis(db, dialogueId);
  if (!found) return null;
  const points = await findPoints(db, found.id);
  return resultsOf(
    { ...found, at: found.at.toISOString() },
    points,
    tested,
    fields.map(({ id }) => id),
  );
}

/** Conditions and counter-examples of some insights, linked where they say nearly the same, those with most people behind them first. */
export async function readSaid(db: Reader, ids: readonly InsightId[]): Promise<Said[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .select({
      id: contribution.id,
      insightId: contribution.insightId,
      kind: contribution.kind,
      text: contribution.text,
      writer: contribution.personId,
      backers: sql<
        string[]
      >`array(select ${backing.personId} from ${backing} where ${backing.contributionId} = ${contribution.id})`,
    })
    .from(contribution)
    .where(
      and(
        inArray(contribution.insightId, [...ids]),
        inArray(contribution.kind, ["condition", "example"]),
        matches(contribution, { shared: "all", state: "visible" }),
      ),
    )
    .orderBy(asc(contribution.number));
  const told = ({ id, text }: (typeof rows)[number]) => ({ id, text });
  return [...Map.groupBy(rows, ({ insightId, kind }) => `${insightId} ${kind}`).values()].flatMap((said) =>
    linkedWords(said).map(({ id, insightId, kind, text, people, linked }) => ({
      ...{ id, insightId, kind, text, people },
      linked: linked.map(told),
    })),
  );
}

/** The verdict on an insight, with the words it needs. @param results where all together may be seen: its groups have a part in it */
export function verdictOn(
  { id, figures }: InsightFigures,
  said: readonly Said[],
  lists: Lists,
  results: Results | null,
): ToldVerdict {
  const conditions = said.filter(({ kind }) => kind === "condition");
  const verdict = verdictOf(
    { ...figures, conditions, groups: holdsIn(results, id) },
    lists.fields.map(({ id }) => id),
  );
  return tellVerdict(verdict, lists, conditions);
}

/** All versions of one insight with the verdict on each, side by side; none when it has one version. */
export async function readVersions(
  db: Reader,
  dialogueId: DialogueId,
  number: number,
  lists: Lists,
  results: Results | null,
  revealedOnly: boolean,
): Promise<VersionVerdict[]> {
  const versions = (await insightVersions(db, dialogueId)).filter(
    (one) => one.number === number && (one.revealed || !revealedOnly),
  );
  if (versions.length < 2) return [];
  const rows = [...(await readInsights(db, dialogueId, lists, "replaced")), ...(await readInsights(db, dialogueId, lists))];
  const said = await readSaid(
    db,
    versions.map(({ id }) => id),
  );
  return versions.flatMap(({ id, version, text, because, causes }) => {
    const found = rows.find((one) => one.id === id);
    const own = said.filter(({ insightId }) => insightId === id);
    return found ? [{ version, text, because, causes, told: verdictOn(found, own, lists, results) }] : [];
  });
}
