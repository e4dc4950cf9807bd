import { eq } from "drizzle-orm";
import { ttlCache } from "../../platform/cache/ttl-cache.ts";
import { readCookie } from "../../platform/http/cookie.server.ts";
import type { DialogueId, PersonId, SessionId } from "../../platform/ids.ts";
import { digestOf } from "../../platform/secret.server.ts";
import type { Services } from "../../platform/services.server.ts";
import { type Guest, openGuests } from "../people/guests.server.ts";
import { session as sessions } from "../tables.ts";
import { access } from "./access.ts";
import { mayEnter } from "./enter.server.ts";
import { type Asks, openPlainDoor } from "./plain-door.server.ts";

const holdsMs = 1_500;
const most = 20_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Held = Pick<typeof sessions.$inferSelect, "id" | "state" | "currentStepId" | "dialogueId">;
export interface Entered {
  readonly dialogue: { readonly id: DialogueId };
  readonly session: Held;
  readonly registration: Pick<NonNullable<Guest["registration"]>, "personId" | "fieldId" | "partyId"> | null;
  readonly roles: Guest["roles"];
  /** who comes with a personal link; null for who comes for the team alone */
  readonly guestId: PersonId | null;
  /** who is signed in for the team */
  readonly teamId: PersonId | null;
}
interface Door {
  readonly pattern: string;
  readonly session: string;
  readonly writes: boolean;
}
export type Entrance = (request: Asks, at: Door) => Promise<Entered | { readonly refused: number }>;

const entrances = new WeakMap<object, Entrance>();

/** The one entrance of this process. */
export function entranceOf(services: Services): Entrance {
  const entrance = entrances.get(services.pool) ?? makeEntrance(services);
  entrances.set(services.pool, entrance);
  return entrance;
}

/**
 * The door for routes that many people come to at once. It asks what every door asks, by the same table, but for all who come within
 * a few milliseconds together, and not again within a second or two.
 */
function makeEntrance(services: Services): Entrance {
  const guests = openGuests(services.pool);
  const people = ttlCache({
    ask: ({ sessionId, hash }: { readonly sessionId: SessionId; readonly hash: string }) =>
      guests.add({ tokenHash: Buffer.from(hash, "base64"), sessionId }),
    keyOf: ({ sessionId, hash }) => `${sessionId} ${hash}`,
    isYes: (guest) => guest?.roles.has("participant") ?? false,
    holdsMs,
    most,
  });
  const places = ttlCache({
    ask: async (id: SessionId): Promise<Held | null> => {
      const { state, currentStepId, dialogueId } = sessions;
      const [row] = await services.db
        .select({ id: sessions.id, state, currentStepId, dialogueId })
        .from(sessions)
        .where(eq(sessions.id, id));
      return row ?? null;
    },
    keyOf: (id) => id,
    isYes: (place) => place !== null,
    holdsMs,
    most,
  });

  return async function entrance(request, { pattern, session, writes }) {
    const cookies = request.headers.get("cookie");
    const secret = readCookie(cookies, "mee");
    // Whoever is signed in for the team too may be more than a guest: the common door knows.
    if (!secret || readCookie(cookies, "team")) {
      const door = await openPlainDoor(services, request, { pattern, params: { session }, writes });
      if (door instanceof Response) return { refused: door.status };
      const { visit, place } = door;
      if (!place.dialogue || !place.session) return { refused: 404 };
      const { registration, roles } = place;
      return {
        dialogue: place.dialogue,
        session: place.session,
        registration,
        roles,
        guestId: visit.guest?.personId ?? null,
        teamId: visit.team?.personId ?? null,
      };
    }
    if (!uuid.test(session)) return { refused: 404 };
    const sessionId = session as SessionId;
    const asked = people.get({ sessionId, hash: digestOf(secret) });
    const place = await places.get(sessionId);
    const guest = await asked;
    if (!place) return { refused: 404 };
    const rule = access[pattern];
    if (!guest || !mayEnter(writes ? rule?.write : rule?.read, guest.roles)) return { refused: 401 };
    const { registration, roles, personId } = guest;
    return { dialogue: { id: place.dialogueId }, session: place, registration, roles, guestId: personId, teamId: null };
  };
}
