import { and, asc, desc, eq, inArray, ne, sql } from "drizzle-orm";
import { backing, contribution } from "../contribution/tables.ts";
import { field, party, step } from "../dialogue/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import type { ContributionId, DialogueId, ThemeId } from "../platform/ids.ts";
import { report } from "../report/tables.ts";
import { group } from "../session/group/tables.ts";
import type { ThemeOperation } from "../themes/history/theme-history.ts";
import { trailsOf } from "../themes/history/trail.ts";
import { theme, themeEvent } from "../themes/tables.ts";
import type { TrailLine, TrailPage } from "./trail.ts";

/** The way of needs through the themes, with the names that these have now. Who did it is told to nobody. */
export async function findTrails(
  db: Reader,
  dialogueId: DialogueId,
  needs: readonly ContributionId[],
): Promise<ReadonlyMap<ContributionId, readonly TrailLine[]>> {
  if (needs.length === 0) return new Map();
  const lines = await readLines(db, dialogueId, needs);
  const themes = await db.select({ id: theme.id, name: theme.name }).from(theme).where(eq(theme.dialogueId, dialogueId));
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  const name = (id: ThemeId | null) => (id ? (nameOf.get(id) ?? null) : null);
  return new Map(
    [...trailsOf(lines, needs)].map(([need, steps]) => [
      need,
      steps.map(
        ({ line, kind, from, to, naming }): TrailLine => ({
          key: line.id,
          kind: naming ? "named" : kind,
          undoes: line.undoes,
          from: name(from),
          to: name(to),
          at: line.at,
        }),
      ),
    ]),
  );
}

/**
 * Of the history only what is about these needs, and what was done with whole themes: merging, names, and their part of what was split
 * off. So a page costs what its own needs went through, however long the history is.
 */
async function readLines(db: Reader, dialogueId: DialogueId, needs: readonly ContributionId[]) {
  const { id, kind, payload, at } = themeEvent;
  const own = sql`${sql.param([...needs])}::text[]`;
  const rows = await db
    .select({
      ...{ id, kind, at },
      payload: sql<{ undoes?: number | null }>`case when ${kind} <> 'split' then ${payload} else jsonb_set(${payload}, '{needs}',
        (select jsonb_agg(one) from jsonb_array_elements(${payload}->'needs') as one where one #>> '{}' = any(${own}))) end`,
    })
    .from(themeEvent)
    .where(
      and(
        eq(themeEvent.dialogueId, dialogueId),
        sql`(${payload}->>'need' = any(${own}) or ${kind} in ('merge', 'rename', 'split') and (${kind} <> 'split' or ${payload}->'needs' ?| ${own}))`,
      ),
    )
    .orderBy(asc(id));
  return rows.map(({ payload: { undoes = null, ...operation }, ...line }) => ({
    ...{ id: line.id, at: line.at, undoes: undoes !== null },
    operation: { kind: line.kind, ...operation } as unknown as ThemeOperation,
  }));
}

/** One contribution with all that is known of its way, for the team; null when the team may not read it, or there is none of that number. */
export async function findTrailPage(db: Reader, dialogueId: DialogueId, number: number): Promise<TrailPage | null> {
  const [row] = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      kind: contribution.kind,
      text: contribution.text,
      state: contribution.state,
      together: contribution.togetherId,
      field: field.name,
      shape: field.shape,
      party: party.name,
      group: group.number,
      step: step.title,
      at: contribution.createdAt,
      people: sql<number>`(select count(*)::int from (
        select ${contribution.personId} as person where ${contribution.personId} is not null
        union select person_id from ${backing} where ${backing.contributionId} = ${contribution.id}) as behind)`,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .leftJoin(party, eq(party.id, contribution.partyId))
    .leftJoin(group, eq(group.id, contribution.groupId))
    .leftJoin(step, eq(step.id, contribution.stepId))
    .where(
      and(
        eq(contribution.dialogueId, dialogueId),
        eq(contribution.number, number),
        // talk is not harvested
        ne(contribution.kind, "talk"),
        inArray(contribution.shared, ["group", "all"]),
      ),
    );
  if (!row) return null;
  const { id, text, together, ...told } = row;
  const [others, trails, [version], [place]] = await Promise.all([
    together
      ? db
          .select({ number: contribution.number, text: contribution.text })
          .from(contribution)
          .where(and(matches(contribution, { togetherId: together, state: "visible" }), sql`${contribution.id} <> ${id}`))
          .orderBy(asc(contribution.number))
      : [],
    findTrails(db, dialogueId, [id]),
    db
      .select({ number: report.number })
      .from(report)
      .where(
        and(
          eq(report.dialogueId, dialogueId),
          sql`jsonb_path_exists(${report.content}, '$.** ? (@.id == $id && @.number == $number)', jsonb_build_object('id', ${id}::text, 'number', ${number}::int))`,
        ),
      )
      .orderBy(desc(report.number))
      .limit(1),
    db
      .select({ id: theme.id, name: theme.name })
      .from(theme)
      .where(sql`${theme.id} = (select theme_id from placement where contribution_id = ${id})`),
  ]);
  return {
    ...told,
    text: row.state === "visible" ? text : null,
    others,
    trail: trails.get(id) ?? [],
    theme: place ?? null,
    version: version?.number ?? null,
  };
}
