import { data, redirect } from "react-router";
import type { Place, Visit } from "../../dialogue/access/context.server.ts";
import type { Reader } from "../../platform/database/change.server.ts";
import type { Viewer } from "./member.ts";
import { findMember, type Member } from "./members.server.ts";

export interface Looking {
  readonly viewer: Viewer;
  readonly member: Member | null;
}

/** How much of the network of this dialogue somebody may see: as member, as participant, or as anybody. The team sees what members see. */
export async function viewerOf(db: Reader, visit: Visit, { dialogue, roles }: Place): Promise<Looking> {
  if (!dialogue || dialogue.state === "draft") throw data("missing", { status: 404 });
  const guest = roles.has("registrant") ? visit.guest : null;
  const member = guest ? await findMember(db, { dialogueId: dialogue.id, personId: guest.personId }) : null;
  const team = roles.has("organiser") || roles.has("facilitator") || roles.has("analyst");
  return { member, viewer: member || team ? "members" : guest ? "participants" : "public" };
}

/** Pages that are for members. */
export const membersOnly = ["asks", "practice", "circles", "messages"] as const;
export type MembersOnly = (typeof membersOnly)[number];

/** The member behind a request; who is none is shown how to become one, and then the way to where they wanted to go. */
export async function memberOf(db: Reader, visit: Visit, place: Place, wanted: MembersOnly) {
  const { dialogue } = place;
  const { guest } = visit;
  if (!dialogue || !guest) throw data("link", { status: 401 });
  const member = await findMember(db, { dialogueId: dialogue.id, personId: guest.personId });
  if (!member) throw redirect(`/mijn/${dialogue.slug}/netwerk?voor=${wanted}`, 303);
  return { dialogue, member, at: { dialogueId: dialogue.id, personId: guest.personId } };
}
