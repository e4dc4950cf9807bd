import { and, asc, desc, eq, inArray, sql } from "drizzle-orm";
import { backing, contribution, field, group, party, report, step, theme, themeEvent } from "../db/schema.ts";
import type { ContributionId, DialogueId, ThemeId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";
import type { ThemeOperation } from "../themes/theme-history.ts";
import { trailsOf } from "../themes/trail.ts";
import type { TrailLine, TrailPage } from "./trail.ts";

/** The way of needs through the themes, with the names that these have now. Who did it is told to nobody. */
export async function findTrails(
  db: Reader,
  dialogueId: DialogueId,
  needs: readonly ContributionId[],
): Promise<ReadonlyMap<ContributionId, readonly TrailLine[]>> {
  if (needs.length === 0) return new Map();
  const [done, themes] = await Promise.all([
    db
      .select({ kind: themeEvent.kind, payload: themeEvent.payload, at: themeEvent.at })
      .from(themeEvent)
      .where(eq(themeEvent.dialogueId, dialogueId))
      .orderBy(asc(themeEvent.id)),
    db.select({ id: theme.id, name: theme.name }).from(theme).where(eq(theme.dialogueId, dialogueId)),
  ]);
  const nameOf = new Map(themes.map(({ id, name }) => [id, name]));
  const name = (id: ThemeId | null) => (id ? (nameOf.get(id) ?? null) : null);
  const operations = done.map(({ kind, payload }) => ({ kind, ...(payload as object) }) as unknown as ThemeOperation);
  const undoes = done.map(({ payload }) => (payload as { undoes?: number | null }).undoes != null);
  return new Map(
    [...trailsOf(operations, needs)].map(([need, steps]) => [
      need,
      steps.map(
        ({ operation, kind, from, to, naming }): TrailLine => ({
          key: operation,
          kind: naming ? "named" : kind,
          undoes: undoes[operation] ?? false,
          from: name(from),
          to: name(to),
          at: done[operation]?.at ?? new Date(0),
        }),
      ),
    ]),
  );
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
          .where(and(eq(contribution.togetherId, together), eq(contribution.state, "visible"), sql`${contribution.id} <> ${id}`))
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
