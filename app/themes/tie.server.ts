import { and, asc, eq, inArray, isNull } from "drizzle-orm";
import { mayDialogue } from "../dialogue/dialogue.ts";
import { dialogue } from "../dialogue/tables.ts";
import { change, type Db, deedBy, type Reader } from "../platform/database/change.server.ts";
import { matches } from "../platform/database/matches.server.ts";
import { Refused } from "../platform/http/refused.ts";
import type { DialogueId, PersonId, ThemeId } from "../platform/ids.ts";
import { insight } from "../session/insights/tables.ts";
import { insightTheme, theme } from "./tables.ts";
import { nowIn, type TieLine } from "./tie.ts";

export async function listTies(db: Reader, dialogueId: DialogueId): Promise<TieLine[]> {
  const rows = await db
    .select({ number: insight.number, text: insight.text, theme: insightTheme.themeId })
    .from(insight)
    .leftJoin(insightTheme, and(eq(insightTheme.dialogueId, insight.dialogueId), eq(insightTheme.number, insight.number)))
    .where(matches(insight, { dialogueId, state: "open" }))
    .orderBy(asc(insight.position), asc(insight.number));
  const into = await mergedInto(db, dialogueId);
  return rows.map((row) => ({ ...row, theme: row.theme && nowIn(row.theme, into) }));
}

/** What each theme of a dialogue went into; null for one that stands by itself. */
export async function mergedInto(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<ThemeId, ThemeId | null>> {
  const rows = await db.select({ id: theme.id, into: theme.mergedInto }).from(theme).where(eq(theme.dialogueId, dialogueId));
  return new Map(rows.map(({ id, into }) => [id, into]));
}

/**
 * Says which insights test what a theme is about. Only what its sender changed is changed: what somebody else tied or untied meanwhile
 * stays theirs.
 * @throws Refused not-now, theme-gone
 */
export async function tieInsights(
  db: Db,
  dialogueId: DialogueId,
  who: PersonId,
  wish: { readonly theme: ThemeId; readonly tied: readonly number[]; readonly was: readonly number[] },
): Promise<void> {
  const deed = deedBy(who, dialogueId, "theme.tie", "theme", wish.theme);
  await change(db, deed, async (tx, { unchanged, now }) => {
    const [held] = await tx.select({ state: dialogue.state }).from(dialogue).where(eq(dialogue.id, dialogueId));
    if (!held || !mayDialogue(held.state, "groupThemes")) throw new Refused("not-now");
    const standing = and(matches(theme, { id: wish.theme, dialogueId }), isNull(theme.mergedInto), isNull(theme.removedAt));
    if ((await tx.select({ id: theme.id }).from(theme).where(standing)).length === 0) throw new Refused("theme-gone", 404);
    const ties = await listTies(tx, dialogueId);
    const known = new Set(ties.map(({ number }) => number));
    const own = new Set(ties.filter((one) => one.theme === wish.theme).map(({ number }) => number));
    const added = wish.tied.filter((number) => known.has(number) && !wish.was.includes(number));
    const removed = wish.was.filter((number) => !wish.tied.includes(number) && own.has(number));
    if (added.length + removed.length === 0) return unchanged(undefined);
    for (const number of added)
      await tx
        .insert(insightTheme)
        .values({ dialogueId, number, themeId: wish.theme, byId: who })
        .onConflictDoUpdate({
          target: [insightTheme.dialogueId, insightTheme.number],
          set: { themeId: wish.theme, byId: who, at: now },
        });
    if (removed.length > 0)
      await tx.delete(insightTheme).where(and(eq(insightTheme.dialogueId, dialogueId), inArray(insightTheme.number, removed)));
  });
}
