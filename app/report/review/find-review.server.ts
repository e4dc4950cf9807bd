import { desc, eq } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { review } from "../tables.ts";

export type Review = typeof review.$inferSelect;

/** The last time in which participants read along, with the copy that they read. */
export async function findReview(db: Reader, dialogueId: DialogueId): Promise<Review | null> {
  const [row] = await db
    .select()
    .from(review)
    .where(eq(review.dialogueId, dialogueId))
    .orderBy(desc(review.createdAt), desc(review.id))
    .limit(1);
  return row ?? null;
}
