import { count, eq } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { dialogue } from "../../../dialogue/tables.ts";
import type { Reader } from "../../../platform/database/change.server.ts";
import { matches } from "../../../platform/database/matches.server.ts";
import type { Offered } from "../invitations/invitations.server.ts";
import { invitedOffer } from "./offer.ts";

export type InvitationOffer = "take-over" | "lapsed" | "place" | "waiting-list" | "has-place" | "over";

/** What sending the form will bring who came by an invitation or a colleague; said before it is sent. */
export async function offerTo(
  db: Reader,
  { mine, session, from }: Extract<Offered, { status: "open" }>,
  now: Date,
): Promise<InvitationOffer> {
  const [about] = await db.select().from(dialogue).where(eq(dialogue.id, mine.dialogueId));
  const [taken] = await db
    .select({ n: count() })
    .from(registration)
    .where(matches(registration, { sessionId: session.id, state: "admitted" }));
  if (!about || now > session.endsAt) return "over";
  const free = Math.max(0, session.capacity - (taken?.n ?? 0));
  const offer = invitedOffer({
    dialogue: about.state,
    session: session.state,
    closesAt: null,
    free,
    mode: about.settings.admission,
  });
  if (offer !== "place" && offer !== "waiting-list") return "over";
  if (mine.state === "admitted") return "has-place";
  if (from) return "take-over";
  return mine.source === "substitute" ? "lapsed" : offer;
}
