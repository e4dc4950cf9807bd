import { and, eq, inArray, or, type SQL, sql } from "drizzle-orm";
import { field } from "../../dialogue/tables.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId, FieldId, MemberId } from "../../platform/ids.ts";
import { area } from "../../prepare/areas/tables.ts";
import { networkMember } from "../tables.ts";
import { kilometres, near } from "./distance.ts";
import { networkLanguage } from "./language.server.ts";
import { asSeen, type CardWords, circlesFor, isSeen, type Part, parts, type Viewer } from "./member.ts";
import { type Wanted, wantedOf } from "./stems.ts";

export interface Question {
  readonly words: string;
  readonly field: FieldId | null;
  /** Only who offers something. */
  readonly offers: boolean;
  readonly municipality: string | null;
  /** Only who works in this province. */
  readonly province?: string;
  readonly within: number;
  /** From 1. */
  readonly page: number;
}
/** A card as the viewer may see it. */
export interface FoundCard extends CardWords {
  readonly id: MemberId;
  /** From the municipality that was asked; null when it was not, or is not known. */
  readonly km: number | null;
  readonly mine: boolean;
}
const perPage = 20;

const stemsFor = {
  members: networkMember.stemsMembers,
  participants: networkMember.stemsParticipants,
  public: networkMember.stemsPublic,
} as const;

const textArray = (values: readonly string[]) => sql`${sql.param([...values])}::text[]`;

/**
 * The cards that hold what is asked, as far as this viewer may read them [NW2, NW5]. Without words the order changes from day to day, so
 * that nobody always stands first [NW7]; with an area the nearest come first.
 */
export async function searchMembers(
  db: Reader,
  dialogueId: DialogueId,
  asks: Question,
  as: { readonly viewer: Viewer; readonly personId: string | null; readonly day: string },
): Promise<{ readonly cards: readonly FoundCard[]; readonly more: boolean; readonly total: number }> {
  const language = await networkLanguage();
  const wanted = wantedOf(asks.words, language);
  const may = (part: Part) => sql`${networkMember.shown}->>${part} in ${[...circlesFor[as.viewer]]}`;
  const codes = asks.municipality ? near(asks.municipality, asks.within) : null;
  // whoever is on a card for this viewer: any part will do; who has a word that this viewer may read shows one
  const anything = wanted.length > 0 ? undefined : or(...parts.map(may));
  const asked = asks.words.trim() !== "" && wanted.length === 0 ? sql`false` : undefined;
  const where = and(
    eq(networkMember.dialogueId, dialogueId),
    anything,
    asked,
    ...wanted.map((one) => holds(stemsFor[as.viewer], one)),
    asks.field ? and(may("fields"), sql`${networkMember.fieldIds} @> array[${asks.field}]::uuid[]`) : undefined,
    asks.offers ? and(may("offers"), sql`${networkMember.offers} <> ''`) : undefined,
    asks.province
      ? and(
          may("area"),
          sql`${networkMember.municipality} in (select unnest(code || former) from area where parent_code = ${asks.province})`,
        )
      : undefined,
    codes ? and(may("area"), sql`${networkMember.municipality} = any(${textArray(codes)})`) : undefined,
  );
  const order: SQL[] = [];
  if (codes) order.push(sql`array_position(${textArray(codes)}, ${networkMember.municipality})`);
  const first = startOf(as.day);
  order.push(sql`${networkMember.id} < ${first}::uuid`, sql`${networkMember.id}`);
  // Read once, and only what is sorted by: cards are wide, and a common word stands on thousands of them.
  const found = await db
    .select({ id: networkMember.id, total: sql<number>`count(*) over ()::int` })
    .from(networkMember)
    .where(where)
    .orderBy(...order)
    .limit(perPage)
    .offset((asks.page - 1) * perPage);
  const total = found[0]?.total ?? (asks.page > 1 ? await db.$count(networkMember, where) : 0);
  const ids = found.map(({ id }) => id);
  const rows = ids.length === 0 ? [] : await db.select().from(networkMember).where(inArray(networkMember.id, ids));
  const inOrder = rows.sort((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id));
  const cards = await asCards(db, inOrder, as, codes ? asks.municipality : null);
  return { cards, total, more: total > asks.page * perPage };
}

/** Where the row of cards begins on a day: ids are chance, and each day another one comes first [NW7]. */
function startOf(day: string): string {
  const hex = [...day].reduce((sum, sign) => (Math.imul(sum, 31) + sign.charCodeAt(0)) | 0, 7) >>> 0;
  return `${(Math.imul(hex, 2654435761) >>> 0).toString(16).padStart(8, "0")}-0000-4000-8000-000000000000`;
}

/** Whether stems hold a word: as it is, or all parts of a compound. */
export const holds = (stems: unknown, { stem, parts }: Wanted): SQL =>
  parts.length > 0
    ? sql`(${stems} @> ${textArray([stem])} or ${stems} @> ${textArray(parts)})`
    : sql`${stems} @> ${textArray([stem])}`;

/** One card, or null when there is nothing of it for this viewer. */
export async function findCard(
  db: Reader,
  dialogueId: DialogueId,
  id: MemberId,
  as: { readonly viewer: Viewer; readonly personId: string | null },
) {
  const [row] = await db.select().from(networkMember).where(matches(networkMember, { dialogueId, id }));
  if (!row || (!isSeen(row.shown, as.viewer) && row.personId !== as.personId)) return null;
  const [card] = await asCards(db, [row], as, null);
  return card ? { card, personId: row.personId } : null;
}

async function asCards(
  db: Reader,
  rows: readonly (typeof networkMember.$inferSelect)[],
  as: { readonly viewer: Viewer; readonly personId: string | null },
  from: string | null,
): Promise<FoundCard[]> {
  if (rows.length === 0) return [];
  const fieldIds = [...new Set(rows.flatMap((row) => row.fieldIds))];
  const codes = [...new Set(rows.flatMap(({ areaCode }) => areaCode ?? []))];
  const names = new Map<string, string>();
  if (fieldIds.length > 0)
    for (const { id, name } of await db.select({ id: field.id, name: field.name }).from(field).where(inArray(field.id, fieldIds)))
      names.set(id, name);
  const places = new Map<string, string>();
  if (codes.length > 0)
    for (const one of await db.select().from(area).where(inArray(area.code, codes)))
      places.set(`${one.code}:${one.year}`, one.everydayName ?? one.name);
  return rows.map((row) => {
    const words: CardWords = {
      ...{ name: row.name, does: row.does, offers: row.offers, looksFor: row.looksFor, languages: row.languages },
      area: places.get(`${row.areaCode}:${row.areaYear}`) ?? "",
      fields: row.fieldIds.flatMap((id) => names.get(id) ?? []),
    };
    const seen = asSeen(words, row.shown, as.viewer);
    return {
      ...seen,
      id: row.id,
      km: from && seen.area !== "" ? kilometres(from, row.municipality) : null,
      mine: row.personId === as.personId,
    };
  });
}
