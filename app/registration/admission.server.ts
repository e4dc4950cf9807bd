import type { DialogueId, PersonId, RegistrationId, SessionId } from "../ids.ts";
import { change, type Db } from "../platform/change.server.ts";
import { Refused } from "../platform/refused.ts";
import { maySession } from "../session/session.ts";
import { findSession } from "./people-of-session.server.ts";
import { happen } from "./places.server.ts";

export const decisions = ["admit", "wait", "decline"] as const;
export type Decision = (typeof decisions)[number];

/**
 * The organiser's choice for one or more people, all or nobody of them.
 * @throws Refused with the reason of the rules: "full", "not-confirmed", "withdrawn", "already-admitted", "unknown"
 */
export async function decide(
  db: Db,
  at: { readonly dialogueId: DialogueId; readonly sessionId: SessionId; readonly by: PersonId },
  decision: Decision,
  ids: readonly RegistrationId[],
  now: Date,
): Promise<number> {
  return change(
    db,
    {
      scope: at.dialogueId,
      actor: { person: at.by },
      what: `registration.${decision}`,
      subject: { kind: ids.length === 1 ? "registration" : "session", id: ids.length === 1 ? String(ids[0]) : at.sessionId },
    },
    async (tx) => {
      const about = await findSession(tx, at);
      if (!about || !maySession(about.state, "admit")) throw new Refused("session-over");
      const placed = await happen(tx, at.sessionId, [{ type: decision, ids }], now);
      if (placed.status === "refused") throw new Refused(placed.code);
      return placed.changed.length;
    },
  );
}
