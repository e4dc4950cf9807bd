import type { session } from "../db/schema.ts";
import type { Tx } from "../platform/change.server.ts";

/**
 * What follows for those who registered when the organiser changes a session; runs within the change.
 * @param changed the session as it is now
 */
export async function sessionChanged(
  _tx: Tx,
  _changed: typeof session.$inferSelect,
  _what: "moved" | "cancelled" | "capacity",
): Promise<void> {}
