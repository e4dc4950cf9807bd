import { eq } from "drizzle-orm";
import type { Reader } from "../../platform/database/change.server.ts";
import type { DialogueId } from "../../platform/ids.ts";
import { findReview } from "../review/find-review.server.ts";
import { countReview, type ReviewBasis, type ReviewFigures } from "../review/review-figures.ts";
import { listSigners } from "../review/signers.server.ts";
import { agreement } from "../tables.ts";

type Told = { readonly figures: ReviewFigures | null; readonly basis: ReviewBasis | null };

/** What reading along came to: who agreed, and who stands under a minority note. */
export async function gatherReview(db: Reader, dialogueId: DialogueId, before: Told, now: Date): Promise<Told> {
  const found = await findReview(db, dialogueId);
  if (!found) return before;
  const agreed = await db
    .select({ part: agreement.part, at: agreement.at })
    .from(agreement)
    .where(eq(agreement.reviewId, found.id));
  const signers = await listSigners(db, dialogueId);
  return countReview(
    {
      agreed: agreed.map(({ part, at }) => ({ part, at: at.getTime() })),
      signers: signers.map(({ at, ...one }) => ({ ...one, at: new Date(at).getTime() })),
    },
    before.figures && before.basis ? { figures: before.figures, basis: before.basis } : null,
    now,
  );
}
