import type { IncomingHttpHeaders } from "node:http";
import type { Entrance } from "../../dialogue/access/entrance.server.ts";
import type { Db } from "../../platform/database/change.server.ts";
import type { DialogueId, SessionId } from "../../platform/ids.ts";
import { arrive } from "../live/arrive.server.ts";
import { type CloseReason, type Hello, reasonOf } from "../live/protocol.ts";
import type { Viewer } from "../live/view.ts";

export interface Admitted {
  readonly viewer: Viewer;
  readonly sessionId: SessionId;
  readonly dialogueId: DialogueId;
}

/** The same table and the same door as for pages, whichever way somebody comes. */
export async function admit(
  db: Db,
  entrance: Entrance,
  request: { readonly url?: string | undefined; readonly headers: IncomingHttpHeaders },
  { session, as }: Pick<Hello, "session" | "as">,
): Promise<Admitted | CloseReason> {
  const headers = { get: (name: string) => (typeof request.headers[name] === "string" ? request.headers[name] : null) };
  const entered = await entrance({ url: request.url ?? "/", headers }, { pattern: `socket:${as}`, session, writes: false });
  if ("refused" in entered) {
    const why = reasonOf[entered.refused];
    if (!why) throw new Error(`refused with ${entered.refused}`);
    return why;
  }
  const { guestId } = entered;
  const viewer: Viewer | null = as !== "participant" ? { as } : guestId && { as, personId: guestId };
  if (!viewer) return "signIn";
  // That somebody came is kept beside; the view does not wait for it, and the page kept it before.
  if (viewer.as === "participant") arrive(db, entered.session, viewer.personId).catch(() => {});
  return { viewer, sessionId: entered.session.id, dialogueId: entered.dialogue.id };
}
