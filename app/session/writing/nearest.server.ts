import type { Seen } from "../../contribution/seen.ts";
import type { SimilarNeeds } from "../../contribution/similar.server.ts";
import { Refused } from "../../platform/http/refused.ts";
import type { PostPlace } from "../room/post-place.server.ts";

/** The needs of others that resemble this one; none when there is nobody to ask it for, or not now. */
export async function nearestOf(similar: SimilarNeeds, place: PostPlace, text: string): Promise<readonly Seen[]> {
  const { dialogue, session, registration } = place;
  if (!dialogue || !session || !registration) return [];
  const writer = { dialogueId: dialogue.id, sessionId: session.id, personId: registration.personId };
  try {
    return await similar.nearest(writer, text);
  } catch (error) {
    if (error instanceof Refused) return [];
    throw error;
  }
}
