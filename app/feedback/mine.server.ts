import { and, asc, desc, eq, ne, sql } from "drizzle-orm";
import { backing, contribution, placement } from "../contribution/tables.ts";
import { dialogue, field, session } from "../dialogue/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { DialogueId, PersonId } from "../platform/ids.ts";
import { answerToNeed, type Decided } from "../programme/answers/answer.ts";
import { listDecisions } from "../programme/answers/answers.server.ts";
import { report } from "../report/tables.ts";
import { group } from "../session/group/tables.ts";
import { ballot, insight } from "../session/insights/tables.ts";
import { mark } from "../session/weigh/tables.ts";
import { theme, themeNaming } from "../themes/tables.ts";
import { findTrails } from "./trail.server.ts";
import { type InputView, type Kind, type ProposalView, whereIs } from "./where.ts";

/** Everything somebody brought into a dialogue, with where it went. */
export async function findMyInput(db: Reader, dialogueId: DialogueId, personId: PersonId) {
  const [version] = await db
    .select({ number: report.number, publishedAt: report.publishedAt, content: report.content })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number))
    .limit(1);
  const rows = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      kind: contribution.kind,
      text: contribution.text,
      state: contribution.state,
      shared: contribution.shared,
      hiddenReason: contribution.hiddenReason,
      insightId: contribution.insightId,
      shape: field.shape,
      group: group.number,
      themeId: theme.id,
      themeNow: theme.name,
      namedTheme: sql<string | null>`(select t.name from ${theme} t where t.id = ${themeNaming.themeId})`,
      namedThemeId: themeNaming.themeId,
      adopted: themeNaming.adopted,
      others: sql<number>`(select count(*)::int from ${backing} where ${backing.contributionId} = ${contribution.id} and ${backing.personId} <> ${personId})`,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .leftJoin(group, eq(group.id, contribution.groupId))
    .leftJoin(placement, eq(placement.contributionId, contribution.id))
    .leftJoin(theme, eq(theme.id, placement.themeId))
    .leftJoin(themeNaming, eq(themeNaming.id, contribution.namingId))
    .where(
      and(
        eq(contribution.dialogueId, dialogueId),
        eq(contribution.personId, personId),
        ne(contribution.state, "erased"),
        // what was said in text is talk: it is harvested as little as what was said aloud
        ne(contribution.kind, "talk"),
      ),
    )
    .orderBy(asc(contribution.number));
  const proposals = await db
    .select({ number: insight.number, text: insight.text, state: insight.state, reason: insight.reason, id: insight.id })
    .from(insight)
    .where(matches(insight, { dialogueId, authorId: personId }))
    .orderBy(asc(insight.number));
  const content = version?.content ?? null;
  const needs = rows.filter(({ kind, state, shared }) => kind === "need" && state === "visible" && shared !== "private");
  const trails = await findTrails(
    db,
    dialogueId,
    needs.map(({ id }) => id),
  );
  const decisions = await shownDecisions(db, dialogueId);
  return {
    version: version ? { number: version.number, publishedAt: version.publishedAt } : null,
    contributions: rows.map(
      ({ id, number, kind, text, shape, group, others, namedTheme, namedThemeId, adopted, themeId, ...row }): InputView => ({
        number,
        kind: kind as Kind,
        text,
        shape,
        group,
        others,
        trail: trails.get(id) ?? [],
        answer: decisions && needs.some((one) => one.id === id) ? answerToNeed(decisions, { id, theme: themeId }) : undefined,
        ...whereIs(
          {
            id,
            kind: kind as Kind,
            ...row,
            named: namedTheme && namedThemeId ? { theme: namedTheme, themeId: namedThemeId, adopted: adopted === id } : null,
          },
          content,
        ),
      }),
    ),
    proposals: proposals.map(
      ({ id, ...one }): ProposalView => ({
        ...one,
        inReport: content?.insights.some((insight) => insight.id === id) ?? false,
      }),
    ),
    counts: await countChoices(db, dialogueId, personId),
  };
}

/** What was decided, once everybody may read it; else null. */
async function shownDecisions(db: Reader, dialogueId: DialogueId): Promise<readonly Decided[] | null> {
  const [row] = await db.select({ at: dialogue.programmeShownAt }).from(dialogue).where(eq(dialogue.id, dialogueId));
  return row?.at ? listDecisions(db, dialogueId) : null;
}

/** How many choices somebody made: which ones is on no page. */
async function countChoices(db: Reader, dialogueId: DialogueId, personId: PersonId) {
  const n = sql<number>`count(*)::int`;
  const [ballots] = await db
    .select({ n })
    .from(ballot)
    .innerJoin(insight, eq(insight.id, ballot.insightId))
    .where(and(eq(insight.dialogueId, dialogueId), eq(ballot.personId, personId)));
  const [marks] = await db
    .select({ n })
    .from(mark)
    .innerJoin(session, eq(session.id, mark.sessionId))
    .where(and(eq(session.dialogueId, dialogueId), eq(mark.personId, personId)));
  const [backings] = await db
    .select({ n })
    .from(backing)
    .innerJoin(contribution, eq(contribution.id, backing.contributionId))
    .where(and(eq(contribution.dialogueId, dialogueId), eq(backing.personId, personId)));
  return { ballots: ballots?.n ?? 0, marks: marks?.n ?? 0, backings: backings?.n ?? 0 };
}
