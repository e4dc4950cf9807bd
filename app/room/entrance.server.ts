import { eq } from "drizzle-orm";
import { access } from "../access.ts";
import { session as sessions } from "../db/schema.ts";
import { mayEnter } from "../enter.server.ts";
import type { SessionId } from "../ids.ts";
import { openGuests } from "../people/guests.server.ts";
import { openPlainDoor } from "../plain-door.server.ts";
import { readCookie } from "../platform/cookie.server.ts";
import { hashOf } from "../platform/secret.server.ts";
import type { Services } from "../services.server.ts";
import type { PostPlace } from "./post.server.ts";

const holdsMs = 1_500;
const most = 20_000;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

type Entered = PostPlace | { readonly refused: number };
type Session = NonNullable<PostPlace["session"]> & { readonly dialogueId: NonNullable<PostPlace["dialogue"]>["id"] };

/**
 * The door for routes that many people post to at once. It asks what every door asks, by the same table, but for all who come within
 * a few milliseconds together, and not again within a second or two.
 */
export function makeEntrance(services: Services) {
  const guests = openGuests(services.pool);
  const people = makeMemory((key: string) => {
    const [session = "", hash = ""] = key.split(" ");
    return guests.add({ tokenHash: Buffer.from(hash, "base64"), sessionId: session as SessionId });
  });
  const places = makeMemory(async (id: string): Promise<Session | null> => {
    const { state, currentStepId, dialogueId } = sessions;
    const [row] = await services.db
      .select({ id: sessions.id, state, currentStepId, dialogueId })
      .from(sessions)
      .where(eq(sessions.id, id as SessionId));
    return row ?? null;
  });

  return async function entrance(request: Request, pattern: string, session: string): Promise<Entered> {
    const cookies = request.headers.get("cookie");
    const secret = readCookie(cookies, "mee");
    // Whoever is signed in for the team too may be more than a guest: the common door knows.
    if (!secret || readCookie(cookies, "team")) {
      const door = await openPlainDoor(services, request, { pattern, params: { session }, writes: true });
      return door instanceof Response ? { refused: door.status } : door.place;
    }
    if (!uuid.test(session)) return { refused: 404 };
    const [guest, place] = await Promise.all([
      people.get(`${session} ${hashOf(secret).toString("base64")}`),
      places.get(session),
    ]);
    if (!place) return { refused: 404 };
    if (!guest || !mayEnter(access[pattern]?.write, guest.roles)) return { refused: 401 };
    return { dialogue: { id: place.dialogueId }, session: place, registration: guest.registration, roles: guest.roles };
  };
}

/** Remembers answers for a moment. A no, or a fault, is asked again. */
function makeMemory<T>(ask: (key: string) => Promise<T>) {
  const known = new Map<string, { readonly answer: Promise<T>; readonly until: number }>();
  let sweptAt = 0;
  return {
    get(key: string): Promise<T> {
      const now = Date.now();
      const held = known.get(key);
      if (held && held.until > now) return held.answer;
      if (now - sweptAt > holdsMs || known.size > most) {
        sweptAt = now;
        for (const [old, { until }] of known) if (until <= now || known.size > most) known.delete(old);
      }
      const answer = ask(key);
      known.set(key, { answer, until: now + holdsMs });
      answer.then(
        (found) => found === null && known.delete(key),
        () => known.delete(key),
      );
      return answer;
    },
  };
}
