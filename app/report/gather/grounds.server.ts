import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import { contribution, placement } from "../../contribution/tables.ts";
import { themeKey } from "../../method/text/prose-inline.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import { matches } from "../../platform/database/matches.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { theme } from "../../themes/tables.ts";
import { citable } from "../write/block.ts";

export interface GroundLine {
  readonly number: number;
  readonly text: string;
  readonly kind: (typeof citable)[number];
  /** Named before, and not to be read any more. */
  readonly gone: boolean;
}

const mostShown = 50;

/** Contributions that may stand behind a sentence: those that do, and those that were asked for by words or by theme. */
export async function findGrounds(
  db: Reader,
  dialogueId: DialogueId,
  wish: { readonly search: string; readonly theme: string | null; readonly chosen: readonly number[] },
): Promise<{ chosen: GroundLine[]; found: GroundLine[]; more: number }> {
  const line = { number: contribution.number, text: contribution.text, kind: contribution.kind };
  const readable = and(
    matches(contribution, { dialogueId, state: "visible" }),
    inArray(contribution.shared, ["group", "all"]),
    inArray(contribution.kind, [...citable]),
  );
  const there =
    wish.chosen.length === 0
      ? []
      : await db
          .select(line)
          .from(contribution)
          .where(and(readable, inArray(contribution.number, [...wish.chosen])));
  const chosen = wish.chosen.map((number): GroundLine => {
    const found = there.find((one) => one.number === number);
    return found ? shown(found) : { number, text: "", kind: "need", gone: true };
  });
  const words = wish.search.toLowerCase().split(/\s+/).filter(Boolean).slice(0, 8);
  const holds = words.map(
    (word) =>
      sql`position(${word} in lower(${contribution.text} || ' ' || ${contribution.situation} || ' ' || ${contribution.wouldHelp})) > 0`,
  );
  const inTheme =
    wish.theme && /^[0-9a-f]{8}$/.test(wish.theme) ? sql`${placement.themeId}::text like ${`${wish.theme}%`}` : undefined;
  if (words.length === 0 && !inTheme) return { chosen, found: [], more: 0 };
  const rows = await db
    .select(line)
    .from(contribution)
    .leftJoin(placement, eq(placement.contributionId, contribution.id))
    .where(and(readable, inTheme, ...holds))
    .orderBy(asc(contribution.number));
  return { chosen, found: rows.slice(0, mostShown).map(shown), more: Math.max(0, rows.length - mostShown) };
}

const shown = ({ kind, ...row }: { number: number; text: string; kind: string }): GroundLine => ({
  ...row,
  kind: kind as GroundLine["kind"],
  gone: false,
});

export async function listGroundThemes(db: Reader, dialogueId: DialogueId) {
  const rows = await db
    .select({
      id: theme.id,
      name: theme.name,
      needs: sql<number>`(select count(*)::int from ${placement} where ${placement.themeId} = ${theme.id})`,
    })
    .from(theme)
    .where(and(eq(theme.dialogueId, dialogueId), isNull(theme.removedAt), isNull(theme.mergedInto)))
    .orderBy(asc(theme.position));
  return rows.map(({ id, name, needs }) => ({ key: themeKey(id), name, needs }));
}
