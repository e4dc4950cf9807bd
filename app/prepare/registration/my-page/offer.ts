import { type DialogueState, mayDialogue } from "../../../dialogue/dialogue.ts";
import { maySession, type SessionState } from "../../planning/session.ts";

/** What somebody may expect who registers now; said on the form before anything is sent. */
export type Offer = "place" | "waiting-list" | "selection" | "not-yet" | "closed" | "over" | "cancelled";

export interface OfferFacts {
  readonly dialogue: DialogueState;
  readonly session: SessionState;
  readonly closesAt: Date | null;
  readonly free: number;
  readonly mode: "automatic" | "selection";
}

export function offerOf(facts: OfferFacts, now: Date): Offer {
  if (facts.session === "cancelled") return "cancelled";
  if (facts.session === "ended" || facts.dialogue === "archived") return "over";
  const open = mayDialogue(facts.dialogue, "register") && maySession(facts.session, "register");
  if (open && (facts.closesAt === null || now < facts.closesAt)) return mayExpect(facts);
  return facts.session === "planned" && facts.dialogue !== "harvest" && facts.dialogue !== "published" ? "not-yet" : "closed";
}

/** Who has an invitation is let in as long as somebody may be, also before and after the registration is open for all. */
export function invitedOffer(facts: OfferFacts): Offer {
  if (facts.session === "cancelled") return "cancelled";
  if (!mayDialogue(facts.dialogue, "register") || !maySession(facts.session, "confirm")) return "over";
  return facts.free > 0 ? "place" : "waiting-list";
}

export const isOpenOffer = (offer: Offer): boolean => offer === "place" || offer === "waiting-list" || offer === "selection";

function mayExpect({ mode, free }: OfferFacts): Offer {
  if (mode === "selection") return "selection";
  return free > 0 ? "place" : "waiting-list";
}
