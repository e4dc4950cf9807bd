import { eq, sql } from "drizzle-orm";
import { registration } from "../../../dialogue/people/tables.ts";
import { dialogue, session } from "../../../dialogue/tables.ts";
import type { Tx } from "../../../platform/database/change.server.ts";
import type { RegistrationId, SessionId } from "../../../platform/ids.ts";
import { tellOutside } from "../../../platform/webhooks/tell.server.ts";
import { type PlaceMail, postAboutPlaces } from "../mail/post.server.ts";
import { applyPlace, type Place, type PlaceEvent, type PlaceRefusal, type Places } from "./places.ts";

type Session = typeof session.$inferSelect;
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
  const mails = new Map<RegistrationId, PlaceMail>();
  let over = 0;
  for (const event of events) {
    const outcome = applyPlace(state, event);
    if (outcome.status === "refused") return { status: "refused", code: outcome.code, free: outcome.free };
    state = outcome.places;
    over = outcome.over;
    for (const place of outcome.changed) changed.set(place.id, place);
    for (const { id, mail } of outcome.effects) mails.set(id, mail);
  }
  await writePlaces(tx, [...changed.values()], now);
  const before = new Set(places.registrations.filter((one) => one.state === "admitted").map(({ id }) => id));
  const admitted = [...changed.values()].filter((one) => one.state === "admitted" && !before.has(one.id));
  await tellOutside(
    tx,
    about.dialogueId,
    admitted.map(({ id }) => ({ kind: "registration.admitted", subject: id, data: { bijeenkomst: sessionId } })),
    now,
  );
  if (!options.silent) await postAboutPlaces(tx, mails, about, now);
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

async function writePlaces(tx: Tx, places: readonly Place[], now: Date): Promise<void> {
  if (places.length === 0) return;
  const rows = JSON.stringify(places.map(({ id, state, queue, replaces }) => ({ id, state, queue, replaces })));
  const at = now.toISOString();
  const entered = (state: Place["state"], column: string) =>
    sql`${sql.identifier(column)} = case when new.state = ${state} and old.state <> ${state} then ${at}::timestamptz else old.${sql.identifier(column)} end`;
  await tx.execute(sql`
    update registration old set state = new.state, queue = new.queue, substitute_for = new.replaces, updated_at = ${at},
      confirmed_at = case when old.state = 'pending' and new.state <> 'withdrawn' then ${at}::timestamptz else old.confirmed_at end,
      ${entered("waiting", "waiting_since")}, ${entered("admitted", "admitted_at")},
      withdrawn_at = case when new.state = 'withdrawn' then coalesce(old.withdrawn_at, ${at}::timestamptz) end
    from jsonb_to_recordset(${rows}::jsonb) as new(id uuid, state text, queue bigint, replaces uuid)
    where old.id = new.id`);
}
