import { desc, eq } from "drizzle-orm";
import { wordsOf } from "../../method/text/prose-inline.ts";
import { readProse, sentencesIn } from "../../method/text/prose-text.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { report } from "../../report/tables.ts";

interface NewestVersion {
  readonly themes: readonly string[];
  /** Numbers of the needs in it. */
  readonly needs: readonly number[];
  readonly insights: readonly { readonly id: string; readonly number: number }[];
  readonly sentences: readonly { readonly block: string; readonly words: string }[];
}

/** The themes, insights and sentences of the team that stand in the newest version of the report; null when none was published. */
export async function newestVersion(db: Reader, dialogueId: DialogueId): Promise<NewestVersion | null> {
  const [row] = await db
    .select({ content: report.content })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number))
    .limit(1);
  if (!row) return null;
  const { themes, unplaced, insights, blocks = [] } = row.content;
  return {
    themes: themes.map(({ id }) => id),
    needs: [...themes.flatMap(({ needs }) => needs), ...unplaced].map(({ number }) => number),
    insights: insights.map(({ id, number }) => ({ id, number })),
    sentences: blocks.flatMap(({ id, text }) =>
      sentencesIn(readProse(text)).map(({ parts }) => ({ block: id as string, words: wordsOf(parts) })),
    ),
  };
}
