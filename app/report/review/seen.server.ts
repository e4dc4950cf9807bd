import { eq, sql } from "drizzle-orm";
import { change, type Db, deedBy, type Reader } from "../../platform/database/change.server.ts";
import type { DialogueId, PersonId } from "../../platform/ids.ts";
import type { ReportContent } from "../gather/content.ts";
import { reportDraft } from "../tables.ts";

export interface Seen {
  readonly content: ReportContent;
  readonly at: Date;
}

/** What the data came to when the team last said that it had seen them; null: it never did. */
export async function findSeen(db: Reader, dialogueId: DialogueId): Promise<Seen | null> {
  const [row] = await db
    .select({ content: reportDraft.seen, at: reportDraft.seenAt })
    .from(reportDraft)
    .where(eq(reportDraft.dialogueId, dialogueId));
  return row?.content && row.at ? { content: row.content, at: row.at } : null;
}

/** Takes what the data come to now as what the team has seen. Texts are not touched. */
export async function sawDraft(db: Db, dialogueId: DialogueId, who: PersonId, content: ReportContent): Promise<void> {
  const deed = deedBy(who, dialogueId, "report.see", "dialogue", dialogueId);
  await change(db, deed, async (tx) => {
    const row = { seen: content, seenAt: sql`clock_timestamp()` };
    await tx
      .insert(reportDraft)
      .values({ dialogueId, version: 0, ...row })
      .onConflictDoUpdate({ target: reportDraft.dialogueId, set: row });
  });
}
