import { and, asc, eq, inArray, isNotNull, sql } from "drizzle-orm";
import { backing, contribution, placement } from "../contribution/tables.ts";
import { field, party, person } from "../dialogue/tables.ts";
import type { Reader } from "../platform/database/change.server.ts";
import type { ContributionId, DialogueId, PersonId, ThemeId } from "../platform/ids.ts";
import { group } from "../session/group/tables.ts";
import type { Need } from "./desk/desk-state.ts";
import type { Themes } from "./history/theme-history.ts";
import { theme } from "./tables.ts";

export async function listThemeRows(
  db: Reader,
  dialogueId: DialogueId,
): Promise<ReadonlyMap<ThemeId, typeof theme.$inferSelect>> {
  const rows = await db.select().from(theme).where(eq(theme.dialogueId, dialogueId)).orderBy(asc(theme.position));
  return new Map(rows.map((row) => [row.id, row]));
}

/** How the themes stand, as the history left it in the tables: one row a need, however long the history is. */
export async function themesNow(
  db: Reader,
  dialogueId: DialogueId,
  rows: ReadonlyMap<ThemeId, typeof theme.$inferSelect>,
): Promise<Pick<Themes, "themes" | "places">> {
  const places = await db
    .select({ need: placement.contributionId, theme: placement.themeId })
    .from(placement)
    .innerJoin(theme, eq(theme.id, placement.themeId))
    .where(eq(theme.dialogueId, dialogueId));
  const visible = [...rows.values()].filter(({ mergedInto, removedAt }) => mergedInto === null && removedAt === null);
  return {
    themes: new Map(visible.map(({ id }) => [id, { status: "visible", splitFrom: null }])),
    places: new Map(places.map(({ need, theme: place }) => [need, place])),
  };
}

/**
 * Needs that may be placed: shared, and neither withdrawn, hidden nor erased. Who wrote them stays out of it.
 * @param among only of these
 */
export async function listNeeds(db: Reader, dialogueId: DialogueId, among?: readonly ContributionId[]): Promise<Need[]> {
  return db
    .select({
      id: contribution.id,
      number: contribution.number,
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
      field: field.name,
      shape: field.shape,
      party: party.name,
      group: group.number,
      createdAt: contribution.createdAt,
    })
    .from(contribution)
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .leftJoin(party, eq(party.id, contribution.partyId))
    .leftJoin(group, eq(group.id, contribution.groupId))
    .where(and(...visible(dialogueId, among), eq(contribution.kind, "need")))
    .orderBy(asc(contribution.number));
}

const visible = (dialogueId: DialogueId, among?: readonly ContributionId[]) => [
  eq(contribution.dialogueId, dialogueId),
  eq(contribution.state, "visible"),
  inArray(contribution.shared, ["group", "all"]),
  ...(among ? [sql`${contribution.id} = any(${asArray(among)}::uuid[])`] : []),
];

/** Thousands of ids as one parameter. */
export const asArray = (ids: readonly string[]) => `{${ids.join(",")}}`;

/** Of these, the needs that may be placed. */
export async function placeable(
  db: Reader,
  dialogueId: DialogueId,
  ids: readonly ContributionId[],
): Promise<ReadonlySet<ContributionId>> {
  if (ids.length === 0) return new Set();
  const rows = await db
    .select({ id: contribution.id })
    .from(contribution)
    .where(and(...visible(dialogueId, ids), eq(contribution.kind, "need")));
  return new Set(rows.map(({ id }) => id));
}

/** The people behind each contribution: who wrote it, and who recognised it. For counting only. */
export async function listBehind(
  db: Reader,
  dialogueId: DialogueId,
  among?: readonly ContributionId[],
): Promise<ReadonlyMap<ContributionId, ReadonlySet<PersonId>>> {
  const writers = await db
    .select({ id: contribution.id, personId: contribution.personId })
    .from(contribution)
    .where(and(...visible(dialogueId, among)));
  const backers = await db
    .select({ id: backing.contributionId, personId: backing.personId })
    .from(backing)
    .innerJoin(contribution, eq(contribution.id, backing.contributionId))
    .where(and(...visible(dialogueId, among)));
  const behind = new Map<ContributionId, Set<PersonId>>(writers.map(({ id }) => [id, new Set()]));
  for (const { id, personId } of [...writers, ...backers]) if (personId) behind.get(id)?.add(personId);
  return behind;
}

/** The needs that the machine placed and nobody has moved since, with how sure it was (0 to 1). */
export async function listSure(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<ContributionId, number>> {
  const rows = await db
    .select({ id: placement.contributionId, sure: placement.sure })
    .from(placement)
    .innerJoin(theme, eq(theme.id, placement.themeId))
    .where(and(eq(theme.dialogueId, dialogueId), isNotNull(placement.sure)));
  return new Map(rows.map(({ id, sure }) => [id, sure ?? 0]));
}

/** What people are called, for who may see them at work here. */
export async function namesOf(db: Reader, ids: Iterable<PersonId | null>): Promise<ReadonlyMap<PersonId, string | null>> {
  const known = [...new Set(ids)].filter((id) => id !== null);
  if (known.length === 0) return new Map();
  const rows = await db.select({ id: person.id, name: person.name }).from(person).where(inArray(person.id, known));
  return new Map(rows.map(({ id, name }) => [id, name]));
}
