import { and, asc, desc, eq, inArray, isNotNull, isNull, sql } from "drizzle-orm";
import { change, type Db, type Reader, type Tx } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { DialogueId, FieldId, PersonId, PracticeId, ThemeId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import type { FoundPlace } from "../people/areas.server.ts";
import { networkLanguage } from "../people/language.server.ts";
import { type At, deedOf, fieldsOf, requireMember } from "../people/members.server.ts";
import { stemsOf } from "../people/stems.ts";
import { networkMember } from "../tables.ts";
import { approveFiles } from "./files.server.ts";
import { type PracticeText, type PracticeWords, type UsedFit, wordsIn, wordsOfPractice } from "./practice.ts";
import { tellWriter } from "./practice-letter.server.ts";
import { networkFile, networkPractice, networkPracticeUse, networkPracticeVersion } from "./tables.ts";

export type PracticeSaved =
  | { readonly status: "saved"; readonly number: number }
  | { readonly status: "conflict"; readonly theirs: PracticeText; readonly version: number };

/**
 * Writes an entry on the version that its writer saw; it waits for the team, and what was published before stays until then [NW16].
 * @throws Refused gone: not theirs, or a field or theme is not of this dialogue
 */
export async function savePractice(
  db: Db,
  at: At,
  id: PracticeId,
  form: PracticeWords,
  place: FoundPlace | null,
): Promise<PracticeSaved> {
  return change(db, deedOf(at, "network.practice", { kind: "practice", id }), async (tx, { unchanged, now }) => {
    await requireMember(tx, at);
    const [found] = await tx.select().from(networkPractice).where(eq(networkPractice.id, id));
    if (found && (found.personId !== at.personId || found.dialogueId !== at.dialogueId)) throw new Refused("gone", 404);
    if (!found && form.version > 0) throw new Refused("gone", 404);
    if (found && form.version === 0) return unchanged<PracticeSaved>({ status: "saved", number: found.number });
    if (found && found.version !== form.version)
      return unchanged<PracticeSaved>({ status: "conflict", theirs: found.words, version: found.version });
    const fields = await fieldsOf(tx, at.dialogueId, form.fields as FieldId[]);
    const row = {
      ...{ words: wordsIn(form), version: form.version + 1, state: "waiting" as const, reason: "", updatedAt: now },
      ...{ areaCode: place?.code ?? null, areaYear: place?.year ?? null, fieldIds: fields.map((one) => one.id) },
      themeIds: await themesOf(tx, at.dialogueId, form.themes as ThemeId[]),
      open: form.open !== undefined,
    };
    if (found) {
      await tx.update(networkPractice).set(row).where(eq(networkPractice.id, id));
      return { status: "saved", number: found.number };
    }
    const [last] = await tx
      .select({ n: sql<number>`coalesce(max(${networkPractice.number}), 0)::int` })
      .from(networkPractice)
      .where(eq(networkPractice.dialogueId, at.dialogueId));
    const number = (last?.n ?? 0) + 1;
    await tx.insert(networkPractice).values({ id, dialogueId: at.dialogueId, personId: at.personId, number, ...row });
    return { status: "saved", number };
  });
}

async function themesOf(tx: Tx, dialogueId: DialogueId, ids: readonly ThemeId[]): Promise<ThemeId[]> {
  if (ids.length === 0) return [];
  const known = await listThemes(tx, dialogueId);
  if (ids.some((id) => !known.some((one) => one.id === id))) throw new Refused("gone");
  return known.filter(({ id }) => ids.includes(id)).map(({ id }) => id);
}

export const listThemes = (db: Reader, dialogueId: DialogueId) =>
  db
    .select({ id: theme.id, name: theme.name })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), isNull(theme.removedAt), isNull(theme.mergedInto)))
    .orderBy(asc(theme.position));

/** The team publishes the version it read, or gives it back with a reason [NW16]. @throws Refused gone: there is a newer one */
export async function judgePractice(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  id: PracticeId,
  verdict:
    | { readonly publish: true; readonly version: number }
    | { readonly publish: false; readonly version: number; readonly reason: string },
): Promise<void> {
  const language = await networkLanguage();
  const what = verdict.publish ? "network.publish" : "network.return";
  const deed = deedOf({ dialogueId, personId: who }, what, { kind: "practice", id });
  await change(db, deed, async (tx, { now }) => {
    const [found] = await tx.select().from(networkPractice).where(matches(networkPractice, { id, dialogueId }));
    if (found?.state !== "waiting" || found.version !== verdict.version) throw new Refused("gone");
    await tellWriter(tx, found);
    if (!verdict.publish) {
      await tx.update(networkPractice).set({ state: "returned", reason: verdict.reason }).where(eq(networkPractice.id, id));
      return;
    }
    const names = (await listThemes(tx, dialogueId)).filter((one) => found.themeIds.includes(one.id)).map(({ name }) => name);
    const stems = stemsOf(`${wordsOfPractice(found.words)}\n${names.join("\n")}`, language);
    await tx
      .insert(networkPracticeVersion)
      .values({ practiceId: id, version: found.version, words: found.words, open: found.open, at: now });
    await tx
      .update(networkPractice)
      .set({ state: "published", published: found.version, reason: "", stems })
      .where(eq(networkPractice.id, id));
    await approveFiles(tx, id, now);
  });
}

/** Its writer takes it away; what colleagues wrote of it goes along. */
export async function withdrawPractice(db: Db, at: At, id: PracticeId): Promise<void> {
  await change(db, deedOf(at, "network.withdraw", { kind: "practice", id }), async (tx, { unchanged }) => {
    const own = matches(networkPractice, { id, personId: at.personId, dialogueId: at.dialogueId });
    const [found] = await tx.select({ state: networkPractice.state }).from(networkPractice).where(own);
    if (!found) throw new Refused("gone", 404);
    if (found.state === "withdrawn") return unchanged(undefined);
    await tx.delete(networkPracticeUse).where(eq(networkPracticeUse.practiceId, id));
    await tx.delete(networkFile).where(eq(networkFile.practiceId, id));
    await tx.update(networkPractice).set({ state: "withdrawn", published: null, stems: [] }).where(own);
  });
}

/** "Gebruikt bij ons": fits, under conditions, or not; the last one holds [NW17]. */
export async function usePractice(db: Db, at: At, id: PracticeId, fit: UsedFit, text: string): Promise<void> {
  await change(db, deedOf(at, "network.use", { kind: "practice", id }), async (tx, { now }) => {
    await requireMember(tx, at);
    const [found] = await tx
      .select({ personId: networkPractice.personId })
      .from(networkPractice)
      .where(and(matches(networkPractice, { id, dialogueId: at.dialogueId }), isNotNull(networkPractice.published)));
    if (!found || found.personId === at.personId) throw new Refused("gone", 404);
    await tx
      .insert(networkPracticeUse)
      .values({ practiceId: id, personId: at.personId, fit, text, at: now })
      .onConflictDoUpdate({
        target: [networkPracticeUse.practiceId, networkPracticeUse.personId],
        set: { fit, text, at: now },
      });
  });
}

/** The published words of an entry. */
export const isPublished = and(
  eq(networkPracticeVersion.practiceId, networkPractice.id),
  eq(networkPracticeVersion.version, networkPractice.published),
);

export async function countUses(db: Reader, ids: readonly PracticeId[]): Promise<Map<PracticeId, number>> {
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: networkPracticeUse.practiceId, n: sql<number>`count(*)::int` })
    .from(networkPracticeUse)
    .where(inArray(networkPracticeUse.practiceId, [...ids]))
    .groupBy(networkPracticeUse.practiceId);
  return new Map(rows.map(({ id, n }) => [id, n]));
}

/** One's own entries, whatever their state. */
export const listOwnPractices = (db: Reader, at: At) =>
  db
    .select()
    .from(networkPractice)
    .where(matches(networkPractice, { dialogueId: at.dialogueId, personId: at.personId }))
    .orderBy(desc(networkPractice.number));

/**
 * Entries for everybody: its writer chose so, and the team read it so; whoever takes that back does not wait for the team [NW28].
 * With how many say that they use it.
 */
export async function listOpenPractices(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({ practice: networkPractice, words: networkPracticeVersion.words, at: networkPracticeVersion.at })
    .from(networkPractice)
    .innerJoin(networkPracticeVersion, isPublished)
    .where(and(matches(networkPractice, { dialogueId, open: true }), eq(networkPracticeVersion.open, true)))
    .orderBy(asc(networkPractice.number));
  const uses = await countUses(
    db,
    rows.map(({ practice }) => practice.id),
  );
  return rows.map(({ practice, ...row }) => ({
    ...{ ...row, number: practice.number, fieldIds: practice.fieldIds, themeIds: practice.themeIds },
    uses: uses.get(practice.id) ?? 0,
  }));
}

/** What waits for the team, the oldest first. */
export const listWaiting = (db: Reader, dialogueId: DialogueId) =>
  db
    .select({ practice: networkPractice, by: networkMember.name })
    .from(networkPractice)
    .leftJoin(
      networkMember,
      and(eq(networkMember.personId, networkPractice.personId), eq(networkMember.dialogueId, networkPractice.dialogueId)),
    )
    .where(matches(networkPractice, { dialogueId, state: "waiting" }))
    .orderBy(asc(networkPractice.updatedAt))
    .limit(50);

/** An entry as the network reads it: the published words, what changed when, and how it went elsewhere. */
export async function findPractice(db: Reader, dialogueId: DialogueId, number: number) {
  const [row] = await db
    .select({ practice: networkPractice, by: networkMember.name, member: networkMember.id })
    .from(networkPractice)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkPractice.personId), eq(networkMember.dialogueId, networkPractice.dialogueId)),
    )
    .where(matches(networkPractice, { dialogueId, number }));
  if (!row) return null;
  const versions = await db
    .select()
    .from(networkPracticeVersion)
    .where(eq(networkPracticeVersion.practiceId, row.practice.id))
    .orderBy(desc(networkPracticeVersion.version));
  const uses = await db
    .select({
      personId: networkPracticeUse.personId,
      fit: networkPracticeUse.fit,
      text: networkPracticeUse.text,
      by: networkMember.name,
    })
    .from(networkPracticeUse)
    .innerJoin(
      networkMember,
      and(eq(networkMember.personId, networkPracticeUse.personId), eq(networkMember.dialogueId, dialogueId)),
    )
    .where(eq(networkPracticeUse.practiceId, row.practice.id))
    .orderBy(desc(networkPracticeUse.at));
  const published = versions.find(({ version }) => version === row.practice.published) ?? null;
  return { ...row, published, versions, uses };
}
