import { and, asc, eq, inArray, isNull, ne, sql } from "drizzle-orm";
import { backing, contribution, placement } from "../../contribution/tables.ts";
import { registration } from "../../dialogue/people/tables.ts";
import { field, party, session } from "../../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, InsightId, PersonId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import { marksAreOpen } from "../../session/weigh/marks.server.ts";
import { type Choosable, listLengths, type Marker, type ShortLists, shortLists } from "../../session/weigh/short-lists.ts";
import { mark, shortList, themeMark } from "../../session/weigh/tables.ts";
import { theme } from "../../themes/tables.ts";
import { testedThemes } from "../gather/tested-themes.server.ts";
import { changedAtLeast, enoughChanged } from "../publish/versions.ts";

export interface ShortListState {
  readonly length: number;
  readonly over: ShortLists["over"];
  readonly figures: ShortLists | null;
  readonly countedAt: Date | null;
  readonly revealedAt: Date | null;
}

export async function findShortList(db: Reader, dialogueId: DialogueId): Promise<ShortListState> {
  const [row] = await db.select().from(shortList).where(eq(shortList.dialogueId, dialogueId));
  return {
    length: row?.length ?? listLengths.usual,
    over: row?.over ?? "themes",
    figures: row?.figures ?? null,
    countedAt: row?.figuresAt ?? null,
    revealedAt: row?.revealedAt ?? null,
  };
}

/** What participants and the report see; null until it is revealed. */
export async function revealedShortList(db: Reader, dialogueId: DialogueId): Promise<ShortLists | null> {
  const { figures, revealedAt } = await findShortList(db, dialogueId);
  return revealedAt ? figures : null;
}

/**
 * Counts the marks, once nobody can move them any more, and keeps the outcome: it stays the same until it is counted again.
 * @throws Refused marks-open while a step asks for marks; few-changed when one to four people changed since it was counted
 */
export async function countMarks(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  { length, over }: Pick<ShortLists, "length" | "over">,
): Promise<void> {
  await change(db, deedOf(dialogueId, who, "priorities.count"), async (tx, { now }) => {
    if (await marksAreOpen(tx, dialogueId)) throw new Refused("marks-open");
    const before = await findShortList(tx, dialogueId);
    const lists = await listsOf(tx, dialogueId);
    const given = await marksGiven(tx, dialogueId, over);
    if (before.figures && before.countedAt && before.over === over) {
      const at = before.countedAt.getTime();
      const same = [...given.values()].filter((one) => one.last <= at).length;
      const counted = { at: before.countedAt.toISOString(), people: await peopleThen(tx, dialogueId) };
      const changed = changedAtLeast(counted, { same, later: given.size - same });
      if (changed > 0 && changed < enoughChanged) throw new Refused("few-changed");
    }
    const people = await standingOf(tx, dialogueId, given);
    const figures = shortLists({ over, length, options: await optionsOf(tx, dialogueId, over), ...lists }, people);
    const values = { length, over, figures, figuresAt: now, people: given.size };
    await tx
      .insert(shortList)
      .values({ dialogueId, ...values })
      .onConflictDoUpdate({ target: shortList.dialogueId, set: values });
  });
}

/** Lets participants and the report see what was counted, or no longer. */
export async function revealShortList(db: Db, dialogueId: DialogueId, who: PersonId, shown: boolean): Promise<void> {
  await change(db, deedOf(dialogueId, who, shown ? "priorities.reveal" : "priorities.cover"), async (tx, { now, unchanged }) => {
    const { figures, revealedAt } = await findShortList(tx, dialogueId);
    if (Boolean(revealedAt) === shown) return unchanged(undefined);
    if (shown && !figures) throw new Refused("not-counted");
    await tx
      .update(shortList)
      .set({ revealedAt: shown ? now : null })
      .where(eq(shortList.dialogueId, dialogueId));
  });
}

const deedOf = (dialogueId: DialogueId, who: PersonId, what: string) => deedBy(who, dialogueId, what, "dialogue", dialogueId);

async function peopleThen(db: Reader, dialogueId: DialogueId): Promise<number> {
  const [row] = await db.select({ people: shortList.people }).from(shortList).where(eq(shortList.dialogueId, dialogueId));
  return row?.people ?? 0;
}

async function listsOf(db: Reader, dialogueId: DialogueId) {
  const [fields, parties] = [
    await db
      .select({ id: field.id })
      .from(field)
      .where(and(eq(field.dialogueId, dialogueId), isNull(field.removedAt)))
      .orderBy(asc(field.position)),
    await db
      .select({ id: party.id })
      .from(party)
      .where(and(eq(party.dialogueId, dialogueId), isNull(party.removedAt)))
      .orderBy(asc(party.position)),
  ];
  return { fields: fields.map(({ id }) => id as string), parties: parties.map(({ id }) => id as string) };
}

interface Given {
  readonly choices: Set<string>;
  readonly last: number;
}

/** Per person what they marked, over all sessions. A mark on a need counts for the theme it stands in; one on a merged theme for what it went into. */
async function marksGiven(db: Reader, dialogueId: DialogueId, over: ShortLists["over"]): Promise<Map<PersonId, Given>> {
  const onNeeds = await db
    .select({
      personId: mark.personId,
      id: over === "needs" ? sql<string>`${mark.contributionId}` : sql<string | null>`${placement.themeId}`,
      at: mark.at,
    })
    .from(mark)
    .innerJoin(session, eq(session.id, mark.sessionId))
    .innerJoin(contribution, and(eq(contribution.id, mark.contributionId), eq(contribution.state, "visible")))
    .leftJoin(placement, eq(placement.contributionId, mark.contributionId))
    .where(eq(session.dialogueId, dialogueId));
  const onThemes =
    over === "needs"
      ? []
      : await db
          .select({ personId: themeMark.personId, id: sql<string | null>`${themeMark.themeId}`, at: themeMark.at })
          .from(themeMark)
          .innerJoin(session, eq(session.id, themeMark.sessionId))
          .where(eq(session.dialogueId, dialogueId));
  const merged = new Map(
    (await db.select({ id: theme.id, into: theme.mergedInto }).from(theme).where(eq(theme.dialogueId, dialogueId))).map(
      ({ id, into }) => [id as string, into as string | null],
    ),
  );
  const now = (id: string): string => {
    const into = merged.get(id);
    return into ? now(into) : id;
  };
  // Who marked themes themselves said so; their marks on needs are of another question.
  const direct = new Set(onThemes.map(({ personId }) => personId));
  const given = new Map<PersonId, Given>();
  for (const { personId, id, at } of [...onNeeds.filter((one) => !direct.has(one.personId)), ...onThemes]) {
    const own = given.get(personId) ?? { choices: new Set<string>(), last: 0 };
    if (id) own.choices.add(over === "needs" ? id : now(id));
    given.set(personId, { choices: own.choices, last: Math.max(own.last, at.getTime()) });
  }
  return given;
}

async function standingOf(db: Reader, dialogueId: DialogueId, given: ReadonlyMap<PersonId, Given>): Promise<Marker[]> {
  const rows = await db
    .select({
      personId: registration.personId,
      field: registration.fieldId,
      party: registration.partyId,
      organisation: registration.organisation,
      area: registration.areaCode,
    })
    .from(registration)
    .where(matches(registration, { dialogueId, state: "admitted" }))
    .orderBy(asc(registration.createdAt));
  const known = new Map(rows.map((row) => [row.personId, row]));
  return [...given].map(([personId, { choices }]) => {
    const own = known.get(personId);
    return {
      choices: [...choices],
      field: own?.field ?? "",
      party: own?.party ?? "",
      organisation: own?.organisation ?? "",
      area: own?.area ?? "",
    };
  });
}

/** Themes by when they were made, or needs by their number, with what stands behind them. */
async function optionsOf(db: Reader, dialogueId: DialogueId, over: ShortLists["over"]): Promise<Choosable[]> {
  const needs = await db
    .select({
      id: contribution.id,
      number: contribution.number,
      personId: contribution.personId,
      weight: contribution.weight,
      themeId: placement.themeId,
    })
    .from(contribution)
    .leftJoin(placement, eq(placement.contributionId, contribution.id))
    .where(and(matches(contribution, { dialogueId, kind: "need", state: "visible" }), ne(contribution.shared, "private")));
  const backers =
    needs.length === 0
      ? []
      : await db
          .select({ id: backing.contributionId, personId: backing.personId })
          .from(backing)
          .where(
            inArray(
              backing.contributionId,
              needs.map(({ id }) => id),
            ),
          );
  const backersOf = Map.groupBy(backers, ({ id }) => id);
  const told = (own: typeof needs) => {
    const behind = new Set(
      own.flatMap(({ id, personId }) => [personId, ...(backersOf.get(id) ?? []).map((one) => one.personId)]),
    );
    behind.delete(null);
    const weighing = (weight: string) => own.filter((one) => one.weight === weight).length;
    const weights = { light: weighing("light"), heavy: weighing("heavy"), "very-heavy": weighing("very-heavy") };
    return { behind: behind.size, needs: own.length, weights };
  };
  if (over === "needs") return needs.map((one) => ({ id: one.id, number: one.number, name: null, ...told([one]) }));
  const themes = await db
    .select({ id: theme.id, name: theme.name })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), isNull(theme.mergedInto), isNull(theme.removedAt)))
    .orderBy(asc(theme.createdAt), asc(theme.position), asc(theme.id));
  const tested = await testedThemes(db, dialogueId);
  return themes.map(({ id, name }, at) => ({
    id,
    number: at + 1,
    name,
    ...told(needs.filter(({ themeId }) => themeId === id)),
    tested: tested.get(id) ?? [],
  }));
}

/** Words of the needs that stand on a list, and of the insights that tested them, as they may be read now. */
export async function wordsOf(db: Reader, figures: ShortLists): Promise<Record<string, string>> {
  const needs = figures.over === "needs" ? figures.options.map(({ id }) => id) : [];
  const insights = figures.options.flatMap(({ tested = [] }) => tested.map((one) => one.insight));
  const rows = [
    ...(needs.length === 0
      ? []
      : await db
          .select({ id: contribution.id, text: contribution.text })
          .from(contribution)
          .where(
            and(inArray(contribution.id, needs as (typeof contribution.$inferSelect.id)[]), eq(contribution.state, "visible")),
          )),
    ...(insights.length === 0
      ? []
      : await db
          .select({ id: insight.id, text: insight.text })
          .from(insight)
          .where(inArray(insight.id, insights as InsightId[]))),
  ];
  return Object.fromEntries(rows.filter(({ text }) => text !== "").map(({ id, text }) => [id, text]));
}
