import { eq, sql } from "drizzle-orm";
import { session } from "../../../dialogue/tables.ts";
import type { Tx } from "../../../platform/database/change.server.ts";
import type { SessionId } from "../../../platform/ids.ts";
import { happen } from "../admission/places.server.ts";
import { listHopeful, postAboutPlaces } from "../mail/post.server.ts";

export type SessionChange = "moved" | "cancelled" | "capacity" | "admission";

/**
 * Tells the people of a session that it changed, in the transaction that changed it and after it is written:
 * letters with their calendar files, and reminders for the new date. More capacity, or another way of admitting, moves the line.
 */
export async function sessionChanged(
  tx: Tx,
  changed: { readonly id: SessionId },
  what: SessionChange,
  now = new Date(),
): Promise<void> {
  const [about] = await tx.select().from(session).where(eq(session.id, changed.id));
  if (!about) return;
  if (what === "capacity") {
    await happen(tx, about.id, [{ type: "capacityChanged", capacity: about.capacity }], now);
    return;
  }
  if (what === "admission") {
    await happen(tx, about.id, [{ type: "modeChanged", mode: await admissionOf(tx, about.id) }], now);
    return;
  }
  const hopeful = await listHopeful(tx, about.id);
  await postAboutPlaces(tx, new Map(hopeful.map(({ id }) => [id, what])), about, now);
}

async function admissionOf(tx: Tx, id: SessionId): Promise<"automatic" | "selection"> {
  const { rows } = await tx.execute<{ mode: "automatic" | "selection" }>(sql`
    select d.settings->>'admission' as mode from session s join dialogue d on d.id = s.dialogue_id where s.id = ${id}`);
  return rows[0]?.mode ?? "automatic";
}
