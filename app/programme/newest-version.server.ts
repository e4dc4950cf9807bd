import { desc, eq } from "drizzle-orm";
import { report } from "../db/schema.ts";
import type { DialogueId } from "../ids.ts";
import type { Reader } from "../platform/change.server.ts";

/** The themes that stand in the newest version of the report; null when none was published. */
export async function newestVersion(db: Reader, dialogueId: DialogueId): Promise<{ readonly themes: readonly string[] } | null> {
  const [row] = await db
    .select({ content: report.content })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number))
    .limit(1);
  return row ? { themes: row.content.themes.map(({ id }) => id) } : null;
}
