import { and, asc, eq, inArray, isNotNull } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, ThemeId } from "../../platform/ids.ts";
import { insight } from "../../session/insights/tables.ts";
import { agreementIn } from "../../session/results/results.ts";
import type { TestedBy } from "../../session/weigh/short-lists.ts";
import { insightTheme } from "../../themes/tables.ts";
import { mergedInto } from "../../themes/tie.server.ts";
import { nowIn } from "../../themes/tie.ts";

/**
 * Per theme what was shown of the insights that test it: the newest words of each, where their outcome was revealed. An insight that
 * was tied to a theme that went into another, tests that one now.
 */
export async function testedThemes(db: Reader, dialogueId: DialogueId): Promise<ReadonlyMap<ThemeId, readonly TestedBy[]>> {
  const tied = await db
    .select()
    .from(insightTheme)
    .where(eq(insightTheme.dialogueId, dialogueId))
    .orderBy(asc(insightTheme.number));
  if (tied.length === 0) return new Map();
  const insights = await db
    .select({ id: insight.id, number: insight.number, version: insight.version, figures: insight.figures })
    .from(insight)
    .where(
      and(
        eq(insight.dialogueId, dialogueId),
        inArray(insight.state, ["open", "replaced"]),
        isNotNull(insight.revealedAt),
        isNotNull(insight.figures),
      ),
    )
    .orderBy(asc(insight.version));
  const into = await mergedInto(db, dialogueId);
  const shown = new Map(insights.map((one) => [one.number, one]));
  const tested = new Map<ThemeId, TestedBy[]>();
  for (const { number, themeId } of tied) {
    const one = shown.get(number);
    if (!one?.figures) continue;
    const at = nowIn(themeId, into);
    tested.set(at, [...(tested.get(at) ?? []), { insight: one.id, number, ...agreementIn(one.figures.ballots) }]);
  }
  return tested;
}
