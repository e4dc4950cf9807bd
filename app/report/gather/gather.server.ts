import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { backing, contribution } from "../../contribution/tables.ts";
import { type dialogue, field, party, session, step } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { group } from "../../session/group/tables.ts";
import { insightVersions } from "../../session/insights/versions.server.ts";
import { readResults } from "../../session/results/read-results.server.ts";
import { readRounds } from "../../session/results/rounds.server.ts";
import type { Compared } from "../../session/results/rounds.ts";
import { peopleBehind, standing } from "../../themes/theme-standing.ts";
import { listThemeRows, themesNow } from "../../themes/theme-store.server.ts";
import { revealedShortList } from "../priorities/short-lists.server.ts";
import { citedIn, type Reference, type ReportBlock, type ReportInsight, type ReportTheme, type Reworded } from "./content.ts";
import { gatherAnalysis } from "./gather-analysis.server.ts";
import { gatherBlocks } from "./gather-blocks.server.ts";
import { gatherInsights } from "./gather-insights.server.ts";
import { gatherPriorities } from "./gather-priorities.server.ts";
import { gatherProgramme } from "./gather-programme.server.ts";
import { gatherReview } from "./gather-review.server.ts";
import { gatherTaken } from "./gather-taken.server.ts";
import type { Before, Gathered } from "./gathered.ts";

export interface DraftTexts {
  readonly introduction: string;
  readonly conclusions: string;
  readonly chosenIds: readonly ContributionId[];
}

type Dialogue = Pick<typeof dialogue.$inferSelect, "id" | "title" | "source" | "licence">;

/**
 * Makes a report of the data. Figures about choices and people are those of the version before as long as fewer than five people
 * changed; texts and who stands behind them are of this moment.
 * @param frozen for a version: what reading along came to is counted then, and at no other moment
 */
export async function gather(
  db: Reader,
  of: Dialogue,
  draft: DraftTexts,
  before: Before | null,
  now: Date,
  { frozen }: { readonly frozen: boolean } = { frozen: false },
): Promise<Gathered> {
  const dialogueId = of.id;
  const sessions = await db.select().from(session).where(eq(session.dialogueId, dialogueId)).orderBy(asc(session.startsAt));
  const fields = await db
    .select({ id: field.id, name: field.name, shape: field.shape, target: field.target })
    .from(field)
    .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
    .orderBy(asc(field.position));
  const parties = await db
    .select({ id: party.id, name: party.name, target: party.target })
    .from(party)
    .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
    .orderBy(asc(party.position));
  const words = await gatherWords(db, dialogueId);
  const lists = { fields: fields.map(({ id }) => id), parties: parties.map(({ id }) => id) };
  const held = sessions.filter(({ state }) => state !== "cancelled");
  const blocks = await gatherBlocks(db, dialogueId, words.list);
  const taken = await gatherTaken(
    db,
    dialogueId,
    { ...lists, sessions: held.map(({ id }) => id), quoted: quotedIn(blocks, words) },
    before && { figures: before.content.taken, counted: before.basis.taken },
    now,
  );
  const figures = await gatherInsights(db, dialogueId, lists);
  const open = figures.filter(({ replaced }) => !replaced);
  const versions = new Map((await insightVersions(db, dialogueId)).map((one) => [one.id, one]));
  const themes = await gatherThemes(db, dialogueId, words);
  const priorities = await gatherPriorities(db, dialogueId, themes.marked, before, now);
  const about = (id: InsightId, kind: string) => words.list.filter((one) => one.insightId === id && one.kind === kind).map(refer);
  const told = { figures: before?.content.review ?? null, basis: before?.basis.review ?? null };
  const review = frozen ? await gatherReview(db, dialogueId, told, now) : told;
  const chosen = new Set<string>(draft.chosenIds);
  const tested = ({ replaced: _, ...one }: (typeof figures)[number]) => ({
    ...one,
    conditions: about(one.id, "condition"),
    examples: about(one.id, "example"),
  });
  const reworded = (id: InsightId): Reworded | undefined => {
    const found = versions.get(id);
    if (!found) return undefined;
    const causes = found.causes.flatMap((cause) => words.list.filter((one) => one.id === cause.id).map(refer));
    return { version: found.version, because: found.because, causes };
  };
  const compared = new Map<InsightId, Compared>();
  for (const { id } of open) {
    const found = await readRounds(db, id, "report");
    if (found) compared.set(id, found);
  }
  return {
    content: {
      form: 1,
      title: of.title,
      sessions: held.map(({ title, startsAt, endsAt }) => ({
        ...{ title, startsAt: startsAt.toISOString(), endsAt: endsAt.toISOString() },
      })),
      introduction: draft.introduction,
      conclusions: draft.conclusions,
      blocks,
      moments: { words: now.toISOString(), taken: taken.counted.at, marks: priorities.counted?.at ?? null },
      fields,
      parties,
      taken: taken.figures,
      works: words.of("works"),
      chafes: words.of("chafes"),
      suggestions: words.of("suggestion"),
      themes: themes.themes,
      unplaced: themes.unplaced,
      insights: open.map((one): ReportInsight => {
        const own = reworded(one.id);
        const before = compared.get(one.id);
        const now = { ...tested(one), ...(before && { compared: before }) };
        if (!own) return now;
        const earlier = figures
          .filter(({ number, replaced }) => replaced && number === one.number)
          .flatMap((former) => {
            const about = reworded(former.id);
            return about ? [{ ...tested(former), ...about }] : [];
          });
        return { ...now, reworded: own, earlier };
      }),
      analysis: await gatherAnalysis(db, dialogueId),
      results: await readResults(db, dialogueId, open, fields),
      priorities: priorities.figures,
      shortLists: await revealedShortList(db, dialogueId),
      notes: words.list
        .filter(({ id, kind }) => kind === "note" && chosen.has(id))
        .map((one) => ({ ...refer(one), group: one.group, step: one.step ?? "" })),
      programme: await gatherProgramme(db, dialogueId, { themes: themes.themes, insights: open, blocks }),
      review: review.figures,
      source: of.source,
      licence: of.licence,
    },
    basis: { taken: taken.counted, priorities: priorities.counted, review: review.basis },
  };
}

type Word = Reference & {
  readonly kind: string;
  readonly fieldId: string | null;
  readonly insightId: InsightId | null;
  readonly group: number | null;
  readonly step: string | null;
};

const refer = ({ id, number, people }: Word): Reference => ({ id, number, people });
const mostBehindFirst = (a: Reference, b: Reference) => b.people - a.people || a.number - b.number;

/** What participants shared, with the people behind each; nothing that is withdrawn, hidden or erased. */
async function gatherWords(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      kind: contribution.kind,
      personId: contribution.personId,
      fieldId: contribution.fieldId,
      insightId: contribution.insightId,
      group: group.number,
      step: step.title,
    })
    .from(contribution)
    .leftJoin(group, eq(group.id, contribution.groupId))
    .leftJoin(step, eq(step.id, contribution.stepId))
    .where(and(matches(contribution, { dialogueId, state: "visible" }), inArray(contribution.shared, ["group", "all"])))
    .orderBy(asc(contribution.number));
  const backers = await db
    .select({ id: backing.contributionId, personId: backing.personId })
    .from(backing)
    .innerJoin(contribution, eq(contribution.id, backing.contributionId))
    .where(eq(contribution.dialogueId, dialogueId));
  const behind = new Map<ContributionId, Set<PersonId>>(
    rows.map(({ id, personId }) => [id, new Set(personId ? [personId] : [])]),
  );
  for (const { id, personId } of backers) behind.get(id)?.add(personId);
  const list: Word[] = rows.map(({ personId: _, ...row }) => ({ ...row, people: behind.get(row.id)?.size ?? 0 }));
  const of = (kind: string) =>
    list
      .filter((one) => one.kind === kind)
      .map(refer)
      .sort(mostBehindFirst);
  return { list, behind, of };
}

/** Who stands behind a need that a text of the team rests on. */
function quotedIn(blocks: readonly ReportBlock[], { list, behind }: Awaited<ReturnType<typeof gatherWords>>): Set<PersonId> {
  const needs = new Set(list.flatMap(({ id, kind }) => (kind === "need" ? id : [])));
  return new Set(citedIn({ blocks }).flatMap(({ id }) => (needs.has(id) ? [...(behind.get(id) ?? [])] : [])));
}

async function gatherThemes(db: Reader, dialogueId: DialogueId, words: Awaited<ReturnType<typeof gatherWords>>) {
  const rows = await listThemeRows(db, dialogueId);
  const needs = new Map(words.list.filter(({ kind }) => kind === "need").map((one) => [one.id, one]));
  const now = standing(await themesNow(db, dialogueId, rows), [...needs.keys()]);
  const refs = (ids: readonly ContributionId[]) => ids.flatMap((id) => needs.get(id) ?? []);
  const visible = [...rows.values()].filter(({ id }) => now.themes.has(id));
  const themes = visible.map(({ id, name, description }): ReportTheme => {
    const own = now.themes.get(id) ?? [];
    return {
      id,
      name,
      description,
      people: peopleBehind(own, words.behind).size,
      fields: new Set(refs(own).flatMap(({ fieldId }) => fieldId ?? [])).size,
      needs: refs(own).map(refer).sort(mostBehindFirst),
    };
  });
  const unplaced = refs(now.notPlaced).map(refer).sort(mostBehindFirst);
  return {
    themes: themes.filter(({ needs }) => needs.length > 0).sort((a, b) => b.people - a.people),
    unplaced,
    marked: [
      ...visible.map(({ id, name }) => ({ name: name as string | null, needs: refs(now.themes.get(id) ?? []) })),
      { name: null, needs: refs(now.notPlaced) },
    ],
  };
}
