import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { backing, contribution, placement } from "../../contribution/tables.ts";
import { field, person } from "../../dialogue/tables.ts";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { ContributionId, DialogueId, ItemId, PersonId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { deedOf, requirePlanning } from "../items/line.server.ts";
import { goesOnAs } from "../items/lineage.ts";
import { decision, programmeItem } from "../tables.ts";
import type { Decided, Verdict } from "./answer.ts";

/** All that was decided in a dialogue, the oldest first. */
export async function listDecisions(db: Reader, dialogueId: DialogueId): Promise<Decided[]> {
  const rows = await db
    .select({
      id: decision.id,
      theme: decision.themeId,
      need: decision.contributionId,
      verdict: decision.verdict,
      reason: decision.reason,
      itemId: decision.itemId,
      at: decision.at,
    })
    .from(decision)
    .where(eq(decision.dialogueId, dialogueId))
    .orderBy(asc(decision.id));
  const items = await db
    .select({
      id: programmeItem.id,
      number: programmeItem.number,
      mergedInto: programmeItem.mergedInto,
      removedAt: programmeItem.removedAt,
    })
    .from(programmeItem)
    .where(eq(programmeItem.dialogueId, dialogueId));
  const byId = new Map<string, (typeof items)[number]>(items.map((one) => [one.id, one]));
  return rows.map(({ itemId, ...row }) => {
    const now = itemId ? goesOnAs(byId, itemId) : undefined;
    return { ...row, item: now && !now.removedAt ? now.number : null };
  });
}

/** Themes as they stand, with how many needs are in them and how many people behind those, each once. */
export async function listThemes(db: Reader, dialogueId: DialogueId) {
  const behind = sql<number>`(select count(distinct who)::int from (
    select c.person_id as who from ${contribution} c join ${placement} p on p.contribution_id = c.id
      where p.theme_id = "theme"."id" and c.state = 'visible' and c.shared in ('group', 'all')
    union select b.person_id from ${backing} b join ${contribution} c on c.id = b.contribution_id
      join ${placement} p on p.contribution_id = c.id
      where p.theme_id = "theme"."id" and c.state = 'visible' and c.shared in ('group', 'all')) as people where who is not null)`;
  return db
    .select({ id: theme.id, name: theme.name, description: theme.description, people: behind })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), isNull(theme.removedAt), isNull(theme.mergedInto)))
    .orderBy(asc(theme.position));
}

/** The needs that are shared and stand, the oldest first, with the theme of each. */
export async function listNeeds(db: Reader, dialogueId: DialogueId) {
  return db
    .select({
      id: contribution.id,
      number: contribution.number,
      text: contribution.text,
      theme: placement.themeId,
      field: field.name,
      shape: field.shape,
      at: contribution.createdAt,
    })
    .from(contribution)
    .leftJoin(placement, eq(placement.contributionId, contribution.id))
    .leftJoin(field, eq(field.id, contribution.fieldId))
    .where(
      and(matches(contribution, { dialogueId, kind: "need", state: "visible" }), inArray(contribution.shared, ["group", "all"])),
    )
    .orderBy(asc(contribution.createdAt), asc(contribution.number));
}

/** Who gave each answer, by its number: for the team. */
export async function listDeciders(db: Reader, dialogueId: DialogueId): Promise<Record<number, string>> {
  const rows = await db
    .select({ id: decision.id, name: person.name })
    .from(decision)
    .innerJoin(person, eq(person.id, decision.byId))
    .where(and(eq(decision.dialogueId, dialogueId), isNull(person.erasedAt)));
  return Object.fromEntries(rows.filter(({ name }) => name).map(({ id, name }) => [id, name]));
}

export interface NewDecision {
  readonly about: { readonly theme: ThemeId } | { readonly need: ContributionId };
  readonly verdict: Verdict;
  readonly reason: string;
  readonly item: ItemId | null;
}

/** Answers a theme or a need. The same answer twice is one line. */
export async function decide(db: Db, dialogueId: DialogueId, who: PersonId, made: NewDecision): Promise<void> {
  const { about, verdict, reason, item } = made;
  const subject = "theme" in about ? { kind: "theme", id: about.theme } : { kind: "contribution", id: about.need };
  await change(db, deedOf(dialogueId, who, "decision.make", subject.id, subject.kind), async (tx, { unchanged, now }) => {
    await requirePlanning(tx, dialogueId);
    await requireSubject(tx, dialogueId, about);
    if (item) await requireOwn(tx, dialogueId, item);
    const column = "theme" in about ? eq(decision.themeId, about.theme) : eq(decision.contributionId, about.need);
    const before = (await tx.select().from(decision).where(column).orderBy(asc(decision.id))).at(-1);
    if (before && before.verdict === verdict && before.reason === reason && before.itemId === item) return unchanged(undefined);
    const at = "theme" in about ? { themeId: about.theme } : { contributionId: about.need };
    await tx.insert(decision).values({ dialogueId, ...at, verdict, reason, itemId: item, byId: who, at: now });
  });
}

async function requireSubject(tx: Tx, dialogueId: DialogueId, about: NewDecision["about"]): Promise<void> {
  const [found] =
    "theme" in about
      ? await tx
          .select({ id: theme.id })
          .from(theme)
          .where(and(matches(theme, { id: about.theme, dialogueId }), isNull(theme.removedAt), isNull(theme.mergedInto)))
      : await tx
          .select({ id: contribution.id })
          .from(contribution)
          .where(
            and(
              matches(contribution, { id: about.need, dialogueId, kind: "need", state: "visible" }),
              inArray(contribution.shared, ["group", "all"]),
            ),
          );
  if (!found) throw new Refused("gone");
}

async function requireOwn(tx: Tx, dialogueId: DialogueId, id: ItemId): Promise<void> {
  const [found] = await tx
    .select({ id: programmeItem.id })
    .from(programmeItem)
    .where(and(matches(programmeItem, { id, dialogueId }), isNull(programmeItem.removedAt), isNull(programmeItem.mergedInto)));
  if (!found) throw new Refused("gone");
}
