import { eq, sql } from "drizzle-orm";
import { dialogue, registration, session } from "../db/schema.ts";
import type { RegistrationId, SessionId } from "../ids.ts";
import type { Tx } from "../platform/change.server.ts";
import { applyPlace, type Place, type PlaceEvent, type PlaceRefusal, type Places } from "./places.ts";
import { postAboutPlace } from "./post.server.ts";

export type Session = typeof session.$inferSelect;
export type Placed =
  | { readonly status: "done"; readonly changed: readonly Place[]; readonly over: number }
  | { readonly status: "refused"; readonly code: PlaceRefusal; readonly free: number };

/**
 * Lets events happen to the places of a session, one after the other and all or nothing: reads, lets the rules decide, writes,
 * and puts the letters in the outbox. Only within `change` of the session's dialogue, whose line keeps others out.
 */
export async function happen(
  tx: Tx,
  sessionId: SessionId,
  events: readonly PlaceEvent[],
  now: Date,
  options: { readonly silent?: boolean } = {},
): Promise<Placed> {
  const { places, about } = await loadPlaces(tx, sessionId);
  let state = places;
  const changed = new Map<RegistrationId, Place>();
  const mails = new Map<RegistrationId, Parameters<typeof postAboutPlace>[1]["mail"]>();
  let over = 0;
  for (const event of events) {
    const outcome = applyPlace(state, event);
    if (outcome.status === "refused") return { status: "refused", code: outcome.code, free: outcome.free };
    state = outcome.places;
    over = outcome.over;
    for (const place of outcome.changed) changed.set(place.id, place);
    for (const { id, mail } of outcome.effects) mails.set(id, mail);
  }
  const before = new Map(places.registrations.map((place) => [place.id, place]));
  for (const place of changed.values()) await writePlace(tx, place, before.get(place.id), now);
  if (!options.silent)
    for (const [id, mail] of mails) await postAboutPlace(tx, { registrationId: id, mail, session: about }, now);
  return { status: "done", changed: [...changed.values()], over };
}

async function loadPlaces(tx: Tx, sessionId: SessionId): Promise<{ places: Places; about: Session }> {
  const [found] = await tx
    .select({ session, settings: dialogue.settings })
    .from(session)
    .innerJoin(dialogue, eq(dialogue.id, session.dialogueId))
    .where(eq(session.id, sessionId));
  if (!found) throw new Error("no session to take a place in");
  const rows = await tx
    .select({
      id: registration.id,
      state: registration.state,
      queue: registration.queue,
      replaces: registration.substituteFor,
      source: registration.source,
    })
    .from(registration)
    .where(eq(registration.sessionId, sessionId));
  return {
    about: found.session,
    places: {
      mode: found.settings.admission,
      capacity: found.session.capacity,
      registrations: rows.map(({ source, ...place }) => ({ ...place, invited: source === "invitation" })),
    },
  };
}

async function writePlace(tx: Tx, place: Place, before: Place | undefined, now: Date): Promise<void> {
  const entered = (state: Place["state"]) => place.state === state && before?.state !== state;
  await tx
    .update(registration)
    .set({
      state: place.state,
      queue: place.queue,
      substituteFor: place.replaces,
      updatedAt: now,
      ...(before?.state === "pending" && place.state !== "withdrawn" ? { confirmedAt: now } : {}),
      ...(entered("waiting") ? { waitingSince: now } : {}),
      ...(entered("admitted") ? { admittedAt: now } : {}),
      withdrawnAt: place.state === "withdrawn" ? sql`coalesce(${registration.withdrawnAt}, ${now})` : null,
    })
    .where(eq(registration.id, place.id));
}
