import { change, type Db } from "../../../platform/database/change.server.ts";
import type { DialogueId, PersonId, RegistrationId, SessionId } from "../../../platform/ids.ts";
import { maySession } from "../../planning/session.ts";
import { findSession } from "./people-of-session.server.ts";
import { happen } from "./places.server.ts";
import type { PlaceRefusal } from "./places.ts";

export const decisions = ["admit", "wait", "decline"] as const;
export type Decision = (typeof decisions)[number];

export type Decided =
  | { readonly status: "done"; readonly changed: number }
  | { readonly status: "refused"; readonly code: PlaceRefusal | "session-over"; readonly free: number };

/** The organiser's choice for one or more people: all of them, or nobody. */
export async function decide(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly by: PersonId },
  decision: Decision,
  ids: readonly RegistrationId[],
  now: Date,
): Promise<Decided> {
  const [only, ...more] = ids;
  const subject =
    only !== undefined && more.length === 0 ? { kind: "registration", id: only } : { kind: "session", id: at.sessionId };
  return change(
    db,
    { scope: at.dialogueId, actor: { person: at.by }, what: `registration.${decision}`, subject },
    async (tx, { unchanged }): Promise<Decided> => {
      const about = await findSession(tx, at);
      if (!about || !maySession(about.state, "admit")) return unchanged({ status: "refused", code: "session-over", free: 0 });
      const placed = await happen(tx, at.sessionId, [{ type: decision, ids }], now);
      if (placed.status !== "done") return unchanged(placed);
      const changed = placed.changed.length;
      return changed > 0 ? { status: "done", changed } : unchanged({ status: "done", changed });
    },
  );
}
