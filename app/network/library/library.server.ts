import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, ThemeId } from "../../platform/ids.ts";
import { holds } from "../people/directory.server.ts";
import { networkLanguage } from "../people/language.server.ts";
import { isOpenNeed } from "../people/needs.server.ts";
import { type Wanted, wantedOf } from "../people/stems.ts";
import { networkNeed } from "../tables.ts";
import { countUses, isPublished, listThemes } from "./practices.server.ts";
import { networkPractice, networkPracticeVersion } from "./tables.ts";

const perPage = 20;

/**
 * Published entries that hold the words that are asked, the newest first; behind them those for a theme in which somebody wrote a need in
 * these words, with that theme [NW16].
 */
export async function listPractices(
  db: Reader,
  dialogueId: DialogueId,
  filter: { readonly words: string; readonly theme: string | null; readonly page: number },
) {
  const wanted = wantedOf(filter.words, await networkLanguage());
  const itself = and(...wanted.map((one) => holds(networkPractice.stems, one)));
  const themes = wanted.length === 0 ? [] : await themesNeeding(db, dialogueId, wanted);
  const direct = itself ?? sql`true`;
  const where: (SQL | undefined)[] = [
    eq(networkPractice.dialogueId, dialogueId),
    filter.theme ? sql`${networkPractice.themeIds} @> array[${filter.theme}]::uuid[]` : undefined,
    filter.words !== "" && wanted.length === 0 ? sql`false` : undefined,
    themes.length > 0 ? sql`(${direct} or ${networkPractice.themeIds} && ${sql.param(themes)}::uuid[])` : itself,
  ];
  const rows = await db
    .select({ practice: networkPractice, words: networkPracticeVersion.words, direct: sql<boolean>`${direct}` })
    .from(networkPractice)
    .innerJoin(networkPracticeVersion, isPublished)
    .where(and(...where))
    .orderBy(...(themes.length > 0 ? [desc(direct)] : []), desc(networkPractice.number))
    .limit(perPage + 1)
    .offset((filter.page - 1) * perPage);
  const uses = await countUses(
    db,
    rows.map(({ practice }) => practice.id),
  );
  const names = new Map(themes.length > 0 ? (await listThemes(db, dialogueId)).map(({ id, name }) => [id, name]) : []);
  const entries = rows.slice(0, perPage).map(({ practice, words, direct: held }) => ({
    ...{ id: practice.id, number: practice.number, title: words.title, situation: words.situation },
    uses: uses.get(practice.id) ?? 0,
    /** Of one that does not hold the words itself: the theme with a need that does. */
    forTheme: held ? null : (practice.themeIds.flatMap((id) => (themes.includes(id) ? (names.get(id) ?? []) : []))[0] ?? null),
  }));
  return { entries, more: rows.length > perPage };
}

/** Themes in which a need that everybody could read holds all these words. */
async function themesNeeding(db: Reader, dialogueId: DialogueId, wanted: readonly Wanted[]): Promise<ThemeId[]> {
  const { rows } = await db.execute<{ id: ThemeId }>(sql`
    select distinct p.theme_id as id from ${networkNeed} join contribution c on c.id = ${networkNeed.contributionId}
    join placement p on p.contribution_id = c.id
    where ${and(eq(networkNeed.dialogueId, dialogueId), isOpenNeed, ...wanted.map((one) => holds(networkNeed.stems, one)))}`);
  return rows.map(({ id }) => id);
}
