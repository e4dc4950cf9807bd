import { desc, eq } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import type { Before } from "../gather/gathered.ts";
import { report, review } from "../tables.ts";

/**
 * The figures that others than the team saw last: in a version, or in the copy that participants read along. What is shown next moves
 * on from these, so that no two looks side by side speak of fewer than five people.
 */
export async function lastLook(db: Reader, dialogueId: DialogueId): Promise<Before | null> {
  const [version] = await db
    .select({ content: report.content, basis: report.basis, at: report.publishedAt })
    .from(report)
    .where(eq(report.dialogueId, dialogueId))
    .orderBy(desc(report.number))
    .limit(1);
  const [copy] = await db
    .select({ content: review.content, basis: review.basis, at: review.copiedAt })
    .from(review)
    .where(eq(review.dialogueId, dialogueId))
    .orderBy(desc(review.copiedAt))
    .limit(1);
  if (!version || !copy) return version ?? copy ?? null;
  return copy.at > version.at ? copy : version;
}
